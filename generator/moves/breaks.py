"""What the rule on lighter lifts after a break says of weeks in other orders, asked only around breaks.

A plan may start lighter after so many days without big lifts, and a move may make them too few.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from generator.model.plan import Day, Plan, Week
from generator.model.vocabulary import Severity
from generator.moves.orders import Order
from generator.rules.dose.load_up_reps_down import check
from generator.rules.reading import is_big
from generator.rules.rule import Params


class Breaks:
    """Judges the breaks of a plan whose weeks are in other orders. All weeks are told by their index.

    ``touched``: weeks whose order may matter. ``earlier``: by week, those before it whose order may make an error of
    an order of its own.
    """

    def __init__(self, plan: Plan, params: Params) -> None:
        self._plan, self._params = plan, params
        self.touched: frozenset[int] = frozenset()
        self.earlier: dict[int, set[int]] = {}
        self._counts: dict[tuple[tuple[int, tuple[int, ...]], ...], Counter[Severity]] = {}
        self._find()

    def added(self, orders: Mapping[int, Order]) -> Counter[Severity]:
        """Return what the plan breaks with weeks in other orders, by how bad it is, beyond what it does as printed."""
        return self._count(orders) - self._count({})

    def _find(self) -> None:
        """Find the weeks around breaks that another order may make too short for a plan to start lighter after."""
        plan, params = self._plan, self._params
        spread = 2 * (max(len(week.days) for week in plan.weeks) - 1)
        longer = {**params, "break_days": params["break_days"] + spread}
        lifted = [(at, day.day) for at, week in enumerate(plan.weeks) for day in week.days if _is_big(day)]
        for (before, last), (after, first) in pairwise(lifted):
            if params["break_days"] < first - last <= longer["break_days"]:
                self.touched |= {before, after}
                self.earlier.setdefault(after, set()).add(before)
        if self.earlier and len(list(check(plan, longer))) <= len(list(check(plan, params))):
            self.touched, self.earlier = frozenset(), {}

    def _count(self, orders: Mapping[int, Order]) -> Counter[Severity]:
        """Return what the rule finds; remembered by the days on which big lifts stand, for it looks at no others."""
        weeks = self._plan.weeks
        big = [(at, tuple(day if _is_big(weeks[at].days[day]) else -1 for day in orders[at])) for at in sorted(orders)]
        if tuple(big) not in self._counts:
            faults = check(moved_plan(self._plan, orders), self._params)
            self._counts[tuple(big)] = Counter(fault.severity or "error" for fault in faults)
        return self._counts[tuple(big)]


def moved_plan(plan: Plan, orders: Mapping[int, Order]) -> Plan:
    """Return a plan with weeks in other orders, by their index: what stood on a day stands on another's place."""
    weeks = (moved_week(week, orders[at]) if at in orders else week for at, week in enumerate(plan.weeks))
    return replace(plan, weeks=tuple(weeks))


def moved_week(week: Week, order: Order) -> Week:
    """Return a week in another order."""
    return replace(week, days=tuple(_moved(week.days[order[i]], place) for i, place in enumerate(week.days)))


def _moved(content: Day, place: Day) -> Day:
    return replace(content, day=place.day, weekday=place.weekday, date=place.date)


def _is_big(day: Day) -> bool:
    return any(is_big(dose) for lift in day.lifts for dose in lift.exercises)
