"""A demand: what a frame asks for, stripped of its date, so that equal weeks are searched once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from generator.frozen import frozen
from generator.model.finding import Place
from generator.model.frame import Frame, KindAsk, LiftAsk, Must, PlacedDay, Wish
from generator.model.vocabulary import DAY_KINDS, DayKind, LiftKind
from generator.schedule.cell import LIFT_ORDER, Cell, carries, cell_at

_NOWHERE = Place("", 1, 1)


@frozen
class Option:
    """A cell that may stand on a day, how many wishes it misses there, and a long run's cost for its weekday."""

    cell: Cell
    missed: int
    weekend: int


@frozen
class Demand:
    """Exact counts of kinds, bounds for lifts (kind, least, most), and each day's options in fixed order."""

    kinds: tuple[tuple[DayKind, int], ...]
    lifts: tuple[tuple[LiftKind, int, int], ...]
    days: tuple[tuple[Option, ...], ...]

    @property
    def length(self) -> int:
        """Days in the week."""
        return len(self.days)

    def held(self, days: Sequence[PlacedDay]) -> Demand:
        """Return the demand with only these days as options; itself if there are none."""
        if not days:
            return self
        pairs = zip(self.days, days, strict=True)
        kept = (tuple(o for o in all_ if (o.cell.kind, o.cell.lift) == (d.kind, d.lift)) for all_, d in pairs)
        return replace(self, days=tuple(kept))

    def same_counts(self, other: Demand) -> bool:
        """True if both weeks ask for the same runs and lifts, wherever they may stand."""
        return self.kinds == other.kinds and self.lifts == other.lifts


def demand_of(frame: Frame) -> Demand:
    """Return the frame's demand; ValueError if its counts don't add up to its days or its races."""
    kinds = tuple((kind, frame.count(kind)) for kind in DAY_KINDS if frame.count(kind))
    races = len({frame.goal_race, *frame.tune_ups} - {None})
    if sum(count for _, count in kinds) != frame.length or frame.count("race") != races:
        raise ValueError(f"week {frame.number}: {dict(kinds)} don't fill {frame.length} days with {races} races")
    return _demand_of(_undated(frame))


def _undated(frame: Frame) -> Frame:
    """Return the frame without what makes it one week of a plan: its number, what it counts, and the author's words."""
    return Frame(
        number=0,
        first_day=0,
        weekdays=frame.weekdays,
        phase="",
        week_in_phase=0,
        weeks_in_phase=0,
        loading=0,
        cutback=False,
        running=frame.running,
        strength=frame.strength,
        kinds=tuple([KindAsk(ask.kind, ask.count, "", _NOWHERE) for ask in frame.kinds]),
        lifts=tuple([LiftAsk(ask.kind, ask.least, ask.most, "", _NOWHERE) for ask in frame.lifts]),
        musts=tuple([Must(said.position, said.kinds, said.lifts, "", _NOWHERE) for said in frame.musts]),
        wishes=tuple([Wish(said.position, said.kinds, said.lifts, "", _NOWHERE) for said in frame.wishes]),
        cross_role=frame.cross_role,
        goal_race=frame.goal_race,
        tune_ups=frame.tune_ups,
        no_gym=frame.no_gym,
    )


@lru_cache(maxsize=1024)
def _demand_of(frame: Frame) -> Demand:
    kinds = tuple((kind, frame.count(kind)) for kind in DAY_KINDS if frame.count(kind))
    lifts = tuple((kind, least, most) for kind in LIFT_ORDER if kind for least, most in [_bounds(frame, kind)] if most)
    days = [_options(frame, position, kinds, lifts) for position in range(frame.length)]
    return Demand(kinds, lifts, _narrowed(days, dict(kinds)))


def _bounds(frame: Frame, kind: LiftKind) -> tuple[int, int]:
    asks = [ask for ask in frame.lifts if ask.kind == kind]
    return sum(ask.least for ask in asks), sum(ask.most for ask in asks)


def _options(
    frame: Frame, position: int, kinds: tuple[tuple[DayKind, int], ...], lifts: tuple[tuple[LiftKind, int, int], ...]
) -> tuple[Option, ...]:
    race_here = position in (frame.goal_race, *frame.tune_ups)
    asked = {kind for kind, _, _ in lifts}
    found: list[Option] = []
    for kind, _ in kinds:
        if (kind == "race") != race_here:
            continue
        for lift in LIFT_ORDER:
            if lift is not None and (lift not in asked or not carries(frame, lift, kind)):
                continue
            if allowed(frame, position, kind, lift):
                cell = cell_at(frame, position, kind, lift)
                found.append(Option(cell, missed(frame, position, kind, lift), off_weekend(frame, position, kind)))
    return tuple(found)


def allowed(frame: Frame, position: int, kind: DayKind, lift: LiftKind | None) -> bool:
    """True if the author's fixed days leave this kind and lift on that day."""
    name = lift or "none"
    return all(kind in must.kinds and name in must.lifts for must in frame.musts if must.position == position)


def missed(frame: Frame, position: int, kind: DayKind, lift: LiftKind | None) -> int:
    """Return how many of the day's wishes this misses: one for the kind, one for the lift."""
    name = lift or "none"
    here = [wish for wish in frame.wishes if wish.position == position]
    return sum((kind not in wish.kinds) + (name not in wish.lifts) for wish in here)


def off_weekend(frame: Frame, position: int, kind: DayKind) -> int:
    """Return how far a long run is from its best weekday: 0 on Saturday, 1 on Sunday, 2 otherwise (a convention).

    In weeks that are not seven days long weekdays wander; there the last day but one stands for Saturday.
    """
    if kind != "long":
        return 0
    if frame.length != 7:
        return {frame.length - 2: 0, frame.length - 1: 1}.get(position, 2)
    return {"saturday": 0, "sunday": 1}.get(frame.weekdays[position], 2)


def _narrowed(days: list[tuple[Option, ...]], counts: dict[DayKind, int]) -> tuple[tuple[Option, ...], ...]:
    """Drop options that no full week can use: days forced to a kind leave none of it for others, and the reverse.

    Where more days are forced to a kind than there are of it, or fewer can have it, nothing is left.
    """
    while True:
        before = sum(map(len, days))
        for kind, count in counts.items():
            able = [d for d, options in enumerate(days) if any(o.cell.kind == kind for o in options)]
            forced = [d for d in able if all(o.cell.kind == kind for o in days[d])]
            if len(forced) > count or len(able) < count:
                return ((),) * len(days)
            if len(forced) == count:
                for d in set(able) - set(forced):
                    days[d] = tuple(o for o in days[d] if o.cell.kind != kind)
            elif len(able) == count:
                for d in able:
                    days[d] = tuple(o for o in days[d] if o.cell.kind == kind)
        if sum(map(len, days)) == before:
            return tuple(days)
