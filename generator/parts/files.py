"""Files of a part: what was written, and whether what stands on the disk is still that.

A file that is the same is not written again but gets a second name (a hard link), so a site of thousands of pages
costs what changed in it. Nothing ever writes into a file that is there: it would change under both names.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Collection, Mapping
from pathlib import Path

from generator.frozen import frozen
from generator.model.digest import digest

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


@frozen
class Written:
    """A file's content (its hash), its bytes, and when it was written, in nanoseconds.

    While size and time are the same the content is taken to be; where they are not, the content itself is looked at.
    """

    content: str
    size: int
    time: int


Files = Mapping[str, Written]


def is_name(name: str) -> bool:
    """True for a path that leads to a file below a folder and nowhere else."""
    return len(name) <= 300 and bool(_NAME.fullmatch(name))


def write_file(folder: Path, name: str, content: bytes) -> Written:
    """Write a new file below a folder; whatever is in its place is replaced, never written into."""
    path = os.path.join(folder, name)
    try:
        handle = os.open(path, _NEW, 0o666)
    except (FileNotFoundError, FileExistsError, NotADirectoryError):
        _make_way(folder, name)
        handle = os.open(path, _NEW, 0o666)
    with open(handle, "wb", buffering=0) as file:
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]
        known = os.fstat(handle)
    return Written(digest(content), known.st_size, known.st_mtime_ns)


def seen(folder: Path, name: str) -> Written:
    """Return what is known of a file that stands below a folder; OSError if there is none."""
    path = os.path.join(folder, name)
    known = os.stat(path, follow_symlinks=False)
    return Written(digest(_content(path)), known.st_size, known.st_mtime_ns)


def stands(folder: Path, name: str, file: Written) -> Written | None:
    """Return what is known of a file below a folder if it holds what was written; None if it is gone or another."""
    path = os.path.join(folder, name)
    try:
        known = os.stat(path, follow_symlinks=False)
        if (known.st_size, known.st_mtime_ns) == (file.size, file.time):
            return file
        if known.st_size != file.size or digest(_content(path)) != file.content:
            return None
    except OSError:
        return None
    return Written(file.content, known.st_size, known.st_mtime_ns)


def all_stand(folder: Path, files: Files) -> Files | None:
    """Return what is known of files below a folder if each holds what was written; None if any does not."""
    found: dict[str, Written] = {}
    for name, file in files.items():
        now = stands(folder, name, file)
        if now is None:
            return None
        found[name] = now
    return found


def link_files(files: Files, source: Path, target: Path, there: Collection[str] = ()) -> None:
    """Give each file of ``source`` the same name below ``target``; OSError if it can't be.

    ``there``: those that have it already.
    """
    made: set[str] = set()
    for name in files:
        if name in there:
            continue
        path, place = os.path.join(source, name), os.path.join(target, name)
        folder = os.path.dirname(place)
        try:
            if folder not in made:
                os.makedirs(folder, exist_ok=True)
            _link(path, place)
        except (FileExistsError, NotADirectoryError):
            _make_way(target, name)
            _link(path, place)
        made.add(folder)


def _link(path: str, place: str) -> None:
    try:
        os.link(path, place, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # another disk, or one without links
        _copy(path, place)


def _make_way(folder: Path, name: str) -> None:
    """Remove what stands in a file's place or in that of its folders, and make these."""
    path = os.path.join(folder, name)
    try:
        os.mkdir(os.path.dirname(path))
    except (FileNotFoundError, FileExistsError, NotADirectoryError):
        pass  # more than the last folder has to be made, or something stands in the way
    else:
        return
    if _is_folder(path):
        shutil.rmtree(path)
    elif os.path.lexists(path):
        os.unlink(path)
    else:
        inside = str(folder)
        for part in name.split("/")[:-1]:
            inside = os.path.join(inside, part)
            if os.path.lexists(inside) and not _is_folder(inside):
                os.unlink(inside)
        os.makedirs(os.path.dirname(path), exist_ok=True)


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)


def _copy(path: str, place: str) -> None:
    known, content = os.stat(path), _content(path)
    with open(place, "xb") as file:
        file.write(content)
    os.utime(place, ns=(known.st_atime_ns, known.st_mtime_ns))


def _content(path: str) -> bytes:
    handle = os.open(path, _READ)
    with os.fdopen(handle, "rb") as file:
        return file.read()
