"""What is offered and forbidden agrees with the audit of the whole plan, moved; every mistake in it would be seen."""

from __future__ import annotations

import dataclasses
import itertools
import random
from collections import Counter
from pathlib import Path

import moves_brute as brute
import pytest

from generator import moves as moving
from generator.model.line import role_signature
from generator.model.plan import Override, Plan
from generator.moves import WeekMoves, distances, likeness, week_moves
from generator.rules import PLACEMENT, RULES

#: How many of a plan's moves the quick tests look at.
DRAWN = 8
#: A third of the plans while you work: whatever is said of one is said of all in the long run.
SOME = [path if at % 3 == 0 else pytest.param(path, marks=pytest.mark.long) for at, path in enumerate(brute.PLANS)]
ids = pytest.mark.parametrize("path", SOME, ids=lambda path: path.stem)


@ids
def test_the_audit_agrees_with_moves_drawn_from_every_plan(path: Path) -> None:
    plan = brute.plan_of(path)
    assert brute.wrongs(plan, brute.moves_of(path), DRAWN) == []


@pytest.mark.long
@ids
def test_the_audit_agrees_with_every_move_of_every_plan(path: Path) -> None:
    plan = brute.plan_of(path)
    assert brute.wrongs(plan, brute.moves_of(path)) == []


@ids
def test_two_neighbors_moved_at_once(path: Path) -> None:
    check_pairs(path, 6)


@pytest.mark.long
@ids
def test_many_neighbors_moved_at_once(path: Path) -> None:
    check_pairs(path, 500)


def check_pairs(path: Path, most: int) -> None:
    """Draw as many pairs that clash as pairs that don't, and pairs of weeks that lie farther apart."""
    plan, moves = brute.plan_of(path), brute.moves_of(path)
    draw = random.Random(plan.id)
    every = list(brute.pairs(moves, 1, plan.rolling))
    clashing = [pair for pair in every if brute.clash_of(moves, *pair)]
    fine = [pair for pair in every if not brute.clash_of(moves, *pair)]
    apart = [pair for ahead in (2, 4, 5) for pair in brute.pairs(moves, ahead)]
    drawn = [pair for pool in (clashing, fine, apart) for pair in draw.sample(pool, min(most, len(pool)))]
    assert [said for pair in drawn if (said := brute.wrong_pair(plan, moves, *pair))] == []


def test_some_neighbors_clash() -> None:
    """Otherwise the tests of pairs would look at nothing."""
    assert {path.stem for path in brute.SHIPPED if any(w.clash for w in brute.moves_of(path))} >= {
        "offseason-strength",
        "ultra-trail-50k",
        "marathon-competitive",
    }


@ids
def test_every_simple_move_is_offered_or_refused(path: Path) -> None:
    """Of ways to the same end one is enough: where one is allowed the others needn't be told."""
    plan = brute.plan_of(path)
    for week, moves in zip(plan.weeks, brute.moves_of(path), strict=False):
        orders = brute.simple_orders(week)
        said = {orders[to] for to in (*moves.allowed, *moves.forbidden) if to in orders}
        assert said == set(orders.values())
        refused = {orders[to] for to in moves.forbidden}
        assert not refused & {orders[to] for to in moves.allowed if to in orders}


@ids
def test_an_allowed_way_that_warns_is_told_only_where_none_does_not(path: Path) -> None:
    plan = brute.plan_of(path)
    moves = brute.moves_of(path)
    warned = [(at, to) for at, week in enumerate(moves) for to, one in week.allowed.items() if one.warns]
    for at, to in random.Random(plan.id).sample(warned, min(6, len(warned))):
        orders = brute.simple_orders(plan.weeks[at])
        alike = [other for other, offers in orders.items() if offers == orders.get(to)]
        assert all(any(brute.new(plan, {at: other})) for other in alike)


@ids
def test_a_race_never_moves_and_every_day_stands_once(path: Path) -> None:
    plan = brute.plan_of(path)
    for at, moves, to in brute.told(brute.moves_of(path)):
        week = plan.weeks[at]
        assert sorted(to) == sorted(brute.digits(range(len(week.days))))
        assert all(to[i] == brute.digits([i]) for i, day in enumerate(week.days) if day.kind == "race")
        assert moves.roles == role_signature(week)
        assert moves.stamp.startswith(f"{moves.roles}.")


def test_a_plan_in_stages_has_no_moves() -> None:
    """Its weeks repeat and have no dates: whoever can't on a day begins on another."""
    assert week_moves(brute.named("return-from-injury")) == ()


@pytest.mark.long
@pytest.mark.parametrize("path", brute.SHIPPED, ids=lambda path: path.stem)
def test_a_day_that_nothing_frees_can_not_be_freed_by_moving_four_days(path: Path) -> None:
    plan, seen = brute.plan_of(path), set()
    for at, (week, moves) in enumerate(zip(plan.weeks, brute.moves_of(path), strict=False)):
        neighbors = tuple(role_signature(plan.weeks[i]) for i in (at - 1, at, at + 1) if 0 <= i < len(plan.weeks))
        stuck = [
            place
            for place, day in enumerate(week.days)
            if day.sessions and day.kind != "race"
            if all(week.days[int(to[place], 36)].sessions for to in moves.allowed)
        ]
        if neighbors in seen or not stuck:
            continue
        seen.add(neighbors)
        for order in itertools.permutations(range(len(week.days))):
            changed = [i for i, day in enumerate(order) if i != day]
            frees = [i for i in stuck if not week.days[order[i]].sessions]
            if frees and len(changed) <= 4 and all(week.days[i].kind != "race" for i in changed):
                assert brute.new(plan, {at: brute.digits(order)})[0]


