"""Which moves of two weeks can't be kept together, though each may be: told between classes of moves, to be short.

As the earlier of two weeks a move belongs to a *tail*, as the later to a *head*. Class 0 clashes with nothing; moves
that clash with the same moves share a class. Printed weeks are of class 0 both ways, for a move that breaks a rule
beside a printed week is not allowed at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.frozen import frozen
from generator.moves.orders import Order

#: The rule that an order of a week and one of a later week break together, of all such orders.
Ask = Callable[[Sequence[Order], Sequence[Order]], Mapping[tuple[Order, Order], str]]


@dataclass
class Seam:
    """One week's part in clashes: with later weeks (``rows``) and with earlier ones (``columns``)."""

    rows: dict[Order, dict[tuple[int, Order], str]] = field(default_factory=dict)
    columns: dict[Order, dict[tuple[int, Order], str]] = field(default_factory=dict)


@frozen
class Clashes:
    """What is told of all weeks: each order's tail and head by week, and the rule for (ahead, tail, head) by week."""

    tails: Sequence[Mapping[Order, int]]
    heads: Sequence[Mapping[Order, int]]
    rules: Sequence[Mapping[tuple[int, int, int], str]]


def clashes(allowed: Sequence[Sequence[Order]], pairs: Mapping[tuple[int, int], Ask]) -> Clashes:
    """Return the clashes of weeks' allowed orders. ``pairs`` has a question for each two weeks that see one another.

    Its keys are the earlier week's index and how many weeks ahead the later one is (a rolling plan begins again).
    """
    seams = [Seam() for _ in allowed]
    for (at, ahead), ask in pairs.items():
        later = (at + ahead) % len(allowed)
        for (order, following), rule in ask(allowed[at], allowed[later]).items():
            seams[at].rows.setdefault(order, {})[ahead, following] = rule
            seams[later].columns.setdefault(following, {})[ahead, order] = rule
    tails = [_classes(seam.rows) for seam in seams]
    heads = [_classes(seam.columns) for seam in seams]
    rules = [
        {
            (ahead, tails[at][order], heads[(at + ahead) % len(allowed)][following]): rule
            for order, row in seam.rows.items()
            for (ahead, following), rule in row.items()
        }
        for at, seam in enumerate(seams)
    ]
    return Clashes(tails, heads, rules)


def _classes(lines: Mapping[Order, Mapping[tuple[int, Order], str]]) -> dict[Order, int]:
    """Number orders from 1, those that clash alike with the same number; an order that isn't here is of class 0."""
    numbers: dict[frozenset[tuple[tuple[int, Order], str]], int] = {}
    return {order: numbers.setdefault(frozenset(line.items()), len(numbers) + 1) for order, line in lines.items()}
