"""How a value is written: whatever hardday reads, the schema lets pass, over drawn texts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from definition.drawing import drawn
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model import units
from generator.model.day_wish import KIND_WORDS, LIFT_WORDS, DayWish
from generator.model.fields import IsoDate, Line, Sentences, Sessions, Slug, Title, Whole, YesNo
from generator.model.given import GIVEN_KINDS, GivenDay
from generator.model.layer import CutbackMove, Days, Weeks
from generator.model.programme import WrittenExercise
from generator.model.schema import schema_of
from generator.model.step_text import Workout
from generator.schema.shaping import value_schema
from generator.schema.writing import DAY_NAME, TYPES

_NUMBERS = ["0", "8", "12", "7.5", "100", "100.0", "1000", "48.125", "99999"]
_UNITS = ["km", "mi", "m", "min", "s", "h", "%", "/km", "/mi", "k", "miles", "RM", "RIR", "RPE"]
_SPACES = [" ", " ", "", "  ", "\n", "\t"]
_JOINTS = ["-", "–", "to", "+", "or", ":", ",", "(", ")", "@", "x", "/", "|"]
_WORDS = [*KIND_WORDS, *LIFT_WORDS, *GIVEN_KINDS, *units.RACES, "no", "rest or", "week", "weeks", "tuesday", "friday"]
_WORDS += ["half-squat", "side plank", "jog", "walk", "each side", "to failure", "5:40", "12:05", "day 9", "(trail)"]
_PIECES = [_NUMBERS, _UNITS, _JOINTS, _WORDS, [word.upper() for word in _WORDS], [word.title() for word in _WORDS]]


def _texts(*pieces: list[str]) -> st.SearchStrategy[str]:
    one = st.one_of(*(st.sampled_from(words) for words in (*pieces, _SPACES)))
    return st.lists(one, min_size=1, max_size=9).map("".join) | st.lists(one, min_size=1, max_size=9).map(" ".join)


def _accepts(adapter: TypeAdapter[Any], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True


KINDS: dict[str, tuple[Any, list[list[str]]]] = {
    "Distance": (units.Distance, [_NUMBERS, _UNITS[:4], list(units.RACES)]),
    "DistanceRange": (units.DistanceRange, [_NUMBERS, _UNITS[:2], _JOINTS[:3]]),
    "Duration": (units.Duration, [_NUMBERS, _UNITS[3:6]]),
    "Pace": (units.Pace, [["5:40", "12:05", "05:09"], ["/km", "/mi", "/ km"]]),
    "Percent": (units.Percent, [[*_NUMBERS, "0100", "0050"], ["%"]]),
    "DayWish": (DayWish, [[*KIND_WORDS, *LIFT_WORDS], ["no ", "NO ", " or ", " OR ", "+", " + "], ["Long", "HEAVY"]]),
    "GivenDay": (
        GivenDay,
        [[*GIVEN_KINDS, "REST", "Easy", "rest or "], _NUMBERS, _UNITS[:6], _JOINTS, ["(trail)", "5K"]],
    ),
    "Weeks": (Weeks, [["week", "WEEKS", "Week"], _NUMBERS[:5], _JOINTS[:3]]),
    "Days": (Days, [["week", "Weeks"], _NUMBERS[:4], _JOINTS[:3], ["tuesday", "Fri", "day 9"]]),
    "CutbackMove": (CutbackMove, [["week 8", "Week 9", "10", "weeks 4"], [" to ", "-", " – "]]),
    "Workout": (
        Workout,
        [["2 km easy", "6 x 800 m @ 5k / 400 m jog", "10 MIN walk", "5 x (1 km, 2 min walk)"], [", "]],
    ),
    "WrittenExercise": (
        WrittenExercise,
        [["half-squat ", "Side  Plank "], ["3 x 8 @ RIR 2", "4 x 4RM", " | ", " each side"]],
    ),
    "YesNo": (YesNo, [["yes", "no", "YES", "No", "true", "FALSE", "tRue"]]),
    "Sessions": (Sessions, [["2", "3", "0", "4", "5"], _JOINTS[:3]]),
    "Date": (IsoDate, [["2027-05-23", "2027", "-", "05"]]),
}
FIELDS: dict[str, Any] = {"Title": Title, "Line": Line, "Sentences": Sentences, "Slug": Slug, "Whole": Whole}
TRIES = settings(drawn, max_examples=300)


def _lets_pass(node: dict[str, Any], text: str) -> bool:
    options = node.get("anyOf", [node])
    return any(
        text in option["enum"] if "enum" in option else "pattern" in option and bool(re.search(option["pattern"], text))
        for option in options
    )


@pytest.mark.parametrize("name", KINDS)
def test_what_is_read_passes(name: str) -> None:
    kind, pieces = KINDS[name]
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    read: set[str] = set()

    @TRIES
    @given(_texts(*pieces))
    def over_texts(text: str) -> None:
        if _accepts(adapter, text):
            read.add(text)
            assert _lets_pass(TYPES[name], text), text

    over_texts()
    assert read, "nothing that was drawn can be read, so nothing was shown"


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_read_as_a_plain_field_passes(name: str) -> None:
    adapter: TypeAdapter[Any] = TypeAdapter(FIELDS[name])
    node = value_schema(schema_of(adapter))

    @TRIES
    @given(_texts(*_PIECES) | st.text(max_size=90) | st.sampled_from(["first-half", "007", " a-1 \n", "x" * 80 + "\n"]))
    def over_texts(text: str) -> None:
        if _accepts(adapter, text):
            assert _lets_pass(node, text), text

    over_texts()


@pytest.mark.parametrize("day", ["monday", "Mon", "TUES", "wedn", "day 9", "Day 14", " sunday "])
def test_a_day_s_name_passes(day: str) -> None:
    assert re.search(DAY_NAME, day)


@pytest.mark.parametrize("day", ["mo", "mondays", "someday", "day", "day 123", ""])
def test_what_is_no_day_does_not(day: str) -> None:
    assert not re.search(DAY_NAME, day)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Distance", "12"),
        ("Distance", "12 miles"),
        ("DistanceRange", "48 km-30 mi"),
        ("Duration", "40"),
        ("Pace", "5:40"),
        ("Pace", "5:88 /km"),
        ("Percent", "20"),
        ("Percent", "101 %"),
        ("DayWish", "lonk"),
        ("DayWish", "long and heavy"),
        ("GivenDay", "easy 6"),
        ("GivenDay", "jog 6 km"),
        ("Weeks", "9"),
        ("YesNo", "perhaps"),
        ("Sessions", "5"),
        ("Date", "May 23"),
    ],
)
def test_what_is_written_wrong_is_marked_while_typing(name: str, text: str) -> None:
    assert not _lets_pass(TYPES[name], text)
