"""The two rules over doses that compare days of several weeks: where the order of days matters to them, seldom else."""

from __future__ import annotations

import dataclasses

import moves_brute as brute
import pytest

from generator.model.plan import Lift, Override, Plan, Run, Week
from generator.moves import WeekMoves, week_moves
from generator.moves.distances import BREAKS, LEAPS, Doses


def long_runs(plan: Plan, metres: list[int]) -> Plan:
    """The plan's first weeks with long runs of these lengths, all other runs short, and no lift."""
    weeks = [with_long(week, long) for week, long in zip(plan.weeks, metres, strict=False)]
    return dataclasses.replace(plan, weeks=tuple(weeks), race=None, phases=plan.phases[:1])


def with_long(week: Week, metres: int) -> Week:
    days = []
    for day in week.days:
        sessions = [
            dataclasses.replace(session, distance_m=metres if session.kind == "long" else 5000)
            for session in day.sessions
            if isinstance(session, Run)
        ]
        days.append(dataclasses.replace(day, sessions=tuple(sessions)))
    total = sum(session.distance_m or 0 for day in days for session in day.sessions if isinstance(session, Run))
    return dataclasses.replace(week, days=tuple(days), run_distance_m=total)


def judged(plan: Plan) -> tuple[WeekMoves, ...]:
    moves = week_moves(plan)
    for at, week, to in brute.told(moves):
        said = brute.wrong(plan, at, week, to)
        if said and week.forbidden.get(to) == LEAPS:
            assert breaks_with_another(plan, moves, at, to), said
        else:
            assert not said
    return moves


def breaks_with_another(plan: Plan, moves: tuple[WeekMoves, ...], at: int, to: str) -> bool:
    return any(
        LEAPS in brute.new(plan, {before: other, at: to})[0]
        for before in range(max(0, at - 5), at)
        for other in moves[before].allowed
    )


#: Week 5's long run may only be as long as it is because of week 1's, which is 28 days before.
LEANS_ON_WEEK_1 = [16000, 8000, 8000, 8000, 16000, 8000]


def test_a_long_run_that_leans_on_one_four_weeks_before_may_not_leave_it() -> None:
    plan = long_runs(brute.named("marathon-first"), LEANS_ON_WEEK_1)
    assert LEAPS not in {rule for rule, _ in brute.findings(plan)}
    moves = judged(plan)
    assert LEAPS in {rule for week in moves for rule in week.forbidden.values()}


def test_two_moves_that_leave_one_another_together_are_never_both_offered() -> None:
    """Each keeps the thirty days; together they don't, and no table of neighbors would tell."""
    plan = long_runs(brute.named("marathon-first"), LEANS_ON_WEEK_1)
    moves = week_moves(plan)
    for one, *_ in [(to,) for to in moves[0].allowed]:
        for other in moves[4].allowed:
            assert LEAPS not in brute.new(plan, {0: one, 4: other})[0]


@pytest.mark.parametrize("metres", [[10000, 10000, 11500, 12000, 12600], [20000, 8000, 8000, 8000, 12000, 16000]])
def test_warnings_and_errors_of_leaps_are_the_audits(metres: list[int]) -> None:
    assert judged(long_runs(brute.named("first-half"), metres))


def breaks(plan: Plan, gap: int, days: int) -> Plan:
    """Two heavy weeks with a pause of so many weeks between, after which the lifts are lighter than before."""
    first, *rest = [week for week in plan.weeks if week.strength == "heavy" and not (week.cutback or week.deload)][:2]
    pause = dataclasses.replace(first, days=tuple(without_lifts(day) for day in first.days))
    lighter = dataclasses.replace(rest[0], days=tuple(with_reps(day, 9) for day in rest[0].days))
    row = [with_kept(first, 0), *(with_kept(pause, i + 1) for i in range(gap)), with_kept(lighter, gap + 1)]
    return dataclasses.replace(
        plan,
        weeks=tuple(row),
        race=None,
        overrides=(*plan.overrides, Override(BREAKS, "break_days", days, "a test")),
    )


def without_lifts(day):  # type: ignore[no-untyped-def]
    return dataclasses.replace(day, sessions=tuple(s for s in day.sessions if not isinstance(s, Lift)))


def with_reps(day, reps):  # type: ignore[no-untyped-def]
    def heavier(session):  # type: ignore[no-untyped-def]
        if not isinstance(session, Lift):
            return session
        return dataclasses.replace(
            session,
            exercises=tuple(dataclasses.replace(dose, reps=reps, rir=1, rir_min=None) for dose in session.exercises),
        )

    return dataclasses.replace(day, sessions=tuple(heavier(session) for session in day.sessions))


def with_kept(week: Week, at: int) -> Week:
    days = tuple(dataclasses.replace(day, day=at * len(week.days) + i) for i, day in enumerate(week.days))
    return dataclasses.replace(week, number=at + 1, days=days)


def test_a_break_that_a_move_makes_too_short_forbids_it() -> None:
    """Lighter lifts come after a break of more than so many days; a lift that moves into it ends it too soon."""
    plan = brute.named("marathon-competitive")
    found = []
    for days in (7, 8, 10):
        tried = breaks(plan, 1, days)
        moves = week_moves(tried)
        assert brute.wrongs(tried, moves) == []
        found.append(any(rule == BREAKS for week in moves for rule in week.forbidden.values()))
    assert found == [False, True, False]


def test_shipped_plans_ask_them_seldom() -> None:
    """Most weeks' runs can't leap in any order, and then nothing is worked out for them."""
    plans = [brute.plan_of(path) for path in brute.SHIPPED]
    asked = sum(len(Doses(plan).touched) for plan in plans)
    assert asked < sum(len(plan.weeks) for plan in plans)
