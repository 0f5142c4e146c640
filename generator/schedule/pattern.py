"""How much a week's pattern differs from the week before: runners like the same weekdays from week to week.

A pattern is a row of bits, one for each day and thing that may stand there; what two weeks share is what their bits
share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.frozen import frozen
from generator.model.vocabulary import KEY_LIFTS, KEY_RUNS, DayKind, LiftKind
from generator.schedule.demand import Demand

_ROLE_KINDS: tuple[DayKind, ...] = ("quality", "long", "race", "rest", "cross")
_QUIET: tuple[DayKind, ...] = ("aerobic", "easy")
_KEY_LIFT, _SHORT_LIFT = len(_ROLE_KINDS), len(_ROLE_KINDS) + 1
_ROLES = (*_ROLE_KINDS, "key lift", "short lift")
_HARD = frozenset({*(_ROLES.index(kind) for kind in KEY_RUNS), _KEY_LIFT, _SHORT_LIFT})


@frozen
class Pattern:
    """A week's bits, or all bits that a demand's weeks may have.

    ``cells`` has a bit for each day and cell, ``roles`` one for each day and role: a key kind, rest, cross, a key lift,
    a short lift. ``hard_cells`` and ``hard_roles`` are the same without the days that carry neither key run nor lift.
    ``quiet`` has a bit for each day and quiet run, aerobic or easy. ``counts`` says how many days play each role, at
    least.
    """

    length: int
    cells: int
    roles: int
    hard_cells: int
    hard_roles: int
    quiet: int
    counts: tuple[int, ...]

    def role(self, role: int) -> int:
        """Return the days that may play a role, as bits."""
        return self.roles >> (role * self.length) & (1 << self.length) - 1


def pattern_of(days: Sequence[tuple[int, DayKind, LiftKind | None]]) -> Pattern:
    """Return the pattern of a week: each day's cell order, kind and lift."""
    return _gathered(len(days), enumerate(days), None)


def all_patterns(demand: Demand) -> Pattern:
    """Return every bit that a week of this demand may have, and the fewest days in each role."""
    kinds = dict(demand.kinds)
    lifts = [sum(least for kind, least, _ in demand.lifts if (kind in KEY_LIFTS) == key) for key in (True, False)]
    days = ((day, (o.cell.order, o.cell.kind, o.cell.lift)) for day, options in enumerate(demand.days) for o in options)
    return _gathered(demand.length, days, (*(kinds.get(kind, 0) for kind in _ROLE_KINDS), *lifts))


def _gathered(
    length: int, days: Iterable[tuple[int, tuple[int, DayKind, LiftKind | None]]], counts: tuple[int, ...] | None
) -> Pattern:
    cells = roles = hard_cells = hard_roles = quiet = 0
    played = [0] * len(_ROLES)
    for day, (order, kind, lift) in days:
        cells |= (cell := 1 << (order * length + day))
        for role in _roles(kind, lift):
            played[role] += 1
            roles |= 1 << (role * length + day)
            hard_roles |= 1 << (role * length + day) if role in _HARD else 0
        hard_cells |= cell if kind in KEY_RUNS or lift else 0
        quiet |= 1 << (_QUIET.index(kind) * length + day) if kind in _QUIET else 0
    return Pattern(length, cells, roles, hard_cells, hard_roles, quiet, tuple(played) if counts is None else counts)


def _roles(kind: DayKind, lift: LiftKind | None) -> Iterator[int]:
    if kind in _ROLE_KINDS:
        yield _ROLE_KINDS.index(kind)
    if lift is not None:
        yield _KEY_LIFT if lift in KEY_LIFTS else _SHORT_LIFT


@frozen
class Changes:
    """Counts the changes from weeks of one demand to weeks of another.

    ``alike`` demands ask for the same counts: days whose kind or lift differ are counted. Between others: roles that
    both weeks have and that stand on another day. ``comparable`` is False for weeks of different lengths: no changes.
    ``quiet`` is how many quiet runs such weeks share when none has moved; alike weeks count theirs among the changes.
    """

    comparable: bool
    alike: bool
    quiet: int

    def quiet_bits(self, pattern: Pattern) -> int:
        """Return the bits of the quiet runs, if they are compared by themselves."""
        return pattern.quiet if self.quiet else 0

    def bits(self, pattern: Pattern) -> int:
        """Return the bits that are compared."""
        return (pattern.cells if self.alike else pattern.roles) if self.comparable else 0

    def hard_bits(self, pattern: Pattern) -> int:
        """Return those of the compared bits that belong to key runs and lifts."""
        return (pattern.hard_cells if self.alike else pattern.hard_roles) if self.comparable else 0

    def shareable_and_hard(self, earlier: Pattern, later: Pattern) -> tuple[int, int]:
        """Return how many bits two weeks share when nothing has moved, and how many of them are hard bits.

        Depends on nothing but the counts of both and, for alike weeks, on the later one's hard days.
        """
        if not self.comparable:
            return 0, 0
        if self.alike:
            return later.length, later.hard_cells.bit_count()
        both = [min(a, b) for a, b in zip(earlier.counts, later.counts, strict=True)]
        return sum(both), sum(both[role] for role in _HARD)

    def least(self, earlier: Pattern, later: Pattern) -> int:
        """Return the changes from one week to another; with all patterns of a demand, the fewest there can be."""
        if not self.comparable or self.alike:
            shareable, _ = self.shareable_and_hard(earlier, later)
            return max(0, shareable - (self.bits(earlier) & self.bits(later)).bit_count())
        both = zip(earlier.counts, later.counts, range(len(later.counts)), strict=True)
        return sum(max(0, min(a, b) - (earlier.role(r) & later.role(r)).bit_count()) for a, b, r in both)


def changes_between(earlier: Demand, later: Demand) -> Changes:
    """Return the way to count changes from a week of one demand to a week of the other."""
    comparable = earlier.length == later.length
    alike = comparable and earlier.same_counts(later)
    before, after = dict(earlier.kinds), dict(later.kinds)
    quiet = sum(min(before.get(kind, 0), after.get(kind, 0)) for kind in _QUIET)
    return Changes(comparable, alike, quiet if comparable and not alike else 0)
