"""Weekly volume: from the first distance to the last by equal shares, cut back where the phase is.

48 to 64 km over six weeks, cut back by 20 % in the fourth:

| week | cutback | km |
|---|---|---|
| 1 | no | 48 |
| 2 | no | 52 |
| 3 | no | 55 |
| 4 | yes | 44 |
| 5 | no | 60 |
| 6 | no | 64 |

Each loading week grows by the same share of the week it grows from, so the largest step against the past four
weeks is as small as the phase allows. Eight published plans step 8 to 21 % that way (one 67 %); the week-to-week
change itself showed no relation to injury (frandsen-2025). Cutback weeks 15 to 30 % lighter every third or fourth
week are what those plans do.
"""

from __future__ import annotations

from generator.progressions.row import Cutbacks

TABLE, SOURCES = "volume", ("frandsen-2025",)


def prescribe(start: float, end: float, cutbacks: Cutbacks, by: float, before: int | None = None) -> tuple[int, ...]:
    """Return each week's volume in whole units, loading weeks from ``start`` to ``end``.

    ``by`` is the share of a cutback in percent (of the week before it), ``before`` the volume of the week before
    the phase, from which a cutback in its first week is taken.
    """
    climb = iter(loads(start, end, cutbacks.count(False)))
    weeks: list[int] = []
    for cutback in cutbacks:
        reference = weeks[-1] if weeks else before or whole(start)
        weeks.append(cut(reference, by) if cutback else next(climb))
    return tuple(weeks)


def cut(units: int, by: float) -> int:
    """Return ``units`` less ``by`` percent, whole, and at least one."""
    return max(1, whole(units * (1 - by / 100)))


def loads(start: float, end: float, count: int) -> tuple[int, ...]:
    """Return ``count`` loading weeks from ``start`` to ``end``, each the same share above the one before it.

    Rounding to whole units makes some steps steeper; they come where they weigh least, and stay within a tenth of
    the week before where that is possible.
    """
    if count <= 1:
        return (whole(end),) * count
    ratio = (end / start) ** (1 / (count - 1))
    even = [whole(start * ratio**i) for i in range(count)]
    for most in range(110, 130):
        climb = _at_most(even, most)
        if climb[-1] == even[-1]:
            return climb
    return tuple(even)


def _at_most(even: list[int], percent: int) -> tuple[int, ...]:
    """Hold each step under ``percent`` of the week before; what is held back comes later, when weeks are larger."""
    climb = even[:1]
    for wanted in even[1:]:
        climb.append(min(wanted, max(climb[-1] * percent // 100, climb[-1])))
    return tuple(climb)


def whole(units: float) -> int:
    """Return whole units, halves up."""
    return int(units + 0.5)
