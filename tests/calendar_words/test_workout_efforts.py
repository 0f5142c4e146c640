"""Efforts of a workout: after ``@`` a target, a pace or an RPE, or several, and one for all of a bracket."""

from __future__ import annotations

import re

import pytest

from generator.model.given import GivenDay
from generator.model.plan import Repeat, Step
from generator.model.step_text import Workout


def work(metres: int, target: str | None = None, note: str | None = None, rpe: tuple[int, int] | None = None) -> Step:
    """Return a stretch of work."""
    return Step("work", metres, None, target, rpe, note)


JOG = Step("recovery", 400)
WALK = Step("walk", None, 300)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("5 x 1 km @ 4:00 /km", (Repeat(5, (work(1000, note="4:00 /km"),)),)),
        ("5 x 1 km @ 04:00/km / 400 m jog", (Repeat(5, (work(1000, note="4:00 /km"), JOG)),)),
        ("5 x 1 km @ 4:00-4:05 / km / 400 m jog", (Repeat(5, (work(1000, note="4:00-4:05 /km"), JOG)),)),
        ("20 min @ RPE 7", (Step("work", None, 1200, None, (7, 7)),)),
        ("20 min @ rpe 6-7", (Step("work", None, 1200, None, (6, 7)),)),
        ("1 km @ 10k @ 4:10 /km @ RPE 8", (work(1000, "10k", "4:10 /km", (8, 8)),)),
        ("3 km easy @ 5:30 /km", (Step("steady", 3000, note="5:30 /km"),)),
        ("2 km warm up @ RPE 2", (Step("warmup", 2000, rpe=(2, 2)),)),
        ("1 km run @ 5k", (work(1000, "5k"),)),
        ("2 x (4 x 400 m) @ mile", (Repeat(2, (Repeat(4, (work(400, "mile"),)),)),)),
        ("2 x (4 x 400 m / 400 m jog) @ mile / 5 min walk", (Repeat(2, (Repeat(4, (work(400, "mile"), JOG)), WALK)),)),
        ("3 x (1 km run, 400 m jog, 400 m @ mile) @ 10k", (Repeat(3, (work(1000, "10k"), JOG, work(400, "mile"))),)),
        ("2 x (1 km, 400 m jog) @ 4:00 /km", (Repeat(2, (work(1000, note="4:00 /km"), JOG)),)),
    ],
)
def test_an_effort_is_read(text: str, steps: tuple[Step | Repeat, ...]) -> None:
    assert Workout.parse(text).steps == steps
    day = GivenDay.parse(f"quality 12 km (club): {text}")
    assert GivenDay.parse(day.written).sessions == day.sessions


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("3 km easy @ 5k", "is run easily and at 5k effort at once"),
        ("400 m jog @ mile", "is run easily and at mile effort at once"),
        ("1 km @ 5k @ mile", "gives an effort twice"),
        ("1 km @ 4:00 /km @ 4:10 /km", "gives a pace twice"),
        ("1 km @ RPE 7 @ RPE 8", "gives an RPE twice"),
        ("1 km @ RPE 11", "is no effort of ten"),
        ("1 km @ RPE 0", "is no effort of ten"),
        ("1 km @ RPE 8-7", "is no effort of ten"),
        ("1 km @ 4:00", "is not a known effort"),
        ("1 km @ 4:60 /km", "is not a known effort"),
        ("1 km @ 0:30 /km", "is not a known effort"),
        ("1 km @ 5k @", "gives an effort twice"),
        ("2 x (1 km) @", "is not a known effort"),
        ("2 x (1 km) at 5k", "is not understood"),
        ("5 x 1 km @ 4:00 /km, 400 m jog", "can be read as one pause or as a pause after each"),
        ("5 x 1 km @ 4:00 /km /", "nothing stands after the slash"),
    ],
)
def test_what_is_no_effort(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        Workout.parse(text)
