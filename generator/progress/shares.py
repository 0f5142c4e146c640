"""Sharing a week's distance over its runs in whole units, the same way every time."""

from __future__ import annotations

from collections.abc import Sequence

from generator.frozen import frozen


@frozen
class Share:
    """What one run may get: its weight against the others, and its least and most whole units."""

    weight: float
    least: int
    most: int


def share(total: int, shares: Sequence[Share]) -> tuple[int, ...] | None:
    """Return whole units for each run that add up to ``total`` exactly; None if the bounds do not allow it.

    Each run starts at its least; every further unit goes to the run that has the smallest part of its weight
    (highest averages, rounded as in largest remainders), the earlier one where two are alike.
    """
    if not shares:
        return () if total == 0 else None
    if any(each.least > each.most for each in shares):
        return None
    given = [each.least for each in shares]
    if not sum(given) <= total <= sum(each.most for each in shares):
        return None
    for _ in range(total - sum(given)):
        open_ = [i for i, each in enumerate(shares) if given[i] < each.most]
        given[min(open_, key=lambda i: ((given[i] + 0.5) / shares[i].weight, i))] += 1
    return tuple(given)
