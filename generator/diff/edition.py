"""One side of a comparison: its plans, opened when they are asked for, and what all of them share."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.diff.sides import Side
from generator.frozen import frozen
from generator.model.definition import Authored
from generator.model.definition_files import definition_files
from generator.model.finding import Diagnostic, Finding, Place, Refused
from generator.model.plan import Plan
from generator.pipeline import preview
from generator.plan_files import read_text
from generator.plan_json.read import read_plan
from generator.project import Project, open_project
from generator.publish.texts import LibraryTexts
from generator.settings.file import site_url
from generator.yaml_tree import LARGEST_BYTES


@frozen
class Opened:
    """A plan of one side: the plan, or why there is none; with its author's words where they are known.

    ``diagnostics`` are findings at their places in the definition; a plan's JSON has its own findings alone.
    """

    plan: Plan | None = None
    authored: Authored | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass
class Edition:
    """A side's project. Definitions are expanded once each, and only those that are asked for."""

    side: Side
    faults: tuple[Diagnostic, ...] = ()
    _opened: dict[str, Opened] = field(default_factory=dict)

    @cached_property
    def project(self) -> Project | None:
        """The project's library and policies; None if they can't be read, and ``faults`` say why."""
        try:
            return open_project(self.side.root)
        except Refused as refused:
            self.faults = tuple(map(self.side.told, refused.diagnostics))
            return None

    @property
    def readable(self) -> bool:
        """False where the project itself can't be read, and so none of its definitions. One without plans can."""
        alone = self.side.file is not None and self.side.file.suffix.lower() == ".json"
        before_plans = self.side.file is None and not (self.side.root / "plans").is_dir()
        return alone or before_plans or self.project is not None

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """The definitions by their plans' ids; a single file's plan alone where one was named."""
        if self.side.file is not None:
            return {self.side.file.stem: self.side.file}
        return {path.stem: path for path in definition_files(self.side.root)}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The plans' ids. An expanded plan says its own, whatever its file is called."""
        if self.side.file is not None and self.side.file.suffix.lower() == ".json":
            plan = self.open(self.side.file.stem).plan
            return (plan.id,) if plan else (self.side.file.stem,)
        return tuple(self.files)

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """What each plan is written as, so that only plans that are written otherwise need be expanded."""
        found = {name: _read(path) for name, path in self.files.items()}
        whole = hashlib.sha256(b"\0".join(found.values())).hexdigest()
        return {
            name: hashlib.sha256(text).hexdigest() + (whole if b"extends" in text else "")
            for name, text in found.items()
        }

    @cached_property
    def texts(self) -> LibraryTexts | None:
        """The library's own words; None if it can't be read."""
        if self.project is None:
            return None
        return LibraryTexts(self.project.library.texts)

    @cached_property
    def site_url(self) -> str:
        """Where the site is served; empty if nobody says so."""
        try:
            return site_url(self.side.root)
        except Refused:
            return ""

    def open(self, name: str) -> Opened:
        """Return a plan of this side; one without a plan tells why in its diagnostics."""
        if name not in self._opened:
            try:
                self._opened[name] = self._open(self.files[name])
            except Refused as refused:
                self._opened[name] = Opened(diagnostics=tuple(map(self.side.told, refused.diagnostics)))
        return self._opened[name]

    def _open(self, path: Path) -> Opened:
        shown = self.side.shown if self.side.file is not None else f"plans/{path.name}"
        if path.suffix.lower() == ".json":
            plan = read_plan(read_text(path), shown)
            return Opened(plan, None, tuple(_found(shown, finding) for finding in plan.findings))
        if self.project is None:
            return Opened(diagnostics=self.faults)
        expanded = preview(self.project, path, shown)
        return Opened(expanded.plan, expanded.authored, tuple(map(self.side.told, expanded.diagnostics)))


def _found(shown: str, finding: Finding) -> Diagnostic:
    week = f"week {finding.week}: " if finding.week and f"eek {finding.week}" not in finding.text else ""
    return Diagnostic(Place(shown, 1, 1), finding.severity, finding.rule, f"{week}{finding.text.rstrip('.')}")


def _read(path: Path) -> bytes:
    """Return a file's bytes as far as they matter; what can't be read is no other's."""
    try:
        if path.is_symlink() or not path.is_file():
            return f"{path} is no file".encode("utf-8", "surrogateescape")
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except OSError as problem:
        return f"{path}: {problem.strerror}".encode("utf-8", "surrogateescape")
