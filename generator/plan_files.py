"""Expanded plans from files: a definition is expanded, a plan's JSON is read. For commands that take either."""

from __future__ import annotations

from pathlib import Path

from generator.frozen import frozen
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.plan import Plan
from generator.project import Project, open_project

LARGEST_BYTES = 16 * 1024 * 1024  # no plan comes near it, and a device has no end


@frozen
class Opened:
    """A plan with what is wrong in it. ``errors`` are broken rules of a definition; a plan's JSON is not audited."""

    plan: Plan
    errors: tuple[Diagnostic, ...] = ()


class PlanFiles:
    """Opens plans of a project; the project itself is read when the first definition is."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._project: Project | None = None

    def all_definitions(self) -> tuple[Path, ...]:
        """Return the project's definitions; Refused where the project can't be opened."""
        from generator.model.definition_files import definition_files

        self._opened()
        return definition_files(self._root)

    def open(self, file: Path, shown: str) -> Opened:
        """Return the plan of a ``.json`` or of a definition; Refused where no plan comes of it."""
        if file.suffix.lower() == ".json":
            from generator.plan_json.read import read_plan

            return Opened(read_plan(read_text(file), shown))
        from generator.pipeline import preview

        expanded = preview(self._opened(), file, shown)
        return Opened(expanded.plan, tuple(d for d in expanded.diagnostics if d.severity == "error"))

    def _opened(self) -> Project:
        if self._project is None:
            self._project = open_project(self._root)
        return self._project


def read_text(file: Path) -> str:
    """Return a file's text; Refused where it can't be read or is not UTF-8."""
    place = Place(str(file), 1, 1)
    try:
        if file.exists() and not file.is_file():  # a pipe would be waited for
            raise Refused((Diagnostic(place, "error", None, "this is not a file"),))
        with file.open("rb") as opened:
            data = opened.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            message = f"the file has more than {LARGEST_BYTES // 1024**2} MB; no plan needs them"
            raise Refused((Diagnostic(place, "error", None, message),))
        return data.decode("utf-8-sig")
    except (OSError, ValueError) as problem:
        if isinstance(problem, UnicodeDecodeError):
            raise Refused((Diagnostic(place, "error", None, "this is not UTF-8 text"),)) from None
        words = getattr(problem, "strerror", None) or "there is no such file"
        raise Refused((Diagnostic(place, "error", None, f"the file can't be read: {words}"),)) from None


def open_all(root: Path, files: tuple[Path, ...]) -> tuple[tuple[Opened, ...], tuple[Diagnostic, ...]]:
    """Open all files (the project's definitions where none is named); return the plans, and everything that is wrong.

    A file of which no plan comes is told and left out.
    """
    reader = PlanFiles(root)
    named = bool(files)
    opened: list[Opened] = []
    wrong: list[Diagnostic] = []
    for file in files or reader.all_definitions():
        try:
            one = reader.open(file, str(file) if named else f"plans/{file.name}")
        except Refused as refused:
            wrong += refused.diagnostics
            continue
        opened.append(one)
        wrong += one.errors
    return tuple(opened), tuple(wrong)
