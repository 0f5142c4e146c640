"""The seam between two weeks: what the later week breaks or costs once the days before it are known."""

from __future__ import annotations

from generator.schedule.candidates import Candidate
from generator.schedule.demand import Demand
from generator.schedule.law import BROKEN, SEAM, WINDOW
from generator.schedule.pattern import all_patterns, changes_between
from generator.schedule.preferences import seam_gap_cost
from generator.schedule.steps import Steps, last_days

_End = tuple[tuple[int, ...], int]


class _Ends:
    """Numbers for the ends of weeks, and the number of each candidate's end by the candidate's own number."""

    def __init__(self) -> None:
        self.listed: list[_End] = []
        self.of_candidate: dict[int, int] = {}
        self._numbers: dict[_End, int] = {}

    def number(self, end: _End) -> int:
        """Return the end's number, giving it one if it has none yet."""
        found = self._numbers.get(end)
        if found is None:
            found = self._numbers[end] = len(self.listed)
            self.listed.append(end)
        return found


class Seam:
    """The seam from weeks of one demand to weeks of another.

    ``depth``: days before the later week that its rules and preferences may read. ``ahead``: its first days that read
    across. What lies beyond cannot matter, so weeks are told apart by their last ``depth`` and first ``ahead`` days.
    ``least_changes``: the fewest days that move whichever weeks meet here.
    """

    def __init__(self, earlier: Demand, later: Demand, steps: Steps) -> None:
        across = [
            (day, max(steps.law.across[steps.law.number(option.cell)], WINDOW) - day)
            for day, options in enumerate(later.days)
            for option in options
        ]
        self.depth = max((depth for _, depth in across), default=WINDOW)
        self.ahead = 1 + max((day for day, depth in across if depth > 0), default=0)
        self.changes = changes_between(earlier, later)
        self.least_changes = self.changes.least(all_patterns(earlier), all_patterns(later))
        self._steps = steps
        self._tails, self._heads = _Ends(), _Ends()
        self._costs: list[dict[int, int]] = []

    def tail(self, before: tuple[int, ...], candidate: Candidate) -> int:
        """Return the number of a week's end: equal ends, equal numbers. ``before`` is the path up to the week."""
        if before:
            path = last_days((*before, SEAM, *candidate.cells), self.depth)
            return self._tails.number((path, candidate.tail))
        found = self._tails.of_candidate.get(candidate.number)
        if found is None:
            found = self._tails.number((candidate.cells[-self.depth :], candidate.tail))
            self._tails.of_candidate[candidate.number] = found
        return found

    def head(self, candidate: Candidate) -> int:
        """Return the number of a week's beginning: equal beginnings, equal numbers."""
        found = self._heads.of_candidate.get(candidate.number)
        if found is None:
            found = self._heads.number((candidate.cells[: self.ahead], candidate.head))
            self._heads.of_candidate[candidate.number] = found
            if found == len(self._costs):
                self._costs.append({})
        return found

    def known(self, head: int) -> dict[int, int]:
        """Return what is known of the costs of a beginning after each tail; ``cost`` adds to it."""
        return self._costs[head]

    def cost(self, tail: int, head: int) -> int:
        """Return what the seam costs, changes left aside, or BROKEN."""
        known = self._costs[head]
        if tail not in known:
            known[tail] = self._cost(*self._tails.listed[tail], *self._heads.listed[head])
        return known[tail]

    def _cost(self, before: tuple[int, ...], gap: int, week: tuple[int, ...], head_gap: int) -> int:
        total = seam_gap_cost(gap, head_gap)
        for day in range(1, len(week) + 1):
            joined = self._steps.whole((*before, SEAM, *week[:day]))
            if joined == BROKEN:
                return BROKEN
            total += joined - self._steps.whole(week[:day])
        return total
