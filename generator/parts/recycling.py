"""A site that nobody needs any more becomes the next one: what is in both already need not be linked again.

A site of two thousand pages has as many folders, and to make and to delete them took longer than to make the pages that
changed. So the site that falls off the shelf (``kept_sites``) is kept as a spare, and the next site is built in its
folder. A file stays there only if it is the published site's own file under a second name (the same inode): nobody can
have put anything else in its place. Whatever else stands there is removed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def same_files(folder: Path, site: Path) -> frozenset[str]:
    """Return the files below ``folder`` that are files of ``site`` under a second name; remove all else there.

    Neither need exist. Nobody else may write below ``folder`` meanwhile. OSError if something can't be removed.
    """
    if not folder.is_dir():
        return frozenset()
    found: list[str] = []
    alike = site.is_dir() and not site.is_symlink() and folder.stat().st_dev == site.stat().st_dev
    _look(str(folder), str(site) if alike else None, "", found)
    return frozenset(found)


def take_places(fresh: Path, site: Path) -> None:
    """Let all that stands below ``fresh`` take its place below ``site``; other files stay, ``fresh`` goes.

    A part's files may lie in other parts' folders, too: pages that lead on from where weeks were.
    """
    if fresh.is_dir():
        _take_place(str(fresh), str(site))
        shutil.rmtree(fresh, ignore_errors=True)


def _take_place(new: str, place: str) -> None:
    folder = os.path.isdir(new)
    if os.path.lexists(place) and not (folder and _is_folder(place)):
        if _is_folder(place):
            shutil.rmtree(place)
        else:
            os.unlink(place)
    if folder and os.path.lexists(place):
        with os.scandir(new) as entries:
            names = [entry.name for entry in entries]
        for name in names:
            _take_place(os.path.join(new, name), os.path.join(place, name))
    else:
        os.replace(new, place)


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)


def remove_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files below a folder, and the folders that are empty then.

    One that is gone already may have made way for something else: a folder of its name, or a file of its folder's.
    """
    emptied: dict[str, None] = {}
    for name in names:
        path = os.path.join(folder, name)
        with suppress(FileNotFoundError, NotADirectoryError):
            if not os.path.isdir(path):
                os.unlink(path)
        emptied[name.rpartition("/")[0]] = None
    for inside in emptied:
        with suppress(OSError):  # something else stands in it
            while inside:
                os.rmdir(os.path.join(folder, inside))
                inside = inside.rpartition("/")[0]


def _look(here: str, there: str | None, inside: str, found: list[str]) -> bool:
    """Look through one folder beside the other; return whether anything stays in it."""
    others: dict[str, os.DirEntry[str]] = {}
    if there is not None:
        with os.scandir(there) as entries:
            others = {entry.name: entry for entry in entries}
    with os.scandir(here) as entries:
        own = list(entries)
    left = False
    for entry in own:
        other = others.get(entry.name)
        if entry.is_dir(follow_symlinks=False):
            both = other is not None and other.is_dir(follow_symlinks=False)
            if both and _look(entry.path, other.path if other else None, f"{inside}{entry.name}/", found):
                left = True
            else:
                shutil.rmtree(entry.path)
        elif other is not None and _is_file(entry) and _is_file(other) and entry.inode() == other.inode():
            found.append(inside + entry.name)
            left = True
        else:
            os.unlink(entry.path)
    return left


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)
