"""How fast this runner runs, from one easy pace: only to tell time from distance, never to be aimed at.

The easy pace is taken as 62 % of VDOT (easy running is 59 to 65 %), which gives the runner's VDOT and with it every
other pace. A runner who jogs slower than they could is taken for a slower runner; the effort (RPE) comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from generator.frozen import frozen
from generator.model.plan import Repeat, Step
from generator.science import vdot

EASY_SHARE, LONG_SHARE, AEROBIC_SHARE = 0.62, 0.66, 0.70
HARD_SHARE = 0.95
JOG_FACTOR = 1.15  # a recovery jog is slower than easy running
WALK_PACE = 600.0  # seconds per km
_SHARES = {
    "easy": EASY_SHARE,
    "long": LONG_SHARE,
    "aerobic": AEROBIC_SHARE,
    "threshold": vdot.THRESHOLD,
    "interval": vdot.INTERVAL,
    "hills": vdot.INTERVAL,
    "hard": HARD_SHARE,
}
_RACES = {
    "repetition": vdot.MILE_M,
    "strides": vdot.MILE_M,
    "mile": vdot.MILE_M,
    "3k": 3_000.0,
    "5k": 5_000.0,
    "10k": 10_000.0,
    "half-marathon": vdot.HALF_MARATHON_M,
    "marathon": vdot.MARATHON_M,
}


@frozen
class Paces:
    """Paces in seconds per km, by kind of run or target."""

    fitness: float

    @classmethod
    def from_easy(cls, seconds_per_km: float) -> Paces:
        """Derive all paces from an easy pace in seconds per km."""
        return cls(vdot.from_pace(seconds_per_km, EASY_SHARE))

    def of(self, name: str) -> float:
        """Return the pace of a kind of run (easy, long, aerobic) or of a workout's target."""
        return _pace(self.fitness, name)

    def of_step(self, step: Step) -> float:
        """Return the pace at which a step is run."""
        if step.target is not None:
            return self.of(step.target)
        if step.kind == "walk":
            return WALK_PACE
        return self.of("easy") * (JOG_FACTOR if step.kind == "recovery" else 1.0)

    def seconds(self, steps: Iterable[Step | Repeat]) -> float:
        """Return how long steps take."""
        return sum(self._total(step, in_time=True) for step in steps)

    def metres(self, steps: Iterable[Step | Repeat]) -> float:
        """Return how far steps go; those given by time at their pace."""
        return sum(self._total(step, in_time=False) for step in steps)

    def _total(self, step: Step | Repeat, in_time: bool) -> float:
        if isinstance(step, Repeat):
            return step.repeat * sum(self._total(inner, in_time) for inner in step.steps)
        pace = self.of_step(step)
        if in_time:
            return step.duration_s if step.duration_s is not None else (step.distance_m or 0) * pace / 1000
        return step.distance_m if step.distance_m is not None else (step.duration_s or 0) * 1000 / pace


@lru_cache(maxsize=4096)
def _pace(fitness: float, name: str) -> float:
    if name in _SHARES:
        return vdot.pace(fitness, _SHARES[name])
    return vdot.race_pace(fitness, _RACES[name])


def whole_minutes(seconds: float) -> int:
    """Return seconds rounded to whole minutes (at least one), halves up."""
    return max(60, int(seconds / 60 + 0.5) * 60)
