"""Weeks that are only counted otherwise are told of once, whichever week is gone or comes."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from diff_plans import PLANS, shipped, told, words

from generator.compare.numbering import weeks_text
from generator.diff.comparing import by_training
from generator.model.plan import Phase, Plan, Week


def without_last_week(plan: Plan, phase: Phase) -> Plan:
    """The plan without the last week of a phase: all later weeks have other numbers and days, and are the same."""
    return _counted(plan, [week for week in plan.weeks if week.number != phase.last_week])


def with_another_week(plan: Plan, phase: Phase) -> Plan:
    """The plan with the last week of a phase done twice."""
    weeks = list(plan.weeks)
    weeks.insert(phase.last_week, plan.weeks[phase.last_week - 1])
    return _counted(plan, weeks)


def _counted(plan: Plan, weeks: list[Week]) -> Plan:
    days, counted = count(), []
    for number, week in enumerate(weeks, 1):
        counted.append(replace(week, number=number, days=tuple(replace(day, day=next(days)) for day in week.days)))
    by = len(weeks) - len(plan.weeks)
    phases = []
    first = 1
    for phase in plan.phases:
        length = sum(week.phase == phase.id for week in counted)
        phases.append(replace(phase, first_week=first, last_week=first + length - 1))
        first += length
    race = plan.race and replace(plan.race, week=plan.race.week + by, day=plan.race.day + by * plan.microcycle_days)
    return replace(plan, weeks=tuple(counted), phases=tuple(phases), race=race)


def _clear_of_races(plan: Plan, phase: Phase) -> bool:
    """True for a phase of several weeks whose last week, and none after it but the race's own, has a race."""
    weeks = [race.week for race in plan.tune_ups]
    goal = plan.race.week if plan.race else 0
    return phase.first_week < phase.last_week != goal and all(week < phase.last_week for week in weeks)


PHASES = [(name, phase.id) for name in PLANS for phase in shipped(name).phases if _clear_of_races(shipped(name), phase)]


@pytest.mark.parametrize(("name", "phase_id"), PHASES)
def test_a_week_less_is_told_once(name: str, phase_id: str) -> None:
    old = shipped(name)
    phase = old.phase(phase_id)
    found = told(old, without_last_week(old, phase))
    last = len(old.weeks)
    said = f"{phase.title} is a week shorter: "
    if phase.last_week < last:
        later = range(phase.last_week + 1, last + 1)
        moved = range(phase.last_week, last)
        said += f"{weeks_text(later)} {'is' if len(later) == 1 else 'are'} now {weeks_text(moved)}, "
    assert words(found) == [f"{said}week {phase.last_week} is gone"]


@pytest.mark.parametrize(("name", "phase_id"), PHASES)
def test_a_week_more_is_told_once(name: str, phase_id: str) -> None:
    old = shipped(name)
    phase = old.phase(phase_id)
    found = told(old, with_another_week(old, phase))
    numbers, content = words(found)
    assert numbers.startswith(f"{phase.title} is a week longer: ")
    assert numbers.endswith(f"week {phase.last_week + 1} is new")
    assert content.startswith("a new week: ")


def test_a_phase_of_another_name_keeps_its_weeks() -> None:
    old = shipped("marathon-competitive")
    weeks = tuple(replace(week, phase="strong") if week.phase == "heavy" else week for week in old.weeks)
    phases = tuple(replace(phase, id="strong") if phase.id == "heavy" else phase for phase in old.phases)
    assert words(told(old, replace(old, weeks=weeks, phases=phases))) == ["Heavy's address: heavy → strong"]


def test_a_phase_that_ends_later_renumbers_nothing() -> None:
    old = shipped("marathon-competitive")
    weeks = tuple(replace(week, phase="base") if week.number == 9 else week for week in old.weeks)
    ends = {"base": (1, 9), "heavy": (10, 14)}
    phases = tuple(
        replace(phase, first_week=ends[phase.id][0], last_week=ends[phase.id][1]) if phase.id in ends else phase
        for phase in old.phases
    )
    assert words(told(old, replace(old, weeks=weeks, phases=phases))) == [
        "Base: weeks 1-8 → weeks 1-9",
        "Heavy: weeks 9-14 → weeks 10-14",
    ]


def test_new_lines_of_moved_say_which_week_is_which() -> None:
    old = shipped("marathon-competitive")
    new = without_last_week(old, old.phase("base"))
    assert by_training(old, new)[9] == 8
    assert 8 not in by_training(old, new)
    said = by_training(old, new, {"week 8": "week 7", "week 7": "week 6"})
    assert said[7] == 6
    assert said[9] == 8


def test_only_real_changes_beside_a_renumbering() -> None:
    old = shipped("marathon-competitive")
    new = without_last_week(old, old.phase("base"))
    week = new.weeks[9]
    days = tuple(
        replace(day, sessions=tuple(replace(s, distance_m=99_000) if s == day.runs[0] else s for s in day.sessions))
        if day.kind == "long"
        else day
        for day in week.days
    )
    weeks = tuple(replace(each, days=days) if each is week else each for each in new.weeks)
    found = told(old, replace(new, weeks=weeks))
    assert [(one.number, one.before) for one in found.weeks] == [(10, 11)]
    assert len(found.whole) == 1


def test_a_matching_by_numbers_alone_is_seen() -> None:
    old = shipped("marathon-competitive")
    new = without_last_week(old, old.phase("base"))
    from generator.compare.whole_plan import plan_changes

    by_number = {week.number: week.number for week in new.weeks}
    assert len(plan_changes(old, new, by_number, {}).weeks) > 8
