"""Definitions that ask for the same days with other numbers, and what the gate over 100,000 of them notices."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from drawn_definitions import definition, with_other_numbers
from expanding import OTHERS, ROOT, expand_families

import generator.pipeline
from generator.model.definition import Authored
from generator.model.finding import Refused
from generator.model.plan import Day, Lift
from generator.pipeline import draft
from generator.progress.working import Worked
from generator.project import open_project
from generator.yaml_tree import Tree


def test_some_families_expand_or_clash_with_reason() -> None:
    tally = expand_families(range(500), 300)
    assert tally.wrong == []
    assert tally.counts["expanded"] > 200
    assert tally.counts["clash"] > 0


def test_other_numbers_leave_the_days_as_they_were() -> None:
    project, draw = open_project(ROOT), random.Random(8)
    first = definition(draw)
    days, distances = [], []
    for drawn in [first, *(with_other_numbers(draw, first) for _ in range(OTHERS))]:
        try:
            expanded = draft(project, Tree("drawn.yaml", drawn), "drawn")
        except Refused:  # these distances can't be shared out among the runs
            continue
        days.append([[(day.kind, day.lift) for day in week.days] for week in expanded.placed])
        distances.append([run.distance_m for day in expanded.plan.days for run in day.runs])
    assert len(days) > OTHERS // 2
    assert all(other == days[0] for other in days)
    assert all(other != distances[0] for other in distances[1:])


def test_a_fault_that_some_numbers_bring_out_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """In plans in miles the lift comes before the run; the second implementation has to see it, whatever audits."""
    honest = generator.pipeline.worked_out

    def lift_first(authored: Authored, *rest: Any) -> Worked:
        worked = honest(authored, *rest)
        if authored.definition.units == "km":
            return worked
        weeks = (replace(week, days=tuple(_lift_first(day) for day in week.days)) for week in worked.plan.weeks)
        return replace(worked, plan=replace(worked.plan, weeks=tuple(weeks)))

    monkeypatch.setattr(generator.pipeline, "worked_out", lift_first)
    monkeypatch.setattr(generator.pipeline, "audit", lambda plan: ())
    told = expand_families(range(20), 60).wrong
    assert any("the second implementation finds ('lift-after-run'" in text for text in told)
    assert any("number 1 with the same days" in text for text in told)


def _lift_first(day: Day) -> Day:
    lifts = tuple(replace(lift, order=0) for lift in day.lifts)
    return replace(day, sessions=(*lifts, *(one for one in day.sessions if not isinstance(one, Lift))))
