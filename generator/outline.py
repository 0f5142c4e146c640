"""From a definition to frames: what each week asks for, before any day is chosen.

Here stand the counts (quality, long, aerobic, easy, cross, rest; lifts by kind), the cutback weeks, races and the
author's fixed days and wishes. Nothing is placed and nothing is dosed.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.asking import day_position, sessions_range
from generator.model.day_wish import ALL_LIFTS, DayWish
from generator.model.definition import Authored, Goal, Keys, PhaseText
from generator.model.finding import Place
from generator.model.frame import Frame, KindAsk, LiftAsk, Must, Wish
from generator.model.vocabulary import (
    KEY_LIFTS,
    LOADED_PHASES,
    DayKind,
    LiftKind,
    Weekday,
    weekday_of,
)
from generator.progressions import base_load

_KIND_OF_LIFT: dict[str, LiftKind] = {
    "base": "base",
    "base_hold": "base",
    "heavy": "heavy",
    "power": "heavy",
    "maintenance": "maintenance",
    "taper": "maintenance",
}
_EVERY = {"every 2 weeks": 2, "every 3 weeks": 3, "every 4 weeks": 4}
_MOST_AEROBIC = {"first-timer": 1}


@dataclass(frozen=True, slots=True)
class _WeekAt:
    """Where a week stands: its number, its block, its place in the block."""

    number: int
    first_day: int
    index: int
    week: int
    block: PhaseText
    keys: Keys
    cutbacks: tuple[bool, ...]


def outline(authored: Authored) -> tuple[Frame, ...]:
    """Return a frame for each week, in order."""
    return tuple(_frame(authored, at) for at in _weeks(authored))


def cutback_weeks(block: PhaseText) -> tuple[bool, ...]:
    """Return for each week of a block whether it is a cutback."""
    given = block.running.cutback
    if isinstance(given, tuple):
        return tuple(week in given for week in range(1, block.weeks + 1))
    every = _EVERY.get(given)
    shrinking = block.running.kind in ("taper", "race", "transition")
    return tuple(bool(every) and not shrinking and week % (every or 1) == 0 for week in range(1, block.weeks + 1))


def _weeks(authored: Authored) -> list[_WeekAt]:
    found: list[_WeekAt] = []
    for index, block in enumerate(authored.definition.blocks):
        cutbacks = cutback_weeks(block)
        for week in range(1, block.weeks + 1):
            first_day = len(found) * authored.definition.microcycle_days
            found.append(_WeekAt(len(found) + 1, first_day, index, week, block, authored.block_keys(index), cutbacks))
    return found


def _frame(authored: Authored, at: _WeekAt) -> Frame:
    d = authored.definition
    days = d.microcycle_days
    goal = _race_position(authored, d.race, at)
    tune_up = next((p for g in d.tune_ups if (p := _race_position(authored, g, at)) is not None), None)
    race = goal if goal is not None else tune_up
    said = _said(authored, at, race)
    kinds = _kinds(authored, at, goal, tune_up, said)
    lifts = _lifts(authored, at, goal)
    counts = {ask.kind: ask.count for ask in kinds}
    asked = frozenset(ask.kind for ask in lifts)
    return Frame(
        number=at.number,
        first_day=at.first_day,
        weekdays=tuple(weekday_of(at.first_day + i, d.week_starts) for i in range(days)),
        phase=at.block.id,
        week_in_phase=at.week,
        weeks_in_phase=at.block.weeks,
        loading=at.week - sum(at.cutbacks[: at.week]),
        cutback=at.cutbacks[at.week - 1],
        running=at.block.running.kind,
        strength=at.block.strength.kind,
        kinds=kinds,
        lifts=lifts,
        musts=tuple(Must(*parts) for parts in _fitting(said["must"], counts, asked)),
        wishes=tuple(Wish(*parts) for parts in _fitting(said["wish"], counts, asked)),
        cross_role=at.block.running.cross_role,
        goal_race=goal,
        tune_up=tune_up,
    )


def _race_position(authored: Authored, goal: Goal | None, at: _WeekAt) -> int | None:
    return day_position(goal.day, authored) if goal and goal.week == at.number else None


_Said = tuple[int, DayWish, str, Place]


def _said(authored: Authored, at: _WeekAt, race: int | None) -> dict[str, list[_Said]]:
    """What the author said of each day; a phase's word goes before the plan's, and a race before both."""
    d = authored.definition
    groups: dict[str, list[tuple[Keys, dict[str, DayWish]]]] = {
        "must": [
            (("microcycle",), dict(d.microcycle)),
            (("days",), dict(d.days)),
            ((*at.keys, "days"), dict(at.block.days)),
        ],
        "wish": [(("wishes",), dict(d.wishes)), ((*at.keys, "wishes"), dict(at.block.wishes))],
    }
    found: dict[str, list[_Said]] = {}
    for name, sources in groups.items():
        by_day: dict[int, _Said] = {}
        for keys, wishes in sources:
            for day, wish in wishes.items():
                position = day_position(day, authored)
                if position is not None and position != race:
                    text = f"{day}: {wish.text}"
                    by_day[position] = (position, wish, text, authored.place(*keys, day))
        found[name] = [by_day[p] for p in sorted(by_day)]
    return found


_Parts = tuple[int, frozenset[DayKind], frozenset[str], str, Place]


def _fitting(said: list[_Said], counts: dict[DayKind, int], asked: frozenset[LiftKind]) -> list[_Parts]:
    """Keep what a week can be told: a race week has no long run, a base week no heavy lift.

    Words for runs that the week does not have are passed over; ``heavy`` in a base week means its base lift.
    """
    found: list[_Parts] = []
    for position, wish, text, place in said:
        kinds = wish.kinds if any(counts.get(kind) for kind in wish.kinds) else frozenset(counts)
        lifts = wish.lifts
        if lifts != ALL_LIFTS and "none" not in lifts and not lifts & asked:
            meant = asked & KEY_LIFTS if lifts & KEY_LIFTS else frozenset()
            lifts = frozenset(meant) or ALL_LIFTS
        found.append((position, frozenset(k for k in kinds if counts.get(k)), frozenset(lifts), text, place))
    return [parts for parts in found if parts[1]]


def _kinds(
    authored: Authored, at: _WeekAt, goal: int | None, tune_up: int | None, said: dict[str, list[_Said]]
) -> tuple[KindAsk, ...]:
    d, run = authored.definition, at.block.running
    if d.microcycle:
        return _kinds_of_microcycle(authored, at, said, race=goal is not None or tune_up is not None)
    quality = run.quality_runs if run.quality_runs is not None else min(1, len(run.quality))
    long = int(run.long is not None)
    race = int(goal is not None or tune_up is not None)
    if goal is not None:
        long, quality = 0, run.quality_runs or 0
    elif tune_up is not None:
        long, quality = (0, quality) if _long_is_on(tune_up, authored, at) else (long, max(0, quality - 1))
    runs = run.runs - race - quality - long
    runs, quality = (0, max(0, quality + runs)) if runs < 0 else (runs, quality)
    most_aerobic = 1 if goal is not None else _MOST_AEROBIC.get(d.audience, 3)
    aerobic = run.aerobic if run.aerobic is not None else most_aerobic
    aerobic = min(runs, aerobic)
    rest = d.microcycle_days - run.cross - race - quality - long - runs
    at_runs, at_cross = (*at.keys, "running", "runs"), (*at.keys, "running", "cross")
    given: tuple[tuple[DayKind, int, Keys], ...] = (
        ("race", race, ("race",)),
        ("quality", quality, (*at.keys, "running", "quality")),
        ("long", long, (*at.keys, "running", "long")),
        ("aerobic", aerobic, (*at.keys, "running", "aerobic")),
        ("easy", runs - aerobic, at_runs),
        ("cross", run.cross, at_cross),
        ("rest", rest, at_runs),
    )
    return tuple(KindAsk(k, n, _count_text(n, k), authored.place(*keys)) for k, n, keys in given)


def _long_is_on(position: int, authored: Authored, at: _WeekAt) -> bool:
    """True if the author's long run stands on that day, so that a tune-up takes its place."""
    for days in (at.block.days, authored.definition.days, at.block.wishes, authored.definition.wishes):
        for name, wish in days.items():
            if wish.kinds == frozenset({"long"}):
                return day_position(name, authored) == position
    return False


