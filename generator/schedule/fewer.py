"""Which rule took a lift from a given week: each day that could carry one is tried, and the rules say what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language import N_ngettext, _, lower_first, ngettext, upper_first
from generator.model.frame import LiftAsk, PlacedWeek
from generator.model.line import Line
from generator.model.plan import Reason
from generator.model.vocabulary import LiftKind
from generator.rules.policy import Policy
from generator.schedule.cell import Cell, carries, cell_at
from generator.schedule.law import Enforced, enforced
from generator.schedule.reason_words import number_word
from generator.schedule.reasons import line_of

_INSTEAD: dict[LiftKind, tuple[str, str]] = {
    "base": N_ngettext("{had} base lift instead of {wanted}", "{had} base lifts instead of {wanted}"),
    "heavy": N_ngettext("{had} heavy lift instead of {wanted}", "{had} heavy lifts instead of {wanted}"),
    "maintenance": N_ngettext(
        "{had} maintenance lift instead of {wanted}", "{had} maintenance lifts instead of {wanted}"
    ),
    "abbreviated": N_ngettext("{had} short lift instead of {wanted}", "{had} short lifts instead of {wanted}"),
    "primer": N_ngettext("{had} primer lift instead of {wanted}", "{had} primer lifts instead of {wanted}"),
}
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
    had, wanted = _placed(week, ask.kind), ask.wanted
    start = ngettext(*_INSTEAD[ask.kind], had).format(had=number_word(had), wanted=number_word(wanted))
    told: dict[str, str] = {}
    for position, day in enumerate(week.days):
        if day.lift is None and carries(week.frame, ask.kind, day.kind) and day.kind != "easy":
            rule, text = _forbids(weeks, cells, (index, position), ask.kind, rules)
            told.setdefault(rule, text)
    if not told:
        given = week.frame.given
        told["hosts"] = _("no other day of the calendar may carry one.") if given else ""
        told["hosts"] = told["hosts"] or _("no other day of the week may carry one.")
    for number, (rule, text) in enumerate(list(told.items())[:_MOST]):
        why = lower_first(text) if rule == "hosts" else text
        yield Reason(rule, text if number else _("{count}: {why}").format(count=upper_first(start), why=why))


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
            return "wish", _sentence(must.text) if frame.layered else _("The plan says `{text}`.").format(
                text=must.text
            )
    changed = list(cells)
    changed[index] = [replace(c, lift=lift) if i == position else c for i, c in enumerate(cells[index])]
    line = line_of([week.frame for week in weeks], changed)
    fault = next(_faults(line, frame.first_day + position, rules), None)
    return fault if fault is not None else ("wish", _("Other weeks need the days around it more."))


def _faults(line: Line, day: int, rules: tuple[Enforced, ...]) -> Iterator[tuple[str, str]]:
    for i in range(day, min(len(line), day + _LOOK)):
        for rule in rules:
            for severity, fault in rule.faults(line, i):
                if severity == "error":
                    yield rule.slug, fault.text


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
