"""One more day on a path: what it costs, or that it breaks the law. Remembered by the days that can matter."""

from __future__ import annotations

from collections.abc import Sequence

from generator.schedule.law import BROKEN, SEAM, Law, Sight
from generator.schedule.preferences import WARNINGS, day_cost


class Stand:
    """Days with one cell: their cost by what the days before look like."""

    def __init__(self, law: Law, number: int) -> None:
        self.sight = Sight(law.cells, law.sees[number], past=True)
        self._known: dict[tuple[int, ...], int] = {}
        self._alike: dict[tuple[int, ...], int] = {}
        self._law, self._number = law, number

    def after(self, before: tuple[int, ...]) -> int:
        """Return the day's cost after up to three days, or BROKEN."""
        found = self._known.get(before)
        if found is None:
            found = self._known[before] = self._after_its_like(before)
            self._law.remembered += 1
        return found

    def _after_its_like(self, before: tuple[int, ...]) -> int:
        sight = self.sight
        look = tuple([sight[number] for number in before])
        found = self._alike.get(look)
        if found is None:
            found = self._alike[look] = self._cost(before)
        return found

    def _cost(self, before: tuple[int, ...]) -> int:
        warnings = self._law.near((*before, self._number))
        if warnings == BROKEN:
            return BROKEN
        cells = self._law.cells
        earlier = tuple(cells[number] for number in before if number != SEAM)
        return warnings * WARNINGS + day_cost(earlier, cells[self._number], self._law.apart)


class Steps:
    """The cost of a path's last day, seen through a window of three days before it and, where a rule needs it, further.

    A path is a sequence of cell numbers with SEAM between weeks. A path that begins somewhere begins there for the
    rules too: what came before is unknown, not absent, so a day found legal may still break the law once the days
    before are known, but never the other way round.
    """

    def __init__(self, law: Law) -> None:
        self.law = law
        self._stands: dict[int, Stand] = {}

    def stand(self, number: int) -> Stand:
        """Return what is known of days with this cell."""
        found = self._stands.get(number)
        if found is None:
            found = self._stands[number] = Stand(self.law, number)
        return found

    def near(self, window: tuple[int, ...]) -> int:
        """Return the last day's cost as the window shows it, or BROKEN."""
        return self.stand(window[-1]).after(window[:-1])

    def far(self, path: Sequence[int]) -> int:
        """Return what rules that look beyond the window make of the last day: a cost or BROKEN."""
        warnings = self.law.far(path)
        return BROKEN if warnings == BROKEN else warnings * WARNINGS


def last_days(path: tuple[int, ...], days: int) -> tuple[int, ...]:
    """Return a path's last days, with the seams between them."""
    start = len(path)
    while start > 0 and days > 0:
        start -= 1
        days -= path[start] != SEAM
    return path[start:]
