"""Which rule took a lift from a given week: each day that could carry one is tried, and the rules say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.frame import LiftAsk, PlacedWeek
from generator.model.line import Line
from generator.model.plan import Reason
from generator.model.vocabulary import LiftKind
from generator.rules.policy import Policy
from generator.schedule.cell import Cell, carries, cell_at
from generator.schedule.law import Enforced, enforced
from generator.schedule.reasons import line_of

_NUMBERS = ("no", "one", "two", "three", "four")
_NAMES = {"abbreviated": "short lift"}
_MOST = 3  # rules told for a week
_LOOK = 21  # days on within which a rule may see a lift that is added


def told_fewer(weeks: tuple[PlacedWeek, ...], policy: Policy) -> tuple[PlacedWeek, ...]:
    """Return the weeks, each with what keeps it from having as many lifts as its asks want."""
    rules = enforced(policy)
    cells = [[cell_at(week.frame, i, day.kind, day.lift) for i, day in enumerate(week.days)] for week in weeks]
    found: list[PlacedWeek] = []
    for index, week in enumerate(weeks):
        reasons = (
            reason
            for ask in week.frame.lifts
            if _placed(week, ask.kind) < ask.wanted
            for reason in _reasons(weeks, cells, index, ask, rules)
        )
        found.append(replace(week, fewer=tuple(reasons)))
    return tuple(found)


def _placed(week: PlacedWeek, kind: LiftKind) -> int:
    return sum(day.lift == kind for day in week.days)


def _reasons(
    weeks: Sequence[PlacedWeek], cells: list[list[Cell]], index: int, ask: LiftAsk, rules: tuple[Enforced, ...]
) -> Iterator[Reason]:
    """Yield a reason for each rule that keeps the lift off a day that could carry it, the first with the count."""
    week = weeks[index]
    name = _NAMES.get(ask.kind, f"{ask.kind} lift")
    had, wanted = _placed(week, ask.kind), ask.wanted
    start = f"{_number(had)} {name}{'' if had == 1 else 's'} instead of {_number(wanted)}".capitalize()
    told: dict[str, str] = {}
    for position, day in enumerate(week.days):
        if day.lift is None and carries(week.frame, ask.kind, day.kind) and day.kind != "easy":
            rule, text = _forbids(weeks, cells, (index, position), ask.kind, rules)
            told.setdefault(rule, text)
    if not told:
        told["hosts"] = f"no other day of the {'calendar' if week.frame.given else 'week'} may carry one."
    for number, (rule, text) in enumerate(list(told.items())[:_MOST]):
        yield Reason(
            rule, f"{start}: {text[:1].lower() + text[1:] if rule == 'hosts' else text}" if not number else text
        )


def _forbids(
    weeks: Sequence[PlacedWeek],
    cells: list[list[Cell]],
    at: tuple[int, int],
    lift: LiftKind,
    rules: tuple[Enforced, ...],
) -> tuple[str, str]:
    """Return the rule that a lift on that day would break, and its words; ``wish`` where the author keeps it free."""
    index, position = at
    frame = weeks[index].frame
    for must in frame.musts:
        if must.position == position and lift not in must.lifts:
            return "wish", f"The plan says `{must.text}`." if not frame.layered else _sentence(must.text)
    changed = list(cells)
    changed[index] = [replace(c, lift=lift) if i == position else c for i, c in enumerate(cells[index])]
    line = line_of([week.frame for week in weeks], changed)
    fault = next(_faults(line, frame.first_day + position, rules), None)
    return fault if fault is not None else ("wish", "Other weeks need the days around it more.")


def _faults(line: Line, day: int, rules: tuple[Enforced, ...]) -> Iterator[tuple[str, str]]:
    for i in range(day, min(len(line), day + _LOOK)):
        for rule in rules:
            for severity, fault in rule.faults(line, i):
                if severity == "error":
                    yield rule.slug, fault.text


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
