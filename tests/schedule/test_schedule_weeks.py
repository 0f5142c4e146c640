"""Weeks that a person would check by eye: the article's own, plans without wishes, hosts, races, the same each time."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from schedule_frames import frame, shown, weeks_of

from generator.model.frame import Clash, PlacedWeek
from generator.model.plan import Override
from generator.model.vocabulary import WEEKDAYS
from generator.rules import resolve
from generator.schedule import schedule
from generator.schedule.demand import demand_of
from generator.schedule.law import Law
from generator.schedule.sequence import Sequencer
from generator.schedule.steps import Steps

ARTICLE = "Mo aerobic | Tu quality+heavy | We rest | Th aerobic+abbreviated | Fr aerobic | Sa long+heavy | Su cross"
WISHES = {"tuesday": "quality", "saturday": "long"}
BASE = {"base": (2, 3)}


def test_the_articles_week_comes_out_of_its_rules_and_two_wishes() -> None:
    assert [shown(week) for week in weeks_of(*(frame(n, wishes=WISHES) for n in (1, 2, 3)))] == [ARTICLE] * 3


def test_a_base_phase_before_it_keeps_the_days() -> None:
    base = [frame(n, lifts=BASE, wishes=WISHES, running="base", strength="base") for n in (1, 2)]
    found = weeks_of(*base, frame(3, wishes=WISHES))
    assert shown(found[0]) == shown(found[1])
    assert shown(found[0]).replace("abbreviated", "base").replace("heavy", "base") == (
        "Mo aerobic | Tu quality+base | We rest | Th aerobic+base | Fr aerobic | Sa long+base | Su cross"
    )
    assert shown(found[2]) == ARTICLE


def test_without_wishes_a_sensible_week_comes_out_each_time() -> None:
    found = {shown(week) for week in weeks_of(*(frame(n) for n in range(1, 7)))}
    assert found == {
        "Mo aerobic+abbreviated | Tu aerobic | We quality+heavy | Th rest | Fr aerobic | Sa long+heavy | Su cross"
    }


#: The only weekdays, counted from Monday, on which two combined days can stand week after week.
PAIRS = {("mo", "th"), ("mo", "fr"), ("tu", "fr"), ("tu", "sa"), ("we", "sa"), ("we", "su"), ("th", "su")}


@pytest.mark.parametrize(("one", "other"), [(a, b) for a, b in product(WEEKDAYS, WEEKDAYS) if a != b])
def test_two_combined_days_repeat_only_on_these_weekdays(one: str, other: str) -> None:
    days = {one: "quality + heavy", other: "long + heavy"}
    found = schedule(tuple(frame(n, lifts={"heavy": (2, 2)}, days=days) for n in (1, 2)), resolve())
    pair = tuple(day[:2] for day in sorted((one, other), key=WEEKDAYS.index))
    assert all(isinstance(week, PlacedWeek) for week in found) == (pair in PAIRS)


def test_as_many_lifts_as_the_rules_allow() -> None:
    asked = {"base": (2, 3)}
    three = weeks_of(frame(lifts=asked, running="base", strength="base"))[0]
    two = weeks_of(frame(lifts=asked, kinds={"long": 1, "aerobic": 1, "easy": 3, "rest": 2}, running="base"))[0]
    assert [sum(day.lift is not None for day in week.days) for week in (three, two)] == [3, 2]


def test_a_third_heavy_lift_stands_on_an_aerobic_day_before_a_day_off() -> None:
    kinds = {"quality": 1, "long": 1, "aerobic": 2, "rest": 2, "cross": 1}
    week = weeks_of(frame(kinds=kinds, lifts={"heavy": (3, 3)}, running="off-season", wishes=WISHES))[0]
    assert (
        shown(week) == "Mo aerobic | Tu quality+heavy | We rest | Th aerobic+heavy | Fr rest | Sa long+heavy | Su cross"
    )


def test_races_stand_on_their_day_and_carry_no_lift() -> None:
    kinds = {"race": 1, "easy": 3, "rest": 3}
    week = weeks_of(frame(kinds=kinds, lifts={}, running="race", strength="taper", goal_race=5))[0]
    assert (week.days[5].kind, {day.lift for day in week.days}) == ("race", {None})


def test_no_heavy_lift_within_a_week_of_the_goal_race() -> None:
    kinds = {"race": 1, "aerobic": 3, "rest": 3}
    race = frame(2, kinds=kinds, lifts={}, running="race", goal_race=4)
    before = weeks_of(frame(1, lifts={"heavy": (1, 2)}), race)[0]
    assert [position for position, day in enumerate(before.days) if day.lift == "heavy"][-1] <= 4


def test_a_single_maintenance_lift_goes_to_the_quality_run() -> None:
    lifts = {"maintenance": (1, 1), "abbreviated": (1, 1)}
    week = weeks_of(frame(lifts=lifts, running="specific", strength="maintenance", wishes=WISHES))[0]
    assert week.days[1].lift == "maintenance"


def test_a_short_lift_may_stand_on_aerobic_cross_training_only() -> None:
    kinds = {"quality": 1, "long": 1, "easy": 3, "cross": 2}
    week = weeks_of(frame(kinds=kinds, lifts={"abbreviated": (1, 1)}, cross_role="aerobic"))[0]
    assert [day.kind for day in week.days if day.lift] == ["cross"]
    assert isinstance(schedule((frame(kinds=kinds, lifts={"abbreviated": (1, 1)}),), resolve())[0], Clash)


def test_a_policy_that_keeps_lifts_and_hard_runs_apart_does_so() -> None:
    apart = Override("hard-days-hard", "also", ("aerobic", "easy"), "a test")
    asked = frame(kinds={"quality": 1, "aerobic": 3, "rest": 3}, lifts={"heavy": (1, 1)})
    together, separate = weeks_of(asked)[0], weeks_of(asked, overrides=(apart,))[0]
    assert [day.kind for day in together.days if day.lift] == ["quality"]
    assert [day.kind for day in separate.days if day.lift] == ["aerobic"]


def test_no_frames_no_weeks() -> None:
    assert schedule((), resolve()) == ()


def test_counts_that_do_not_fill_the_week_are_our_fault() -> None:
    with pytest.raises(ValueError, match="don't fill 7 days"):
        schedule((frame(kinds={"easy": 6, "race": 1}),), resolve())


PRINT = """
import sys
sys.path.insert(0, {folder!r})
from schedule_frames import frame, shown, weeks_of
print(*map(shown, weeks_of(*(frame(n, lifts={{"base": (2, 3)}}, running="base") for n in range(1, 5)))), sep="\\n")
"""


def test_the_same_whatever_the_hash_seed() -> None:
    folder = Path(__file__).parent
    found = {
        subprocess.run(
            [sys.executable, "-c", PRINT.format(folder=str(folder))],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(folder.parents[1])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2027")
    }
    assert len(found) == 1


def _season(wishes: dict[str, str], kinds: dict[str, int]) -> tuple[object, ...]:
    cutback = {"base": (2, 2)}
    base = [frame(n, kinds, cutback if n % 4 == 0 else BASE, wishes=wishes, running="base") for n in range(1, 9)]
    heavy = [frame(n, kinds, wishes=wishes) for n in range(9, 17)]
    lifts = {"maintenance": (1, 1), "abbreviated": (1, 1)}
    return (*base, *heavy, *(frame(n, kinds, lifts, wishes=wishes, running="specific") for n in range(17, 21)))


class _AskedLaw(Law):
    """A law that counts how often its rules are asked about a day."""

    asked = 0

    def near(self, path: Sequence[int]) -> int:
        self.asked += 1
        return super().near(path)


@pytest.mark.parametrize(
    ("wishes", "kinds", "most"),
    [
        (WISHES, {"quality": 1, "long": 1, "aerobic": 3, "rest": 1, "cross": 1}, 3_000),
        ({}, {"quality": 1, "long": 1, "aerobic": 2, "easy": 2, "rest": 1}, 8_000),
        ({}, {"quality": 2, "long": 1, "aerobic": 4, "rest": 1, "cross": 1}, 8_000),
    ],
    ids=["wishes", "no wishes", "nine days, no wishes"],
)
def test_twenty_weeks_ask_the_rules_seldom(wishes: dict[str, str], kinds: dict[str, int], most: int) -> None:
    """The search must prune: how often it asks the rules anew is counted, not timed, so it is the same everywhere."""
    law = _AskedLaw(resolve())
    best = Sequencer(tuple(demand_of(found) for found in _season(wishes, kinds)), Steps(law)).best()
    assert best is not None
    assert len(best) == 20
    assert 0 < law.asked < most
