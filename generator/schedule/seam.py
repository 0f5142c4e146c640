"""The seam between two weeks: what the later week breaks or costs once the days before it are known."""

from __future__ import annotations

from dataclasses import replace

from generator.schedule.candidates import Candidate
from generator.schedule.cell import Cell
from generator.schedule.demand import Demand
from generator.schedule.law import BROKEN, SEAM, WINDOW, Law, Sight
from generator.schedule.pattern import all_patterns, changes_between
from generator.schedule.preferences import day_cost, seam_gap_cost
from generator.schedule.steps import Steps, last_days

_End = tuple[tuple[int, ...], int]  # the days at a week's end, and how many of them come after or before hard ones


class _Ends:
    """Numbers for the ends of weeks, and the number of each candidate's end by the candidate's own number."""

    def __init__(self) -> None:
        self.listed: list[_End] = []
        self.of_candidate: dict[int, int] = {}
        self._numbers: dict[_End, int] = {}

    def number(self, end: _End, look: tuple[int, ...]) -> int:
        """Return the number of ends that look like this, giving them one if they have none yet."""
        found = self._numbers.get((look, end[1]))
        if found is None:
            found = self._numbers[look, end[1]] = len(self.listed)
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
        ahead = {steps.law.number(option.cell) for options in later.days[: self.ahead] for option in options}
        sees = frozenset[str]().union(*(steps.law.sees[number] for number in ahead))
        self._sight = Sight(steps.law.cells, sees, past=True)
        self._steps = steps
        self._tails, self._heads = _Ends(), _Ends()
        self._costs: list[dict[int, int]] = []

    def tail(self, before: tuple[int, ...], candidate: Candidate) -> int:
        """Return the number of a week's end: ends that look alike share it. ``before``: the path to the week."""
        if before:
            path = last_days((*before, SEAM, *candidate.cells), self.depth)
            return self._tail(path, candidate.tail)
        found = self._tails.of_candidate.get(candidate.number)
        if found is None:
            found = self._tail(candidate.cells[-self.depth :], candidate.tail)
            self._tails.of_candidate[candidate.number] = found
        return found

    def _tail(self, path: tuple[int, ...], gap: int) -> int:
        return self._tails.number((path, gap), tuple([self._sight[number] for number in path]))

    def head(self, candidate: Candidate) -> int:
        """Return the number of a week's beginning: equal beginnings, equal numbers."""
        found = self._heads.of_candidate.get(candidate.number)
        if found is None:
            cells = candidate.cells[: self.ahead]
            found = self._heads.number((cells, candidate.head), cells)
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
        path = (*before, SEAM)
        for day, number in enumerate(week):
            path = (*path, number)
            if day < WINDOW:
                near = self._steps.near(last_days(path, WINDOW + 1))
                if near == BROKEN:
                    return BROKEN
                total += near - self._steps.near(week[: day + 1])
            if self._steps.law.far_across(number) > day:
                far = self._steps.far(path)
                if far == BROKEN:
                    return BROKEN
                total += far - self._steps.far(week[: day + 1])
        return total


def run_after(law: Law, last: Cell) -> int:
    """Return the number of the ordinary run that a plan is taken to go on with, in the last day's phase."""
    return law.number(replace(last, kind="aerobic", lift=None, goal_race=False, tune_up=False))


def cost_after(steps: Steps, path: tuple[int, ...], run: int) -> int:
    """Return what the day after a plan costs, so that the last day hides nothing that costs on any other day."""
    law = steps.law
    days = last_days(path, WINDOW)
    found = steps.near((*days, SEAM, run))
    if found != BROKEN:
        return found
    return day_cost(tuple(law.cells[number] for number in days if number != SEAM), law.cells[run], law.apart)
