"""Travel: the hardest runs that fit on the days left, each as far as it was; easier ones are left out.

A run stays on its day where that is one of the days left. Key runs that have to move go where two full days lie
between them if there is such a place, else as far apart as can be. Nothing is made longer. A coaching convention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, permutations

from generator.frozen import frozen
from generator.layers.running_days import HARDNESS, WeekDays, at_rest, moved, with_sessions
from generator.model.plan import Day

_BETWEEN = 2  # full days between two key runs, so that both may carry a lift
_KEY = ("race", "long", "quality")


@frozen
class Around:
    """What the weeks beside it ask of a week's ends.

    ``before``: full days between the last key run before and the week's first day; ``after``: between its last day
    and the next key run; None where there is none. ``tired``: no key run may stand on the first day.
    """

    before: int | None = None
    after: int | None = None
    tired: bool = False


def traveled(days: WeekDays, free: Sequence[int], runs: int | None, around: Around) -> WeekDays:
    """Return the week's days with its hardest runs on the ``free`` positions, at most ``runs`` of them."""
    units = sorted((day for day in days if day.runs), key=lambda day: _hardness(day))
    fixed = {_position(days, day) for day in units if day.kind == "race"}
    most = min(len({*free, *fixed}), len(units), len(units) if runs is None else max(runs, len(fixed)))
    for left_out in range(sum(day.kind in ("long", "quality") for day in units) + 1):
        chosen = _chosen(units, most, left_out)
        best = _best(days, chosen, sorted({*free, *fixed}), around)
        if best is not None:
            return _laid(days, best, free)
    return tuple(day if day.kind == "cross" and _position(days, day) in free else at_rest(day) for day in days)


def _hardness(day: Day) -> tuple[int, int, int]:
    return (HARDNESS.index(day.kind), -sum(run.distance_m or 0 for run in day.runs), day.day)


def _position(days: WeekDays, day: Day) -> int:
    return day.day - days[0].day


def _chosen(units: Sequence[Day], most: int, left_out: int) -> list[Day]:
    """Return the hardest days; where these fit nowhere, the hardest without the last so many key runs."""
    keys = [day for day in units if day.kind in ("long", "quality")]
    return [day for day in units if day not in keys[len(keys) - left_out :]][:most]


def _best(days: WeekDays, chosen: Sequence[Day], free: Sequence[int], around: Around) -> dict[int, Day] | None:
    """Return the best position of each day; None if a key run would have to stand where none may."""
    keys = [day for day in chosen if day.kind in _KEY]
    others = [day for day in chosen if day.kind not in _KEY]
    found: tuple[tuple[int, ...], dict[int, Day]] | None = None
    for positions in permutations(free, len(keys)):
        if any(day.kind == "race" and p != _position(days, day) for day, p in zip(keys, positions, strict=True)):
            continue
        if around.tired and 0 in positions and keys[positions.index(0)].kind != "race":
            continue
        cost = _cost(days, keys, positions, around)
        if found is None or cost < found[0]:
            found = cost, dict(zip(positions, keys, strict=True))
    return None if found is None else _with_others(days, found[1], others, free)


def _cost(days: WeekDays, keys: Sequence[Day], positions: Sequence[int], around: Around) -> tuple[int, ...]:
    """Fewer key runs in a row, then fewer too close for both to carry a lift, then fewer moves, then shorter ones."""
    gaps = list(_gaps(sorted(positions), len(days), around))
    moves = [abs(_position(days, day) - p) for day, p in zip(keys, positions, strict=True)]
    close = sum(gap < _BETWEEN for gap in gaps)
    return (sum(gap < 1 for gap in gaps), close, sum(move > 0 for move in moves), sum(moves), *positions)


def _gaps(positions: Sequence[int], length: int, around: Around) -> Iterator[int]:
    if positions and around.before is not None:
        yield around.before + positions[0]
    yield from (later - earlier - 1 for earlier, later in pairwise(positions))
    if positions and around.after is not None:
        yield length - 1 - positions[-1] + around.after


def _with_others(days: WeekDays, placed: dict[int, Day], others: Sequence[Day], free: Sequence[int]) -> dict[int, Day]:
    """Put each other run on its own day if that is free, else on the nearest free day, the earlier of two."""
    found, waiting = dict(placed), []
    for day in others:
        position = _position(days, day)
        if position in free and position not in found:
            found[position] = day
        else:
            waiting.append(day)
    for day in waiting:
        open_ = [p for p in free if p not in found]
        if open_:
            found[min(open_, key=lambda p: (abs(p - _position(days, day)), p))] = day
    return found


def _laid(days: WeekDays, placed: dict[int, Day], free: Sequence[int]) -> WeekDays:
    """A day with a run has that run; one without keeps its cross-training if one can train on it."""
    return tuple(
        moved(placed[position], day)
        if position in placed
        else with_sessions(day, day.crosses)
        if position in free
        else at_rest(day)
        for position, day in enumerate(days)
    )
