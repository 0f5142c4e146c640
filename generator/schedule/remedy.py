"""One change that would make a clash go away, in plain words.

Tried in this order, the first that leaves a legal week wins: move one fixed day to another weekday (the nearest first),
drop one fixed day, make one easy run aerobic, ask for one lift fewer, plan one run fewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.model.day_wish import ALL_LIFTS
from generator.model.frame import Frame, KindAsk, LiftAsk, Must
from generator.model.vocabulary import DayKind
from generator.schedule.trial import Ask, Key, key_of

_NOTHING = "No single change makes this possible; more than one fixed day or lift has to give."
_Change = tuple[tuple[Frame, ...], str]


def remedy_for(stretch: Sequence[Frame], asks: Sequence[Ask], possible: Callable[[Sequence[Frame]], bool]) -> str:
    """Return one sentence: the first change that leaves the stretch a legal sequence of weeks, or that none does.

    ``asks`` are those that clash; only fixed days among them are moved or dropped.
    """
    musts = [ask for ask in asks if isinstance(ask, Must)]
    for changes in (_moved(stretch, musts), _dropped(stretch, musts), _made_aerobic(stretch), _with_less(stretch)):
        for frames, text in changes:
            if possible(frames):
                return text
    return _NOTHING


def _moved(stretch: Sequence[Frame], musts: Sequence[Must]) -> Iterator[_Change]:
    length = min(frame.length for frame in stretch)
    for away in range(1, length):
        for must in musts:
            for position in (must.position - away, must.position + away):
                if 0 <= position < length and not any(_taken(frame, position) for frame in stretch):
                    day = _day(stretch[0], position)
                    frames = tuple(_with_must(frame, key_of(must), position) for frame in stretch)
                    yield frames, f"Move `{must.text}` to {day}."


def _taken(frame: Frame, position: int) -> bool:
    return position in (frame.goal_race, *frame.tune_ups) or any(must.position == position for must in frame.musts)


def _with_must(frame: Frame, key: Key, position: int) -> Frame:
    moved = (replace(must, position=position) if key_of(must) == key else must for must in frame.musts)
    return replace(frame, musts=tuple(moved))


def _dropped(stretch: Sequence[Frame], musts: Sequence[Must]) -> Iterator[_Change]:
    for must in musts:
        frames = (replace(f, musts=tuple(m for m in f.musts if key_of(m) != key_of(must))) for f in stretch)
        yield tuple(frames), f"Leave out `{must.text}`."


def _made_aerobic(stretch: Sequence[Frame]) -> Iterator[_Change]:
    """Yield an easy run made aerobic so that it carries a lift, on each day in turn; days said to be easy first."""
    if not any(frame.count("easy") for frame in stretch):
        return
    said = {must.position for frame in stretch for must in frame.musts if must.kinds == {"easy"}}
    said |= {wish.position for frame in stretch for wish in frame.wishes if wish.kinds == {"easy"}}
    positions = range(min(frame.length for frame in stretch))
    for position in sorted(positions, key=lambda p: (p not in said, p)):
        frames = tuple(_aerobic_on(frame, position) if frame.count("easy") else frame for frame in stretch)
        day = _day(stretch[0], position)
        yield (frames, f"Make one easy run aerobic, such as {day}'s: it could then carry a lift.")


def _day(frame: Frame, position: int) -> str:
    """Name a day as authors do: by its weekday or, in microcycles of other lengths than seven, by its number."""
    return frame.weekdays[position].capitalize() if frame.length == 7 else f"day {position + 1}"


def _aerobic_on(frame: Frame, position: int) -> Frame:
    others = tuple(must for must in frame.musts if must.position != position or must.kinds != {"easy"})
    here = Must(position, frozenset({"aerobic"}), ALL_LIFTS - {"none"}, "", frame.kinds[0].place)
    return replace(_shifted(frame, "easy", "aerobic"), musts=(*others, here))


def _with_less(stretch: Sequence[Frame]) -> Iterator[_Change]:
    """Yield one lift fewer, then one run fewer."""
    lifts = {key_of(lift): lift for frame in stretch for lift in frame.lifts if lift.least}
    for key, lift in lifts.items():
        frames = tuple(
            replace(frame, lifts=tuple(_one_fewer(ask) if key_of(ask) == key else ask for ask in frame.lifts))
            for frame in stretch
        )
        yield frames, _fewer_text(lift)
    runs: tuple[DayKind, ...] = ("easy", "aerobic", "quality", "long")
    for kind in runs:
        if any(frame.count(kind) for frame in stretch):
            frames = tuple(_shifted(frame, kind, "rest") if frame.count(kind) else frame for frame in stretch)
            yield frames, f"Plan one {kind} run fewer and rest instead."


def _one_fewer(ask: LiftAsk) -> LiftAsk:
    return replace(ask, least=ask.least - 1)


def _fewer_text(lift: LiftAsk) -> str:
    name = "short" if lift.kind == "abbreviated" else lift.kind
    if lift.least == 1:
        return f"Leave out the {name} lift."
    fewer = lift.least - 1
    return f"Ask for {fewer} {name} lift{'' if fewer == 1 else 's'} instead of {lift.least}."


def _shifted(frame: Frame, fewer: DayKind, more: DayKind) -> Frame:
    """Return the frame with one day of a kind less and one of another kind more."""
    kinds = [replace(ask, count=ask.count - (ask.kind == fewer)) for ask in frame.kinds]
    known = next((i for i, ask in enumerate(kinds) if ask.kind == more), None)
    if known is None:
        kinds.append(KindAsk(more, 1, "", frame.kinds[0].place))
    else:
        kinds[known] = replace(kinds[known], count=kinds[known].count + 1)
    return replace(frame, kinds=tuple(kinds))
