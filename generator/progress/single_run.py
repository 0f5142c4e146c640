"""One run made whole: distance, time, effort, steps, and a sentence about what it is for."""

from __future__ import annotations

from generator.language import _
from generator.model.definition import Authored, PhaseText
from generator.model.frame import Frame, PlacedDay
from generator.model.library import race_class
from generator.model.plan import Cross, Reason, Repeat, Run, Step
from generator.model.step_text import Workout
from generator.model.units import METRES_PER
from generator.model.vocabulary import RunKind, Unit
from generator.progress.paces import Paces, whole_minutes
from generator.progress.quality import Chosen
from generator.progress.week_run import metres_of
from generator.progress.words import (
    CROSS_RPE,
    RACE_RPE,
    RPE,
    made_easy,
    plain_reason,
    purpose,
    race_title,
    title,
)


def plain(day: PlacedDay, distance_m: int, shortened: bool, second: bool, paces: Paces) -> Run:
    """Return an easy, aerobic or second long run."""
    kind: RunKind = "easy" if shortened or day.kind == "easy" else "aerobic"
    name = "second_long" if second else kind
    reasons = (*day.reasons, made_easy()) if shortened else day.reasons
    seconds = whole_minutes(distance_m / 1000 * paces.of("long" if second else kind))
    return Run(1, kind, distance_m, seconds, RPE[name], (), _why(reasons, kind), title(name), purpose(name))


def long(day: PlacedDay, distance_m: int, effort_m: int, target: str | None, paces: Paces) -> Run:
    """Return a long run, its last ``effort_m`` meters at race effort where a target is given."""
    if target is None or not effort_m:
        seconds = whole_minutes(distance_m / 1000 * paces.of("long"))
        return Run(
            1, "long", distance_m, seconds, RPE["long"], (), _why(day.reasons, "long"), title("long"), purpose("long")
        )
    steps = (Step("steady", distance_m - effort_m), Step("work", effort_m, target=target, rpe=RPE["long_with"]))
    seconds = whole_minutes((distance_m - effort_m) / 1000 * paces.of("long") + effort_m / 1000 * paces.of(target))
    named = _("Long run, the end at half marathon effort") if target == "half-marathon" else ""
    named = named or _("Long run, the end at marathon effort")
    reasons = _why(day.reasons, "long")
    return Run(1, "long", distance_m, seconds, RPE["long_with"], steps, reasons, named, purpose("long_with"))


def quality(day: PlacedDay, chosen: Chosen, units: int, unit: Unit, paces: Paces) -> Run:
    """Return a quality run of whole units: warm-up and cool-down fill what the work leaves."""
    distance_m = metres_of(units, unit)
    steps = _wrapped(chosen, distance_m, unit)
    return Run(
        order=1,
        kind="quality",
        distance_m=distance_m,
        duration_s=whole_minutes(paces.seconds(steps)),
        rpe=chosen.archetype.rpe,
        steps=steps,
        reasons=_why(day.reasons, "quality"),
        title=chosen.archetype.titled(chosen.reps),
        purpose=chosen.archetype.purpose,
        family=chosen.archetype.family,
    )


def _wrapped(chosen: Chosen, distance_m: int, unit: Unit) -> tuple[Step | Repeat, ...]:
    """Warm up in half units; cool down with the rest, to the meter where all steps are distances."""
    half = float(METRES_PER[unit]) / 2
    rest = distance_m - chosen.between_m
    if chosen.exact:
        warm_up = int(max(1, int(rest / 2 / half)) * half + 0.5)
        cool_down = distance_m - warm_up - round(chosen.between_m)
    else:
        halves = max(2, round(rest / half))
        warm_up, cool_down = (int(n * half + 0.5) for n in ((halves + 1) // 2, halves // 2))
    return (Step("warmup", warm_up), *chosen.steps, Step("cooldown", cool_down))


def race(day: PlacedDay, frame: Frame, authored: Authored) -> Run:
    """Return the goal race or a tune-up. No time is foretold for it."""
    d = authored.definition
    goal = d.race if frame.goal_race is not None else None
    given = goal or next(g for g in d.tune_ups if g.week == frame.number)
    metres = given.distance.metres
    named = given.name or race_title(metres)
    meant = purpose("race" if goal else "tune_up")
    return Run(1, "race", metres, None, RACE_RPE[race_class(metres)], (), _why(day.reasons, "race"), named, meant)


def written(day: PlacedDay, workout: Workout, paces: Paces) -> Run:
    """Return a run that the author wrote out; its distance is told only if a step has one."""
    kind: RunKind = day.kind if day.kind in ("quality", "long", "aerobic") else "easy"
    timed = all(step.distance_m is None for step in _flat(workout.steps))
    by_distance = all(step.duration_s is None for step in _flat(workout.steps))
    metres = paces.metres(workout.steps)
    distance = None if timed else round(metres) if by_distance else max(100, round(metres / 100) * 100)
    seconds = int(paces.seconds(workout.steps)) if timed else whole_minutes(paces.seconds(workout.steps))
    walks = any(step.kind == "walk" for step in _flat(workout.steps))
    named, meant = title("run and walk" if walks else kind), purpose("workout" if walks else kind)
    rpe = RPE.get(kind, (6, 7))
    return Run(1, kind, distance, seconds, rpe, workout.steps, _why(day.reasons, kind), named, meant)


def cross(day: PlacedDay, frame: Frame, block: PhaseText) -> Cross:
    """Return the day's cross-training."""
    role = frame.cross_role
    seconds = block.running.cross_time.seconds
    return Cross(1, role, seconds, CROSS_RPE[role], _why(day.reasons, "cross"), title(f"cross, {role}"))


def _flat(steps: tuple[Step | Repeat, ...]) -> list[Step]:
    found: list[Step] = []
    for step in steps:
        found += _flat(step.steps) if isinstance(step, Repeat) else [step]
    return found


def _why(reasons: tuple[Reason, ...], name: str) -> tuple[Reason, ...]:
    return reasons or (plain_reason(name),)
