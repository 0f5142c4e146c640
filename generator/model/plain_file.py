"""What may be read to its end and written over: a plain file."""

from __future__ import annotations

from pathlib import Path


def is_no_plain_file(path: Path) -> bool:
    """True if a link, a folder, a pipe or a device stands there: a device has no end, and a pipe is waited for.

    False for a plain file, and where there is nothing yet.
    """
    return path.is_symlink() or (path.exists() and not path.is_file())
