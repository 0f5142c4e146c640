"""How many days of each kind a week has."""

from __future__ import annotations

from generator.model.asking import day_position
from generator.model.definition import Authored, Keys
from generator.model.frame import KindAsk
from generator.model.vocabulary import DayKind
from generator.outline.after_race import is_quiet
from generator.outline.said import Said
from generator.outline.weeks import WeekAt

_MOST_AEROBIC = {"first-timer": 1}


def kinds_of(
    authored: Authored, at: WeekAt, goal: int | None, tune_up: int | None, said: dict[str, list[Said]]
) -> tuple[KindAsk, ...]:
    """Return the counts, which add up to the week's days; ``goal`` and ``tune_up`` are positions of races."""
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
    if is_quiet(authored, at):
        quality = 0
    runs = run.runs - race - quality - long
    if goal is not None:
        runs = min(runs, goal)  # no run on the days after the race
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


def _long_is_on(position: int, authored: Authored, at: WeekAt) -> bool:
    """True if the author's long run stands on that day, so that a tune-up takes its place."""
    for days in (at.block.days, authored.definition.days, at.block.wishes, authored.definition.wishes):
        for name, wish in days.items():
            if wish.kinds == frozenset({"long"}):
                return day_position(name, authored) == position
    return False


def _kinds_of_microcycle(
    authored: Authored, at: WeekAt, said: dict[str, list[Said]], race: bool
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
