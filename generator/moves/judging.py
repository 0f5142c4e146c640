"""Which orders of a week are told as allowed and which as forbidden, once each can be asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.frozen import frozen
from generator.moves.orders import MOST_CHANGED, Order, Shape, candidates, wider

#: How many of the wider changes are offered for a day that nothing simpler frees.
MOST_WIDER = 3


@frozen
class Verdict:
    """The first rule that forbids an order, or that warns of it; empty where none does."""

    error: str = ""
    warning: str = ""

    @property
    def rank(self) -> int:
        """How good an order is: 0 breaks nothing, 1 warns, 2 is forbidden."""
        return 2 if self.error else 1 if self.warning else 0


@frozen
class Judged:
    """A week's allowed orders with their verdicts, and the forbidden ones with their rules."""

    allowed: dict[Order, Verdict]
    forbidden: dict[Order, str]


def judged(shape: Shape, ask: Callable[[Order], Verdict]) -> Judged:
    """Return what is told of a week's orders: of those that offer the same the first of the best."""
    best: dict[tuple[int, ...], tuple[Order, Verdict]] = {}
    for one in candidates(shape):
        verdict = ask(one.order)
        if one.offers not in best or verdict.rank < best[one.offers][1].rank:
            best[one.offers] = (one.order, verdict)
    allowed = {order: verdict for order, verdict in best.values() if not verdict.error}
    for day in shape.busy:
        if not any(shape.frees(order, day) for order in allowed):
            allowed |= _wider(shape, day, ask)
    return Judged(allowed, {order: verdict.error for order, verdict in best.values() if verdict.error})


def _wider(shape: Shape, day: int, ask: Callable[[Order], Verdict]) -> Iterator[tuple[Order, Verdict]]:
    """Yield a few orders that give a day to rest: those that change the fewest days, then the best of them."""
    left = MOST_WIDER
    for changed in range(3, MOST_CHANGED + 1):
        asked = ((order, ask(order)) for order in wider(shape, day, changed)) if left else ()
        kept = [(order, verdict) for order, verdict in asked if not verdict.error]
        found = sorted(kept, key=lambda pair: (pair[1].rank, pair[0]))[:left]
        left -= len(found)
        yield from found
