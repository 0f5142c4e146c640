"""One more day on a path: what it costs, or that it breaks the law. Remembered by the days that can matter."""

from __future__ import annotations

from collections.abc import Sequence

from generator.schedule.law import BROKEN, SEAM, WINDOW, Law
from generator.schedule.preferences import WARNINGS, day_cost


class Steps:
    """The cost of a path's last day, seen through a window of three days before it and, where a rule needs it, further.

    A path is a sequence of cell numbers with SEAM between weeks. A path that begins somewhere begins there for the
    rules too: what came before is unknown, not absent, so a day found legal may still break the law once the days
    before are known, but never the other way round.
    """

    def __init__(self, law: Law) -> None:
        self.law = law
        self.known: dict[tuple[int, ...], int] = {}

    def near(self, window: tuple[int, ...]) -> int:
        """Return the last day's cost as the window shows it, or BROKEN."""
        found = self.known.get(window)
        if found is None:
            found = self.known[window] = self._near(window)
        return found

    def _near(self, window: tuple[int, ...]) -> int:
        warnings = self.law.near(window)
        if warnings == BROKEN:
            return BROKEN
        cells = [self.law.cells[number] for number in window if number != SEAM]
        return warnings * WARNINGS + day_cost(tuple(cells[:-1]), cells[-1], self.law.apart)

    def far(self, path: Sequence[int]) -> int:
        """Return what rules that look beyond the window make of the last day: a cost or BROKEN."""
        if not self.law.looks_far(path[-1]):
            return 0
        warnings = self.law.far(path)
        return BROKEN if warnings == BROKEN else warnings * WARNINGS

    def whole(self, path: tuple[int, ...]) -> int:
        """Return the last day's full cost, or BROKEN."""
        near = self.near(last_days(path, WINDOW + 1))
        far = self.far(path) if near != BROKEN else BROKEN
        return BROKEN if far == BROKEN else near + far


def last_days(path: tuple[int, ...], days: int) -> tuple[int, ...]:
    """Return a path's last days, with the seams between them."""
    start = len(path)
    while start > 0 and days > 0:
        start -= 1
        days -= path[start] != SEAM
    return path[start:]
