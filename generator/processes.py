"""The same work on many things, by several processes at once. Which did what, and when, is seen in no result."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from generator.model.finding import Diagnostic, Place, Refused

T = TypeVar("T")
R = TypeVar("R")

#: How many processes work, if somebody says so; otherwise one for each core that we may use.
WORKERS = "HARDDAY_WORKERS"
_MOST = 61  # what Windows can wait for
_LOOK = 0.2
_FORKS = sys.platform.startswith("linux")
_MOST_IN_A_ROW = 24
#: Plans between two looks for garbage, some 120 MB: to look as often as Python does takes a tenth of the work.
_COLLECTED = 96
_LOST = Diagnostic(
    Place("plans", 1, 1),
    "error",
    None,
    "a process that was at work on the plans was ended from outside, as a system does that runs out of memory",
    f"Build again; if it happens again, {WORKERS}=1 in the environment takes the least memory.",
)
_since: list[int] = []
_work: Callable[[Any], Any] | None = None


def in_processes(work: Callable[[T], R], things: Sequence[T]) -> Iterator[R]:
    """Yield what comes of each thing, in the order in which they are done; ``work`` has to be what can be pickled.

    What it raises is raised here. Refused if one of the processes is ended by somebody else.
    """
    with begun(work, things) as done:
        yield from done


@contextmanager
def begun(work: Callable[[T], R], things: Sequence[T], beside: bool = False) -> Iterator[Iterator[R]]:
    """Let the work begin at once; give what ``in_processes`` yields. What has not begun when the block ends never does.

    ``beside``: whoever asks has other work to do in the meantime, so that even a single thing is given away, if that is
    cheap.
    """
    processes = min(workers(), len(things))
    alone = processes == 1 and not (beside and gives_away())
    if not processes or alone:
        yield map(work, things)
        return
    import gc
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("fork" if _FORKS else "spawn")
    gc.freeze()  # what is there by now is no garbage, in no process
    with ProcessPoolExecutor(processes, context, _begin, (work, os.getpid())) as pool:
        try:
            waiting = [pool.submit(_do, group) for group in groups(things, processes)]
            yield (one for done in as_completed(waiting) for one in done.result())
        except BrokenProcessPool:
            pool.shutdown()
            time.sleep(_LOOK)  # who ends all processes at once ends this one, too: then it is that which is said
            raise Refused((_LOST,)) from None
        except (Exception, GeneratorExit):
            raise
        except BaseException:  # this program is being ended, and nobody waits for what the others do
            for process in multiprocessing.active_children():
                process.terminate()
            pool.shutdown(cancel_futures=True)
            raise
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while the block runs: a build makes little, and keeps nearly all that it makes to its end."""
    import gc

    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def workers() -> int:
    """Return how many processes may work at once."""
    said = os.environ.get(WORKERS, "")
    if said.isdecimal() and int(said):
        return min(int(said), _MOST)
    affinity = getattr(os, "sched_getaffinity", None)
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, _MOST)


def gives_away() -> bool:
    """True if another process may work beside this one, and is begun in a moment."""
    return _FORKS and workers() > 1


def groups(things: Sequence[T], processes: int) -> Iterator[Sequence[T]]:
    """Yield things that one process does in a row: neighbors, since those are often alike.

    First many, then fewer and fewer, so that all processes end at about the same time.
    """
    begin = 0
    while begin < len(things):
        size = max(1, min((len(things) - begin) // (2 * processes), _MOST_IN_A_ROW))
        yield things[begin : begin + size]
        begin += size


def _begin(work: Callable[[Any], Any], parent: int) -> None:
    import gc
    import signal
    import threading

    global _work
    _work = work
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process says what is to be said, and ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process soon after the one that began it, however that ended: nobody waits for its work any more."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _do(things: Sequence[Any]) -> list[Any]:
    import gc

    assert _work is not None
    done = list(map(_work, things))
    _since.append(len(things))
    if sum(_since) >= _COLLECTED:
        _since.clear()
        gc.collect()
    return done
