"""Moves told the long way: put the days of a plan in another order and let the audit look at the whole of it.

Nothing here is shared with ``generator.moves`` but the plan and the audit: orders are made anew, days moved anew, and
what an order breaks is whatever the audit says of the moved plan and not of the printed one.
"""

from __future__ import annotations

import dataclasses
import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from generator.audit import audit
from generator.model.plan import Day, Plan, Week
from generator.moves import WeekMoves, week_moves
from generator.pipeline import expand
from generator.project import Project, open_project

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "plans").glob("*.yaml"))
OTHERS = [
    ROOT / "tests" / "site" / "plans" / "nine-days.yaml",
    ROOT / "tests" / "site" / "plans" / "given-club-half.yaml",
    *(
        ROOT / "tests" / "cases" / "valid" / f"{name}.yaml"
        for name in (
            "rolling",
            "layers",
            "miles-and-sundays",
            "tune-ups",
            "written-program",
            "aerobic-cross-training",
            "lifts-on-separate-days",
        )
    ),
]
PLANS = [*SHIPPED, *OTHERS]

Orders = dict[int, str]
Verdict = tuple[frozenset[str], frozenset[str]]


@cache
def project() -> Project:
    return open_project(ROOT)


@cache
def plan_of(path: Path) -> Plan:
    return expand(project(), path, path.name).plan


@cache
def named(name: str) -> Plan:
    return plan_of(next(path for path in PLANS if path.stem == name))


@cache
def moves_of(path: Path) -> tuple[WeekMoves, ...]:
    return week_moves(plan_of(path))


def digits(order: Iterable[int]) -> str:
    return "".join("0123456789abcdefghijklmnopqrstuvwxyz"[day] for day in order)


def moved(plan: Plan, orders: Orders) -> Plan:
    """The plan with the weeks at these indices in other orders: sessions and reasons move, places and dates don't."""
    weeks = list(plan.weeks)
    for at, to in orders.items():
        days = weeks[at].days
        weeks[at] = dataclasses.replace(weeks[at], days=tuple(on(days[int(c, 36)], days[i]) for i, c in enumerate(to)))
    return dataclasses.replace(plan, weeks=tuple(weeks))


def on(content: Day, place: Day) -> Day:
    return Day(place.day, place.weekday, place.date, content.kind, content.sessions, content.reasons)


def findings(plan: Plan) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.severity) for finding in audit(plan))


_PRINTED: dict[int, tuple[Plan, Counter[tuple[str, str]]]] = {}


def of_printed(plan: Plan) -> Counter[tuple[str, str]]:
    """The findings of a plan that is asked about again and again; it is kept, so that no other gets its id."""
    if id(plan) not in _PRINTED:
        _PRINTED[id(plan)] = (plan, findings(plan))
    return _PRINTED[id(plan)][1]


def new(plan: Plan, orders: Orders) -> Verdict:
    """What the audit says of the moved plan and not of the printed one: the rules broken, and those that warn."""
    found = (findings(moved(plan, orders)) - of_printed(plan)) + around(plan, orders)
    return (
        frozenset(rule for rule, severity in found if severity == "error"),
        frozenset(rule for rule, severity in found if severity == "warning"),
    )


def around(plan: Plan, orders: Orders) -> Counter[tuple[str, str]]:
    """Of a plan that begins again: what its seam adds, with the same move in every round and in one alone."""
    if not plan.rolling:
        return Counter()
    rounds = three_rounds(plan)
    count = len(plan.weeks)
    found: Counter[tuple[str, str]] = Counter()
    for which in ((1,), (1, 2)):
        laid = {at + count * one: to for one in which for at, to in orders.items()}
        found |= findings(moved(rounds, laid)) - findings(rounds)
    return found


def three_rounds(plan: Plan) -> Plan:
    length = sum(len(week.days) for week in plan.weeks)
    weeks = tuple(
        dataclasses.replace(
            week,
            number=week.number + len(plan.weeks) * turn,
            days=tuple(dataclasses.replace(day, day=day.day + length * turn) for day in week.days),
        )
        for turn in range(3)
        for week in plan.weeks
    )
    return dataclasses.replace(plan, weeks=weeks)


def wrong(plan: Plan, at: int, moves: WeekMoves, to: str) -> str:
    """What is wrong with what is said of one move, or nothing."""
    errors, warnings = new(plan, {at: to})
    if to in moves.allowed:
        warns = moves.allowed[to].warns
        if errors:
            return f"{plan.id} week {at + 1} {to}: allowed, but breaks {sorted(errors)}"
        if warns not in warnings and (warns or warnings):
            return f"{plan.id} week {at + 1} {to}: warns of '{warns}', the audit of {sorted(warnings)}"
    elif moves.forbidden[to] not in errors:
        return f"{plan.id} week {at + 1} {to}: forbidden by {moves.forbidden[to]}, the audit says {sorted(errors)}"
    return ""


def told(moves: Iterable[WeekMoves]) -> list[tuple[int, WeekMoves, str]]:
    """Every move that something is said of."""
    return [(at, week, to) for at, week in enumerate(moves) for to in (*week.allowed, *week.forbidden)]


def wrongs(plan: Plan, moves: tuple[WeekMoves, ...], most: int = 0) -> list[str]:
    """All that is wrong with what is said of a plan's weeks, or of so many moves drawn from them."""
    every = told(moves)
    drawn = random.Random(plan.id).sample(every, most) if 0 < most < len(every) else every
    return [said for at, week, to in drawn if (said := wrong(plan, at, week, to))]


def clash_of(moves: tuple[WeekMoves, ...], at: int, to: str, ahead: int, following: str) -> str:
    """What the clash table says of two moves."""
    later = moves[(at + ahead) % len(moves)]
    return moves[at].clash.get((ahead, moves[at].allowed[to].tail, later.allowed[following].head), "")


def wrong_pair(plan: Plan, moves: tuple[WeekMoves, ...], at: int, to: str, ahead: int, following: str) -> str:
    """What is wrong with what the table says of two moves, or nothing."""
    errors, _ = new(plan, {at: to, (at + ahead) % len(moves): following})
    said = clash_of(moves, at, to, ahead, following)
    if (said in errors) if said else not errors:
        return ""
    return f"{plan.id} weeks {at + 1} {to} and {ahead} ahead {following}: '{said}', the audit says {sorted(errors)}"


def pairs(moves: tuple[WeekMoves, ...], ahead: int, rolling: bool = False) -> Iterator[tuple[int, str, int, str]]:
    """Every two allowed moves of weeks that lie so far apart."""
    for at in range(len(moves) - (0 if rolling else ahead)):
        for one, other in itertools.product(moves[at].allowed, moves[(at + ahead) % len(moves)].allowed):
            yield at, one, ahead, other


def simple_orders(week: Week) -> dict[str, tuple[int, ...]]:
    """Every order to think of: two days change places, or a day goes to another's place and that one's to rest."""
    count = range(len(week.days))
    fixed = {place for place in count if week.days[place].kind == "race"}
    rests = {place for place in count if not week.days[place].sessions}
    found: dict[str, tuple[int, ...]] = {}
    for one, other in itertools.permutations(set(count) - fixed, 2):
        if one < other and not {one, other} <= rests:
            found[digits(other if i == one else one if i == other else i for i in count)] = (one, other)
        for rest in rests - {one, other} if not {one, other} & rests else ():
            cycle = {other: one, rest: other, one: rest}
            found[digits(cycle.get(i, i) for i in count)] = (one, other, -1)
    return found
