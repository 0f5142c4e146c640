"""Parts made by several processes at once. Which process makes which part, and when, is seen in no file."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from generator.parts.plan import Outcome, Workshop
from generator.parts.stages import count, taken

#: How many processes make parts, if somebody says so; otherwise one for each core that we may use.
WORKERS = "HARDDAY_WORKERS"
_MOST = 61  # what Windows can wait for
_LOOK = 0.2
_workshop: Workshop | None = None


def make_parts(workshop: Workshop, paths: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what comes of each definition, in the order in which they are done."""
    processes = min(workers(), len(paths))
    if processes <= 1:
        yield from map(workshop.make, paths)
        return
    context = multiprocessing.get_context("fork" if sys.platform.startswith("linux") else "spawn")
    with ProcessPoolExecutor(processes, context, _begin, (workshop, os.getpid())) as pool:
        for done in as_completed([pool.submit(_make, path) for path in paths]):
            outcome, spent = done.result()
            count(spent)
            yield outcome


def workers() -> int:
    """Return how many processes may work at once."""
    said = os.environ.get(WORKERS, "")
    if said.isdecimal() and int(said):
        return min(int(said), _MOST)
    affinity = getattr(os, "sched_getaffinity", None)
    return min(len(affinity(0)) if affinity else os.cpu_count() or 1, _MOST)


def _begin(workshop: Workshop, parent: int) -> None:
    global _workshop
    _workshop = workshop
    taken()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process soon after the one that began it, however that ended: nobody waits for its work any more."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _make(path: Path) -> tuple[Outcome, Mapping[str, float]]:
    assert _workshop is not None
    return _workshop.make(path), taken()
