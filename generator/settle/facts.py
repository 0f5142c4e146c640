"""What a given week shows in numbers: how far, how long its longest run, whether it has a quality run or a race."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.asking import given_weeks
from generator.model.definition import Authored
from generator.model.given import GivenDay, GivenSession
from generator.model.plan import Repeat, Step

UNSAID_S = 40 * 60  # a run without any length is taken for this long when weeks are compared


@frozen
class WeekFacts:
    """A given week. Distances in meters; runs told by time count at the plan's easy pace. Races are left aside."""

    number: int
    days: tuple[GivenDay, ...]
    metres: float
    longest: float
    quality: bool


def facts_of(authored: Authored) -> tuple[WeekFacts, ...]:
    """Return what each given week shows, in order."""
    easy = authored.definition.easy_pace.seconds_per_km
    return tuple(_facts(number, days, easy) for number, days in given_weeks(authored).items())


def _facts(number: int, days: tuple[GivenDay, ...], easy: float) -> WeekFacts:
    runs = [session for day in days for session in day.sessions if session.kind not in ("cross", "race")]
    lengths = [metres_of(session, easy) for session in runs]
    hard = any(session.kind == "quality" for session in runs)
    return WeekFacts(number, days, sum(lengths), max(lengths, default=0.0), hard)


def metres_of(session: GivenSession, easy: float) -> float:
    """Return how far a session goes, at ``easy`` seconds per km where only its time is told."""
    if session.distance is not None:
        return session.distance.most
    if session.duration is not None:
        return session.duration.most / easy * 1000
    if session.workout is not None:
        return sum(_length(step, easy) for step in session.workout.steps)
    return UNSAID_S / easy * 1000


def _length(step: Step | Repeat, easy: float) -> float:
    if isinstance(step, Repeat):
        return step.repeat * sum(_length(inner, easy) for inner in step.steps)
    return float(step.distance_m) if step.distance_m is not None else (step.duration_s or 0) / easy * 1000
