"""What the rules say that compare days of several weeks by their doses, of a week in another order.

Two do: a run is compared with the thirty days before it, and a plan may start lighter only after fourteen days without
big lifts. All other rules over doses look at whole weeks or at single sessions, which a move leaves as they are.
Seldom does either of the two depend on the order of days; where it can't, it isn't asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model.plan import Day, Plan, Week
from generator.moves.days import Found, severity_of
from generator.moves.orders import Order
from generator.rules import by_slug, resolve
from generator.rules.reading import is_big

#: The two rules.
LEAPS, BREAKS = "single-run-spike", "load-up-reps-down"


class Doses:
    """Judges orders of a plan's weeks by the two rules, with the plan's own parameters."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._policy = resolve(plan.overrides)
        #: By rule: the weeks whose order may matter to it.
        self._touched: dict[str, set[int]] = {LEAPS: set(), BREAKS: set()}
        #: By week: earlier ones whose order may make an error of an order of this one.
        self._earlier: dict[int, set[int]] = {}
        self._of_printed: dict[tuple[str, ...], Counter[Found]] = {}
        if self._policy.level(LEAPS) != "off":
            self._find_leaps()
        if self._policy.level(BREAKS) != "off":
            self._find_breaks()

    @property
    def touched(self) -> frozenset[int]:
        """The weeks, from 0, whose order may matter to either rule."""
        return frozenset().union(*self._touched.values())

    def new_faults(self, at: int, order: Order) -> tuple[Found, ...]:
        """Return what a week in that order breaks and the printed week does not."""
        return self._new({at: order})

    def fails_after(self, at: int, order: Order, allowed: Sequence[Iterable[Order]]) -> str:
        """Return the rule that this order breaks together with an allowed one of an earlier week, if any."""
        pairs = ({before: other, at: order} for before in self._earlier.get(at, ()) for other in allowed[before])
        return next((slug for pair in pairs for slug, severity in self._new(pair) if severity == "error"), "")

    def _new(self, orders: dict[int, Order]) -> tuple[Found, ...]:
        slugs = [slug for slug, touched in self._touched.items() if touched.intersection(orders)]
        if not slugs:
            return ()
        moved = moved_plan(self._plan, orders)
        return tuple((self._counted(slugs, moved) - self._printed(slugs)).elements())

    def _printed(self, slugs: Sequence[str]) -> Counter[Found]:
        if tuple(slugs) not in self._of_printed:
            self._of_printed[tuple(slugs)] = self._counted(slugs, self._plan)
        return self._of_printed[tuple(slugs)]

    def _counted(self, slugs: Iterable[str], plan: Plan) -> Counter[Found]:
        return Counter(found for slug in slugs for found in self._faults(slug, plan))

    def _faults(self, slug: str, plan: Plan) -> Iterator[Found]:
        check, level = by_slug(slug).check, severity_of(self._policy.level(slug))
        assert check is not None
        for fault in check(plan, self._policy.params(slug)):
            yield slug, "warning" if "warning" in (level, fault.severity) else "error"

    def _find_leaps(self) -> None:
        """Find the weeks in which some run may leap or not, as their days are ordered.

        An earlier week holds its longest run in any order if all of its days are in the window of all of this week's.
        """
        params, weeks = self._policy.params(LEAPS), self._plan.weeks
        longest = [max((run.distance_m or 0 for run in week.runs), default=0) for week in weeks]
        for at, week in enumerate(weeks[1:], 1):
            own = max((run.distance_m or 0 for run in week.runs if run.kind != "race"), default=0)
            within = {i for i in range(at) if weeks[i].days[-1].day >= week.days[0].day - params["days"]}
            sure = {i for i in within if weeks[i].days[0].day >= week.days[-1].day - params["days"]}
            before = max((longest[i] for i in sure), default=0)
            if own * 100 > before * (100 + params["warn"]):
                self._touched[LEAPS] |= {at, *within}
            if own * 100 > before * (100 + params["most"]) and own > before + params["free_step_m"]:
                self._earlier.setdefault(at, set()).update(within - sure)

    def _find_breaks(self) -> None:
        """Find the weeks around breaks that another order may make too short for a plan to start lighter after."""
        plan, params = self._plan, self._policy.params(BREAKS)
        spread = 2 * (max(len(week.days) for week in plan.weeks) - 1)
        longer = {**params, "break_days": params["break_days"] + spread}
        check = by_slug(BREAKS).check
        assert check is not None
        if len(list(check(plan, longer))) <= len(list(check(plan, params))):
            return
        lifted = [(at, day) for at, week in enumerate(plan.weeks) for day in _big_days(week)]
        for (before, last), (after, first) in pairwise(lifted):
            if params["break_days"] < first - last <= longer["break_days"]:
                self._touched[BREAKS] |= {before, after}
                self._earlier.setdefault(after, set()).add(before)


def moved_plan(plan: Plan, orders: dict[int, Order]) -> Plan:
    """Return a plan with weeks in other orders, by their index: what stood on a day stands on another's place."""
    weeks = (moved_week(week, orders[at]) if at in orders else week for at, week in enumerate(plan.weeks))
    return replace(plan, weeks=tuple(weeks))


def moved_week(week: Week, order: Order) -> Week:
    """Return a week in another order."""
    return replace(week, days=tuple(_moved(week.days[order[i]], place) for i, place in enumerate(week.days)))


def _moved(content: Day, place: Day) -> Day:
    return replace(content, day=place.day, weekday=place.weekday, date=place.date)


def _big_days(week: Week) -> Iterator[int]:
    return (day.day for day in week.days for lift in day.lifts if any(map(is_big, lift.exercises)))
