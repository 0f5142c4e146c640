"""Session load, monotony and strain by Foster (1998), to be looked at against one's own history only.

The paper's abstract gives no common threshold, so there is none here. It does not say how the standard deviation is
taken; this project takes the sample's (n - 1), and rest days count as 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, stdev


def session_load(rpe: float, minutes: float) -> float:
    """Return a session's load in arbitrary units: effort on the 0-10 scale times minutes."""
    return rpe * minutes


def monotony(daily: Sequence[float]) -> float | None:
    """Return mean daily load over its standard deviation; None for fewer than two days or days all alike."""
    if len(daily) < 2:
        return None
    spread = stdev(daily)
    return fmean(daily) / spread if spread else None


def strain(daily: Sequence[float]) -> float | None:
    """Return the week's load times its monotony; None where monotony is."""
    sameness = monotony(daily)
    return None if sameness is None else sum(daily) * sameness
