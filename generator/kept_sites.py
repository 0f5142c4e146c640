"""The published site and those before it: which version is up, how the next takes its place, how to go back.

``site/`` is what is published. ``build/site-next`` is where the next one is built; ``build/site-before/1`` is the one
that was published before, ``2`` the one before that. Each holds ``version.json``, written last: a folder without it is
no whole site. What is published changes by one exchange of two names, so a program that is killed at any moment leaves
the old site or the new one; ``tidy_up`` then finishes what it had begun. ``build/site-spare`` is one that nobody goes
back to any more: the next one is built in its folder (``parts/recycling.py``).
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.frozen import frozen
from generator.model.digest import digest
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import one_line
from generator.source_date import source_date
from generator.swap import exchange, mend

FORMAT = "hardday/version@1"
VERSION_FILE = "version.json"
#: How many earlier sites are kept unless told otherwise.
KEEP = 2
_NO_PART_OF_IT = (VERSION_FILE, ".gitignore")
_SOURCES = ("mkdocs.yml", "plans", "published", "templates", "clinic")


@frozen
class Version:
    """Which site a folder holds: its sources' date, their revision in git (``+`` if changed since), its files' hash.

    All are empty for a site without ``version.json``.
    """

    date: str = ""
    revision: str = ""
    content: str = ""


@frozen
class SitePaths:
    """Where the sites of a project stand."""

    root: Path

    @property
    def published(self) -> Path:
        """What is up."""
        return self.root / "site"

    @property
    def next(self) -> Path:
        """Where the next one is built."""
        return self.root / "build" / "site-next"

    @property
    def before(self) -> Path:
        """The folder of earlier ones: ``1`` was up last."""
        return self.root / "build" / "site-before"

    @property
    def journal(self) -> Path:
        """What an exchange was about, while it lasts."""
        return self.root / "build" / "site-exchange.json"

    @property
    def spare(self) -> Path:
        """A folder in which the next one may be built."""
        return self.root / "build" / "site-spare"

    @property
    def rubbish(self) -> Path:
        """What is being deleted."""
        return self.root / "build" / "site-rubbish"


def site_paths(root: Path) -> SitePaths:
    """Return where a project's sites stand, as full paths."""
    return SitePaths(root.resolve())


