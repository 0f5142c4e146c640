"""Parts of the scheduler that the rest trusts: what a rule sees, the packing of costs, the measure of placed weeks."""

from __future__ import annotations

import schedule_brute as brute
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from schedule_drawn import plans

from generator.model.frame import Frame, PlacedWeek
from generator.model.plan import Override
from generator.rules import by_slug, resolve
from generator.rules.rule import Value
from generator.schedule import schedule
from generator.schedule.cell import Cell
from generator.schedule.demand import demand_of
from generator.schedule.law import Law
from generator.schedule.layout import Layout
from generator.schedule.measure import Measure
from generator.schedule.possible import possible
from generator.schedule.preferences import Preferences, packed, unpacked
from generator.schedule.reach import HISTORY, Reach, reach_of
from generator.schedule.steps import Steps

bounded = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
COUNTS = st.builds(Preferences, *[st.integers(0, 10_000) for _ in Preferences._fields])


def _reach(slug: str, cell: Cell, **params: Value) -> Reach:
    rule = by_slug(slug)
    return reach_of(rule.at, tuple(sorted({**rule.defaults, **params}.items())), cell)


HEAVY = Cell("quality", "heavy", "build", "heavy")
QUIET = Cell("aerobic", None, "build", "heavy")
RACE = Cell("race", None, "race", "taper", goal_race=True)


def test_how_far_rules_look_back() -> None:
    assert _reach("two-recovery-days", HEAVY).across == 3
    assert _reach("two-recovery-days", HEAVY, days=5).across == 6
    assert _reach("two-recovery-days", QUIET) == (0, 0, frozenset())
    assert _reach("heavy-clear-of-race", RACE).across == 7
    assert _reach("rest-after-heavy", QUIET).across == 1


def test_a_rule_about_the_week_looks_through_the_week_only() -> None:
    reach = _reach("third-key-lift", HEAVY)
    assert (reach.within, reach.across) == (HISTORY, 1)
    assert reach.sees == {"key_lifts", "combined"}


@given(COUNTS, COUNTS)
def test_packed_costs_add_and_compare_like_the_counts(one: Preferences, other: Preferences) -> None:
    both = Preferences(*(a + b for a, b in zip(one, other, strict=True)))
    assert unpacked(packed(one) + packed(other)) == both
    assert (packed(one) < packed(other)) == (tuple(one) < tuple(other))


@settings(bounded, max_examples=50)
@given(plans(3))
def test_the_measure_is_what_the_preferences_say(plan: tuple[tuple[Frame, ...], tuple[Override, ...]]) -> None:
    frames, overrides = plan
    policy = resolve(overrides)
    placed = schedule(frames, policy)
    assume(isinstance(placed[0], PlacedWeek))
    weeks = tuple(tuple((day.kind, day.lift) for day in week.days) for week in placed)
    assert Measure(policy).cost(placed) == brute.cost(frames, weeks, policy)


@settings(bounded, max_examples=50)
@given(plans(3))
def test_possible_says_whether_there_are_weeks(plan: tuple[tuple[Frame, ...], tuple[Override, ...]]) -> None:
    frames, overrides = plan
    policy = resolve(overrides)
    steps = Steps(Law(policy))
    found = possible([Layout(demand_of(frame), steps) for frame in frames])
    assert found == isinstance(schedule(frames, policy)[0], PlacedWeek)
