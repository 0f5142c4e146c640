"""The orders of a week's days that are worth offering: two days change places, or a third gives its rest."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations, permutations

from generator.frozen import frozen
from generator.model.plan import Week

Order = tuple[int, ...]

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
#: The most days that one move may change.
MOST_CHANGED = 4
#: Ways to put so many days in another order that leaves none of them where it was.
_ALL_MOVED: dict[int, tuple[Order, ...]] = {
    size: tuple(way for way in permutations(range(size)) if all(day != place for place, day in enumerate(way)))
    for size in range(3, MOST_CHANGED + 1)
}


@frozen
class Shape:
    """What decides which orders a week has: how many days, which of them may move, which have nothing to move."""

    length: int
    movable: tuple[int, ...]
    rests: tuple[int, ...]

    @property
    def busy(self) -> tuple[int, ...]:
        """The places of the days that have sessions to move."""
        return tuple(place for place in self.movable if place not in self.rests)

    def frees(self, order: Order, day: int) -> bool:
        """True if a day that has sessions becomes a rest day."""
        return day not in self.rests and order[day] in self.rests


@frozen
class Candidate:
    """An order: at place i stands the printed day ``order[i]``. ``offers`` says what it is good for.

    Of several that offer the same, one allowed is enough.
    """

    order: Order
    offers: tuple[int, ...]


def shape_of(week: Week) -> Shape:
    """Return a week's shape. A race never moves."""
    movable = tuple(place for place, day in enumerate(week.days) if day.kind != "race")
    return Shape(len(week.days), movable, tuple(place for place, day in enumerate(week.days) if not day.sessions))


@lru_cache(maxsize=4096)
def written(order: Order) -> str:
    """Return an order in writing, a digit a day in base 36."""
    return "".join(_DIGITS[day] for day in order)


@lru_cache(maxsize=256)
def candidates(shape: Shape) -> tuple[Candidate, ...]:
    """Return swaps of two days, then ways to free a day: its sessions go to another, whose sessions go to a rest day.

    Two rest days need not change places.
    """
    return tuple(_candidates(shape))


def _candidates(shape: Shape) -> Iterator[Candidate]:
    rests = shape.rests
    for one, other in combinations(shape.movable, 2):
        if not (one in rests and other in rests):
            yield Candidate(_cycle(shape, one, other), (one, other))
    for day, target in permutations(shape.busy, 2):
        for rest in rests:
            yield Candidate(_cycle(shape, day, target, rest), (day, target, -1))


def wider(shape: Shape, day: int, changed: int) -> Iterator[Order]:
    """Yield every order that gives a day to rest and changes so many days, three or four: where nothing simpler frees.

    ``changed`` counts the days that stand elsewhere than printed.
    """
    for places in combinations(shape.movable, changed):
        for way in _ALL_MOVED[changed] if day in places else ():
            order = list(range(shape.length))
            for place, content in zip(places, way, strict=True):
                order[place] = places[content]
            if order[day] in shape.rests:
                yield tuple(order)


def _cycle(shape: Shape, *places: int) -> Order:
    """Return the order in which what stands at each place goes to the next of them, and the last's to the first."""
    order = list(range(shape.length))
    for here, there in zip(places, (*places[1:], places[0]), strict=True):
        order[there] = here
    return tuple(order)
