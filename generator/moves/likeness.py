"""What the rules over days say of a whole week's orders, or of two weeks' together: the same for weeks that look alike.

In a phase most weeks carry the same on the same days, and so do their neighbors. What is worked out for one is kept
for all of them, by what their days carry and by nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from generator.frozen import frozen
from generator.model.plan import Override
from generator.moves.days import Bench, Codes, Found
from generator.moves.judging import Judged, Verdict, judged
from generator.moves.orders import Order, Shape
from generator.rules import RULES

_PLACE = {rule.slug: place for place, rule in enumerate(RULES)}
#: By the earlier week's order and the later one's: the rule that the two break together.
Broken = dict[tuple[Order, Order], str]
#: Of a week's order: what it breaks by itself, its days for which earlier weeks matter, and the days up to the last.
_Head = tuple[tuple[Found, ...], tuple[int, ...], Codes]
#: How much of each sort is kept at once: more than any plan has weeks, so that none works out a thing twice.
KEPT = 1024


@frozen
class Stretch:
    """Days in a row, by what a bench calls what they carry, and where in them the days begin that are asked about.

    They start with those that rules look back to from the week that begins at ``first``. Where one week is asked
    about, ``second`` equals ``first`` and they end with the days that look back to it. Where a later one is asked
    about, it begins at ``second`` and ends them. ``end`` is where the last of these weeks ends.
    """

    codes: Codes
    first: int
    second: int
    end: int


def reordered(codes: Codes, first: int, order: Order) -> Codes:
    """Return the days with the week that begins at ``first`` in another order."""
    week = [codes[first + day] & ~1 for day in order]
    week[0] |= 1
    return (*codes[:first], *week, *codes[first + len(order) :])


class Alike:
    """What was found of weeks under one plan's overrides. It changes nothing of what it has told."""

    def __init__(self, overrides: tuple[Override, ...]) -> None:
        self.bench = Bench(overrides)
        #: Asks about the orders of a stretch's weeks.
        self.weeks = lru_cache(maxsize=KEPT)(self._weeks)
        #: What is told of a week's orders where only the rules over days have a say.
        self.judged = lru_cache(maxsize=KEPT)(self._judged)
        #: Which orders of a week and of a later one break a rule together.
        self.broken = lru_cache(maxsize=KEPT)(self._broken)

    def _weeks(self, stretch: Stretch) -> Weeks:
        return Weeks(self.bench, stretch)

    def _judged(self, stretch: Stretch, shape: Shape) -> Judged:
        weeks = self.weeks(stretch)
        return judged(shape, lambda order: verdict_of(weeks.added(order)))

    def _broken(self, stretch: Stretch, orders: Sequence[Order], following: Sequence[Order]) -> Broken:
        return self.weeks(stretch).broken(orders, following)


class Weeks:
    """Asks the rules over days about the weeks of a stretch in other orders, all others as printed.

    Only what the printed days don't break counts.
    """

    def __init__(self, bench: Bench, stretch: Stretch) -> None:
        self._bench, self._stretch = bench, stretch
        self._lows = bench.lows(stretch.codes)
        every = range(stretch.second, len(stretch.codes))
        self._faults(stretch.codes, every)  # so that it is known for which days it matters what lies before them
        #: The days asked about: of those behind the weeks only such as see into them.
        self._days = [i for i in every if i < stretch.end or bench.settled(stretch.codes, i, stretch.end) is None]
        self._printed = Counter(self._faults(stretch.codes, self._days))
        self._since = cache(self._days_since)
        self._known: dict[Codes, tuple[Found, ...]] = {}

    def added(self, order: Order) -> tuple[Found, ...]:
        """Return what the first week breaks in that order."""
        moved = reordered(self._stretch.codes, self._stretch.first, order)
        found = self._known.get(moved)
        if found is None:
            days, printed = self._since(next((place for place, day in enumerate(order) if place != day), 0))
            found = self._known[moved] = _new(self._faults(moved, days), printed)
        return found

    def _days_since(self, place: int) -> tuple[list[int], Counter[Found]]:
        """Return the days asked about from a week's place on, and what the printed ones break: no rule looks ahead."""
        days = [i for i in self._days if i >= self._stretch.first + place]
        return days, Counter(self._faults(self._stretch.codes, days))

    def broken(self, orders: Iterable[Order], following: Iterable[Order]) -> Broken:
        """Return the rules at level error that the two weeks break together, as their orders are given."""
        while True:
            sight = self._bench.sight
            found = self._broken(orders, following)
            if self._bench.sight == sight:
                return found

    def _broken(self, orders: Iterable[Order], following: Iterable[Order]) -> Broken:
        """The same; what looks alike to the rules is asked about once."""
        codes, second = self._stretch.codes, self._stretch.second
        heads = [(order, self._head(reordered(codes, second, order)[second:])) for order in following]
        different = list(dict.fromkeys(head for _, head in heads))
        rules: dict[Codes, dict[_Head, str]] = {}
        found: Broken = {}
        for order in orders:
            before = reordered(codes, self._stretch.first, order)[:second]
            look = self._bench.looks(before)
            if look not in rules:
                said = ((head, self._broken_by(before, head)) for head in different)
                rules[look] = {head: rule for head, rule in said if rule}
            for other, head in heads if rules[look] else ():
                if head in rules[look]:
                    found[order, other] = rules[look][head]
        return found

    def _head(self, week: Codes) -> _Head:
        second = self._stretch.second
        codes = (*self._stretch.codes[:second], *week)
        self._faults(codes, self._days)
        settled = {i: self._bench.settled(codes, i, second) for i in self._days}
        itself = tuple(found for said in settled.values() for found in said or ())
        across = tuple(i for i, said in settled.items() if said is None)
        return itself, across, codes[second : max(across, default=0) + 1]

    def _broken_by(self, before: Codes, head: _Head) -> str:
        itself, across, days = head
        found = _new([*itself, *self._faults((*before, *days), across)], self._printed)
        return first_of(slug for slug, severity in found if severity == "error")

    def _faults(self, codes: Codes, days: Iterable[int]) -> list[Found]:
        ask, lows = self._bench.faults, self._lows
        return [found for i in days for found in ask(codes, i, lows[i])]


def _new(found: list[Found], printed: Counter[Found]) -> tuple[Found, ...]:
    return tuple((Counter(found) - printed).elements()) if found else ()


@lru_cache(maxsize=64)
def alike(overrides: tuple[Override, ...]) -> Alike:
    """Return what was found under these overrides: one for all plans under the same policy."""
    return Alike(overrides)


@lru_cache(maxsize=KEPT)
def verdict_of(found: tuple[Found, ...]) -> Verdict:
    """Return the verdict on an order that breaks these rules."""
    error = first_of(slug for slug, severity in found if severity == "error")
    return Verdict(error, "" if error else first_of(slug for slug, _ in found))


def first_of(slugs: Iterable[str]) -> str:
    """Return the first of the rules in the registry's order; empty if there is none."""
    return min(slugs, key=_PLACE.__getitem__, default="")
