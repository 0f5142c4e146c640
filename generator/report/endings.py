"""How a program ends that could not do what it was asked for: what it says, with which status. Never a traceback.

Status 1: a file can't be read or written. 3: a fault of ours. 130 and 143: somebody ended it, by Ctrl-C or by SIGTERM.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from generator.model.os_words import advice
from generator.model.quoting import FORBIDDEN

NOTHING = "nothing was published"
_CALLED_OFF = 128 + signal.SIGINT
_ENDED = 128 + signal.SIGTERM


class Ended(BaseException):
    """SIGTERM has come: whoever runs this program ends it."""


@contextmanager
def ended_by_signal() -> Iterator[None]:
    """Let SIGTERM raise Ended while the block runs, so that what was begun is left in order.

    Not in a thread, and not where somebody else listens to that signal.
    """
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGTERM) != signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(number: int, frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # once is enough
    raise Ended


def ending_of(problem: BaseException) -> tuple[str, int]:
    """Return the line that a program ends with, and its status.

    What was published is told by a note on ``problem``, or on what it came of; without one it is nothing.
    """
    said, status = _ending_of(problem)
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", said), status


def _ending_of(problem: BaseException) -> tuple[str, int]:
    published = _noted(problem) or NOTHING
    if isinstance(problem, Ended):
        return f"Ended from outside; {published}.", _ENDED
    if isinstance(problem, OSError):
        hint = advice(problem)
        said = f"{problem.filename or 'a file'}: {problem.strerror or problem}; {published}."
        return f"{said} {hint}" if hint else said, 1
    if isinstance(problem, Exception) and not _called_off(problem):
        return _our_fault(problem, published), 3
    return f"Interrupted; {published}.", _CALLED_OFF


def _called_off(problem: BaseException) -> bool:
    """True for Ctrl-C, as Python or as click has it."""
    return isinstance(problem, KeyboardInterrupt) or type(problem).__name__ == "Abort"


def _noted(problem: BaseException | None) -> str:
    while problem is not None:
        notes = getattr(problem, "__notes__", ())
        if notes:
            return "; ".join(notes)
        problem = problem.__cause__ or problem.__context__
    return ""


def _our_fault(fault: Exception, published: str) -> str:
    """Say that this is hardday's own fault, and what to report."""
    import traceback

    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{Path(last.filename).name}:{last.lineno} in {last.name}"
    return (
        f"hardday itself failed; {published}. Please report this line with the file that caused it: "
        f"{type(fault).__name__}: {' '.join(str(fault).split())} ({where})"
    )
