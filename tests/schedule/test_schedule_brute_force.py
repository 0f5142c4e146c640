"""The scheduler finds what brute force finds: the same weeks at the same cost, and nothing where nothing is legal."""

from __future__ import annotations

import schedule_brute as brute
from everything import EVERYTHING
from hypothesis import HealthCheck, assume, event, given, settings
from schedule_drawn import plans, races_after_short_weeks

from generator.model.frame import Frame, PlacedWeek
from generator.model.plan import Override
from generator.rules import resolve
from generator.schedule import schedule

#: Sequences that one example may try, so that the slow side keeps within its time.
MOST = 1500
Plan = tuple[tuple[Frame, ...], tuple[Override, ...]]
bounded = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)


def _compare(plan: Plan) -> None:
    frames, overrides = plan
    policy = resolve(overrides)
    sequences = 1
    for frame in frames:
        sequences *= len(brute.weeks_of(frame, policy))
    assume(sequences <= MOST)
    expected = brute.best(frames, policy)
    found = schedule(frames, policy)
    if expected is None:
        event("clash")
        assert found
        assert not any(isinstance(week, PlacedWeek) for week in found)
        return
    event(f"legal, {len(frames)} weeks")
    assert all(isinstance(week, PlacedWeek) for week in found), found
    weeks = tuple(tuple((day.kind, day.lift) for day in week.days) for week in found)
    assert brute.cost(frames, weeks, policy) == brute.cost(frames, expected, policy)
    assert weeks == expected


#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 4


@settings(bounded, max_examples=100 // SHARE)
@given(plans(1))
def test_one_week(plan: Plan) -> None:
    _compare(plan)


@settings(bounded, max_examples=120 // SHARE)
@given(plans(3))
def test_two_and_three_weeks(plan: Plan) -> None:
    _compare(plan)


@settings(bounded, max_examples=24 // SHARE + 1)
@given(races_after_short_weeks())
def test_what_a_rule_sees_two_weeks_back(plan: Plan) -> None:
    _compare(plan)
