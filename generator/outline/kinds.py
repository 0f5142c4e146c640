"""How many days of each kind a week has."""

from __future__ import annotations

from generator.model.asking import day_counts, day_position
from generator.model.definition import Authored
from generator.model.frame import KindAsk
from generator.model.vocabulary import DayKind
from generator.outline.after_race import days_without_a_run, is_quiet
from generator.outline.said import Said
from generator.outline.weeks import WeekAt

Counts = dict[DayKind, int]


def kinds_of(
    authored: Authored, at: WeekAt, goal: int | None, tune_up: int | None, said: dict[str, list[Said]]
) -> tuple[KindAsk, ...]:
    """Return the counts, which add up to the week's days; ``goal`` and ``tune_up`` are positions of races."""
    if authored.definition.microcycle:
        return _kinds_of_microcycle(authored, said, goal, race=goal is not None or tune_up is not None)
    counts = day_counts(authored, at.block)
    if goal is not None:
        counts = _with_goal_race(authored, at, counts, goal)
    elif tune_up is not None:
        counts = _with_tune_up(authored, at, counts, tune_up)
    elif is_quiet(authored, at):
        counts = counts | {"quality": 0, "easy": counts["easy"] + counts["quality"]}
    running = (*at.keys, "running")
    said_at = {"quality": "quality", "long": "long", "aerobic": "aerobic", "cross": "cross"}
    return tuple(
        KindAsk(
            k, n, _count_text(n, k), authored.place(*(("race",) if k == "race" else (*running, said_at.get(k, "runs"))))
        )
        for k, n in counts.items()
    )


def _with_goal_race(authored: Authored, at: WeekAt, counts: Counts, goal: int) -> Counts:
    """The race is one of the week's runs; no long run, and quality only where it is asked for and before the race."""
    run = at.block.running
    quality = min(run.quality_runs or 0, goal)
    days = authored.definition.microcycle_days - 1 - days_without_a_run(authored, goal)
    others = max(0, min(run.runs - 1, days) - quality)
    aerobic = min(others, run.aerobic if run.aerobic is not None else 1)
    cross = min(run.cross, authored.definition.microcycle_days - 1 - quality - others)
    easy = others - aerobic
    rest = authored.definition.microcycle_days - 1 - quality - others - cross
    return {"race": 1, "quality": quality, "long": 0, "aerobic": aerobic, "easy": easy, "cross": cross, "rest": rest}


def _with_tune_up(authored: Authored, at: WeekAt, counts: Counts, tune_up: int) -> Counts:
    """A tune-up takes the place of the long run if it stands on its day, else of a quality run, else of another day."""
    order: tuple[DayKind, ...] = ("quality", "easy", "aerobic", "long", "rest", "cross")
    if _long_is_on(tune_up, authored, at):
        order = ("long", *order)
    replaced = next(kind for kind in order if counts.get(kind))
    return {**counts, "race": 1, replaced: counts[replaced] - 1}


def _long_is_on(position: int, authored: Authored, at: WeekAt) -> bool:
    """True if the author's long run stands on that day, so that a tune-up takes its place."""
    for days in (at.block.days, authored.definition.days, at.block.wishes, authored.definition.wishes):
        for name, wish in days.items():
            if wish.kinds == frozenset({"long"}):
                return day_position(name, authored) == position
    return False


def _kinds_of_microcycle(
    authored: Authored, said: dict[str, list[Said]], goal: int | None, race: bool
) -> tuple[KindAsk, ...]:
    """The days as they are written out; behind the goal race they are rest, unless they are cross-training."""
    kinds: list[DayKind] = []
    for position, wish, _, _ in said["must"]:
        kind = next(iter(wish.kinds))
        kinds.append("rest" if goal is not None and position > goal and kind != "cross" else kind)
    place = authored.place("microcycle")
    counts: Counts = {k: kinds.count(k) for k in ("quality", "long", "aerobic", "easy", "cross", "rest")}
    return (
        KindAsk("race", int(race), _count_text(1, "race"), authored.place("race")),
        *(KindAsk(k, n, _count_text(n, k), place) for k, n in counts.items()),
    )


def _count_text(count: int, kind: DayKind) -> str:
    noun = {"cross": "day of cross-training", "rest": "rest day", "race": "race"}.get(kind, f"{kind} run")
    plural = {"cross": "days of cross-training"}.get(kind, f"{noun}s")
    return f"{count} {noun if count == 1 else plural}"
