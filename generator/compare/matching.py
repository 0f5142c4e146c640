"""Which session of a week is which of its other version: the same day first, then a move, then a replacement."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.frozen import frozen
from generator.model.plan import Cross, Day, Lift, Session, Week


@frozen
class Placed:
    """A session and its day's place in the week, from 0."""

    day: int
    session: Session


@frozen
class Match:
    """A session before and after; None for one that comes or goes."""

    old: Placed | None
    new: Placed | None


_Same = Callable[[Placed, Placed], bool]


def matches(old: Week, new: Week) -> list[Match]:
    """Return each session of both weeks once, in the order of the days."""
    left, right, found = list(_sessions(old.days)), list(_sessions(new.days)), []
    for same in _WAYS:
        for one in list(left):
            other = next((placed for placed in right if all(test(one, placed) for test in same)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                found.append(Match(one, other))
    found += [Match(one, None) for one in left] + [Match(None, other) for other in right]
    return sorted(found, key=_place)


def bare(session: Session) -> Session:
    """Return the session without the reasons for its place."""
    return replace(session, reasons=())


def _sessions(days: tuple[Day, ...]) -> Iterator[Placed]:
    yield from (Placed(place, session) for place, day in enumerate(days) for session in day.sessions)


def _place(match: Match) -> tuple[int, int]:
    placed = match.old or match.new
    assert placed is not None
    return placed.day, placed.session.order


def _kind(placed: Placed) -> tuple[str, str]:
    session = placed.session
    return type(session).__name__, "" if isinstance(session, Cross) else session.kind


def _same_lift(one: Placed, other: Placed) -> bool:
    """True for lifts of one kind and of the same exercises: two lifts a week take turns with them."""
    a, b = one.session, other.session
    if not isinstance(a, Lift) or not isinstance(b, Lift) or a.kind != b.kind:
        return False
    return [dose.id for dose in a.exercises] == [dose.id for dose in b.exercises]


def _same_day(one: Placed, other: Placed) -> bool:
    return one.day == other.day


def _alike(one: Placed, other: Placed) -> bool:
    return _kind(one) == _kind(other)


def _equal(one: Placed, other: Placed) -> bool:
    return replace(bare(one.session), order=0) == replace(bare(other.session), order=0)


def _of_one_sport(one: Placed, other: Placed) -> bool:
    return isinstance(one.session, Lift) == isinstance(other.session, Lift)


#: What makes two sessions one, the surest first: all of a way's tests must hold.
_WAYS: tuple[tuple[_Same, ...], ...] = (
    (_same_day, _equal),
    (_same_day, _same_lift),
    (_same_lift,),
    (_same_day, _alike),
    (_equal,),
    (_alike,),
    (_same_day, _of_one_sport),
)
