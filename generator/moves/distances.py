"""What the rules say that compare days of several weeks by their doses, of a week in another order.

Two do: a run is compared with the thirty days before it, and a plan may start lighter only after fourteen days without
big lifts. All other rules over doses look at whole weeks or at single sessions, which a move leaves as they are.
Seldom does either of the two depend on the order of days; where it can't, it isn't asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.plan import Plan
from generator.model.vocabulary import Severity
from generator.moves.breaks import Breaks
from generator.moves.days import Found, severity_of
from generator.moves.judging import Judged
from generator.moves.leaps import Leaps
from generator.moves.orders import Order
from generator.rules import resolve

#: The two rules.
LEAPS, BREAKS = "single-run-spike", "load-up-reps-down"


class Doses:
    """Judges orders of a plan's weeks by the two rules, with the plan's own parameters."""

    def __init__(self, plan: Plan) -> None:
        policy = resolve(plan.overrides)
        rules: dict[str, Leaps | Breaks] = {}
        if policy.level(LEAPS) != "off":
            rules[LEAPS] = Leaps(plan, policy.params(LEAPS))
        if policy.level(BREAKS) != "off":
            rules[BREAKS] = Breaks(plan, policy.params(BREAKS))
        self._rules = [(slug, severity_of(policy.level(slug)), rule) for slug, rule in rules.items()]
        #: The weeks, from 0, whose order may matter to either rule.
        self.touched = frozenset[int]().union(*(rule.touched for rule in rules.values()))
        #: By week: earlier ones whose order may make an error of an order of this one.
        self._earlier: dict[int, frozenset[int]] = {
            at: frozenset[int]().union(*(rule.earlier.get(at, ()) for rule in rules.values()))
            for at in range(len(plan.weeks))
        }

    def ask_about(self, at: int) -> bool:
        """True if a week's order may matter to either rule, alone or together with an earlier one's."""
        return at in self.touched

    def new_faults(self, at: int, order: Order) -> tuple[Found, ...]:
        """Return what a week in that order breaks and the printed week does not."""
        return tuple(self._new({at: order}))

    def fails_after(self, at: int, order: Order, judged: Sequence[Judged]) -> str:
        """Return the rule that this order breaks together with an allowed one of an earlier week, if any."""
        pairs = ({before: other, at: order} for before in self._earlier[at] for other in judged[before].allowed)
        return next((slug for pair in pairs for slug, severity in self._new(pair) if severity == "error"), "")

    def _new(self, orders: Mapping[int, Order]) -> Iterator[Found]:
        for slug, level, rule in self._rules:
            if not rule.touched.isdisjoint(orders):
                for found in rule.added(orders).elements():
                    severity: Severity = "warning" if "warning" in (level, found) else "error"
                    yield slug, severity
