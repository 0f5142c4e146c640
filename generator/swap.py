"""Put a finished folder in the place of another, so that a reader sees the old one or the new one, never a mix."""

from __future__ import annotations

import ctypes
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def swap_in(new: Path, published: Path) -> None:
    """Make ``new`` stand at ``published`` and delete what stood there. Both must be on one file system.

    Linux exchanges the two names in one step (renameat2); elsewhere two renames follow each other.
    OSError if neither can be done; then ``published`` is as it was.
    """
    if not published.exists():
        os.replace(new, published)
        return
    old = new
    if not _exchanged(new, published):
        old = new.with_name(new.name + "-old")
        shutil.rmtree(old, ignore_errors=True)  # what an interrupted swap left
        os.replace(published, old)
        try:
            os.replace(new, published)
        except BaseException:
            os.replace(old, published)
            raise
    shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    result = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(result == 0)