def version_of(folder: Path) -> Version:
    """Return which version a site is; an empty one if it does not say."""
    try:
        said: Any = json.loads((folder / VERSION_FILE).read_text(encoding="utf-8"))
        return Version(str(said["date"]), str(said["revision"]), str(said["content"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Version()


def tidy_up(root: Path) -> None:
    """Finish what a killed or failed program left: afterwards there is no ``build/site-next``."""
    paths = site_paths(root)
    mend(paths.next, paths.published)
    for number in range(1, 100):
        mend(paths.before / str(number), paths.published)
    if _was_exchanged(paths) and _is_site(paths.next):
        _shelve(paths, KEEP)
    _spare(paths, paths.next)
    _remove(paths.rubbish)
    paths.journal.unlink(missing_ok=True)


def stamp(root: Path, files: Mapping[str, str] | None = None) -> Version:
    """Say in the finished ``build/site-next`` which version it is; OSError if it can't be written.

    ``files``: what stands for each file's content by its path, for whoever knows; else every file is read.
    """
    paths = site_paths(root)
    ignore = paths.published / ".gitignore"
    if ignore.exists():
        shutil.copyfile(ignore, paths.next / ".gitignore")
    if files is None:
        built = (path for path in paths.next.rglob("*") if path.is_file())
        files = {path.relative_to(paths.next).as_posix(): digest(path.read_bytes()) for path in built}
    (paths.next / VERSION_FILE).write_bytes(_version_text(root, files.items()))
    return version_of(paths.next)


def version_file(root: Path, files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the file that says which version a site is. ``files`` are all of it."""
    return _version_text(root, ((name, digest(content)) for name, content in files))


def _version_text(root: Path, files: Iterable[tuple[str, str]]) -> bytes:
    said = {"format": FORMAT, "date": _date(root), "revision": _revision(root), "content": _content(files)}
    return (json.dumps(said, indent=1) + "\n").encode("utf-8")


def publish_next(root: Path, keep: int = KEEP) -> None:
    """Let ``build/site-next`` take the place of ``site/`` at once and keep what was up. OSError leaves it as it was."""
    paths = site_paths(root)
    _refuse_link(paths)
    if not paths.published.exists():
        os.replace(paths.next, paths.published)
        return
    old, new = version_of(paths.published), version_of(paths.next)
    _write_journal(paths, old, new)
    exchange(paths.next, paths.published)
    if keep and _is_site(paths.next) and old.content != new.content:
        _shelve(paths, keep)
    _spare(paths, paths.next)
    paths.journal.unlink(missing_ok=True)


def roll_back(root: Path, number: int = 1) -> tuple[Version, Version]:
    """Exchange ``site/`` with an earlier site; return what was up and what is up now. Refused if there is none."""
    paths = site_paths(root)
    _refuse_link(paths)
    chosen = paths.before / str(number)
    if not chosen.is_dir() or not paths.published.is_dir():
        numbers = ", ".join(map(str, _numbers(paths)))
        message = f"there is no earlier site {number} to go back to"
        hint = f"There are: {numbers}." if numbers else "A build keeps the site that was up before it."
        raise Refused((Diagnostic(Place("build/site-before", 1, 1), "error", None, message, hint),))
    ignore = paths.published / ".gitignore"
    if ignore.exists():
        shutil.copyfile(ignore, chosen / ".gitignore")
    old, new = version_of(paths.published), version_of(chosen)
    exchange(chosen, paths.published)
    return old, new


def kept(root: Path) -> Iterator[tuple[int, Version]]:
    """Yield the number and version of each earlier site, the last one first."""
    paths = site_paths(root)
    for number in _numbers(paths):
        yield number, version_of(paths.before / str(number))


def version_text(root: Path, version: Version) -> str:
    """Return a version in words: its date, its revision and what git says of it, its hash."""
    if not version.content:
        return "a site that does not say which version it is"
    revision = version.revision.removesuffix("+")
    subject = _git(root, "show", "--no-patch", "--format=%s", revision) if revision.isalnum() else ""
    changed = " and changes after it" if version.revision.endswith("+") else ""
    built = [f"revision {revision}{f' ({one_line(subject)})' if subject else ''}{changed}"] if revision else []
    return ", ".join([version.date.replace("T", " ").removesuffix("Z"), *built, f"content {version.content}"])


def _is_site(folder: Path) -> bool:
    """False for the empty folder of a project that has published nothing yet."""
    return (folder / VERSION_FILE).is_file() or (folder / "index.html").is_file()


def _refuse_link(paths: SitePaths) -> None:
    if paths.published.is_symlink():
        message = "site/ is a link to another folder; it can't be exchanged at once"
        hint = "Let the web server read site/ itself, or let a link there point to it."
        raise Refused((Diagnostic(Place("site", 1, 1), "error", None, message, hint),))


def _write_journal(paths: SitePaths, old: Version, new: Version) -> None:
    aside = paths.journal.with_name(paths.journal.name + ".part")
    aside.write_text(json.dumps({"old": old.content, "new": new.content}), encoding="utf-8")
    os.replace(aside, paths.journal)


def _was_exchanged(paths: SitePaths) -> bool:
    """True if a killed program had exchanged the two: ``build/site-next`` then holds what was up before."""
    try:
        said: Any = json.loads(paths.journal.read_text(encoding="utf-8"))
        changed = bool(said["new"] != said["old"])
        return changed and paths.next.is_dir() and version_of(paths.published).content == said["new"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def _shelve(paths: SitePaths, keep: int) -> None:
    """Put what was up in front of the earlier sites; those beyond ``keep``, and doubles of what is up, go."""
    paths.before.mkdir(parents=True, exist_ok=True)
    up = version_of(paths.published).content
    stays: list[int] = []
    for number in _numbers(paths):
        folder = paths.before / str(number)
        # They are counted, for a program that was killed here leaves none of some number.
        if len(stays) + 1 >= keep or (up and version_of(folder).content == up):
            _spare(paths, folder)
        else:
            stays.append(number)
    places = [*enumerate(stays, 2)]
    nearer = [(place, number) for place, number in places if place < number]
    farther = [(place, number) for place, number in reversed(places) if place > number]
    for place, number in nearer + farther:  # in this order each place is free
        os.replace(paths.before / str(number), paths.before / str(place))
    os.replace(paths.next, paths.before / "1")


def _numbers(paths: SitePaths) -> list[int]:
    found = paths.before.iterdir() if paths.before.is_dir() else ()
    return sorted(int(path.name) for path in found if path.name.isdecimal() and path.is_dir())


def take_spare(root: Path) -> bool:
    """Let the spare folder be ``build/site-next``, with whatever it holds; return whether there is one."""
    paths = site_paths(root)
    there = _is_folder(paths.spare)
    if there:
        os.replace(paths.spare, paths.next)
    else:
        _delete(paths, paths.spare)
    return there


def give_up_next(root: Path, spare: bool) -> None:
    """Let there be no ``build/site-next``: what was begun there is not to be published.

    ``spare``: it was one, and is one again.
    """
    paths = site_paths(root)
    if spare:
        _spare(paths, paths.next)
    else:
        _delete(paths, paths.next)


def _spare(paths: SitePaths, folder: Path) -> None:
    """Keep a folder that is no site any more for the next one; it is deleted if there is such a one already."""
    if _is_folder(folder) and not os.path.lexists(paths.spare):
        os.replace(folder, paths.spare)
    else:
        _delete(paths, folder)


def _delete(paths: SitePaths, folder: Path) -> None:
    """Delete a folder; its name goes at once, so that nobody takes what is half deleted for a site.

    A file or a link in its place is deleted, too; what a link leads to stays.
    """
    if os.path.lexists(folder):
        _remove(paths.rubbish)
        os.replace(folder, paths.rubbish)
        _remove(paths.rubbish)


def _remove(path: Path) -> None:
    if _is_folder(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _content(files: Iterable[tuple[str, str]]) -> str:
    """Return a hash of all files and their paths."""
    found = hashlib.sha256()
    for name, content in sorted(files):
        if name not in _NO_PART_OF_IT:
            found.update(f"{name}\0{content}\0".encode())
    return found.hexdigest()[:16]


def _date(root: Path) -> str:
    try:
        return datetime.fromtimestamp(int(source_date(root)), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        return ""


def _revision(root: Path) -> str:
    revision = _git(root, "rev-parse", "--verify", "--short=12", "HEAD")
    changed = bool(revision) and bool(_git(root, "status", "--porcelain", "--", *_SOURCES))
    return f"{revision}+" if changed else revision


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
    except (OSError, UnicodeDecodeError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
