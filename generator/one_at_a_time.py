"""One program at a time writes into a project: a lock that ends with the program, however that ends."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.model.finding import Diagnostic, Place, Refused

try:
    import fcntl
except ImportError:  # no such locks on Windows; there is no waiting then
    fcntl = None  # type: ignore[assignment]

FILE = "build/lock"
#: How long another program is waited for, in seconds, unless told otherwise.
PATIENCE = 600.0
_BETWEEN = 0.1


@contextlib.contextmanager
def one_at_a_time(root: Path, progress: Callable[[str], None], patience: float = PATIENCE) -> Iterator[None]:
    """Hold the project's lock while the block runs; wait for whoever holds it, and say so.

    Refused if that takes longer than ``patience`` seconds. The lock is the system's: a killed program holds none.
    """
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="utf-8") as file:
        _wait(file.fileno(), path, progress, patience)
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield


def _wait(handle: int, path: Path, progress: Callable[[str], None], patience: float) -> None:
    told, until = False, time.monotonic() + patience
    while not _locked(handle):
        if time.monotonic() >= until:
            message = f"another program is building here ({_holder(path)}) and did not end"
            hint = "Wait until it is done, or end it; what it was doing stays unpublished."
            raise Refused((Diagnostic(Place(FILE, 1, 1), "error", None, message, hint),))
        if not told:
            progress(f"Another program is building here ({_holder(path)}); waiting for it to end")
            told = True
        time.sleep(_BETWEEN)


def _locked(handle: int) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder(path: Path) -> str:
    try:
        number = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        number = ""
    return f"process {number}" if number.isdecimal() else "its process is not known"
