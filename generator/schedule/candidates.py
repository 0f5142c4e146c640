"""The legal weeks for a demand, cheapest first, found when asked for.

A best-first search day by day: the cheapest path so far grows by each cell that may stand on its next day and breaks
no rule. Costs only ever grow along a path, so whole weeks come out in order of cost, and what has not come out yet
costs at least ``floor``. Exact counts of kinds and lifts ride along as one int with a field for each, so no two paths
are the same week.

A week of more than seven days, if many are free, can be placed in more ways than anybody can wait for. Then the search
ends with the cheapest of them.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from operator import attrgetter

from generator.frozen import frozen
from generator.schedule.demand import Demand
from generator.schedule.law import BROKEN, WINDOW
from generator.schedule.layout import MOST_LOOKED_AT, Layout
from generator.schedule.pattern import Pattern, pattern_of
from generator.schedule.preferences import gap_cost
from generator.schedule.steps import Steps

#: Candidates of one demand, of more than seven days, after which no more are looked for. Seven
#: free days can be placed in thousands of ways, all of which may have to be seen to tell that none of them will do.
MOST_FOUND = 4_000
_WEEK = 7


@frozen
class Candidate:
    """A legal week: its cells by number, its own cost, the days before its first hard day and after its last.

    ``number`` counts the demand's candidates; ``order`` ranks them among weeks of equal cost.
    """

    number: int
    cells: tuple[int, ...]
    cost: int
    head: int
    tail: int
    order: tuple[int, ...]
    pattern: Pattern


#: A week's beginning, the cheapest first: the least that a week which begins so costs; the tie-breaker; what it costs
#: so far; its cells; full days since the last hard day, or since the week began; days before the first hard day, or -1
#: while there is none; counts still to place; hosts beyond the lifts still to place. A plain tuple, as there are many.
_Path = tuple[int, int, int, tuple[int, ...], int, int, int, int]


_by_order = attrgetter("order")


class Stream:
    """The candidates of one demand as far as they have been asked for: ``found`` by cost, ``ordered`` by order."""

    def __init__(self, demand: Demand, steps: Steps) -> None:
        self.found: list[Candidate] = []
        self.ordered: list[Candidate] = []
        self._steps = steps
        layout = Layout(demand, steps)
        self._length = demand.length
        self._days = layout.days
        self._rest = _least_ahead(layout)
        self._ties = 0
        self._left_to_look_at = MOST_LOOKED_AT
        self._most = MOST_FOUND if demand.length > _WEEK else MOST_LOOKED_AT
        self._heap: list[_Path] = [
            (start.cost + self._rest[0], tie, start.cost, (), 0, -1, start.left, start.spare)
            for tie, start in enumerate(layout.starts)
        ]
        heapify(self._heap)

    @property
    def floor(self) -> int | None:
        """The least that any candidate not yet found can cost; None if all are found."""
        return self._heap[0][0] if self._heap else None

    @property
    def spent(self) -> bool:
        """True if there may be more candidates, but none will be looked for."""
        return bool(self._heap) and (self._left_to_look_at <= 0 or len(self.found) >= self._most)

    def end(self) -> None:
        """Look for no more: what is found is taken for all there is."""
        self._heap.clear()

    def fetch(self, count: int) -> None:
        """Find candidates until there are ``count`` or no more, or until the search is spent."""
        while self._heap and len(self.found) < min(count, self._most) and self._left_to_look_at > 0:
            path = heappop(self._heap)
            self._left_to_look_at -= 1
            if len(path[3]) == self._length:
                self.found.append(self._candidate(path))
            else:
                self._grow(path)
        self.ordered = sorted(self.found, key=_by_order)

    def _grow(self, path: _Path) -> None:
        _, _, spent, begun, since, head, left, spare = path
        day = len(begun)
        last, rest, before = day + 1 == self._length, self._rest[day + 1], begun[-WINDOW:]
        for choice in self._days[day]:
            if not left & choice.kind_mask or (choice.lift_mask and not left & choice.lift_mask):
                continue
            if spare < choice.spare:
                continue
            step = choice.stand.after(before)
            if step == BROKEN:
                continue
            cells = (*begun, choice.number)
            if choice.far:
                further = self._steps.far(cells)
                if further == BROKEN:
                    continue
                step += further
            cost = spent + step + choice.cost
            if choice.hard:
                cost += gap_cost(since)
                first, gap = (since if head < 0 else head), 0
            else:
                first, gap = head, since + 1
            if last:
                first = gap if first < 0 else first
                cost += gap_cost(gap) * (2 if first == self._length else 1)
            self._ties -= 1  # the latest first: paths of equal cost are followed to their end
            longer = (cost + rest, self._ties, cost, cells, gap, first, left - choice.left, spare - choice.spare)
            heappush(self._heap, longer)

    def _candidate(self, path: _Path) -> Candidate:
        _, _, cost, cells, tail, head, _, _ = path
        looks = [self._steps.law.looks[number] for number in cells]
        order = tuple([look[0] for look in looks])
        return Candidate(len(self.found), cells, cost, head, tail, order, pattern_of(looks))


def _least_ahead(layout: Layout) -> list[int]:
    """For each day and the end, the least that the days from there on cost by themselves."""
    ahead = [0]
    for day in reversed(layout.days):
        ahead.append(ahead[-1] + min((choice.cost for choice in day), default=0))
    return ahead[::-1]
