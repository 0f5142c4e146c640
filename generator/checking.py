"""Check definitions: expand each, gather what is wrong with any. Nothing is written.

What publishing needs stays out, so that one plan is checked in a moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator import bookmarks
from generator.frozen import frozen
from generator.load import load_definition
from generator.model.definition import Authored
from generator.model.definition_files import definition_files
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.outline import outlined
from generator.model.result import Result
from generator.owned import late_reviews, owned_with
from generator.pipeline import Expanded, expand
from generator.processes import in_processes
from generator.project import Project, open_project
from generator.report.progress import Progress, unseen
from generator.reviews import Reviewed, review_of
from generator.schema_file import stale_schema
from generator.settings import read_settings

_CHECKING = "Checking plans"
#: So few plans are checked sooner than other processes are begun.
_FEW = 6
_NO_PLAN = Diagnostic(Place("plans", 1, 1), "error", None, "there is no plan in plans/", "Write one as a .yaml file.")


def check_definitions(root: Path, files: tuple[Path, ...], progress: Progress = unseen) -> Result:
    """Check definitions (all of the project's, or those named) and write nothing."""
    project = open_project(root)
    checked, result = _check_all(project, files or definition_files(root), progress)
    reviews = [one.review for one in checked]
    moved = _moved(project, [one.written for one in checked])
    if files:
        late, closing = late_reviews(root, reviews)
        return Result(result.plans, (*result.diagnostics, *moved, *late), closing)
    clinic = owned_with(root, read_settings(root), reviews)
    found = (*result.diagnostics, *moved, *clinic.diagnostics, *stale_schema(project), *_calendars(root))
    return Result(result.plans, found, clinic.closing)


def _calendars(root: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the record of published calendars, which would stop a build."""
    from generator.publish.calendars.ledger import read_ledger

    try:
        read_ledger(root)
    except Refused as refused:
        return refused.diagnostics
    return ()


@frozen
class _Checked:
    """What checking a project needs of a plan that breaks no rule."""

    written: bookmarks.Written
    review: Reviewed


def _check_all(project: Project, files: tuple[Path, ...], progress: Progress) -> tuple[list[_Checked], Result]:
    """Check definitions, in several processes where there are many."""
    found: dict[Path, tuple[_Checked | None, tuple[Diagnostic, ...]]] = {}
    check, few = partial(_check_one, project), len(files) <= _FEW
    progress(_CHECKING, 0, len(files))
    for path, checked, told in map(check, files) if few else in_processes(check, files):
        found[path] = checked, told
        if len(found) < len(files):
            progress(_CHECKING, len(found), len(files))
    checked_in_order = [found[path] for path in files]
    diagnostics = tuple(one for _, told in checked_in_order for one in told) if files else (_NO_PLAN,)
    return [one for one, _ in checked_in_order if one is not None], Result(len(files), diagnostics)


def _check_one(project: Project, path: Path) -> tuple[Path, _Checked | None, tuple[Diagnostic, ...]]:
    found, told = expand_one(project, path)
    if found is None:
        return path, None, told
    said = bookmarks.written(found.authored, found.plan)
    return path, _Checked(replace(said, plan=outlined(said.plan)), review_of(found.authored)), told


def _moved(project: Project, plans: list[bookmarks.Written]) -> tuple[Diagnostic, ...]:
    """Return which published addresses would be gone, as far as it can be told without writing a page.

    Nothing is said of plans that were not asked for or have faults of their own.
    """
    read = {one.plan.id for one in plans}
    unread = {path.stem for path in definition_files(project.root)} - read
    history = bookmarks.read_history(project.root, plans, unread)
    there = bookmarks.expected(history, project.library.exercises, unread)
    return bookmarks.told(history, bookmarks.settled(history, there), there)


def expand_all(project: Project, files: tuple[Path, ...], progress: Progress) -> tuple[list[Expanded], Result]:
    """Expand definitions; return those that break no rule, and all that was found in any."""
    expanded: list[Expanded] = []
    diagnostics: list[Diagnostic] = []
    for number, path in enumerate(files, 1):
        progress(_CHECKING, number - 1, len(files))
        found, told = expand_one(project, path)
        diagnostics += told
        if found is not None:
            expanded.append(found)
    if not files:
        diagnostics.append(_NO_PLAN)
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
    """Return the path as messages print it: relative to the project where it lies in it. A link keeps its own name."""
    try:
        return (path.parent.resolve() / path.name).relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):  # of folders that are links in a ring
        return str(path)
