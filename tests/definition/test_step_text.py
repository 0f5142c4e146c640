"""Workouts as runners write them: what is written comes back as steps, and what can be read twice is refused."""

from __future__ import annotations

import re

import pytest
from definition.drawing import drawn
from hypothesis import given
from hypothesis import strategies as st

from generator.model.plan import Repeat, Step
from generator.model.step_text import TARGETS, Workout

AMOUNTS = st.one_of(
    st.integers(1, 30).map(lambda n: (f"{n} min", {"duration_s": n * 60})),
    st.integers(5, 90).map(lambda n: (f"{n} s", {"duration_s": n})),
    st.integers(1, 10).map(lambda n: (f"{n} km", {"distance_m": n * 1000})),
    st.integers(1, 16).map(lambda n: (f"{n * 50} m", {"distance_m": n * 50})),
)
WORDS = st.one_of(
    st.sampled_from([(" easy", "steady", None), (" walk", "walk", None), (" run", "work", None), ("", "steady", None)]),
    st.sampled_from(TARGETS).map(lambda target: (f" @ {target}", "work", target)),
)


@st.composite
def parts(draw: st.DrawFn, depth: int = 0) -> tuple[str, Step | Repeat]:
    """Draw a part of a workout: its text and what it means."""
    if depth < 3 and draw(st.integers(0, 3)) == 0:
        count = draw(st.integers(1, 4))
        inner = draw(st.lists(parts(depth + 1), min_size=1, max_size=3))
        times = draw(st.sampled_from([" x ", "x", " × ", " times "]))
        text = f"{count}{times}({', '.join(text for text, _ in inner)})"
        return text, Repeat(count, tuple(step for _, step in inner))
    (amount, value), (word, kind, target) = draw(AMOUNTS), draw(WORDS)
    return f"{amount}{word}", Step(kind, target=target, **value)


@drawn
@given(st.lists(parts(), min_size=1, max_size=4))
def test_what_is_written_comes_back(drawn: list[tuple[str, Step | Repeat]]) -> None:
    text = ", ".join(text for text, _ in drawn)
    try:
        read = Workout.parse(text)
    except ValueError as refused:
        assert "adds up to" in str(refused) or "longer than" in str(refused)
        return
    assert read.steps == tuple(step for _, step in drawn)
    assert read.text == text


def test_a_slash_gives_a_pause_to_each() -> None:
    pause = Step("recovery", distance_m=400)
    work = Step("work", distance_m=1000, target="5k")
    for text in ("5 x 1 km @ 5k / 400 m", "5 x 1 km @ 5K pace / 400 m jog", "5 x (1 km @ 5k, 400 m jog)"):
        assert Workout.parse(text).steps == (Repeat(5, (work, pause)),)
    nested = Workout.parse("2 x (3 x 1 km @ 5k / 400 m) / 5 min walk").steps
    assert nested == (Repeat(2, (Repeat(3, (work, pause)), Step("walk", duration_s=300))),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no workout is written"),
        ("5 x ()", "nothing stands in the brackets"),
        ("5 min walk,, 5 min run", "a part is missing"),
        ("5 x 1 km @ 5k /", "nothing stands after the slash"),
        ("5 x 1 km @ 5k / 400 m / 1 min", "'400 m / 1 min'"),
        ("5 km / 400 m jog", "in '5 km / 400 m jog' is not understood"),
        ("(1 km easy)", "is not understood"),
        ("5 x (1 km easy", "don't match"),
        ("1 km easy)", "don't match"),
        ("5 x (1 km) (2 km)", "don't match"),
        ("5 kms easy", "is not understood"),
        ("1..5 km easy", "is not a distance"),
        ("0 km easy", "nothing to run"),
        ("0 x 1 km easy", "repeats 0 times"),
        ("101 x 1 km easy", "repeats 101 times"),
        ("5 x 800 m, 400 m jog", "can be read as one pause or as a pause after each"),
        ("5 x 800 m @ 5k, 90 s recovery, 2 km easy", "write '5 x 800 m @ 5k / 90 s recovery'"),
        ("1 km @", "is not a known effort"),
        ("1 km @ 5k 400 m jog", "is not a known effort"),
        ("9999 km easy", "adds up to 9,999 km"),
        ("99 h run", "expected 200 km or 24 h at most"),
        ("1 km easy, " * 60, "longer than 400 characters"),
    ],
)
def test_what_cannot_be_read(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        Workout.parse(text)


@drawn
@given(st.one_of(st.text(), st.text(alphabet="0123456789 x×(),/@kmins.easy5", max_size=60)))
def test_only_value_errors_refuse(text: str) -> None:
    try:
        assert Workout.parse(text).steps
    except ValueError as refused:
        assert 0 < len(str(refused)) < 400
