"""Progress at a terminal, in CI, and piped: what is written, and how often."""

from __future__ import annotations

import fcntl
import io
import os
import pty
import struct
import termios
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from generator.report.progress import Progress, unseen
from generator.report.progress_shown import progress_on, remaining

Work = Callable[[Progress, "Clock"], None]


@dataclass
class Clock:
    """Seconds that pass only when the test says so."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now

    def passes(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Terminal(io.StringIO):
    """A stream that says it is a terminal and keeps each writing apart; it has no width of its own."""

    writings: list[str] = field(default_factory=list)

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.writings.append(text)
        return len(text)


def at_a_terminal(work: Work, environment: Mapping[str, str] | None = None) -> list[str]:
    stream, clock = Terminal(), Clock()
    with progress_on(stream, True, environment or {}, clock) as progress:
        work(progress, clock)
    return stream.writings


def piped(work: Work, lines: bool = True, **environment: str) -> str:
    stream, clock = io.StringIO(), Clock()
    with progress_on(stream, lines, environment, clock) as progress:
        work(progress, clock)
    return stream.getvalue()


def a_hundred_plans(progress: Progress, clock: Clock) -> None:
    """Half a second each, then a stage in which nothing is counted."""
    progress("Making plans", 0, 100)
    for done in range(1, 101):
        clock.passes(0.5)
        progress("Making plans", done, 100)
    progress("Following every link")
    clock.passes(4)


def lines_of(written: str) -> list[str]:
    """Return what stood in the terminal's line after each writing."""
    line, lines = "", []
    for text in written.split("\r")[1:]:
        line = (text + line[len(text) :]).rstrip()
        lines.append(line)
    return lines


def test_a_terminal_has_one_line_that_is_gone_at_the_end() -> None:
    written = at_a_terminal(a_hundred_plans)
    assert all(text.startswith("\r") and text[1:].isprintable() for text in written[:-1])
    lines = lines_of("".join(written))
    assert lines[0] == "Making plans: 0 of 100"
    assert "Making plans: 60 of 100, about 20 s left" in lines
    assert "Making plans: 95 of 100, a few seconds left" in lines
    assert lines[-3:] == ["Following every link", "", ""]


def test_the_line_is_gone_also_where_the_work_fails() -> None:
    stream = Terminal()
    with pytest.raises(KeyboardInterrupt), progress_on(stream, True, {}, Clock()) as progress:  # noqa: PT012
        progress("Making plans", 1, 2)
        raise KeyboardInterrupt
    assert lines_of("".join(stream.writings)) == ["Making plans: 1 of 2", "", ""]


def test_a_terminal_is_written_ten_times_a_second_at_most() -> None:
    def quick(progress: Progress, clock: Clock) -> None:
        for done in range(5000):
            progress("Making pages", done, 5000)
            clock.passes(0.001)

    assert 45 <= len(at_a_terminal(quick)) <= 52


def test_a_line_that_says_the_same_is_not_written_again() -> None:
    def slow(progress: Progress, clock: Clock) -> None:
        for _ in range(20):
            progress("Publishing with MkDocs")
            clock.passes(1)

    assert lines_of("".join(at_a_terminal(slow))) == ["Publishing with MkDocs", "", ""]


def test_a_new_stage_is_told_at_once() -> None:
    def stages(progress: Progress, clock: Clock) -> None:
        progress("Making plans", 5, 5)
        progress("Following every link")

    assert [text for text in at_a_terminal(stages) if "link" in text]


def test_where_nothing_was_told_nothing_is_cleared() -> None:
    assert at_a_terminal(lambda progress, clock: None) == []


def test_the_remaining_time_counts_the_stage_s_own_work_alone() -> None:
    def resumed(progress: Progress, clock: Clock) -> None:
        progress("Making plans", 90, 100)
        clock.passes(10)
        progress("Making plans", 91, 100)

    assert at_a_terminal(resumed)[-2] == "\rMaking plans: 91 of 100, about 2 min left"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "a few seconds left"),
        (5, "a few seconds left"),
        (7, "about 5 s left"),
        (18, "about 20 s left"),
        (57, "about 55 s left"),
        (58, "about 1 min left"),
        (100, "about 2 min left"),
        (3540, "about 59 min left"),
        (3590, "about 1 h 0 min left"),
        (8000, "about 2 h 13 min left"),
    ],
)
def test_remaining_time_in_words(seconds: float, words: str) -> None:
    assert remaining(seconds) == words


def test_ci_has_a_line_a_stage_and_one_every_ten_seconds() -> None:
    assert piped(a_hundred_plans, CI="true").splitlines() == [
        "Making plans: 0 of 100",
        "Making plans: 20 of 100, about 40 s left",
        "Making plans: 40 of 100, about 30 s left",
        "Making plans: 60 of 100, about 20 s left",
        "Making plans: 80 of 100, about 10 s left",
        "Making plans: 100 of 100",
        "Following every link",
    ]


@pytest.mark.parametrize("environment", [{}, {"CI": ""}, {"CI": "false"}, {"CI": "0"}])
def test_piped_without_ci_there_is_nothing(environment: dict[str, str]) -> None:
    assert piped(a_hundred_plans, **environment) == ""


def test_a_command_that_keeps_standard_error_for_diagnostics_has_no_lines_in_ci() -> None:
    assert piped(a_hundred_plans, lines=False, CI="1") == ""


def test_a_terminal_that_can_t_write_a_line_again_is_as_if_piped() -> None:
    assert at_a_terminal(a_hundred_plans, {"TERM": "dumb"}) == []
    assert "Making plans: 0 of 100\n" in at_a_terminal(a_hundred_plans, {"TERM": "dumb", "CI": "1"})


def test_a_stream_that_broke_does_not_stop_the_work() -> None:
    stream = io.StringIO()
    with progress_on(stream, True, {"CI": "1"}) as progress:
        stream.close()
        progress("Making plans", 1, 2)


def test_whoever_wants_none_sees_none(capfd: pytest.CaptureFixture[str]) -> None:
    unseen("Making plans", 1, 2)
    assert capfd.readouterr() == ("", "")


def told_to_a_terminal(columns: int, work: Work) -> str:
    """Return what a pseudo terminal of that width is given."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    told: list[bytes] = []
    reader = threading.Thread(target=lambda: told.extend(read_all(ours)))
    reader.start()
    with os.fdopen(theirs, "w", encoding="utf-8") as stream:
        clock = Clock()
        with progress_on(stream, True, {}, clock) as progress:
            work(progress, clock)
    reader.join()
    os.close(ours)
    return b"".join(told).decode("utf-8")


def read_all(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # how Linux tells that nobody writes any more
        while part := os.read(terminal, 4096):
            yield part


@pytest.mark.parametrize("columns", [20, 40, 200])
def test_a_line_is_never_wider_than_the_terminal(columns: int) -> None:
    lines = told_to_a_terminal(columns, a_hundred_plans).split("\r")
    assert max(map(len, lines)) == min(columns - 1, len("Making plans: 95 of 100, a few seconds left"))
    assert lines[-1] == ""
