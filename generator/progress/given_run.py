"""A given day's sessions made whole: what the calendar says stays; effort, time and purpose are told beside it."""

from __future__ import annotations

from generator.model.frame import PlacedDay
from generator.model.given import GivenDay, GivenSession
from generator.model.library import race_class
from generator.model.plan import Cross, Reason, Repeat, Run, Step
from generator.model.vocabulary import CrossRole, RunKind
from generator.progress.paces import Paces, whole_minutes
from generator.progress.words import CROSS_RPE, RACE_RPE, RPE, plain_reason, purpose, race_title, title

QUALITY_RPE = (6, 7)
HARDER_RPE = (7, 8)
#: Efforts harder than threshold.
_HARDER = frozenset({"interval", "repetition", "mile", "3k", "5k", "hard"})


def sessions(
    given: GivenDay, day: PlacedDay, paces: Paces, cross_role: CrossRole, goal_race: bool
) -> tuple[Run | Cross, ...]:
    """Return the day's sessions in the calendar's order."""
    return tuple(
        _cross(session, day, order, cross_role)
        if session.kind == "cross"
        else _run(session, session.kind, day, order, paces, goal_race)
        for order, session in enumerate(given.sessions, 1)
    )


def _run(given: GivenSession, kind: RunKind, day: PlacedDay, order: int, paces: Paces, goal_race: bool) -> Run:
    steps = given.workout.steps if given.workout is not None else ()
    distance = given.distance.most if given.distance else steps_m(steps, paces) if not given.duration else None
    return Run(
        order=order,
        kind=kind,
        distance_m=distance,
        duration_s=given.duration.most if given.duration else _seconds(kind, distance, steps, paces),
        rpe=_rpe(kind, distance, steps),
        steps=steps,
        reasons=_why(day, kind),
        title=_title(given, kind, distance),
        purpose=purpose("tune_up" if kind == "race" and not goal_race else kind),
        least_m=given.distance.least if given.distance and given.distance.least < given.distance.most else None,
        least_s=given.duration.least if given.duration and given.duration.least < given.duration.most else None,
        optional=given.optional,
    )


def _cross(given: GivenSession, day: PlacedDay, order: int, role: CrossRole) -> Cross:
    seconds = given.duration.most if given.duration else None
    far = [given.distance.text] if given.distance else []
    named = ", ".join([_sentence(given.label) if given.label else title(f"cross, {role}"), *far])
    return Cross(order, role, seconds, CROSS_RPE[role], _why(day, "cross"), named, optional=given.optional)


def steps_m(steps: tuple[Step | Repeat, ...], paces: Paces) -> int | None:
    """A workout without a total is as long as its steps, if any of them is told by distance."""
    flat = _flat(steps)
    if all(step.distance_m is None for step in flat):
        return None
    exact = all(step.duration_s is None for step in flat)
    metres = paces.metres(steps)
    return round(metres) if exact else max(100, round(metres / 100) * 100)


def _seconds(kind: RunKind, distance: int | None, steps: tuple[Step | Repeat, ...], paces: Paces) -> int | None:
    """About how long a run takes at this runner's pace; no time is foretold for a race."""
    if kind == "race":
        return None
    if steps and (distance is None or steps_m(steps, paces) == distance):
        timed = all(step.distance_m is None for step in _flat(steps))
        return int(paces.seconds(steps)) if timed else whole_minutes(paces.seconds(steps))
    if distance is None:
        return None
    pace = paces.of("threshold" if kind == "quality" else kind)
    if kind == "quality":
        pace = (pace + paces.of("easy")) / 2  # half of it warming up and cooling down
    return whole_minutes(distance / 1000 * pace)


def _rpe(kind: RunKind, distance: int | None, steps: tuple[Step | Repeat, ...]) -> tuple[int, int]:
    if kind == "race":
        return RACE_RPE[race_class(distance)] if distance else (7, 9)
    if kind == "quality":
        return HARDER_RPE if any(step.target in _HARDER for step in _flat(steps)) else QUALITY_RPE
    return RPE[kind]


def _title(given: GivenSession, kind: RunKind, distance: int | None) -> str:
    if given.label:
        return _sentence(given.label)
    return race_title(distance) if kind == "race" else title(kind)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _why(day: PlacedDay, kind: str) -> tuple[Reason, ...]:
    return day.reasons or (plain_reason(kind),)


def _flat(steps: tuple[Step | Repeat, ...]) -> list[Step]:
    found: list[Step] = []
    for step in steps:
        found += _flat(step.steps) if isinstance(step, Repeat) else [step]
    return found
