"""Plans with layers, for these tests: a shipped plan or a made-up calendar with layers laid over it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.load import load_definition, overlay
from generator.model.finding import Diagnostic, Finding, Refused
from generator.model.plan import Plan, Week
from generator.pipeline import Expanded, draft
from generator.project import Project, open_project
from generator.yaml_tree import Tree, parse_tree

ROOT = Path(__file__).parents[2]
FILE = "mine.yaml"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

CALENDAR = """
title: Club half
summary: A club's calendar of fourteen weeks.
audience: competitive
units: km
easy_pace: 5:40 /km
author: tests
source: The club
licence: theirs
strength: {sessions: 2, abbreviated: 1}
calendar:
"""


@cache
def project() -> Project:
    return open_project(ROOT)


@cache
def base(name: str) -> Expanded:
    """The shipped plan as it is."""
    return draft(project(), load_definition(ROOT / "plans" / f"{name}.yaml", ROOT), name)


@cache
def over(name: str, *layers: str) -> Expanded:
    """The shipped plan with these layers over it; Refused as the pipeline refuses."""
    return draft(project(), _child(load_definition(ROOT / "plans" / f"{name}.yaml", ROOT), layers), "mine")


@cache
def over_case(name: str, *layers: str) -> Expanded:
    """A definition of the cases with these layers over it."""
    tree = load_definition(ROOT / "tests" / "cases" / "valid" / f"{name}.yaml", ROOT)
    return draft(project(), _child(tree, layers), "mine")


@cache
def over_calendar(*layers: str) -> Expanded:
    """The club's calendar with these layers over it, or none."""
    tree = parse_tree((CALENDAR + "\n".join(_calendar_weeks())).encode(), FILE)
    return draft(project(), _child(tree, layers) if layers else tree, "mine")


def _child(parent: Tree, layers: tuple[str, ...]) -> Tree:
    lines = "".join(f"  - {{{layer}}}\n" for layer in layers)
    return overlay(parent, parse_tree(f"title: Mine\nlayers:\n{lines}".encode(), FILE))


def _calendar_weeks() -> list[str]:
    """Fourteen weeks: quality on Tuesday, aerobic on Thursday, long on Saturday, a half marathon at the end."""
    return [f"  {week}: {{{_days(week)}}}" for week in range(1, 15)]


def _days(week: int) -> str:
    share = 0.8 if week % 4 == 0 else 1
    long, steady = round((14 + week * 0.9) * share), round((9 + week * 0.2) * share)
    days = ["rest", f"quality {steady} km: 2 km easy, 3 x 1 km @ threshold / 400 m jog, 2 km easy", "easy 6 km"]
    days += [f"aerobic {steady} km + cross 20 min", "rest", f"long {long} km", "easy 6 km"]
    if week == 14:
        days = ["rest", "easy 6 km", "aerobic 8 km", "rest", "rest", "easy 3 km", "race half marathon"]
    return ", ".join(f'{name}: "{day}"' for name, day in zip(DAYS, days, strict=True))


def refused(name: str, *layers: str) -> tuple[Diagnostic, ...]:
    try:
        over(name, *layers)
    except Refused as told:
        return told.diagnostics
    return ()


def new_errors(expanded: Expanded) -> list[Finding]:
    """Findings at level error that the plan without layers does not have."""
    assert expanded.course is not None
    known = expanded.course.without.findings
    return [finding for finding in expanded.plan.findings if finding.severity == "error" and finding not in known]


def without(expanded: Expanded) -> Plan:
    assert expanded.course is not None
    return expanded.course.without


def week(expanded: Expanded, number: int) -> Week:
    return expanded.plan.weeks[number - 1]


def told(expanded: Expanded, number: int) -> tuple[str, ...]:
    """What a week says of its changes."""
    return tuple(change.text for change in week(expanded, number).changes)


def roles(one: Week) -> list[tuple[str, tuple[str, ...]]]:
    """Each day's kind and lifts."""
    return [(day.kind, tuple(lift.kind for lift in day.lifts)) for day in one.days]


def doses(one: Week) -> list[object]:
    """All an athlete does in a week: each session without its reasons."""
    found: list[object] = []
    for day in one.days:
        for run in day.runs:
            found.append((day.day, run.kind, run.distance_m, run.duration_s, run.steps, run.title))
        for cross in day.crosses:
            found.append((day.day, cross.kind, cross.duration_s, cross.title))
        for lift in day.lifts:
            found.append((day.day, lift.kind, lift.exercises, lift.unless_signed_off))
    return found


def big(one: Week) -> list[tuple[str, int, int, int | None]]:
    """Kind, sets, repetitions and percentage of the week's big lifts."""
    return [
        (lift.kind, dose.sets, dose.reps, dose.percent_1rm)
        for lift in one.lifts
        for dose in lift.exercises[:1]
        if dose.percent_1rm is not None
    ]
