"""A project ten times as large: what a page costs there, beside what it costs in the small one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tools.bench.figures import Figure, Verdict, figure, growth
from tools.bench.rounds import Bench
from tools.bench.trees import size_of

#: How many times as many plans the large project has.
TIMES = 10
_MOST = 1.2
_KEYS = ("cold", "plan")
_SAID = {"cold": "nothing there", "plan": "one plan changed"}


@dataclass(frozen=True, slots=True)
class Grown:
    """Plans, pages and costs of the small project and of the large one, measured in turns."""

    plans: tuple[int, int]
    pages: tuple[int, int]
    figures: tuple[dict[str, Figure], dict[str, Figure]]

    def verdicts(self) -> list[Verdict]:
        """Return how many times as much a page of the large project costs, and the bar for it."""
        return [
            Verdict(
                f"{what} a page, {self.plans[1]} to {self.plans[0]} plans, {_SAID[key]}", self._times(key, of), _MOST
            )
            for key in _KEYS
            for what, of in (("time", "wall"), ("memory", "memory"))
        ]

    def _times(self, key: str, of: str) -> float:
        small, large = (getattr(one[key], of).median for one in self.figures)
        return growth(small, self.pages[0], large, self.pages[1])


def grown(small: Bench, work: Path, plans: int, runs: int, progress: Callable[[str], None], revision: str) -> Grown:
    """Measure the small project, whose rounds are over, and a large one beside it, so many times each."""
    large = Bench(work, plans * TIMES, progress, revision)
    small.runs.costs.clear()
    for _ in range(runs):
        for one in (small, large):
            one.cold()
            one.plan_changed()
    small_pages, large_pages = (size_of(one.checkout / "site").pages for one in (small, large))
    of_small, of_large = ({key: figure(one.runs.costs[key]) for key in _KEYS} for one in (small, large))
    return Grown((plans, plans * TIMES), (small_pages, large_pages), (of_small, of_large))
