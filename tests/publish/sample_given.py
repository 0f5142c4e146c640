"""A plan whose running somebody else wrote: every way in which a calendar says, or does not say, how far to run."""

from __future__ import annotations

import dataclasses
from typing import Any

import sample_plans as sample
import sample_sessions as sessions

from generator.model.plan import Cross, Phase, Plan, Race, Reason, Run, Week

GIVEN = (Reason("wish", "The calendar has it on this day."),)
FEWER = (
    Reason("two-recovery-days", "One heavy lift instead of two: Thursday is too close to Saturday."),
    Reason("hosts", "No other day of the calendar may carry one."),
)


def run(kind: Any, metres: int | None, seconds: int | None, title: str = "", **more: Any) -> Run:
    """Return a run as a calendar gives it; neither metres nor seconds is fine."""
    return Run(more.pop("order", 1), kind, metres, seconds, (3, 4), (), GIVEN, title, **more)


def cross(seconds: int | None, title: str = "Cross-training, easy", order: int = 1, **more: Any) -> Cross:
    """Return cross-training as a calendar gives it."""
    return Cross(order, "recovery", seconds, (2, 3), GIVEN, title, **more)


def given_week(number: int) -> Week:
    """Return a week with a range of time, two sessions a day, a run of no length, a choice and a range of distance."""
    return sample.week(
        number,
        "club",
        [
            ("easy", (run("easy", None, 3000, "Easy run", least_s=2400),)),
            ("quality", (run("quality", 12500, 4200, "Tempo"), sessions.lift_of("heavy", 3, 6, 2, 80))),
            ("cross", (cross(None, "Bike"),)),
            ("quality", (run("quality", None, None, "Track night"),)),
            ("easy", (run("easy", 5000, 2000, "Easy run", optional=True),)),
            ("long", (run("long", 24000, 8600, "Long run", least_m=22000), sessions.lift_of("base", 3, 8, 3, 70))),
            ("easy", (cross(2400), run("easy", 6250, 2300, "Easy run", order=2))),
        ],
        running="build",
        strength="heavy",
        given=True,
        fewer=FEWER,
    )


def given_plan(**more: Any) -> Plan:
    """Return a base week of hardday's own, then two of the club's calendar, the last with a race."""
    own = sample.training_week(1, "base", sessions.lift_of("base", 3, 10, 3, 68), 0.8, running="base", strength="base")
    last = given_week(3)
    days = list(last.days)
    race = run("race", 10000, None, "Spring 10 (club championship)")
    days[5] = dataclasses.replace(days[5], kind="race", sessions=(race,))
    last = dataclasses.replace(last, days=tuple(days), run_distance_m=last.run_distance_m - 24000 + 10000, fewer=())
    phases = (
        Phase("base", "Base", 1, 1, "base", "base"),
        Phase("club", "Club calendar", 2, 3, "build", "heavy"),
    )
    shape: dict[str, Any] = {
        "id": "spring-club",
        "title": "Spring with the club",
        "phases": phases,
        "weeks": (own, given_week(2), last),
        "race": Race(10000, 3, 19),
        "findings": (),
        "overrides": (),
        "source": "Example Runners, spring 2027",
        "licence": "CC BY 4.0",
    }
    return sample.race_plan(**(shape | more))
