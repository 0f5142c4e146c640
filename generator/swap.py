"""Put a finished folder in the place of another, so that a reader sees the old one or the new one, never a mix."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_ASIDE = "-old"


def swap_in(new: Path, published: Path) -> None:
    """Make ``new`` stand at ``published`` and delete what stood there. Both must be on one file system.

    OSError if that can't be done; then ``published`` is as it was.
    """
    if not published.exists():
        os.replace(new, published)
        return
    exchange(new, published)
    shutil.rmtree(new, ignore_errors=True)


def exchange(one: Path, other: Path) -> None:
    """Let two folders change places. Linux exchanges the two names in one step; elsewhere three renames follow another.

    OSError if neither can be done; then both are as they were. A process that is killed between the renames leaves
    ``other`` under a name that ``mend`` knows.
    """
    if _exchanged(one, other):
        return
    aside = _aside(one)
    shutil.rmtree(aside, ignore_errors=True)  # what an interrupted exchange left
    os.replace(other, aside)
    try:
        os.replace(one, other)
    except BaseException:
        os.replace(aside, other)
        raise
    os.replace(aside, one)


def mend(one: Path, other: Path) -> None:
    """Bring back what an exchange that was killed between two renames left aside; nothing where it ran in one step."""
    aside = _aside(one)
    if aside.exists() and not other.exists():
        os.replace(aside, other)
    elif aside.exists() and not one.exists():
        os.replace(aside, one)


def _aside(folder: Path) -> Path:
    return folder.with_name(folder.name + _ASIDE)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    result = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(result == 0)
