"""Weeks that are not seven days of one session each."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import sample_plans as sample
import sample_sessions as sessions
from page_outline import outline, pages_of

from generator.model.plan import Plan, Week
from generator.publish.addresses import week_address

JOG = sessions.run("easy", 5000, (2, 3))


def plan_of(weeks: tuple[Week, ...], **more: Any) -> Plan:
    phase = dataclasses.replace(sample.rolling_plan().phases[0], last_week=len(weeks))
    return sample.rolling_plan(weeks=weeks, phases=(phase,), units="km", **more)


def first_week(plan: Plan) -> str:
    return pages_of(sample.page_of(plan))["plans/time-crunched/week-01/index.md"]


def test_nine_days_have_nine_places_to_jump_to() -> None:
    days: list[Any] = [("rest", ()), ("cross", (sessions.cross(),)), ("easy", (JOG,))] * 3
    nine = sample.week(1, "rolling", days, running="base", strength="off")
    text = first_week(plan_of((nine,), microcycle_days=9))
    assert re.findall(r'href="#([\w-]+)"', text) == [f"day-{number}" for number in range(1, 10)]
    assert outline(text).faults == []


def test_two_runs_a_day_are_two_runs() -> None:
    runs = (JOG, dataclasses.replace(JOG, order=2, distance_m=4000))
    double = sample.week(1, "rolling", [("easy", runs), *[("rest", ())] * 6], running="base", strength="off")
    text = first_week(plan_of((double,)))
    assert text.count("<h3>Easy run</h3>") == 2
    assert "9\u00a0km</span>" in text


def test_a_race_can_stand_before_the_last_week() -> None:
    race = dataclasses.replace(sample.race_week(1), phase="rolling")
    after = dataclasses.replace(sample.race_week(2), phase="rolling", days=sample.race_week(2).days[:6])
    plan = plan_of((race, after), race=sample.Race(42195, 1, 6, "Early Marathon"), rolling=False)
    assert "Early Marathon" in first_week(plan)
    assert "race week" in first_week(plan)


def test_three_digits_from_a_hundred_weeks_on() -> None:
    many = tuple(dataclasses.replace(sample.race_week(1), number=number) for number in range(1, 101))
    plan = plan_of(many)
    assert week_address(plan, many[6]) == "plans/time-crunched/week-007/"
    assert week_address(sample.race_plan(), sample.race_plan().weeks[0]) == "plans/marathon-competitive/week-01/"
