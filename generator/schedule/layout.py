"""A demand laid out for searching: each day's choices, and all counts still to place in one int, a field for each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from generator.model.vocabulary import KEY_LIFTS
from generator.schedule.demand import Demand, Option
from generator.schedule.preferences import Preferences, packed, unit
from generator.schedule.steps import Stand, Steps

_FIELD = 5  # bits for one count: weeks have fewer than 32 days
_FULL = (1 << _FIELD) - 1

#: Beginnings of weeks that are looked at for one demand, before a search is given up. Weeks of seven days need up to a
#: few thousand; longer ones with many free days would take minutes, and all of the memory.
MOST_LOOKED_AT = 60_000


class TooManyWays(Exception):
    """Weeks may be placed in so many ways that nobody can tell whether there is a legal one."""


class Choice(NamedTuple):
    """A cell that may stand on a day, as the search uses it.

    ``left`` is what it takes from the counts, the masks show whether its kind and lift are left at all. ``spare`` is 1
    if it leaves a day without a lift that could carry one. ``cost``: wishes missed, a long run off its weekend.
    """

    number: int
    stand: Stand
    left: int
    kind_mask: int
    lift_mask: int
    spare: int
    cost: int
    hard: bool
    far: bool


class Start(NamedTuple):
    """An empty week with so many lifts to place: the counts, hosts beyond the lifts, the cost of missing lifts."""

    left: int
    spare: int
    cost: int


class Layout:
    """A demand's choices by day, and where a search for its weeks begins."""

    def __init__(self, demand: Demand, steps: Steps) -> None:
        self.demand = demand
        self.steps = steps
        names = [*(f"run {kind}" for kind, _ in demand.kinds), *(f"lift {kind}" for kind, _, _ in demand.lifts)]
        self._fields = {name: _FIELD * place for place, name in enumerate(names)}
        self._hosts = {o.cell.kind for options in demand.days for o in options if o.cell.lift is not None}
        self.days = [[self._choice(option) for option in options] for options in demand.days]
        self.starts = list(self._starts())

    def _choice(self, option: Option) -> Choice:
        cell, number = option.cell, self.steps.law.number(option.cell)
        kind, lift = (self._fields[f"run {cell.kind}"], self._fields.get(f"lift {cell.lift}"))
        return Choice(
            number=number,
            stand=self.steps.stand(number),
            left=(1 << kind) + (0 if lift is None else 1 << lift),
            kind_mask=_FULL << kind,
            lift_mask=0 if lift is None else _FULL << lift,
            spare=int(lift is None and cell.kind in self._hosts),
            cost=packed(Preferences(wishes=option.missed, weekend=option.weekend)),
            hard=cell.hard,
            far=self.steps.law.far_across(number) >= 0,
        )

    def _starts(self) -> Iterator[Start]:
        host_days = sum(count for kind, count in self.demand.kinds if kind in self._hosts)
        runs = sum(count << self._fields[f"run {kind}"] for kind, count in self.demand.kinds)
        ranges = [range(most, least - 1, -1) for _, least, most in self.demand.lifts]
        for counts in product(*ranges):
            left, cost = runs, 0
            for (kind, _, most), count in zip(self.demand.lifts, counts, strict=True):
                left += count << self._fields[f"lift {kind}"]
                cost += (most - count) * unit("missing_key" if kind in KEY_LIFTS else "missing_short")
            if sum(counts) <= host_days and all(self.days):
                yield Start(left, host_days - sum(counts), cost)
