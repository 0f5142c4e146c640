"""What makes one legal week better than another, in the order in which it counts.

A cost is one int that holds the components side by side, the most important highest: adding two costs adds each
component, and comparing them compares the components in order. So a cost is exact and a sum of costs is fast.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.schedule.cell import Cell

_BITS = 20  # a component stays below a million: 600 days of the largest daily cost


class Preferences(NamedTuple):
    """A cost by component; each counts before all that follow.

    ``missing_key`` and ``missing_short``: lifts fewer than the most asked for. ``wishes``: the athlete's wishes missed.
    ``warnings``: faults of placement rules at level warning (a run the day after a heavy lift). ``weekend``: 0 for a
    long run on Saturday, 1 on Sunday, 2 otherwise (in weeks of other lengths than seven, the last days count as these).
    ``changes``: weekdays that differ from the week before. ``crowded``: lifts on the day before a key run, and key
    lifts away from key runs (under a policy that keeps lifting and hard running apart: key lifts beside key runs).
    ``spread``: squares of the gaps between hard days; even gaps cost least. ``tired``: a maintenance lift after the
    long run, when the quality run could carry it. ``closeness``: short lifts near key lifts.
    ``idle``: rest and cross-training days in a row. ``unrested``: days after a key run with a run, twice if a lift was
    there too. ``swapped``: cross-training after a quality day with a lift, rest after a long run. ``shuffled``: quiet
    runs that change weekdays where ``changes`` doesn't count them.
    """

    missing_key: int = 0
    missing_short: int = 0
    wishes: int = 0
    warnings: int = 0
    weekend: int = 0
    changes: int = 0
    crowded: int = 0
    spread: int = 0
    tired: int = 0
    closeness: int = 0
    idle: int = 0
    unrested: int = 0
    swapped: int = 0
    shuffled: int = 0


def unit(name: str) -> int:
    """Return the cost of one in the named component."""
    return 1 << _BITS * (len(Preferences._fields) - 1 - Preferences._fields.index(name))


def packed(preferences: Preferences) -> int:
    """Return the components as one cost."""
    total = 0
    for value in preferences:
        total = (total << _BITS) + value
    return total


def unpacked(cost: int) -> Preferences:
    """Return a cost's components."""
    last = len(Preferences._fields) - 1
    return Preferences(*(cost >> _BITS * (last - i) & (1 << _BITS) - 1 for i in range(last + 1)))


#: No cost is higher.
HIGHEST = (1 << _BITS * len(Preferences._fields)) - 1
SPREAD = unit("spread")
CHANGES = unit("changes")
WARNINGS = unit("warnings")
SHUFFLED = unit("shuffled")


def day_cost(before: tuple[Cell, ...], cell: Cell, apart: bool = False) -> int:
    """Return what a day costs after up to three known days (the latest last), gaps and wishes left aside.

    ``apart``: the policy keeps key lifts and key runs on different days.
    """
    closeness = idle = unrested = swapped = 0
    crowded = int(cell.key_lift and cell.key_run == apart)
    for away, earlier in enumerate(reversed(before), start=1):
        if _short_beside_key(cell, earlier) or _short_beside_key(earlier, cell):
            closeness += (4 - away) ** 2
    if before:
        yesterday = before[-1]
        crowded += cell.key_run and yesterday.lift not in (None, "primer")
        idle = int(cell.off and yesterday.off)
        if yesterday.key_run and not cell.off:
            unrested = 1 + yesterday.key_lift
        swapped += cell.kind == "cross" and yesterday.kind == "quality" and yesterday.key_lift
        swapped += cell.kind == "rest" and yesterday.kind == "long"
    return packed(
        Preferences(
            crowded=crowded,
            tired=int(cell.kind == "long" and cell.lift == "maintenance"),
            closeness=closeness,
            idle=idle,
            unrested=unrested,
            swapped=int(swapped),
        )
    )


def _short_beside_key(one: Cell, other: Cell) -> bool:
    return one.lift == "abbreviated" and other.key_lift


def gap_cost(days: int) -> int:
    """Return what ``days`` full days between two hard ones cost, or between a hard one and its week's end."""
    return days * days * SPREAD


def seam_gap_cost(tail: int, head: int) -> int:
    """Return what a gap across a seam costs beyond its two parts, so that parts and seam give the whole's square."""
    return 2 * tail * head * SPREAD
