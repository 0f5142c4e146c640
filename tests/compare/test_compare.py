"""What differs between two plans, for an athlete's eyes: pairs of weeks and the sentences about them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from generator.compare import compare, compare_week
from generator.load import load_definition
from generator.model.plan import Day, Plan, Reason, Week
from generator.pipeline import draft
from generator.project import open_project

ROOT = Path(__file__).parents[2]


@cache
def plan() -> Plan:
    name = "article-week"
    return draft(open_project(ROOT), load_definition(ROOT / "plans" / f"{name}.yaml", ROOT), name).plan


def heavy_week() -> Week:
    """Tu quality+heavy, Th aerobic+short, Sa long+heavy; Mo and Fr aerobic, We rest, Su cross-training."""
    return plan().weeks[9]


def with_days(days: dict[int, Day]) -> Week:
    week = heavy_week()
    changed = tuple(days.get(position, day) for position, day in enumerate(week.days))
    return replace(week, days=changed, run_distance_m=sum(run.distance_m or 0 for day in changed for run in day.runs))


def said(new: Week) -> tuple[str, ...]:
    return compare_week(heavy_week(), new, plan())


def holding(day: Day, of: Day) -> Day:
    return replace(day, kind=of.kind, sessions=of.sessions)


def test_a_plan_does_not_differ_from_itself() -> None:
    assert compare(plan(), plan()) == ()


def test_reasons_and_findings_are_no_difference() -> None:
    day = heavy_week().days[1]
    other = replace(day, sessions=tuple(replace(s, reasons=(Reason("wish", "Other words."),)) for s in day.sessions))
    assert said(with_days({1: other})) == ()
    assert compare(plan(), replace(plan(), findings=())) == ()


def test_two_days_that_change_places() -> None:
    days = heavy_week().days
    assert said(with_days({4: holding(days[4], days[5]), 5: holding(days[5], days[4])})) == (
        "Friday's aerobic run of 6 mi moves to Saturday.",
        "Saturday's long run of 11 mi moves to Friday.",
        "Saturday's heavy lift moves to Friday.",
    )


def test_a_run_that_gets_shorter() -> None:
    day = heavy_week().days[5]
    run = replace(day.runs[0], distance_m=14484)
    week = with_days({5: replace(day, sessions=(run, *day.lifts))})
    assert said(week) == ("The week's running: 36 mi → 34 mi.", "Saturday's long run: 11 mi → 9 mi.")


def test_a_lift_of_another_kind() -> None:
    days = heavy_week().days
    short = days[3].lifts[0]
    assert said(with_days({1: replace(days[1], sessions=(*days[1].runs, short))})) == (
        "Tuesday: heavy lift → short session.",
    )


def test_a_day_that_becomes_rest() -> None:
    day = heavy_week().days[3]
    assert said(with_days({3: replace(day, kind="rest", sessions=())})) == (
        "The week's running: 36 mi → 30 mi.",
        "Thursday: aerobic run of 6 mi → rest.",
        "Thursday's short session is left out.",
    )


def test_a_heavier_dose_is_told_once() -> None:
    found = [d for d in compare(plan(), _one_week_later()) if d.number == 10]
    assert "Heavy lifts: 3 × 7, 2 in reserve → 3 × 6, 3 in reserve." in found[0].texts


def _one_week_later() -> Plan:
    """The tenth week with the lifts of the eleventh."""
    weeks = list(plan().weeks)
    days = tuple(
        replace(day, sessions=(*day.runs, *day.crosses, *other.lifts))
        for day, other in zip(weeks[9].days, weeks[10].days, strict=True)
    )
    weeks[9] = replace(weeks[9], days=days)
    return replace(plan(), weeks=tuple(weeks))


def test_a_lighter_week_in_another_place() -> None:
    weeks = tuple(replace(week, cutback={4: False, 5: True}.get(week.number, week.cutback)) for week in plan().weeks)
    found = {d.number: d.texts for d in compare(plan(), replace(plan(), weeks=weeks))}
    assert found == {
        4: ("This week is a full one now; week 5 is the lighter one.",),
        5: ("This week is a lighter one now; week 4 is not.",),
    }


def test_weeks_that_come_and_go() -> None:
    shorter = replace(plan(), weeks=plan().weeks[:-1])
    assert [(d.number, d.texts) for d in compare(plan(), shorter)] == [(16, ("This week is gone.",))]
    assert [(d.number, d.texts) for d in compare(shorter, plan())] == [(16, ("This week is new.",))]
