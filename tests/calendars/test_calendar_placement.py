"""Lifts on given weeks against every way to place them, tried by the rules said again in ``calendar_brute``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from everything import EVERYTHING
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from generator.model.finding import Refused
from generator.model.plan import Plan
from generator.pipeline import draft
from generator.project import open_project
from generator.yaml_tree import Tree
from tests.calendars.calendar_brute import KEY_LIFT, Asked, Run, broken, most_lifts, short_may_stand
from tests.calendars.calendar_drawn import DAYS, Drawn, DrawnWeek, calendars, definition, kind_of

PROJECT = open_project(Path(__file__).parents[2])
DRAWN = 1500 if EVERYTHING else 120


@st.composite
def short_calendars(draw: Any) -> tuple[DrawnWeek, ...]:
    """One to three weeks; a race, if there is one, is on a day of the last week."""
    weeks = draw(calendars(1, 3, races=False))
    if draw(st.integers(0, 2)):
        return weeks
    race = draw(st.integers(0, 6))
    last = tuple((Drawn("race", 10, 10, "km"),) if i == race else day for i, day in enumerate(weeks[-1]))
    return (*weeks[:-1], last)


@st.composite
def asked_of(draw: Any) -> dict[str, Any]:
    """What the author asks: one kind of key lift, how many, how many short ones, and a day to keep free."""
    kind = draw(st.sampled_from(["heavy", "heavy", "maintenance", "base_hold", "base"]))
    asked: dict[str, Any] = {"kind": kind, "sessions": draw(st.integers(2 if kind == "base" else 1, 3))}
    asked["abbreviated"] = draw(st.integers(0, 2))
    asked["free"] = draw(st.sampled_from([None, None, *DAYS]))
    return asked


def _expanded(weeks: tuple[DrawnWeek, ...], asked: dict[str, Any]) -> Plan | None:
    block = {key: str(asked[key]) for key in ("kind", "sessions", "abbreviated")} | {"weeks": str(len(weeks))}
    more: dict[str, Any] = {"entry": {"base_done": "yes", "signed_off": "yes"}, "strength": {"phases": [block]}}
    if asked["free"]:
        more["days"] = {asked["free"]: "no lift"}
    try:
        return draft(PROJECT, Tree("drawn.yaml", definition(weeks, **more)), "drawn").plan
    except Refused as refused:
        assert all(d.rule and d.message for d in refused.diagnostics), refused
        return None


def _runs(plan: Plan | None, weeks: tuple[DrawnWeek, ...], free: str | None) -> list[Run]:
    """The calendar as brute force sees it. Of a plan only each week's phase of running is read."""
    phases = [week.running for week in plan.weeks] if plan else _phases(weeks)
    return [
        Run(kind_of(day), number, phases[number], kind_of(day) == "race", DAYS[i] != free)
        for number, week in enumerate(weeks)
        for i, day in enumerate(week)
    ]


def _phases(weeks: tuple[DrawnWeek, ...]) -> list[str]:
    """Running is base until the first quality run; a race makes it something that allows no more than a build."""
    kinds = [{kind_of(day) for day in week} for week in weeks]
    first = next((i for i, here in enumerate(kinds) if "quality" in here), len(weeks))
    raced = any("race" in here for here in kinds)
    return ["base" if i < first and not raced else "build" for i in range(len(weeks))]


def _asked(weeks: tuple[DrawnWeek, ...], asked: dict[str, Any]) -> list[Asked]:
    """The goal race's own week has no lifts; every other week is asked the same."""
    lift = "base" if asked["kind"] == "base_hold" else asked["kind"]
    usual = Asked(lift, asked["sessions"], asked["abbreviated"], exactly=asked["kind"] == "base")
    return [Asked(lift, 0, 0) if any(kind_of(day) == "race" for day in week) else usual for week in weeks]


@settings(max_examples=DRAWN, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(short_calendars(), asked_of())
def test_as_many_lifts_as_any_way_to_place_them(weeks: tuple[DrawnWeek, ...], asked: dict[str, Any]) -> None:
    plan = _expanded(weeks, asked)
    runs, asks = _runs(plan, weeks, asked["free"]), _asked(weeks, asked)
    best = most_lifts(runs, asks)
    if plan is None:
        assert asked["kind"] == "base"
        assert best is None
        event("refused: a base week has no room")
        return
    lifts = [day.lifts[0].kind if day.lifts else None for day in plan.days]
    assert all(len(day.lifts) <= 1 for day in plan.days)
    assert not list(broken(runs, lifts))
    assert all(run.may_lift or lift is None for run, lift in zip(runs, lifts, strict=True))
    assert all(short_may_stand(run) for run, lift in zip(runs, lifts, strict=True) if lift == "abbreviated")
    keys, shorts = sum(lift in KEY_LIFT for lift in lifts), lifts.count("abbreviated")
    assert (keys, shorts) == best
    event(f"{keys} key lifts of {sum(ask.keys for ask in asks)}")