def _kinds_of_microcycle(
    authored: Authored, at: _WeekAt, said: dict[str, list[_Said]], race: bool
) -> tuple[KindAsk, ...]:
    kinds: list[DayKind] = [next(iter(wish.kinds)) for _, wish, _, _ in said["must"] if len(wish.kinds) == 1]
    place = authored.place("microcycle")
    counts: dict[DayKind, int] = {k: kinds.count(k) for k in ("quality", "long", "aerobic", "easy", "cross", "rest")}
    return (
        KindAsk("race", int(race), _count_text(1, "race"), authored.place("race")),
        *(KindAsk(k, n, _count_text(n, k), place) for k, n in counts.items()),
    )


def _count_text(count: int, kind: DayKind) -> str:
    noun = {"cross": "day of cross-training", "rest": "rest day", "race": "race"}.get(kind, f"{kind} run")
    plural = {"cross": "days of cross-training"}.get(kind, f"{noun}s")
    return f"{count} {noun if count == 1 else plural}"


def _lifts(authored: Authored, at: _WeekAt, goal: int | None) -> tuple[LiftAsk, ...]:
    strength = at.block.strength
    at_sessions = authored.place(*at.keys, "strength", "sessions")
    kind = _KIND_OF_LIFT.get(strength.kind)
    found: list[LiftAsk] = []
    if goal is not None:
        return ()
    least, most = sessions_range(at.block)
    if strength.kind == "base":
        row = base_load.prescribe(at.cutbacks)[at.week - 1]
        most = max(least, min(most, row.sessions_most))
    if strength.kind in LOADED_PHASES and at.cutbacks[at.week - 1]:
        most = max(least, min(most, 2))
    if kind and most:
        found.append(LiftAsk(kind, least, most, _lift_text(least, most, kind), at_sessions))
    if strength.abbreviated:
        count = strength.abbreviated
        place = authored.place(*at.keys, "strength", "abbreviated")
        found.append(LiftAsk("abbreviated", count, count, _lift_text(count, count, "short"), place))
    return tuple(found)


def _lift_text(least: int, most: int, word: str) -> str:
    count = str(most) if least == most else f"{least}-{most}"
    return f"{count} {word} lift{'' if most == 1 else 's'} a week"
