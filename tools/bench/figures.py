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
    """What one thing costs: ``wall`` and ``cpu`` in seconds, ``memory`` in bytes (of the whole tree if ``tree``).

    ``others``: how many processors other programs kept busy meanwhile; it makes the clock say too much.
    """

    wall: Spread
    cpu: Spread
    memory: Spread
    tree: bool
    others: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """A bar: what was measured, what it may be at most, in one ``unit``; lower is better.

    ``cpu`` is a ratio of times in CPU seconds, which a busy machine changes less. It decides nothing.
    """

    what: str
    measured: float
    bar: float
    unit: str = "x"
    cpu: float | None = None

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
        sum(one.others for one in costs) / sum(one.wall for one in costs),
    )


def ratio(one: Figure, reference: Figure) -> float:
    """Return how much of the reference's time by the clock a thing takes, median to median."""
    return one.wall.median / reference.wall.median


def cpu_ratio(one: Figure, reference: Figure) -> float:
    """Return the same of CPU seconds."""
    return one.cpu.median / reference.cpu.median


def growth(small: float, small_pages: int, large: float, large_pages: int) -> float:
    """Return how many times as much a page costs in the large project as in the small one."""
    return (large / large_pages) / (small / small_pages)
