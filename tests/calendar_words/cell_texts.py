"""Cells as a table writes them: the reading in one line, ``?`` before a session without a kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.calendar_words import CellReading, ReadSession, Vocabulary, load_vocabulary, read_cell, settled
from generator.model.given import GivenDay

FOLDER = Path(__file__).parents[2] / "plans" / "library"


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary."""
    return load_vocabulary(FOLDER)


def written(key: tuple[str, ...]) -> str:
    """Return a wording as people write it: a number touches its word (``GA1``)."""
    return "".join(part if not index or part.isdigit() else f" {part}" for index, part in enumerate(key))


def reading(text: str) -> CellReading:
    """Read a cell by the shipped vocabulary."""
    return read_cell(text, vocabulary())


def told(text: str) -> str:
    """Return what a cell says, in one line; a cell not understood fails with its reasons."""
    read = reading(text)
    assert not read.unknown, list(zip(read.unknown, read.why, strict=True))
    return " + ".join(map(session_text, read.sessions)) or "rest"


def session_text(session: ReadSession) -> str:
    """Return a session as a definition writes it; one without a kind begins with a question mark."""
    if session.kind is not None:
        return settled(session, session.kind).text
    return settled(session, "easy").text.replace("easy", "?", 1)


def sound(text: str, read: CellReading) -> str:
    """Check all that holds for any reading, and return what became of the cell."""
    assert read.text == text
    assert len(read.unknown) == len(read.why)
    assert all(read.unknown)
    assert all(read.why)
    if read.unknown:
        assert not read.sessions
        assert not read.notes
        return "unknown"
    if read.empty:
        assert not read.sessions
        return "empty"
    for session in read.sessions:
        assert session.kind or session.distance or session.duration or session.workout
    given = GivenDay.of(tuple(settled(session, session.kind or "aerobic") for session in read.sessions))
    assert GivenDay.parse(given.written).sessions == given.sessions
    return "read"
