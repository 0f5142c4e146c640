"""What a project's site is made of, by content: what is the same need not be read again.

A file is read whole to say whether it changed: dates of files miss two saves within a few milliseconds.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.frozen import frozen
from generator.model.definition_files import definition_files

#: Below the project: what is watched beside its plans.
FOLDERS = ("plans", "templates", "published", "clinic")
SETTINGS = "mkdocs.yml"
_LARGEST = 64 * 1024 * 1024
_SEES_OTHERS = re.compile(rb"extends|\\")


@frozen
class Inputs:
    """Keys made of content. ``plans`` has one for each definition, by its path.

    ``shared`` is what all plans are expanded with; ``words`` what pages are printed with; ``locale`` the words of other
    languages; ``theme`` what HTML is made with; ``records`` what was ever published.
    """

    plans: Mapping[Path, str]
    shared: str
    settings: str
    words: str
    locale: str
    theme: str
    records: str


def read_inputs(root: Path, templates: Path) -> Inputs:
    """Read all that a site is made of."""
    return Inputs(
        plans=plan_keys(root),
        shared=_key_of(_below(root / "plans" / "library"), _below(root / "plans" / "policies")),
        settings=_key(_content(root / SETTINGS), _key_of(_below(root / "clinic")).encode()),
        words=_key_of(_below(templates, without="preview")),
        locale=_key_of(_below(templates / "locale")),
        theme=_key_of(_below(root / "templates" / "theme"), _below(templates / "theme")),
        records=records_key(root),
    )


def records_key(root: Path) -> str:
    """Return what stands for all that was ever published."""
    return _key_of(_below(root / "published"))


def plan_keys(root: Path) -> dict[Path, str]:
    """Return the key of each definition."""
    names = definition_files(root)
    contents = {path: _content(path) for path in names}
    policies = sorted((root / "plans" / "policies").glob("*.yaml"))
    known = "\n".join(path.relative_to(root).as_posix() for path in (*names, *policies))
    return {path: _plan_key(path, contents, known) for path in names}


def stamps(root: Path, templates: Path) -> int:
    """Return a number that changes whenever a file's date or size does: quick to ask again and again."""
    found = [_stamp(root / SETTINGS)]
    for folder in sorted({*(root / name for name in FOLDERS), templates}):
        for here, folders, files in os.walk(folder):
            folders.sort()
            found += (_stamp(Path(here, name)) for name in sorted(files))
    return hash(tuple(found))


def _stamp(path: Path) -> tuple[str, int, int, int]:
    try:
        known = path.lstat()
    except OSError:
        return str(path), 0, 0, 0
    return str(path), known.st_mtime_ns, known.st_size, known.st_ino


def _plan_key(path: Path, contents: Mapping[Path, bytes], known: str) -> str:
    """Return what decides how a definition is read: itself, its twin's name, and what it may extend.

    Which plan it extends is for ``load`` to say; here each counts whose name stands in it, or all where letters are
    written as escapes.
    """
    own, twin = contents[path], path.with_suffix(".yml" if path.suffix == ".yaml" else ".yaml")
    parts = [own, str(twin.exists()).encode()]
    if _SEES_OTHERS.search(own):
        others = (other for other in sorted(contents) if b"\\" in own or other.stem.encode() in own)
        parts += [known.encode(), *(contents[other] for other in others)]
    return _key(*parts)


def _below(folder: Path, without: str = "") -> Iterator[tuple[str, bytes]]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not (without and name == without and Path(here) == folder))
        for name in sorted(files):
            path = Path(here, name)
            yield path.relative_to(folder).as_posix(), _content(path)


def _content(path: Path) -> bytes:
    """Return what stands in a file, or what it is instead of one that can be read."""
    try:
        kind = b"link" if path.is_symlink() else b"file" if path.is_file() else b"other"
        if kind == b"other":
            return kind
        with path.open("rb") as file:
            return kind + file.read(_LARGEST)
    except OSError as problem:
        return f"unread {problem.errno}".encode()


def _key_of(*parts: Iterable[tuple[str, bytes]]) -> str:
    return _key(
        *(half for part in parts for name, content in part for half in (name.encode("utf-8", "replace"), content))
    )


def _key(*parts: bytes) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()
