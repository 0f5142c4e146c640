"""What OLD and NEW stand for: a git revision, a project's folder, a definition, or an expanded plan."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from generator.diff.revision import NoRevision, find_revision, write_revision
from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.model.quoting import quoted

WORKING_FOLDER = "the working folder"


class NoSide(Exception):
    """What was named is nothing that can be compared; says why."""


@frozen
class Side:
    """A version of a project, or of one plan of it: ``file`` is then its definition or its JSON.

    ``shown`` is what it is called, ``prefix`` what stands before paths in messages, ``commit`` a revision's id.
    """

    shown: str
    root: Path
    file: Path | None = None
    prefix: str = ""
    commit: str = ""

    def told(self, diagnostic: Diagnostic) -> Diagnostic:
        """Return a message with the place as whoever asked knows it."""
        path = diagnostic.place.path.removeprefix(f"{self.root}/")
        path = "plans" if path == str(self.root) else path
        if self.file is None and self.prefix:
            path = f"{self.prefix}{path}"
        return replace(diagnostic, place=replace(diagnostic.place, path=path))


@contextmanager
def sides(root: Path, old: str, new: str) -> Iterator[tuple[Side, Side]]:
    """Give both sides while the block runs; NoSide if one of them is nothing."""
    with ExitStack() as folders:
        yield _side(root, old, folders), _side(root, new, folders)


def _side(root: Path, name: str, folders: ExitStack) -> Side:
    if name in (".", "./"):
        return _on_disk(root, name, root)
    try:
        there = [path for path in (Path(name), root / name) if name and path.exists()]
    except (OSError, ValueError):
        there = []
    if there:
        return _on_disk(root, name, there[0])
    try:
        revision = find_revision(root, name)
    except NoRevision as problem:
        hint = " Write the two revisions as two words." if ".." in name else ""
        raise NoSide(f"{quoted(name)} is no folder and no file, and {problem}.{hint}") from None
    folder = Path(folders.enter_context(tempfile.TemporaryDirectory(prefix="hardday-diff-")))
    write_revision(root, revision, folder)
    return Side(name, folder, prefix=f"{name}:", commit=revision.commit)


def _on_disk(root: Path, name: str, path: Path) -> Side:
    if path.is_file():
        return Side(name, _project_of(path) or root, file=path)
    if not path.is_dir():
        raise NoSide(f"{quoted(name)} is no folder and no file.")
    if not (path / "plans").is_dir():
        raise NoSide(f"{quoted(name)} is a folder without plans/.")
    if path.resolve() == root.resolve():
        return Side(WORKING_FOLDER, root)
    return Side(name, path, prefix=f"{name.rstrip('/')}/")


def _project_of(path: Path) -> Path | None:
    """Return the project whose definition a file is, so that its own library is read; None if it lies in none."""
    above = path.resolve().parent
    return above.parent if above.name == "plans" and (above / "library").is_dir() else None
