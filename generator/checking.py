"""Check definitions: expand each, gather what is wrong with any. Nothing is written.

What publishing needs stays out, so that one plan is checked in a moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import bookmarks
from generator.load import load_definition
from generator.model.definition import Authored
from generator.model.definition_files import definition_files
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.result import Result
from generator.owned import late_reviews, owned
from generator.pipeline import Expanded, expand
from generator.project import Project, open_project
from generator.report.progress import Progress, unseen
from generator.schema_file import stale_schema


def check_definitions(root: Path, files: tuple[Path, ...], progress: Progress = unseen) -> Result:
    """Check definitions (all of the project's, or those named) and write nothing."""
    project = open_project(root)
    expanded, result = expand_all(project, files or definition_files(root), progress)
    plans = [one.authored for one in expanded]
    moved = _moved(project, expanded)
    if files:
        late, closing = late_reviews(root, plans)
        return Result(result.plans, (*result.diagnostics, *moved, *late), closing)
    clinic = owned(root, plans)
    found = (*result.diagnostics, *moved, *clinic.diagnostics, *stale_schema(project), *_calendars(root))
    return Result(result.plans, found, clinic.closing)


def _calendars(root: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the record of published calendars, which would stop a build."""
    from generator.publish.calendars import read_ledger

    try:
        read_ledger(root)
    except Refused as refused:
        return refused.diagnostics
    return ()


def _moved(project: Project, expanded: list[Expanded]) -> tuple[Diagnostic, ...]:
    """Return which published addresses would be gone, as far as it can be told without writing a page.

    Nothing is said of plans that were not asked for or have faults of their own.
    """
    read = {one.authored.id for one in expanded}
    unread = {path.stem for path in definition_files(project.root)} - read
    history = bookmarks.read_history(
        project.root, [bookmarks.written(one.authored, one.plan) for one in expanded], unread
    )
    there = bookmarks.expected(history, project.library.exercises, unread)
    return bookmarks.told(history, bookmarks.settled(history, there), there)


def expand_all(project: Project, files: tuple[Path, ...], progress: Progress) -> tuple[list[Expanded], Result]:
    """Expand definitions; return those that break no rule, and all that was found in any."""
    expanded: list[Expanded] = []
    diagnostics: list[Diagnostic] = []
    for number, path in enumerate(files, 1):
        progress("Checking plans", number - 1, len(files))
        found, told = expand_one(project, path)
        diagnostics += told
        if found is not None:
            expanded.append(found)
    if not files:
        place = Place("plans", 1, 1)
        diagnostics.append(Diagnostic(place, "error", None, "there is no plan in plans/", "Write one as a .yaml file."))
    return expanded, Result(len(files), tuple(diagnostics))


def expand_one(project: Project, path: Path) -> tuple[Expanded | None, tuple[Diagnostic, ...]]:
    """Expand a definition; return it unless it breaks a rule, and all that was found in it."""
    try:
        found = expand(project, path, _shown(path, project.root))
    except Refused as refused:
        return None, (*refused.diagnostics, *_unowned_as_read(path, project.root))
    return found, (*found.diagnostics, *_unowned(found.authored))


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
