"""The orders of a week's days that are worth offering: two days change places, or a third gives its rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations

from generator.model.plan import Week

Order = tuple[int, ...]

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
#: The most days that one move may change.
MOST_CHANGED = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """An order: at place i stands the printed day ``order[i]``. ``offers`` says what it is good for.

    Of several that offer the same, one allowed is enough.
    """

    order: Order
    offers: tuple[int, ...]


def written(order: Order) -> str:
    """Return an order in writing, a digit a day in base 36."""
    return "".join(_DIGITS[day] for day in order)


def candidates(week: Week) -> Iterator[Candidate]:
    """Yield swaps of two days, then ways to free a day: its sessions go to another, whose sessions go to a rest day.

    A race never moves, and two rest days need not change places.
    """
    movable, rests = _movable(week), _rests(week)
    for one, other in combinations(movable, 2):
        if not (one in rests and other in rests):
            yield Candidate(_cycle(week, one, other), (one, other))
    busy = [place for place in movable if place not in rests]
    for day, target in permutations(busy, 2):
        for rest in rests:
            yield Candidate(_cycle(week, day, target, rest), (day, target, -1))


def wider(week: Week, day: int) -> Iterator[Order]:
    """Yield every order that gives a day to rest and changes three or four days: for days that nothing else frees."""
    movable, rests = _movable(week), _rests(week)
    for size in range(3, MOST_CHANGED + 1):
        for places in combinations(movable, size):
            for contents in permutations(places) if day in places else ():
                order = list(range(len(week.days)))
                for place, content in zip(places, contents, strict=True):
                    order[place] = content
                if order[day] in rests and all(order[place] != place for place in places):
                    yield tuple(order)


def frees(week: Week, order: Order, day: int) -> bool:
    """True if a day that has sessions becomes a rest day."""
    return bool(week.days[day].sessions) and not week.days[order[day]].sessions


def busy_days(week: Week) -> list[int]:
    """Return the places of the days that have sessions to move."""
    return [place for place in _movable(week) if week.days[place].sessions]


def _movable(week: Week) -> list[int]:
    return [place for place, day in enumerate(week.days) if day.kind != "race"]


def _rests(week: Week) -> list[int]:
    return [place for place, day in enumerate(week.days) if not day.sessions]


def _cycle(week: Week, *places: int) -> Order:
    """Return the order in which what stands at each place goes to the next of them, and the last's to the first."""
    order = list(range(len(week.days)))
    for here, there in zip(places, (*places[1:], places[0]), strict=True):
        order[there] = here
    return tuple(order)
