"""Every mistake that ``generator.moves`` could make is seen by the comparison with the audit."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import moves_brute as brute
import pytest
from test_moves_distances import LEANS_ON_WEEK_1, long_runs

from generator.model.finding import Fault
from generator.model.line import DayRole
from generator.model.plan import Override, Plan
from generator.moves import WeekMoves, court, days, distances, likeness, orders, together, week_moves

Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def afresh() -> Iterator[None]:
    """What was judged before says nothing of rules that are changed."""
    likeness.alike.cache_clear()
    yield
    likeness.alike.cache_clear()


def disagrees(plan: Plan, number: int) -> str:
    """The first disagreement with the audit among a week's moves, or nothing."""
    every = [(at, week, to) for at, week, to in brute.told(week_moves(plan)) if week.week == number]
    return next((said for at, week, to in every if (said := brute.wrong(plan, at, week, to))), "")


def without(slug: str) -> Callable[[Patch], None]:
    def patch(monkeypatch: Patch) -> None:
        monkeypatch.setattr(days, "PLACEMENT", tuple(rule for rule in days.PLACEMENT if rule.slug != slug))

    return patch


def flipped(slug: str) -> Callable[[Patch], None]:
    """The rule finds fault where there is none, and none where there is."""

    def patch(monkeypatch: Patch) -> None:
        rule = next(rule for rule in days.PLACEMENT if rule.slug == slug)
        check = rule.at
        assert check is not None

        def at(line, i, params):  # type: ignore[no-untyped-def]
            if not list(check(line, i, params)) and line[i].key_run:
                yield Fault(line[i].week, line[i].day, "a test")

        other = dataclasses.replace(rule, at=at)
        monkeypatch.setattr(days, "PLACEMENT", tuple(other if one is rule else one for one in days.PLACEMENT))

    return patch


def no_seam(monkeypatch: Patch) -> None:
    """The days before and after a week are not looked at."""
    whole = court.Court._stretch

    def alone(self, at, ahead):  # type: ignore[no-untyped-def]
        stretch = whole(self, at, 0)
        week = stretch.codes[stretch.first : stretch.end]
        return likeness.Stretch(week, 0, 0, len(week))

    monkeypatch.setattr(court.Court, "_stretch", alone)


def one_day_back(monkeypatch: Patch) -> None:
    """What is remembered of a day is told by the day before it alone, whatever else the rules read."""
    monkeypatch.setattr(days._Line, "least", property(lambda self: len(self) - 2, lambda self, _: None), raising=False)


def all_look_alike(monkeypatch: Patch) -> None:
    """Nothing that a rule reads of earlier days tells them apart."""
    monkeypatch.setattr(days, "_DATES", frozenset(f.name for f in dataclasses.fields(DayRole)) | PROPERTIES)


PROPERTIES = frozenset({"key_run", "key_lift", "combined", "heavy"})


def parameters_ignored(monkeypatch: Patch) -> None:
    resolve = days.resolve
    monkeypatch.setattr(days, "resolve", lambda overrides: resolve(()))


def warnings_are_errors(monkeypatch: Patch) -> None:
    monkeypatch.setattr(days, "severity_of", lambda level: "error")


@pytest.mark.parametrize(
    ("name", "week", "mistake"),
    [
        ("time-crunched", 11, without("two-recovery-days")),
        pytest.param("club-half", 8, without("no-key-run-after-heavy"), marks=pytest.mark.long),
        ("offseason-strength", 2, without("rest-after-heavy")),
        ("tune-ups", 12, without("heavy-clear-of-race")),
        ("offseason-strength", 2, without("lift-spacing")),
        ("club-half", 8, flipped("no-key-run-after-heavy")),
        ("offseason-strength", 2, no_seam),
        ("time-crunched", 11, one_day_back),
        ("time-crunched", 3, all_look_alike),
        ("lifts-on-separate-days", 2, parameters_ignored),
        ("offseason-strength", 2, warnings_are_errors),
    ],
)
def test_a_mistake_is_seen(name: str, week: int, mistake: Callable[[Patch], None], monkeypatch: Patch) -> None:
    mistake(monkeypatch)
    assert disagrees(close_to_race(brute.named(name)), week)


@pytest.mark.parametrize(("name", "week"), [("time-crunched", 11), ("tune-ups", 12), ("lifts-on-separate-days", 2)])
def test_without_a_mistake_nothing_is_seen(name: str, week: int) -> None:
    assert not disagrees(close_to_race(brute.named(name)), week)


def close_to_race(plan: Plan) -> Plan:
    """The plan under a rule that keeps heavy lifts so far from the race that a move can come too close."""
    if plan.race is None:
        return plan
    last = max(day.day for week in plan.weeks for day in week.days if any(lift.kind == "heavy" for lift in day.lifts))
    far = Override("heavy-clear-of-race", "goal_days", plan.race.day - last)
    return dataclasses.replace(plan, overrides=(*plan.overrides, far))


def test_clashes_left_out_are_seen(monkeypatch: Patch) -> None:
    plan = brute.named("offseason-strength")
    moves = week_moves(plan)
    clashing = [pair for pair in brute.pairs(moves, 1) if brute.clash_of(moves, *pair)][:5]
    assert [brute.wrong_pair(plan, moves, *pair) for pair in clashing] == [""] * 5
    monkeypatch.setattr(court.Court, "pairs", lambda self: iter(()))
    assert all(brute.wrong_pair(plan, week_moves(plan), *pair) for pair in clashing)


def test_classes_mixed_up_are_seen(monkeypatch: Patch) -> None:
    plan = brute.named("offseason-strength")
    monkeypatch.setattr(together, "_classes", lambda lines: dict.fromkeys(lines, 1))
    moves = week_moves(plan)
    clashing = [pair for pair in brute.pairs(moves, 1) if brute.clash_of(moves, *pair)]
    assert any(brute.wrong_pair(plan, moves, *pair) for pair in clashing[:400])


def test_leaps_that_are_not_asked_about_are_seen(monkeypatch: Patch) -> None:
    plan = long_runs(brute.named("marathon-first"), LEANS_ON_WEEK_1)
    monkeypatch.setattr(distances.Doses, "new_faults", lambda self, at, order: ())
    monkeypatch.setattr(distances.Doses, "fails_after", lambda self, at, order, allowed: "")
    assert any("single-run-spike" in brute.wrong(plan, *one) for one in brute.told(week_moves(plan)))


def test_a_race_that_moves_is_seen(monkeypatch: Patch) -> None:
    whole = orders.shape_of
    monkeypatch.setattr(
        court, "shape_of", lambda week: dataclasses.replace(whole(week), movable=tuple(range(len(week.days))))
    )
    plan = brute.named("first-half")
    assert any("breaks ['plan']" in brute.wrong(plan, at, week, to) for at, week, to in race_moves(plan))


def race_moves(plan: Plan) -> Iterator[tuple[int, WeekMoves, str]]:
    """Moves that move a race, which none may."""
    for at, week, to in brute.told(week_moves(plan)):
        if any(to[i] != str(i) for i, day in enumerate(plan.weeks[at].days) if day.kind == "race"):
            yield at, week, to
