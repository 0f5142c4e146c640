"""What whoever sees an error of the system can do about it."""

from __future__ import annotations

import errno

_ROOM = "Make room on that disk, and run the command again."
_RIGHTS = "See that whoever runs this may read and write there, and run the command again."
_THERE = "Put it there, or save it again if it was there a moment ago, and run the command again."
_DISK = "That disk fails to read or write; look after it, then run the command again."
_ADVICE = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EFBIG: _ROOM,
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: _RIGHTS,
    errno.ENOENT: _THERE,
    errno.ESTALE: _THERE,
    errno.EIO: _DISK,
}


def advice(problem: OSError) -> str:
    """Return a sentence on what to do; nothing where nothing general can be said."""
    return _ADVICE.get(problem.errno or 0, "")
