"""Distances compared so that rounding alone never decides.

A plan keeps every run and every step in whole meters. Ten miles are stored as 16,093 m and eleven as 17,703 m, which
is 10.006% more, though the author wrote exactly 10%. So a stored distance counts as known to the meter: half a
meter for the rounding itself, and as much again for a week's rounded total that was shared out over its days. A sum
is known to as many meters as it has parts. A limit is crossed only where it would be crossed whatever the rounding
did, and reached where it may have been. On a run of 16 km that gives away 2 m.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen

#: By how many meters a stored distance may differ from the one that was meant.
ROUNDING_M = 1


@frozen
class Measured:
    """A distance in meters, added up from ``parts`` stored distances."""

    metres: float
    parts: int = 1

    @property
    def least(self) -> float:
        """The least that can have been meant, in meters."""
        return self.metres - self.parts * ROUNDING_M

    @property
    def most(self) -> float:
        """The most that can have been meant, in meters."""
        return self.metres + self.parts * ROUNDING_M

    def over(self, percent: float, whole: Measured) -> bool:
        """True if this is certainly more than ``percent`` of ``whole``."""
        return self.least * 100 > whole.most * percent

    def under(self, percent: float, whole: Measured) -> bool:
        """True if this is certainly less than ``percent`` of ``whole``."""
        return self.most * 100 < whole.least * percent

    def beyond(self, metres: float) -> bool:
        """True if this is certainly more than so many meters."""
        return self.least > metres

    def reaches(self, metres: float) -> bool:
        """True if this may have been meant as so many meters or more."""
        return self.most >= metres

    def __sub__(self, other: Measured) -> Measured:
        return Measured(self.metres - other.metres, self.parts + other.parts)


def total(parts: Iterable[Measured]) -> Measured:
    """Return the sum of distances."""
    found = tuple(parts)
    return Measured(sum(part.metres for part in found), sum(part.parts for part in found))


def longest(distances: Iterable[Measured]) -> Measured:
    """Return the longest distance, or nought where there is none."""
    return max(distances, key=lambda distance: distance.metres, default=Measured(0, 0))
