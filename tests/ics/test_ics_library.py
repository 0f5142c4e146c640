"""Calendar files have the bytes that the library icalendar gives them, wherever lines are folded and texts escaped."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, vText
from icalendar.parser import Contentline
from ics_making import file_by_python

from generator.publish.calendars.feeds import PRODID
from generator.publish.calendars.writing import folded, one_line, plain

STAMP = "20270104T120000Z"
TEXTS = st.text(
    st.one_of(st.sampled_from('\\^,;:"\n\r\t\x85\u2028 nN'), st.sampled_from("é×語🏃🏽"), st.characters(codec="utf-8")),
    max_size=200,
)
EVENTS = st.lists(
    st.fixed_dictionaries(
        {
            "uid": st.from_regex(r"[a-z0-9.-]{1,90}@hardday", fullmatch=True),
            "stamp": st.just(STAMP),
            "sequence": st.integers(0, 10_000),
            "day": st.dates(date(2024, 1, 1), date(2035, 12, 31)).map(date.isoformat),
            "summary": TEXTS,
            "description": TEXTS,
            "url": st.sampled_from(["", "https://training.example.org/plans/marathon-competitive-metric/week-01/#mon"]),
        }
    ),
    max_size=4,
    unique_by=lambda one: one["uid"],
)


def by_library(name: str, events: list[dict[str, Any]], busy: bool) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(one_line(name)))
    calendar.add("x-wr-calname", vText(one_line(name)))
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for one in events:
        calendar.add_component(event_by_library(one, busy))
    return bytes(calendar.to_ical(sorted=False))


def event_by_library(one: dict[str, Any], busy: bool) -> Event:
    event, day = Event(), date.fromisoformat(one["day"])
    event.add("uid", one["uid"])
    event.add("dtstamp", datetime(2027, 1, 4, 12, tzinfo=UTC))
    event.add("sequence", one["sequence"])
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", one_line(one["summary"]))
    if busy:
        event.add("class", "PRIVATE")
    else:
        if said := plain(one["description"]):
            event.add("description", said)
        if one["url"]:
            event.add("url", one["url"])
        event.add("categories", ["TRAINING"])
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    return event


@settings(deadline=None, max_examples=200)
@given(TEXTS, EVENTS, st.booleans())
def test_a_file_is_the_librarys(name: str, events: list[dict[str, Any]], busy: bool) -> None:
    assert file_by_python(name, events, busy) == by_library(name, events, busy)


@settings(deadline=None, max_examples=500)
@given(st.text(st.sampled_from("a\\^é語🏃"), max_size=400))
def test_a_line_is_folded_as_the_library_does(line: str) -> None:
    assert folded(line) == Contentline(line).to_ical()


@pytest.mark.parametrize("before", range(66, 80))
@pytest.mark.parametrize("end", ["\\\\", "\\n", "é", "語", "🏃", "a\\,b", "^n", "🏃🏽"])
def test_a_line_is_folded_around_every_place(before: int, end: str) -> None:
    line = "x" * before + end + "y" * 80
    assert folded(line) == Contentline(line).to_ical()
