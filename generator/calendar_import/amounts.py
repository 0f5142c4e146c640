"""How far and how long a session is, as far as the calendar says, and which pace is easy in it."""

from __future__ import annotations

import statistics
from collections.abc import Iterable

from generator.calendar_words import ReadSession
from generator.model.plan import Repeat, Step
from generator.model.step_text import sums
from generator.model.units import METRES_PER_MILE, Pace
from generator.model.vocabulary import Unit

#: A stated assumption where neither the author nor the calendar says one.
ASSUMED_PACE: dict[Unit, str] = {"km": "6:00 /km", "mi": "9:40 /mi"}


def metres_of(session: ReadSession, easy: Pace) -> float:
    """Return how far the session is, its upper end, in metres; time is turned into distance at the easy pace."""
    if session.distance is not None:
        return session.distance.most
    if session.duration is not None:
        return session.duration.most * 1000 / easy.seconds_per_km
    distance, time = sums(session.workout.steps) if session.workout is not None else (0, 0)
    return distance + time * 1000 / easy.seconds_per_km


def seconds_of(session: ReadSession, easy: Pace) -> float:
    """Return how long the session takes, its upper end, in seconds; distance is turned into time at the easy pace."""
    if session.duration is not None:
        return session.duration.most
    return metres_of(session, easy) * easy.seconds_per_km / 1000


def walks(session: ReadSession) -> bool:
    """Whether running and walking take turns in it."""
    return session.workout is not None and _walks(session.workout.steps)


def _walks(steps: Iterable[Step | Repeat]) -> bool:
    return any(_walks(step.steps) if isinstance(step, Repeat) else step.kind == "walk" for step in steps)


def pace_of(session: ReadSession) -> float | None:
    """Return the middle of the session's pace in seconds a kilometer."""
    return None if session.pace is None else sum(session.pace) / 2


def easy_pace_in(sessions: Iterable[ReadSession]) -> Pace | None:
    """Return the pace of the runs that a calendar calls easy, their median, or else its slowest of several; or None."""
    paced = [(session.kind, pace) for session in sessions if (pace := pace_of(session)) is not None]
    easy = [pace for kind, pace in paced if kind == "easy"]
    if easy:
        return Pace(float(round(statistics.median(easy))))
    others = {pace for kind, pace in paced if kind not in ("race", "quality")}
    return Pace(float(round(max(others)))) if len(others) > 1 else None


def pace_text(pace: Pace, units: Unit) -> str:
    """Return ``6:00 /km`` or ``9:40 /mi``."""
    seconds = round(pace.seconds_per_km * (1 if units == "km" else float(METRES_PER_MILE) / 1000))
    return f"{seconds // 60}:{seconds % 60:02d} /{units}"


def units_of(sessions: Iterable[ReadSession], otherwise: Unit) -> Unit:
    """Return the unit in which the calendar writes most of its distances."""
    texts = [session.distance.text for session in sessions if session.distance is not None]
    km, mi = (sum(text.endswith(f" {unit}") for text in texts) for unit in ("km", "mi"))
    return otherwise if km == mi else "km" if km > mi else "mi"


def is_pace(seconds_per_km: float) -> bool:
    """Whether a pace can be written as one: under 100 minutes a kilometer."""
    return 0 < seconds_per_km < 5_900


__all__ = ["ASSUMED_PACE", "easy_pace_in", "metres_of", "pace_of", "pace_text", "seconds_of", "units_of", "walks"]
