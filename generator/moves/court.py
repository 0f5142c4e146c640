"""Every rule that can tell one order of days from another, asked of one plan's weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.model.line import date_line
from generator.model.plan import Plan
from generator.moves.days import Judge, Stretch, bench
from generator.moves.distances import Doses
from generator.moves.orders import Order
from generator.moves.together import Ask
from generator.rules import RULES

_PLACE = {rule.slug: place for place, rule in enumerate(RULES)}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The first rule that forbids an order, or that warns of it; empty where none does."""

    error: str = ""
    warning: str = ""


class Court:
    """Judges orders of one plan's weeks. A rolling plan begins again after its last week, with the same moves."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._bench = bench(plan.overrides)
        self._doses = Doses(plan)
        self._lengths = [len(week.days) for week in plan.weeks] * (3 if plan.rolling else 1)
        self._roles = tuple(map(self._bench.number, date_line(plan))) * (3 if plan.rolling else 1)
        self._weeks = tuple(i for i, length in enumerate(self._lengths) for _ in range(length))
        self._judge = cache(self._judge_of)

    def verdict(self, at: int, order: Order) -> Verdict:
        """Judge one week in another order, all others as printed."""
        found = [*self._judge(at, 0)(order), *self._doses.new_faults(at, order)]
        errors = [slug for slug, severity in found if severity == "error"]
        if self.plan.rolling and len(self.plan.weeks) == 1:
            again = self._ask(at, 1)(order, order)
            errors += [again] if again else []
        return Verdict(_first(errors), "" if errors else _first(slug for slug, _ in found))

    def fails_after(self, at: int, order: Order, allowed: Sequence[Iterable[Order]]) -> str:
        """Return the rule that an order breaks together with an allowed one of a week that lies farther back."""
        return self._doses.fails_after(at, order, allowed)

    def pairs(self) -> Iterator[tuple[tuple[int, int], Ask]]:
        """Yield which two weeks see one another, ``(earlier, how many weeks ahead)``, with what asks about them."""
        count = len(self.plan.weeks)
        for at in range(count):
            for ahead in range(1, count if self.plan.rolling else count - at):
                if sum(self._lengths[at + i] for i in range(1, ahead)) >= self._bench.reach:
                    break
                yield (at, ahead), self._ask(at, ahead)

    def _ask(self, at: int, ahead: int) -> Ask:
        """Return what asks which rule two orders break, of a week and of one so many weeks ahead."""
        judge = self._judge(at, ahead)
        return lambda order, following: _first(slug for slug, level in judge(order, following) if level == "error")

    def _judge_of(self, at: int, ahead: int) -> Judge:
        """Return the judge of a week among its days, or of a week and one that lies so many weeks ahead.

        The days start with those that rules look back to from the week, and end with those that look back to it; where
        a later week's own days are asked, with the last of these.
        """
        index = at + (len(self.plan.weeks) if self.plan.rolling else 0)
        first = sum(self._lengths[:index])
        second = first + sum(self._lengths[index : index + ahead])
        begin = max(0, first - self._bench.reach)
        end = second + self._lengths[index + ahead] + (0 if ahead else self._bench.reach)
        roles, weeks = self._roles[begin:end], self._weeks[begin:end]
        stretch = Stretch(roles, tuple(week - weeks[0] for week in weeks))
        return self._bench.judge(stretch, first - begin, second - begin)


def _first(slugs: Iterable[str]) -> str:
    """Return the first of the rules in the registry's order; empty if there is none."""
    return min(slugs, key=_PLACE.__getitem__, default="")
