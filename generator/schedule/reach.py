"""How far back a placement rule looks, found by watching it read.

A rule over days and roles takes the whole line and looks back as far as it needs; it does not say how far. The
search must know, for two reasons: what a rule cannot read need not be kept in a memo's key, and days beyond every
rule's reach need not be told apart at the seam between two weeks. So each rule is run once on long uniform lines
that note the earliest day it reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, cast, overload

from generator.model.line import DayRole, Line
from generator.model.vocabulary import WEEKDAYS, DayKind, LiftKind
from generator.rules.rule import PlacementCheck, Value
from generator.schedule.cell import Cell

#: Days of history a rule is watched on. A rule that reads on to the line's beginning counts as reaching this far.
HISTORY = 28
_FILLERS: tuple[tuple[DayKind, LiftKind | None], ...] = (
    ("aerobic", None),
    ("rest", None),
    ("quality", "heavy"),
    ("long", "base"),
    ("aerobic", "abbreviated"),
)


class Reach(NamedTuple):
    """Days back that a rule reads: ``within`` one week, and ``across`` when all earlier days lie in an earlier one."""

    within: int
    across: int


class _Watched(Sequence[DayRole]):
    """A line that notes the earliest day read."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.first = len(line)

    def __len__(self) -> int:
        return len(self._line)

    @overload
    def __getitem__(self, index: int) -> DayRole: ...
    @overload
    def __getitem__(self, index: slice) -> Line: ...
    def __getitem__(self, index: int | slice) -> DayRole | Line:
        read = range(len(self._line))[index]
        self.first = min([self.first, *(read if isinstance(read, range) else [read])])
        return self._line[index]


@lru_cache(maxsize=4096)
def reach_of(at: PlacementCheck, params: tuple[tuple[str, Value], ...], cell: Cell) -> Reach:
    """Return how far back the rule looks from a day that carries this cell."""
    values = dict(params)
    return Reach(*(max(_read(at, values, cell, filler, week) for filler in _FILLERS) for week in (2, 1)))


def _read(
    at: PlacementCheck, values: dict[str, Value], cell: Cell, filler: tuple[DayKind, LiftKind | None], week: int
) -> int:
    earlier = Cell(*filler, cell.running, cell.strength, cell.cross_role)
    line = [earlier.role(day, week, WEEKDAYS[day % 7]) for day in range(HISTORY)]
    watched = _Watched((*line, cell.role(HISTORY, 2, WEEKDAYS[HISTORY % 7])))
    for _ in at(cast(Line, watched), HISTORY, values):
        pass
    return HISTORY - min(watched.first, HISTORY)
