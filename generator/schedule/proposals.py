"""What would make room for the lifts of a given calendar: which easy run, if it were aerobic, would carry one.

The runs of a given calendar are not ours to move. So where its weeks have too few days that may carry a lift, the
clash names those weeks and the exact runs: one that is enough by itself, else the two that are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from generator.model.day_wish import ALL_LIFTS
from generator.model.frame import Clash, Frame, KindAsk, LiftAsk, Must
from generator.model.vocabulary import DAY_KINDS, DayKind
from generator.rules.policy import Policy
from generator.schedule.demand import demand_of
from generator.schedule.law import Law
from generator.schedule.layout import Layout
from generator.schedule.possible import possible
from generator.schedule.steps import Steps

Fit = Callable[[Sequence[Frame]], bool]

_MOST_CHANGED = 3  # runs made aerobic in one week


def clashes_in_calendar(frames: Sequence[Frame], policy: Policy) -> tuple[Clash, ...]:
    """Return a clash for each group of given weeks that can't carry their lifts, with what would help.

    Weeks are tried one by one, then in longer and longer stretches. None if generated weeks alone clash before.
    """
    steps = Steps(Law(policy))

    def fit(stretch: Sequence[Frame]) -> bool:
        return possible([Layout(demand_of(frame), steps) for frame in stretch])

    for length in range(1, len(frames) + 1):
        found: dict[str, list[Frame]] = {}
        for first in range(len(frames) - length + 1):
            stretch = frames[first : first + length]
            if fit(stretch):
                continue
            if not any(frame.given for frame in stretch):
                return ()
            text = _proposed(stretch, fit)
            found[text] = [*found.get(text, []), *stretch]
        if found:
            return tuple(_clash(weeks, text) for text, weeks in found.items())
    return ()


def _clash(weeks: Sequence[Frame], text: str) -> Clash:
    numbers = tuple(dict.fromkeys(frame.number for frame in weeks))
    return Clash(numbers, tuple(_asks(weeks)), ("hosts",), text)


def _asks(weeks: Sequence[Frame]) -> Iterator[LiftAsk]:
    """Yield the lifts that these weeks can't do without, each kind as one ask."""
    for kind in dict.fromkeys(ask.kind for frame in weeks for ask in frame.lifts if ask.least):
        ask = min((a for frame in weeks for a in frame.lifts if a.kind == kind and a.least), key=lambda a: a.least)
        yield replace(ask, text=f"{ask.least} {kind} lift{'' if ask.least == 1 else 's'} a week")


def _proposed(stretch: Sequence[Frame], fit: Fit) -> str:
    for count in range(1, _MOST_CHANGED + 1):
        days = [
            names
            for positions in combinations(range(min(frame.length for frame in stretch)), count)
            if (names := _named(stretch, positions)) and fit([_made_aerobic(frame, positions) for frame in stretch])
        ]
        if days:
            return f"If {_either(days)} were aerobic (steady, 35 min or more), it would carry a lift."
    return "No run of these weeks would make room for it: more days with a run are needed, or fewer lifts."


def _named(stretch: Sequence[Frame], positions: Sequence[int]) -> str:
    """Return these days' easy runs in words; nothing if one of them is an easy run in none of the weeks."""
    if not all(any(_is_easy(frame, position) for frame in stretch) for position in positions):
        return ""
    return " and ".join(f"{stretch[0].weekdays[position].capitalize()}'s easy run" for position in positions)


def _either(days: list[str]) -> str:
    return days[0] if len(days) == 1 else f"{', '.join(days[:-1])} or {days[-1]}"


def _is_easy(frame: Frame, position: int) -> bool:
    return any(must.position == position and must.kinds == {"easy"} for must in frame.musts)


def _made_aerobic(frame: Frame, positions: Sequence[int]) -> Frame:
    """Return the frame with its easy runs on these days made aerobic."""
    changed = {position for position in positions if _is_easy(frame, position)}
    musts = tuple(
        replace(must, kinds=frozenset[DayKind]({"aerobic"}), lifts=ALL_LIFTS)
        if must.position in changed and must.kinds == {"easy"}
        else must
        for must in frame.musts
    )
    return replace(frame, musts=musts, kinds=tuple(_counts(frame, musts)))


def _counts(frame: Frame, musts: Sequence[Must]) -> Iterator[KindAsk]:
    fixed = [next(iter(must.kinds)) for must in musts if len(must.kinds) == 1]
    return (KindAsk(kind, fixed.count(kind), "", frame.kinds[0].place) for kind in DAY_KINDS if kind in fixed)
