"""What the project-wide commands do: check every plan, write the pages, publish the site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load import definition_files, load_definition
from generator.model.definition import Authored
from generator.model.finding import Diagnostic, Place, Refused
from generator.pipeline import Expanded, expand, moves
from generator.plan_json import write_plan
from generator.project import Project, open_project, site_file, site_settings, site_url
from generator.publish import (
    PlanPage,
    PlanTexts,
    PolicyTexts,
    Site,
    calendar_feeds,
    offline_files,
    read_ledger,
    read_library_texts,
    render_site,
    write_ledger,
    write_pages,
)
from generator.publish.calendars import LEDGER
from generator.swap import swap_in

Progress = Callable[[str], None]
_NO_CLOCK = "315532800"  # 1980-01-01: a date for sources that have none


@dataclass(frozen=True, slots=True)
class Result:
    """What a command found: how many plans, every diagnostic, how its closing line ends, what is left to do."""

    plans: int
    diagnostics: tuple[Diagnostic, ...]
    closing: str = ""
    left_to_do: str = ""

    @property
    def failed(self) -> bool:
        """True if any diagnostic is an error."""
        return any(d.severity == "error" for d in self.diagnostics)


def check_definitions(root: Path, files: tuple[Path, ...]) -> Result:
    """Check definitions (all of the project's, or those named) and write nothing."""
    _, result = _expand_all(open_project(root), files or definition_files(root), lambda text: None)
    return result


def build_pages(root: Path, progress: Progress) -> Result:
    """Write build/pages and the navigation that mkdocs.yml inherits."""
    project = open_project(root)
    expanded, result = _expand_all(project, definition_files(root), progress)
    if result.failed:
        return Result(result.plans, result.diagnostics, "; nothing was written")
    texts = project.policies.texts
    library, pages = read_library_texts(root / "plans" / "library"), tuple(_page(e) for e in expanded)
    policies = tuple(PolicyTexts(name, text.title, text.summary) for name, text in texts.items())
    site = render_site(pages, library, site_settings(root), policies)
    feeds = calendar_feeds(pages, library, site_url(root), read_ledger(root), int(source_date(root)))
    saved = offline_files(pages, site.pages, site_file(root))
    site = Site({**site.pages, **feeds.files, **saved}, site.navigation)
    progress(f"Writing {len(site.pages)} pages")
    write_pages(site, root / "build")
    left = _to_commit(root, write_ledger(root, feeds.ledger))
    return Result(result.plans, result.diagnostics, f"; {len(site.pages)} files in build/pages{left}", left)


def build_site(root: Path, progress: Progress) -> Result:
    """Do everything up to site/. A failed build leaves site/ as it was."""
    result = build_pages(root, progress)
    if result.failed:
        return Result(result.plans, result.diagnostics, "; site/ is as it was")
    progress("Publishing with MkDocs")
    faults = _mkdocs(root)
    if faults:
        return Result(result.plans, (*result.diagnostics, *faults), "; site/ is as it was")
    return Result(result.plans, result.diagnostics, f"; site/ is published{result.left_to_do}")


def _to_commit(root: Path, changed: bool) -> str:
    """Return what to do with the ledger of the calendars: nothing if the last commit has it as it is now.

    Where git is not at hand, a change in this build is all that can be told.
    """
    command = ["git", "status", "--porcelain", "--", LEDGER]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        done = None
    told = bool(done.stdout.strip()) if done and done.returncode == 0 else changed
    return f"; {LEDGER} has changed with the calendars: commit it with the plans" if told else ""


def _expand_all(project: Project, files: tuple[Path, ...], progress: Progress) -> tuple[list[Expanded], Result]:
    expanded: list[Expanded] = []
    diagnostics: list[Diagnostic] = []
    for number, path in enumerate(files, 1):
        progress(f"Expanding {path.stem} ({number} of {len(files)})")
        try:
            found = expand(project, path, _shown(path, project.root))
        except Refused as refused:
            diagnostics += (*refused.diagnostics, *_unowned_as_read(path, project.root))
            continue
        expanded.append(found)
        diagnostics += (*found.diagnostics, *_unowned(found.authored))
    if not files:
        place = Place("plans", 1, 1)
        diagnostics.append(Diagnostic(place, "error", None, "there is no plan in plans/", "Write one as a .yaml file."))
    return expanded, Result(len(files), tuple(diagnostics))


#: What a given calendar is published with, what is missing without it, and what to write.
_OWNED_BY = (
    ("source", "whose it is", "Write source: and who wrote it and where; source: our own for one of your own."),
    ("licence", "under which license it is published", "Write licence: CC BY 4.0, MIT, or what its author says."),
)


def _unowned(authored: Authored) -> Iterator[Diagnostic]:
    """Yield what a given calendar lacks to be published; it may be expanded and explained without."""
    d = authored.definition
    if d.calendar:
        yield from _missing({"source": d.source, "licence": d.licence}, authored.key_place("calendar"))


def _unowned_as_read(path: Path, root: Path) -> Iterator[Diagnostic]:
    """The same of a definition that was refused, so that its author is told everything at once."""
    try:
        tree = load_definition(path, root, _shown(path, root))
    except Refused:
        return
    if tree.value.get("calendar") and not tree.partial:
        yield from _missing(tree.value, tree.keys.get(("calendar",), Place(tree.path, 1, 1)))


def _missing(written: Mapping[str, object], place: Place) -> Iterator[Diagnostic]:
    for key, wanted, hint in _OWNED_BY:
        if not str(written.get(key) or "").strip():
            message = f"a given calendar belongs to its author: it needs {key}: ({wanted})"
            yield Diagnostic(place, "error", None, message, hint)


def _shown(path: Path, root: Path) -> str:
    """Return the path as messages print it: relative to the project where it lies in it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path)


def _page(expanded: Expanded) -> PlanPage:
    d = expanded.authored.definition
    texts = PlanTexts(
        id=expanded.authored.id,
        title=d.title,
        summary=d.summary,
        for_you=d.for_you,
        not_for_you=d.not_for_you,
        entry=d.entry.needs,
        author=d.author,
        reviewed_by=d.reviewed.by if d.reviewed else "",
        reviewed_on=d.reviewed.on if d.reviewed else "",
        sources=d.sources,
        source=d.source,
        licence=d.licence,
        order=d.order,
    )
    allowed = {week.week: week.as_json() for week in moves(expanded)}
    return PlanPage(expanded.plan, texts, write_plan(expanded.plan), allowed)


def _mkdocs(root: Path) -> tuple[Diagnostic, ...]:
    """Build aside, then swap; return what MkDocs complains of."""
    aside = root.resolve() / "build" / "site-next"
    published = root.resolve() / "site"
    shutil.rmtree(aside, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(aside)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": source_date(root)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        complaints = [line for line in done.stderr.splitlines() if line.startswith(("ERROR", "WARNING", "Error"))]
        place = Place("mkdocs.yml", 1, 1)
        lines = complaints or [done.stderr.strip()[-400:] or "MkDocs failed without a word"]
        return tuple(Diagnostic(place, "error", None, f"MkDocs says: {line}") for line in lines)
    ignore = published / ".gitignore"
    if ignore.exists():
        shutil.copyfile(ignore, aside / ".gitignore")
    try:
        swap_in(aside, published)
    except OSError as problem:
        message = f"the new site can't take the place of the old one: {problem.strerror}"
        return (Diagnostic(Place("site", 1, 1), "error", None, message, "Check who may write here."),)
    return ()


def source_date(root: Path) -> str:
    """Return SOURCE_DATE_EPOCH: the environment's, else the last commit's time, else a fixed date. Never the clock."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    command = ["git", "log", "-1", "--format=%ct"]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return _NO_CLOCK
    return done.stdout.strip() or _NO_CLOCK
