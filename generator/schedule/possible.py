"""Whether any legal sequence of weeks exists at all, preferences left aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.schedule.law import BROKEN, SEAM, WINDOW, Sight
from generator.schedule.layout import Layout, TooManyWays
from generator.schedule.steps import last_days

_Path = tuple[int, ...]
#: Beginnings that look different, in one week, after which the search is given up.
_MOST_SEEN = 100_000


def possible(layouts: Sequence[Layout]) -> bool:
    """True if there is a legal week for each layout, one after the other. TooManyWays if nobody can tell."""
    law = layouts[0].steps.law
    numbers = {choice.number for layout in layouts for day in layout.days for choice in day}
    sight = Sight(law.cells, frozenset[str]().union(*(law.sees[number] for number in numbers)), past=False)
    depth = max((law.across[number] for number in numbers), default=0)
    ends: list[_Path] = [()]
    for layout in layouts[:-1]:
        ends = [last_days(path, depth) for path in _Weeks(layout, sight, depth).after(ends)]
    return next(_Weeks(layouts[-1], sight, depth).after(ends), None) is not None


class _Weeks:
    """Searches a layout's legal weeks depth first. Beginnings that look alike to every rule are followed only once.

    ``depth``: how many days back any rule reads into an earlier week.
    """

    def __init__(self, layout: Layout, sight: Sight, depth: int) -> None:
        self._layout = layout
        self._sight, self._depth = sight, depth
        self._seen: set[tuple[int, _Path, _Path]] = set()

    def after(self, ends: Sequence[_Path]) -> Iterator[_Path]:
        """Yield paths through legal weeks after each of these ends, at least one for each way in which they can end."""
        for before in ends:
            earlier = tuple([self._sight[number] for number in before])
            for start in reversed(self._layout.starts):
                yield from self._on((*before, SEAM) if before else (), earlier, (), start.left, start.spare)

    def _on(self, path: _Path, earlier: _Path, week: _Path, left: int, spare: int) -> Iterator[_Path]:
        """Go on with a path. ``earlier`` and ``week``: how the days before the week, and the week's own, look."""
        day = len(week)
        state = left, last_days(earlier, self._depth - day), week
        if state in self._seen:
            return
        self._seen.add(state)
        if len(self._seen) > _MOST_SEEN:
            raise TooManyWays
        if day == self._layout.demand.length:
            yield path
            return
        before = last_days(path, WINDOW)
        for choice in self._layout.days[day]:
            if not left & choice.kind_mask or (choice.lift_mask and not left & choice.lift_mask):
                continue
            if spare < choice.spare or choice.stand.after(before) == BROKEN:
                continue
            longer = (*path, choice.number)
            if not choice.far or self._layout.steps.far(longer) != BROKEN:
                looks = (*week, self._sight[choice.number])
                yield from self._on(longer, earlier, looks, left - choice.left, spare - choice.spare)
