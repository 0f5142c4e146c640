"""Python and the browser write the same bytes for the same events, whatever stands in them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from ics_making import file_by_python, file_job, in_node
from ics_readers import READERS, by_bytes, unfolded
from site_project import ROOT

CASES: list[dict[str, Any]] = json.loads((ROOT / "tests" / "vectors" / "ics.json").read_text(encoding="utf-8"))["cases"]

#: Texts with all that files of calendars trip over: escapes, line breaks of every kind, characters of many octets.
TEXTS = st.text(
    st.one_of(
        st.sampled_from('\\^,;:"\n\r\t\x0b\x85\u2028\x00nN'),
        st.sampled_from("é×語🏃🏽"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=120,
)
EVENTS = st.lists(
    st.fixed_dictionaries(
        {
            "stamp": st.just("20270104T120000Z"),
            "sequence": st.integers(0, 10_000),
            "day": st.dates(date(2024, 1, 1), date(2035, 12, 31)).map(date.isoformat),
            "summary": TEXTS,
            "description": TEXTS,
            "url": st.sampled_from(["", "https://training.example.org/plans/a/week-01/#mon"]),
        }
    ),
    max_size=4,
)


def test_the_files_of_the_vectors(tmp_path: Path) -> None:
    written = in_node([file_job(case["name"], case["events"], case["busy"]) for case in CASES])
    assert len(written) >= 10
    for case, by_browser in zip(CASES, written, strict=True):
        assert file_by_python(case["name"], case["events"], case["busy"]) == case["file"].encode(), case["name"]
        assert by_browser == case["file"], case["name"]


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.long] if name == "khal" else []) for name in READERS]
)
def test_readers_understand_the_vectors(name: str, tmp_path: Path) -> None:
    for number, case in enumerate(case for case in CASES if case["events"]):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert READERS[name](case["file"].encode(), folder) == [], case["name"]


def test_drawn_files() -> None:
    """A hundred files drawn by hypothesis go through one process of Node.js."""
    drawn: list[tuple[str, list[dict[str, Any]], bool]] = []

    @settings(max_examples=100)
    @given(TEXTS, EVENTS, st.booleans())
    def draw(name: str, events: list[dict[str, Any]], busy: bool) -> None:
        drawn.append((name, [{"uid": f"{at}@hardday", **one} for at, one in enumerate(events)], busy))

    draw()
    written = in_node([file_job(*one) for one in drawn])
    assert len(written) == len(drawn) >= 100
    for one, by_browser in zip(drawn, written, strict=True):
        by_python = file_by_python(*one)
        assert by_browser.encode() == by_python, one
        assert by_bytes(by_python, Path()) == []
        assert [str(event["summary"]) for event in Calendar.from_ical(by_python).walk("VEVENT")] == [
            _read(event["summary"]).replace("\n", " ") for event in one[1]
        ]


def _read(text: str) -> str:
    """What a reader finds of a text: one kind of line break, no control characters, ``\\N`` being a break."""
    for line_break in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(line_break, "\n")
    text = "".join(letter for letter in text if letter in "\n\t" or not (ord(letter) < 32 or 127 <= ord(letter) < 160))
    return text.replace("\\N", "\n")


def test_lines_are_ended_and_folded_as_the_standard_says() -> None:
    """A line of 76 octets goes on in the next after a space; none is longer than 75, no character is cut."""
    event = {
        "uid": "a@hardday",
        "stamp": "20270104T000000Z",
        "sequence": 0,
        "day": "2027-01-04",
        "url": "",
        "description": "🏃" * 60,
    }
    data = file_by_python("x", [{**event, "summary": "a" * 200}], False)
    assert max(map(len, data.split(b"\r\n"))) == 75
    assert "SUMMARY:" + "a" * 200 in unfolded(data)
    assert "DESCRIPTION:" + "🏃" * 60 in unfolded(data)
