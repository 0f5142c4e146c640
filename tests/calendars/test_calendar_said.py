"""Random calendars in people's words: read as they were meant, and through to a plan with the same runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from everything import EVERYTHING
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.calendar_import import load_columns, read_calendar
from generator.calendar_words import load_vocabulary
from generator.model.given import GivenDay, GivenSession
from tests.calendars.calendar_drawn import DAYS, Drawn, DrawnDay, DrawnWeek, calendars
from tests.calendars.calendar_said import tables

LIBRARY = Path(__file__).parents[2] / "plans" / "library"
VOCABULARY, COLUMNS = load_vocabulary(LIBRARY), load_columns(LIBRARY)
DRAWN = 1000 if EVERYTHING else 100


@st.composite
def said_calendars(draw: Any) -> tuple[tuple[DrawnWeek, ...], str]:
    weeks = tuple(tuple(map(_plain, week)) for week in draw(calendars(1, 4)))
    return weeks, draw(tables(weeks))


def _plain(day: DrawnDay) -> DrawnDay:
    """Two runs of which one has no length (``easy 30 min + tempo``) may be meant as one: keep the first of them."""
    return day[:1] if any(not session.unit for session in day) else day


@settings(max_examples=DRAWN, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(said_calendars())
def test_what_is_said_is_read(tmp_path_factory: Any, said: tuple[tuple[DrawnWeek, ...], str]) -> None:
    weeks, text = said
    path = tmp_path_factory.getbasetemp() / "said.csv"
    path.write_text(text, encoding="utf-8", newline="")
    read = read_calendar(path, VOCABULARY, COLUMNS)
    assert not read.guesses, "every kind is said"
    assert [week.number for week in read.weeks] == list(range(1, len(weeks) + 1))
    for drawn, week in zip(weeks, read.weeks, strict=True):
        for name, day in zip(DAYS, drawn, strict=True):
            got = week.days[name]
            assert _same_day(day, got), (day, got)
            assert GivenDay.parse(got.written).sessions == got.sessions


def _same_day(drawn: DrawnDay, got: GivenDay) -> bool:
    return len(drawn) == len(got.sessions) and all(map(_same, drawn, got.sessions))


def _same(said: Drawn, got: GivenSession) -> bool:
    metres = got.distance and (got.distance.least, got.distance.most)
    seconds = got.duration and (got.duration.least, got.duration.most)
    # A race's name says its distance to the meter; 21.1 km is the same race.
    near = said.kind == "race" and metres is not None and abs(metres[0] - said.least * 1000) < 10
    return (got.kind, got.optional) == (said.kind, said.optional) and (
        near or (metres, seconds) == (said.metres, said.seconds)
    )
