"""What the other days would have broken: a day is tried elsewhere and the rules are asked again.

Its content changes places with every other day of the week, then its lift alone, over the whole date line. Nothing is
scheduled anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import frozen
from generator.model.finding import Fault
from generator.model.frame import Frame, Must, PlacedDay, PlacedWeek
from generator.model.line import DayRole, Line
from generator.model.plan import Reason
from generator.rules import PLACEMENT, Policy
from generator.schedule.cell import carries
from generator.schedule.measure import Measure

_LIFTS = {"abbreviated": "short lift", "maintenance": "maintenance lift", "heavy": "heavy lift", "base": "base lift"}
_DAYS = {"cross": "cross-training"}
#: Weeks after a moved one in which a rule may still see the move.
_WEEKS_AFTER = 2
_WORSE = {
    "wishes": "but a wish of the plan would be missed",
    "warnings": "but a rule would warn",
    "weekend": "but the long run would leave its weekend day",
    "changes": "but the days would differ more from week to week",
    "crowded": "but a lift would stand before a hard run, or away from the hard runs",
    "spread": "but the hard days would be spread less evenly",
    "tired": "but the lift would follow the long run",
    "closeness": "but the short lift would stand nearer to a harder one",
    "idle": "but days off would stand side by side",
    "unrested": "but a run would follow a hard day that a day off follows now",
    "swapped": "but rest suits the day after the hard run and lift, cross-training the day after the long run",
    "shuffled": "but a quiet run would change its weekday from week to week",
}


@frozen
class Move:
    """A day that was not chosen: ``rule`` names what forbids it (None: legal, but worse), ``text`` says how."""

    weekday: str
    rule: str | None
    text: str


@frozen
class Standing:
    """A day as it stands: what it holds and why, what moving the day would break, what moving its lift alone would."""

    content: str
    reasons: tuple[Reason, ...]
    moves: tuple[Move, ...]
    lift_moves: tuple[Move, ...]


def _content(day: PlacedDay) -> str:
    what = {"cross": "cross-training", "rest": "rest", "race": "race"}.get(day.kind, f"{day.kind} run")
    return f"{what}, then {_LIFTS.get(day.lift, day.lift)}" if day.lift else what


def day_name(frame: Frame, position: int) -> str:
    """Return ``Tuesday``, or ``Day 9 (Tuesday)`` in a week of another length."""
    name = frame.weekdays[position].capitalize()
    return name if frame.length == 7 else f"Day {position + 1} ({name})"


class Judge:
    """Judges moves in one plan by its rules, then by the scheduler's preferences."""

    def __init__(self, placed: tuple[PlacedWeek, ...], policy: Policy) -> None:
        self._placed = placed
        self._policy = policy
        self._measure = Measure(policy)
        self._line = _line(placed)

    def standing(self, week: int, position: int) -> Standing:
        """Return what stands on a day; ``week`` counts from 1, ``position`` from 0 within the week."""
        here = self._placed[week - 1]
        day = here.days[position]
        others = [other for other in range(len(here.days)) if other != position]
        moves = [self._move(here, position, other, whole=True) for other in others]
        alone = [self._move(here, position, other, whole=False) for other in others] if day.lift else []
        return Standing(
            content=_content(day),
            reasons=tuple(dict.fromkeys((*day.reasons, *day.lift_reasons))),
            moves=tuple(move for move in moves if move is not None),
            lift_moves=tuple(move for move in alone if move is not None),
        )

    def _move(self, here: PlacedWeek, position: int, other: int, whole: bool) -> Move | None:
        """Return what comes of letting two days change places; None if nothing would change."""
        one, two = here.days[position], here.days[other]
        if (one.lift == two.lift) and (not whole or one.kind == two.kind):
            return None
        days = list(here.days)
        if whole:
            days[position], days[other] = two, one
        else:
            days[position], days[other] = replace(one, lift=two.lift), replace(two, lift=one.lift)
        moved = replace(here, days=tuple(days))
        return Move(day_name(here.frame, other), *self._judged(here, moved))

    def _judged(self, here: PlacedWeek, moved: PlacedWeek) -> tuple[str | None, str]:
        """Return the rule that the moved week breaks and its words, or None and what makes it the worse choice."""
        broken = next(_unkept(moved), None)
        if broken is not None:
            return "wish", f"the plan says `{broken.text}`"
        if any((day.kind == "race") != (old.kind == "race") for day, old in zip(moved.days, here.days, strict=True)):
            return "wish", "the race has its day"
        start = here.frame.first_day
        line = (*self._line[:start], *_line((moved,)), *self._line[start + here.frame.length :])
        faults = list(_faults(line, self._policy, here))
        wrong = next(((slug, fault.text) for slug, severity, fault in faults if severity == "error"), None)
        if wrong is not None:
            return wrong
        homeless = _homeless(moved)
        if homeless is not None:
            return None, homeless
        known = set(_faults(self._line, self._policy, here))
        warned = next((slug for slug, _, fault in faults if (slug, "warning", fault) not in known), None)
        return None, self._worse(here, moved, warned)

    def _worse(self, here: PlacedWeek, moved: PlacedWeek, warned: str | None) -> str:
        """Return the first preference by which the plan as it is beats the plan with the move.

        Preferences look no further than from one week to the next, so the weeks around are enough.
        """
        index = here.frame.number - 1
        before, after = self._placed[max(0, index - 1) : index], self._placed[index + 1 : index + 2]
        now, then = (self._measure.cost((*before, week, *after)) for week in (here, moved))
        if now is None or then is None:
            return "but rules forbid it elsewhere in the plan"
        name = next((n for n, a, b in zip(now._fields, now, then, strict=True) if a != b), "")
        if name == "warnings" and warned:
            return f"but {warned} would warn"
        return _WORSE.get(name, "just as good; of equal weeks the first in order was taken")


def _homeless(week: PlacedWeek) -> str | None:
    for day in week.days:
        if day.lift and not carries(week.frame, day.lift, day.kind):
            return f"but a {_LIFTS.get(day.lift, day.lift)} is not placed on {_DAYS.get(day.kind, day.kind)} days"
    return None


def _unkept(week: PlacedWeek) -> Iterator[Must]:
    for must in week.frame.musts:
        day = week.days[must.position]
        if day.kind not in must.kinds or (day.lift or "none") not in must.lifts:
            yield must


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
            tune_up=day.kind == "race" and position in week.frame.tune_ups,
        )
        for week in placed
        for position, day in enumerate(week.days)
    )


def _faults(line: Line, policy: Policy, near: PlacedWeek) -> Iterator[tuple[str, str, Fault]]:
    """Yield slug, severity and fault of the placement rules around a week: errors and warnings alike."""
    start = near.frame.first_day
    stop = start + (1 + _WEEKS_AFTER) * near.frame.length
    for i in range(start, min(len(line), stop)):
        for rule in PLACEMENT:
            level = policy.level(rule.slug)
            if rule.at is None or level == "off":
                continue
            for fault in rule.at(line, i, policy.params(rule.slug)):
                yield rule.slug, "warning" if "warning" in (level, fault.severity) else "error", fault
