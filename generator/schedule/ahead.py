"""What the rest of the plan costs at least, from each week's end: the same search with changes left out.

Without changes only the last days of a week matter to the next one, so this search is small. It tells the full search
which weeks can't lead to a good end.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.schedule.candidates import Candidate, Stream
from generator.schedule.law import BROKEN
from generator.schedule.preferences import CHANGES
from generator.schedule.seam import Seam, cost_after, run_after
from generator.schedule.steps import Steps


class Ahead:
    """Lower bounds on the cost of all weeks after one; None where no legal week can follow.

    ``after`` gives them for a candidate of a week, ``after_outsider`` for a week not yet known.
    """

    def __init__(self, row: Sequence[Stream], seams: Sequence[Seam], steps: Steps) -> None:
        self._seams, self._steps = seams, steps
        self._tails: list[dict[int, int | None]] = [{} for _ in row]
        self.after_outsider: list[int | None] = [0 for _ in row]
        for week in reversed(range(len(seams))):
            self._look(week, row)

    def after(self, week: int, candidate: Candidate) -> int | None:
        """Return the least that the weeks after this one cost if it is this candidate."""
        if week == len(self._seams):
            run = run_after(self._steps.law, self._steps.law.cells[candidate.cells[-1]])
            return cost_after(self._steps, candidate.cells, run)
        return self._tails[week][self._seams[week].tail((), candidate)]

    def _look(self, week: int, row: Sequence[Stream]) -> None:
        seam, later = self._seams[week], row[week + 1]
        moved = CHANGES * seam.least_changes
        heads: dict[int, int] = {}
        for candidate in later.found:
            rest = self.after(week + 1, candidate)
            if rest is not None:
                head = seam.head(candidate)
                total = candidate.cost + rest + moved
                if head not in heads or total < heads[head]:
                    heads[head] = total
        ways = sorted(heads.items(), key=lambda way: way[1])
        outside = self.after_outsider[week + 1]
        least = None if later.floor is None or outside is None else later.floor + outside + moved
        cheapest = [total for _, total in ways[:1]] + ([] if least is None else [least])
        self.after_outsider[week] = min(cheapest, default=None)
        tails = self._tails[week]
        for candidate in row[week].found:
            tail = seam.tail((), candidate)
            if tail not in tails:
                tails[tail] = _least(seam, tail, ways, least)


def _least(seam: Seam, tail: int, ways: list[tuple[int, int]], least: int | None) -> int | None:
    for head, total in ways:
        if least is not None and total >= least:
            break
        step = seam.cost(tail, head)
        if step != BROKEN and (least is None or total + step < least):
            least = total + step
    return least
