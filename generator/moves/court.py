"""Every rule that can tell one order of days from another, asked of one plan's weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator.model.line import date_line
from generator.model.plan import Plan
from generator.moves.distances import Doses
from generator.moves.judging import Judged, Verdict, judged
from generator.moves.likeness import Broken, Stretch, alike, verdict_of
from generator.moves.orders import Order, shape_of
from generator.moves.together import Ask


class Court:
    """Judges orders of one plan's weeks. A rolling plan begins again after its last week, with the same moves."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._alike = alike(plan.overrides)
        self._doses = Doses(plan)
        self._around = plan.rolling and len(plan.weeks) == 1
        turns = 3 if plan.rolling else 1
        self._begins, begin = [0], 0
        for week in plan.weeks * turns:
            begin += len(week.days)
            self._begins.append(begin)
        starts = frozenset(self._begins[: len(plan.weeks)])
        numbers = (self._alike.bench.number(role) for role in date_line(plan))
        self._codes = tuple(2 * number + (day in starts) for day, number in enumerate(numbers)) * turns

    def judged(self, at: int, before: Sequence[Judged]) -> Judged:
        """Judge one week's orders, all others as printed. ``before``: what was judged of the weeks before it."""
        shape = shape_of(self.plan.weeks[at])
        if self._doses.ask_about(at) or self._around:
            return judged(shape, partial(self._verdict, at, before))
        return self._alike.judged(self._stretch(at, 0), shape)

    def _verdict(self, at: int, before: Sequence[Judged], order: Order) -> Verdict:
        """Judge one order, and each that an earlier week may take together with it."""
        found = [*self._alike.weeks(self._stretch(at, 0)).added(order), *self._doses.new_faults(at, order)]
        if self._around:
            again = self._alike.broken(self._stretch(at, 1), (order,), (order,)).values()
            found += [(slug, "error") for slug in again]
        verdict = verdict_of(tuple(found))
        return verdict if verdict.error else Verdict(self._doses.fails_after(at, order, before), verdict.warning)

    def pairs(self) -> Iterator[tuple[tuple[int, int], Ask]]:
        """Yield which two weeks see one another, ``(earlier, how many weeks ahead)``, with what asks about them."""
        count = len(self.plan.weeks)
        for at in range(count):
            for ahead in range(1, count if self.plan.rolling else count - at):
                if self._begins[at + ahead] - self._begins[at + 1] >= self._alike.bench.reach:
                    break
                yield (at, ahead), partial(self._broken, at, ahead)

    def _broken(self, at: int, ahead: int, orders: Sequence[Order], following: Sequence[Order]) -> Broken:
        return self._alike.broken(self._stretch(at, ahead), tuple(orders), tuple(following))

    def _stretch(self, at: int, ahead: int) -> Stretch:
        """Return a week's days with those that it looks back to and those that look back to it.

        Where a week that lies ahead is asked about, with the last of its own days.
        """
        index = at + (len(self.plan.weeks) if self.plan.rolling else 0)
        first, second = self._begins[index], self._begins[index + ahead]
        begin = max(0, first - self._alike.bench.reach)
        end = self._begins[index + ahead + 1]
        codes = self._codes[begin : end + (0 if ahead else self._alike.bench.reach)]
        return Stretch(codes, first - begin, second - begin, end - begin)
