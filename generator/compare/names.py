"""The words in which a difference is told: days, runs, lifts and phases as athletes call them."""

from __future__ import annotations

from generator.model.plan import Cross, Lift, Run, Week
from generator.model.vocabulary import DayKind, LiftKind, StrengthPhase, Unit
from generator.rules.wording import distance

LIFTS: dict[LiftKind, str] = {
    "heavy": "heavy lift",
    "base": "base lift",
    "maintenance": "maintenance lift",
    "abbreviated": "short session",
    "primer": "primer",
}
RUNS: dict[DayKind, str] = {
    "quality": "quality run",
    "long": "long run",
    "race": "race",
    "aerobic": "aerobic run",
    "easy": "easy run",
    "cross": "cross-training",
    "rest": "rest",
}
STRENGTH: dict[StrengthPhase, str] = {
    "base": "base",
    "base_hold": "base weight held",
    "heavy": "heavy",
    "power": "power",
    "maintenance": "maintenance",
    "taper": "taper",
    "off": "no key lifts",
}


def day_name(week: Week, position: int) -> str:
    """Return ``Tuesday``, or ``Day 9`` where a training week is not seven days long."""
    return week.days[position].weekday.capitalize() if len(week.days) == 7 else f"Day {position + 1}"


def how_far(session: Run | Cross, units: Unit) -> str:
    """Return how far a session is, or how long where it is given by time; nothing where neither is known."""
    if isinstance(session, Run) and session.distance_m is not None:
        return distance(session.distance_m, units)
    return f"{session.duration_s // 60} min" if session.duration_s else ""


def session_name(session: Run | Cross, units: Unit) -> str:
    """Return ``quality run of 12 km``, ``cross-training of 40 min``."""
    name = RUNS[session.kind] if isinstance(session, Run) else RUNS["cross"]
    far = how_far(session, units)
    return f"{name} of {far}" if far else name


def lift_name(lift: Lift) -> str:
    """Return ``heavy lift``."""
    return LIFTS[lift.kind]
