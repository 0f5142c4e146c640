"""Explain: why each session stands where it stands, and what forbade the other days.

A day is explained by its reasons and by trying it elsewhere: its content changes places with every other day of the
week, then its lift alone, and the rules are asked again over the whole date line. Nothing is scheduled anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.model.finding import Fault
from generator.model.frame import Frame, Must, PlacedDay, PlacedWeek, Wish
from generator.model.line import DayRole, Line
from generator.model.plan import Reason
from generator.rules import PLACEMENT, Policy

_LIFTS = {"abbreviated": "short lift", "maintenance": "maintenance lift", "heavy": "heavy lift", "base": "base lift"}
_REACH = 8  # days that a placement rule can look back, and so be changed by a move


@dataclass(frozen=True, slots=True)
class Move:
    """A day that was not chosen: ``rule`` names what forbids it (None: legal, but worse), ``text`` says how."""

    weekday: str
    rule: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """One day: what stands there and why, what moving the day would break, what moving its lift alone would."""

    week: int
    weekday: str
    content: str
    reasons: tuple[Reason, ...]
    moves: tuple[Move, ...]
    lift_moves: tuple[Move, ...]


def explain_day(placed: tuple[PlacedWeek, ...], policy: Policy, week: int, position: int) -> Explanation:
    """Return the explanation of a day; ``week`` counts from 1, ``position`` from 0 within the week."""
    here = placed[week - 1]
    day = here.days[position]
    others = [other for other in range(len(here.days)) if other != position]
    moves = [_move(placed, policy, week, position, other, whole=True) for other in others]
    alone = [_move(placed, policy, week, position, other, whole=False) for other in others] if day.lift else []
    return Explanation(
        week=week,
        weekday=_name(here.frame, position),
        content=_content(day),
        reasons=(*day.reasons, *day.lift_reasons),
        moves=tuple(move for move in moves if move is not None),
        lift_moves=tuple(move for move in alone if move is not None),
    )


def explain_text(placed: tuple[PlacedWeek, ...], policy: Policy, week: int | None, position: int | None) -> str:
    """Return the explanations of a day, a week or (None) all weeks as text for a terminal."""
    weeks = placed if week is None else placed[week - 1 : week]
    found: list[str] = []
    for one in weeks:
        positions = range(len(one.days)) if position is None else (position,)
        for at in positions:
            found.append(_text(explain_day(placed, policy, one.frame.number, at)))
    return "\n\n".join(found)


def _text(e: Explanation) -> str:
    lines = [f"Week {e.week}, {e.weekday}: {e.content}"]
    lines += [f"  because  {reason.text} ({reason.rule})" for reason in e.reasons]
    for title, moves in (("the whole day elsewhere", e.moves), ("the lift alone elsewhere", e.lift_moves)):
        if moves:
            lines.append(f"  {title}:")
            lines += [f"    {move.weekday:<10}{_verdict(move)}" for move in moves]
    return "\n".join(lines)


def _verdict(move: Move) -> str:
    return f"no, {move.rule}: {move.text}" if move.rule else f"possible: {move.text}"


def _content(day: PlacedDay) -> str:
    what = {"cross": "cross-training", "rest": "rest", "race": "race"}.get(day.kind, f"{day.kind} run")
    return f"{what}, then {_LIFTS.get(day.lift, day.lift)}" if day.lift else what


def _name(frame: Frame, position: int) -> str:
    return frame.weekdays[position].capitalize()


def _move(
    placed: tuple[PlacedWeek, ...], policy: Policy, week: int, position: int, other: int, whole: bool
) -> Move | None:
    """Return what comes of letting two days change places; None if nothing would change."""
    here = placed[week - 1]
    one, two = here.days[position], here.days[other]
    if (one.lift == two.lift) and (not whole or one.kind == two.kind):
        return None
    days = list(here.days)
    if whole:
        days[position], days[other] = two, one
    else:
        days[position], days[other] = replace(one, lift=two.lift), replace(two, lift=one.lift)
    moved = replace(here, days=tuple(days))
    name = _name(here.frame, other)
    return Move(name, *_judged(placed, policy, here, moved))


def _judged(
    placed: tuple[PlacedWeek, ...], policy: Policy, here: PlacedWeek, moved: PlacedWeek
) -> tuple[str | None, str]:
    """Return the rule that the moved week breaks and its words, or None and what makes it the worse choice."""
    broken = next(_unkept(moved, here.frame.musts), None)
    if broken is not None:
        return "wish", f"the plan says `{broken.text}`"
    index = here.frame.number - 1
    before, after = _line(placed), _line((*placed[:index], moved, *placed[index + 1 :]))
    known = set(_faults(before, policy, here))
    new = [(slug, severity, fault) for slug, severity, fault in _faults(after, policy, here) if severity == "error"]
    if new:
        return new[0][0], new[0][2].text
    missed = len(list(_unkept(moved, here.frame.wishes))) - len(list(_unkept(here, here.frame.wishes)))
    if missed > 0:
        return None, "but a wish of the plan would be missed"
    warned = [slug for slug, _, fault in _faults(after, policy, here) if (slug, "warning", fault) not in known]
    if warned:
        return None, f"but {warned[0]} would warn"
    if index and _changes(placed[index - 1], moved) > _changes(placed[index - 1], here):
        return None, "but the days would differ more from the week before"
    return None, "but hard days, lifts and rest would be spread less evenly"


def _unkept(week: PlacedWeek, said: tuple[Must, ...] | tuple[Wish, ...]) -> Iterator[Must | Wish]:
    for one in said:
        day = week.days[one.position]
        if day.kind not in one.kinds or (day.lift or "none") not in one.lifts:
            yield one


def _changes(before: PlacedWeek, week: PlacedWeek) -> int:
    pairs = zip(before.days, week.days, strict=False)
    return sum((one.kind, one.lift) != (two.kind, two.lift) for one, two in pairs)


def _line(placed: tuple[PlacedWeek, ...]) -> Line:
    return tuple(
        DayRole(
            day=week.frame.first_day + position,
            week=week.frame.number,
            weekday=week.frame.weekdays[position],
            kind=day.kind,
            lifts=(day.lift,) if day.lift else (),
            running=week.frame.running,
            strength=week.frame.strength,
            cross_role=week.frame.cross_role,
            goal_race=day.kind == "race" and week.frame.goal_race == position,
            tune_up=day.kind == "race" and week.frame.tune_up == position,
        )
        for week in placed
        for position, day in enumerate(week.days)
    )


def _faults(line: Line, policy: Policy, near: PlacedWeek) -> Iterator[tuple[str, str, Fault]]:
    """Yield slug, severity and fault of the placement rules around a week: errors and warnings alike."""
    start = near.frame.first_day
    stop = min(len(line), start + near.frame.length + _REACH)
    for i in range(start, stop):
        for rule in PLACEMENT:
            level = policy.level(rule.slug)
            if rule.at is None or level == "off":
                continue
            for fault in rule.at(line, i, policy.params(rule.slug)):
                yield rule.slug, "warning" if "warning" in (level, fault.severity) else "error", fault
