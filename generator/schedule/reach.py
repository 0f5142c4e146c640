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
    """A line that notes the earliest day read, the attributes read of the last day, and those of all others."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.first = len(line) - 1
        self.own: set[str] = set()
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
        (self.seen if day < len(self._line) - 1 else self.own).add(name)
        return getattr(self._line[day], name)


class _WatchedDay:
    """A day that tells its line which of its attributes are read."""

    def __init__(self, line: _Watched, day: int) -> None:
        self._line, self._day = line, day

    def __getattr__(self, name: str) -> Any:
        return self._line.read(self._day, name)


class Watcher:
    """What one rule reads, remembered by what it saw of the day that it was asked about.

    Two days of which a rule sees the same it treats the same. So it is watched on few of the many cells there are.
    """

    def __init__(self, at: PlacementCheck, params: dict[str, Value]) -> None:
        self._at, self._params = at, params
        self._found: dict[tuple[str, ...], dict[tuple[object, ...], Reach]] = {}

    def of(self, cell: Cell) -> Reach:
        """Return what the rule reads from a day that carries this cell."""
        role = cell.role(HISTORY, 2, WEEKDAYS[HISTORY % 7])
        for names, reaches in self._found.items():
            found = reaches.get(_seen(role, names))
            if found is not None:
                return found
        names, reach = self._watch(cell, role)
        self._found.setdefault(names, {})[_seen(role, names)] = reach
        return reach

    def _watch(self, cell: Cell, role: DayRole) -> tuple[tuple[str, ...], Reach]:
        """Return which attributes of the day decided what the rule reads, and what it reads."""
        alone = self._watched(role, cell, _FILLERS[0], 1)
        if not _days_back(alone):  # it has seen no other day, so whatever they carry it reads none of them
            return tuple(sorted(alone.own)), Reach(0, 0, frozenset())
        within, across = ([self._watched(role, cell, filler, week) for filler in _FILLERS] for week in (2, 1))
        lines = (*within, *across)
        reach = Reach(
            max(map(_days_back, within)),
            max(map(_days_back, across)),
            frozenset[str]().union(*(line.seen for line in lines)) - _DATES,
        )
        return tuple(sorted({*_SHARED, *(name for line in lines for name in line.own)})), reach

    def _watched(self, role: DayRole, cell: Cell, filler: tuple[DayKind, LiftKind | None], week: int) -> _Watched:
        earlier = _uniform(Cell(*filler, cell.running, cell.strength, cell.cross_role), week)
        watched = _Watched((*earlier, role))
        for _ in self._at(cast(Line, watched), HISTORY, self._params):
            pass
        return watched


#: What the uniform days before a cell share with it.
_SHARED = ("cross_role", "running", "strength")


def _seen(role: DayRole, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple([getattr(role, name) for name in names])


def reach_of(at: PlacementCheck, params: tuple[tuple[str, Value], ...], cell: Cell) -> Reach:
    """Return what the rule reads from a day that carries this cell."""
    return watcher(at, params).of(cell)


@lru_cache(maxsize=256)
def watcher(at: PlacementCheck, params: tuple[tuple[str, Value], ...]) -> Watcher:
    """Return what watches a rule with these parameters."""
    return Watcher(at, dict(params))


def _days_back(line: _Watched) -> int:
    return len(line) - 1 - line.first


@lru_cache(maxsize=1024)
def _uniform(cell: Cell, week: int) -> Line:
    """Return the days of history, all with the same cell: a few such lines serve every rule and cell."""
    return tuple(cell.role(day, week, WEEKDAYS[day % 7]) for day in range(HISTORY))