@ids
def test_rules_over_whole_weeks_do_not_see_the_order_of_days(path: Path) -> None:
    """Whatever order: only rules over days and the two that compare days of several weeks find something else."""
    plan, draw = brute.plan_of(path), random.Random(path.stem)
    asked = {rule.slug for rule in PLACEMENT} | {distances.LEAPS, distances.BREAKS}
    assert asked < {rule.slug for rule in RULES}
    for _ in range(12):
        at = draw.randrange(len(plan.weeks))
        free = [i for i, day in enumerate(plan.weeks[at].days) if day.kind != "race"]
        mixed = dict(zip(free, draw.sample(free, len(free)), strict=True))
        order = brute.digits(mixed.get(i, i) for i in range(len(plan.weeks[at].days)))
        after, before = brute.findings(brute.moved(plan, {at: order})), brute.of_printed(plan)
        changed = {rule for rule, _ in (after - before) + (before - after)}
        assert changed <= asked


def with_override(plan: Plan, rule: str, parameter: str, value: object) -> Plan:
    override = Override(rule, parameter, value, "a test")  # type: ignore[arg-type]
    return dataclasses.replace(plan, overrides=(*plan.overrides, override))


@pytest.mark.parametrize(
    ("rule", "parameter", "value"),
    [
        ("two-recovery-days", "days", 3),
        ("two-recovery-days", "days", 1),
        ("lift-spacing", "days", 2),
        ("lift-spacing", "days", 8),
        ("no-key-run-after-heavy", "level", "off"),
        ("no-key-run-after-heavy", "level", "warning"),
        ("no-key-run-after-heavy", "lifts", ("heavy", "maintenance", "base", "abbreviated")),
        ("rest-after-heavy", "level", "error"),
        ("heavy-clear-of-race", "goal_days", 16),
    ],
)
@pytest.mark.parametrize("name", ["5k-10k-competitive", "offseason-strength"])
def test_a_rule_set_otherwise_is_followed(name: str, rule: str, parameter: str, value: object) -> None:
    plan = with_override(brute.named(name), rule, parameter, value)
    assert brute.wrongs(plan, week_moves(plan), DRAWN) == []


def test_looser_and_stricter_rules_change_what_is_offered() -> None:
    plan = brute.named("club-half")

    def offered(plan: Plan) -> int:
        return sum(len(week.allowed) for week in week_moves(plan))

    assert offered(with_override(plan, "no-key-run-after-heavy", "level", "off")) > offered(plan)
    assert offered(with_override(plan, "two-recovery-days", "days", 1)) > offered(plan)
    every_lift = ("base", "heavy", "maintenance")
    assert offered(with_override(plan, "no-key-run-after-heavy", "lifts", every_lift)) < offered(plan)


def test_lifts_on_days_of_their_own_under_their_policy() -> None:
    plan = brute.named("lifts-on-separate-days")
    assert plan.policy == "separate-days"
    assert brute.wrongs(plan, week_moves(plan), 40) == []


def test_a_swap_is_its_own_undo() -> None:
    plan = brute.named("marathon-first")
    for at, _, to in brute.told(week_moves(plan)):
        twice = brute.moved(brute.moved(plan, {at: to}), {at: to})
        if sum(int(day, 36) != i for i, day in enumerate(to)) == 2:
            assert twice == plan
        back = "".join(brute.digits([to.index(brute.digits([i]))]) for i in range(len(to)))
        assert brute.moved(brute.moved(plan, {at: to}), {at: back}) == plan


def test_the_same_every_time_whatever_was_asked_before() -> None:
    plan = brute.named("club-half")
    before = [week.as_json() for week in week_moves(plan)]
    week_moves(with_override(brute.named("marathon-first"), "lift-spacing", "days", 2))
    likeness.alike.cache_clear()
    assert [week.as_json() for week in week_moves(plan)] == before
    week_moves(brute.named("first-half"))
    assert [week.as_json() for week in week_moves(plan)] == before


def test_as_json() -> None:
    moves = WeekMoves(
        3, "q,-", {"10": moving.Allowed(0, 2, "ramp")}, {"01": "lift-spacing"}, {(1, 2, 1): "b", (1, 1, 1): "a"}
    )
    assert moves.as_json() == {
        "roles": moves.stamp,
        "ok": {"10": [0, 2, "ramp"]},
        "no": {"01": "lift-spacing"},
        "clash": [[1, 1, 1, "a"], [1, 2, 1, "b"]],
    }


def test_the_stamp_changes_with_what_is_allowed_and_with_nothing_else() -> None:
    moves = week_moves(brute.named("club-half"))[7]
    assert dataclasses.replace(moves, week=9, forbidden={}).stamp == moves.stamp
    fewer = dict(list(moves.allowed.items())[1:])
    assert dataclasses.replace(moves, allowed=fewer).stamp != moves.stamp
    assert dataclasses.replace(moves, roles="q,-").stamp != moves.stamp
    assert dataclasses.replace(moves, clash={(1, 1, 1): "lift-spacing"}).stamp != moves.stamp


def test_nine_days_have_digits_of_their_own() -> None:
    plan = brute.named("nine-days")
    counted = Counter(len(to) for _, _, to in brute.told(week_moves(plan)))
    assert set(counted) == {9}
