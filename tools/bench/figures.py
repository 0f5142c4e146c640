"""The arithmetic: medians of runs, ratios to a reference, verdicts. No clock and no files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tools.bench.measure import Cost


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure of several runs: the middle one, the least, the most, and how many there were."""

    median: float
    least: float
    most: float
    runs: int


@dataclass(frozen=True, slots=True)
class Figure:
    """What one thing costs: ``wall`` and ``cpu`` in seconds, ``memory`` in bytes (of the whole tree if ``tree``)."""

    wall: Spread
    cpu: Spread
    memory: Spread
    tree: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bar of the issue: what was measured, what it may be at most, in one ``unit``; lower is better."""

    what: str
    measured: float
    bar: float
    unit: str = "x"

    @property
    def met(self) -> bool:
        """True at the bar itself too."""
        return self.measured <= self.bar


def spread(values: Sequence[float]) -> Spread:
    """Return the spread of at least one value; of an even number the median lies between the two in the middle."""
    return Spread(median(values), min(values), max(values), len(values))


def figure(costs: Sequence[Cost]) -> Figure:
    """Return what the runs of one thing come to."""
    return Figure(
        spread([one.wall for one in costs]),
        spread([one.cpu for one in costs]),
        spread([float(one.memory) for one in costs]),
        all(one.tree for one in costs),
    )


def ratio(one: Figure, reference: Figure) -> float:
    """Return how much of the reference's time by the clock a thing takes, median to median."""
    return one.wall.median / reference.wall.median


def growth(small: float, small_pages: int, large: float, large_pages: int) -> float:
    """Return how many times as much a page costs in the large project as in the small one."""
    return (large / large_pages) / (small / small_pages)
