"""How much memory a process and all that it started take together, looked at again and again while they run.

The kernel's proportional set size (PSS) counts a page that several processes share once, divided among them; so their
sum is what the whole tree takes. Where the kernel does not tell it, nothing is sampled.
"""

from __future__ import annotations

import contextlib
import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path

#: Seconds between two looks.
EVERY = 0.05
#: A look takes time itself: at most one part in so many of what is measured.
_SHARE = 20
_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.M)


class Sampler(threading.Thread):
    """Looks at a process tree until it is told to stop; ``peak`` is the most that was seen, in bytes."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._process = process
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until ``stop``."""
        wait = 0.0
        while not self._ended.wait(wait):
            began = time.thread_time()
            self.peak = max(self.peak, tree_memory(self._process))
            wait = max(EVERY, (time.thread_time() - began) * _SHARE)

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self.join()


def tree_memory(process: int) -> int:
    """Return the bytes that a process and all its descendants take now; 0 where the kernel does not say."""
    return sum(_memory(one) for one in _tree(process))


def _tree(process: int) -> Iterator[int]:
    yield process
    with contextlib.suppress(OSError):  # it ended meanwhile
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _tree(int(child))


def _memory(process: int) -> int:
    with contextlib.suppress(OSError):
        found = _PSS.search(Path(f"/proc/{process}/smaps_rollup").read_bytes())
        return int(found[1]) * 1024 if found else 0
    return 0
