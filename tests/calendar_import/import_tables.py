"""What the tests of import share: the house's words, a calendar's text, and what is told of it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.calendar_import import Calendar, Columns, load_columns, read_calendar
from generator.calendar_words import Vocabulary, load_vocabulary
from generator.model.finding import Diagnostic, Refused

LIBRARY = Path(__file__).parents[2] / "plans" / "library"
HEADER = "week,mon,tue,wed,thu,fri,sat,sun"
WEEK = "rest,easy 5 km,aerobic 8 km,easy 6 km,rest,easy 6 km,long 16 km"


@functools.cache
def columns() -> Columns:
    """The names of columns as the project has them."""
    return load_columns(LIBRARY)


@functools.cache
def vocabulary() -> Vocabulary:
    """The words as the project has them."""
    return load_vocabulary(LIBRARY)


def rows(*weeks: str, header: str = HEADER) -> str:
    """Return a calendar's CSV: its header, then its rows."""
    return "\n".join((header, *weeks)) + "\n"


def read(folder: Path, content: str | bytes, name: str = "calendar.csv", **options: Any) -> Calendar:
    """Read a calendar of this content; its path is shown as its name alone."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read_calendar(path, vocabulary(), columns(), shown=name, **options)


def faults(refusing: Callable[[], object]) -> list[Diagnostic]:
    """Return what a refusal lists; it must be one."""
    with pytest.raises(Refused) as refused:
        refusing()
    assert all(diagnostic.severity == "error" for diagnostic in refused.value.diagnostics)
    return list(refused.value.diagnostics)


def places(found: list[Diagnostic]) -> list[tuple[int, int]]:
    """Return row and column of each."""
    return [(diagnostic.place.line, diagnostic.place.column) for diagnostic in found]


def days(calendar: Calendar, week: int = 1) -> list[str]:
    """Return a week's days in hardday's words, in their order."""
    return [given.written for given in calendar.weeks[week - 1].days.values()]


def told(calendar: Calendar) -> str:
    """Return all notes, a line each."""
    return "\n".join(map(str, calendar.notes))
