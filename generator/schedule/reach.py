"""How far back a placement rule looks and what it looks at, found by watching it read.

A rule over days and roles takes the whole line and looks back as far as it needs; it does not say how far. The search
must know: what a rule can't see need not be kept in a memo's key, and days beyond every rule's reach need not be told
apart at the seam between two weeks. So each rule is run on long uniform lines that note which days it reads, and
which of their attributes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, cast, overload

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
    ("aerobic", "maintenance"),
    ("race", None),
)
_DATES = frozenset({"day", "week", "weekday"})


class Reach(NamedTuple):
    """What a rule reads from one day.

    ``within``: days back it reads in one long week; ``across``: days back when all earlier days lie in another week.
    ``sees``: the attributes it reads of earlier days, dates left aside.
    """

    within: int
    across: int
    sees: frozenset[str]


class _Watched(Sequence[DayRole]):
    """A line that notes the earliest day read and the attributes read of all days but the last."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.first = len(line) - 1
        self.seen: set[str] = set()

    def __len__(self) -> int:
        return len(self._line)

    @overload
    def __getitem__(self, index: int) -> DayRole: ...
    @overload
    def __getitem__(self, index: slice) -> Line: ...
    def __getitem__(self, index: int | slice) -> DayRole | Line:
        read = range(len(self._line))[index]
        days = tuple(read) if isinstance(read, range) else (read,)
        self.first = min((self.first, *days))
        shown = tuple(cast(DayRole, _WatchedDay(self, day)) for day in days)
        return shown if isinstance(index, slice) else shown[0]

    def read(self, day: int, name: str) -> Any:
        """Return an attribute of a day, noted."""
        if day < len(self._line) - 1:
            self.seen.add(name)
        return getattr(self._line[day], name)


class _WatchedDay:
    """A day that tells its line which of its attributes are read."""

    def __init__(self, line: _Watched, day: int) -> None:
        self._line, self._day = line, day

    def __getattr__(self, name: str) -> Any:
        return self._line.read(self._day, name)


@lru_cache(maxsize=4096)
def reach_of(at: PlacementCheck, params: tuple[tuple[str, Value], ...], cell: Cell) -> Reach:
    """Return what the rule reads from a day that carries this cell."""
    within, across = ([_watched(at, dict(params), cell, filler, week) for filler in _FILLERS] for week in (2, 1))
    sees = frozenset().union(*(line.seen for line in (*within, *across))) - _DATES
    return Reach(max(map(_days_back, within)), max(map(_days_back, across)), sees)


def _days_back(line: _Watched) -> int:
    return len(line) - 1 - line.first


def _watched(
    at: PlacementCheck, params: dict[str, Value], cell: Cell, filler: tuple[DayKind, LiftKind | None], week: int
) -> _Watched:
    earlier = _uniform(Cell(*filler, cell.running, cell.strength, cell.cross_role), week)
    watched = _Watched((*earlier, cell.role(HISTORY, 2, WEEKDAYS[HISTORY % 7])))
    for _ in at(cast(Line, watched), HISTORY, params):
        pass
    return watched


@lru_cache(maxsize=1024)
def _uniform(cell: Cell, week: int) -> Line:
    """Return the days of history, all with the same cell: a few such lines serve every rule and cell."""
    return tuple(cell.role(day, week, WEEKDAYS[day % 7]) for day in range(HISTORY))
