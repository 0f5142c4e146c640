"""Progress for whoever waits: at a terminal one line that is written again and cleared at the end, in CI a few lines.

Piped elsewhere there is nothing, since somebody may read standard error for diagnostics. A clock is read here and
nowhere else in a build, and only for what is shown.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TextIO

from generator.report.progress import Progress, unseen

#: Seconds between two writings of the terminal's line, and between two lines in CI.
_ON_TERMINAL, _IN_CI = 0.1, 10.0
#: Seconds of a stage after which its remaining time is told; before, a guess would jump.
_KNOWN_AFTER = 3.0
Clock = Callable[[], float]


@contextmanager
def progress_on(
    stream: TextIO, lines: bool = True, environment: Mapping[str, str] = os.environ, clock: Clock = time.monotonic
) -> Iterator[Progress]:
    """Give the progress that suits a stream while the block runs.

    ``lines``: whether CI gets lines; not where a command's standard error is for diagnostics alone. ``clock`` counts
    seconds.
    """
    stage = _Stage(clock)
    if stream.isatty() and environment.get("TERM") != "dumb":
        line = _OneLine(stream, stage)
        try:
            yield line
        finally:
            line.clear()
    elif lines and environment.get("CI", "").lower() not in ("", "0", "false"):
        yield _Lines(stream, stage)
    else:
        yield unseen


def remaining(seconds: float) -> str:
    """Return how long it will take in plain words, rounded so that it does not seem to be exact."""
    if seconds <= 5:
        return "a few seconds left"
    if seconds < 57.5:
        return f"about {5 * round(seconds / 5)} s left"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"about {minutes} min left"
    return f"about {minutes // 60} h {minutes % 60} min left"


@dataclass(slots=True)
class _Stage:
    """The stage that the work is in: since when, and how much was done then."""

    clock: Clock
    name: str | None = None
    since: float = 0.0
    done_then: int = 0

    def enter(self, text: str, done: int) -> bool:
        """Take note of where the work is; return whether it is another stage than before."""
        if text == self.name:
            return False
        self.name, self.since, self.done_then = text, self.clock(), done
        return True

    def told(self, done: int, of: int) -> str:
        """Return the stage, how far it is, and how long it will still take if that can be known."""
        if not of:
            return f"{self.name}"
        took, progressed = self.clock() - self.since, done - self.done_then
        known = took >= _KNOWN_AFTER and progressed > 0 and done < of
        left = f", {remaining(took / progressed * (of - done))}" if known else ""
        return f"{self.name}: {done} of {of}{left}"


class _OneLine:
    """Progress at a terminal: each line is written over the one before, so that nothing flickers."""

    def __init__(self, stream: TextIO, stage: _Stage) -> None:
        self._stream, self._stage = stream, stage
        self._written, self._next = "", 0.0

    def __call__(self, text: str, done: int = 0, of: int = 0) -> None:
        """Write the line again if it says something else and did not just change within a stage."""
        now = self._stage.clock()
        if not self._stage.enter(text, done) and now < self._next:
            return
        line = self._stage.told(done, of)
        width = self._width() - 1  # a terminal may go on to the next line once the last column is written
        line = line if len(line) <= width else f"{line[: max(0, width - 1)]}…"
        if line != self._written:
            _write(self._stream, f"\r{line.ljust(min(len(self._written), width))}")
            self._written, self._next = line, now + _ON_TERMINAL

    def clear(self) -> None:
        """Leave the terminal as it was."""
        if self._written:
            _write(self._stream, f"\r{' ' * min(len(self._written), self._width() - 1)}\r")
            self._written = ""

    def _width(self) -> int:
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or 80
        except (OSError, ValueError):
            return 80


class _Lines:
    """Progress in CI: each stage when it begins, and how far it is now and then."""

    def __init__(self, stream: TextIO, stage: _Stage) -> None:
        self._stream, self._stage, self._next = stream, stage, 0.0

    def __call__(self, text: str, done: int = 0, of: int = 0) -> None:
        """Write a line if it is time for one."""
        now = self._stage.clock()
        if self._stage.enter(text, done) or now >= self._next:
            _write(self._stream, f"{self._stage.told(done, of)}\n")
            self._next = now + _IN_CI


def _write(stream: TextIO, text: str) -> None:
    """Write at once; what can't be shown never stops the work."""
    with suppress(OSError, ValueError):
        stream.write(text)
        stream.flush()
