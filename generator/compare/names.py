"""The words in which a difference is told: days, runs, lifts and phases as athletes call them."""

from __future__ import annotations

from generator.language import N_, _, weekday_name
from generator.model.plan import Cross, Lift, Run, Week
from generator.model.vocabulary import DayKind, LiftKind, StrengthPhase, Unit
from generator.rules.wording import distance

LIFTS: dict[LiftKind, str] = {
    "heavy": N_("heavy lift"),
    "base": N_("base lift"),
    "maintenance": N_("maintenance lift"),
    "abbreviated": N_("short session"),
    "primer": N_("primer"),
}
#: Lifts of a kind at the beginning of a sentence.
_SEVERAL: dict[LiftKind, str] = {
    "heavy": N_("Heavy lifts"),
    "base": N_("Base lifts"),
    "maintenance": N_("Maintenance lifts"),
    "abbreviated": N_("Short sessions"),
    "primer": N_("Primers"),
}
RUNS: dict[DayKind, str] = {
    "quality": N_("quality run"),
    "long": N_("long run"),
    "race": N_("race"),
    "aerobic": N_("aerobic run"),
    "easy": N_("easy run"),
    "cross": N_("cross-training"),
    "rest": N_("rest"),
}
STRENGTH: dict[StrengthPhase, str] = {
    "base": N_("base"),
    "base_hold": N_("base weight held"),
    "heavy": N_("heavy"),
    "power": N_("power"),
    "maintenance": N_("maintenance"),
    "taper": N_("taper"),
    "off": N_("no key lifts"),
}


def day_name(week: Week, position: int) -> str:
    """Return ``Tuesday``, or ``Day 9`` where a training week is not seven days long."""
    if len(week.days) == 7:
        return weekday_name(week.days[position].weekday)
    return _("Day {number}").format(number=position + 1)


def how_far(session: Run | Cross, units: Unit) -> str:
    """Return how far a session is, or how long where it is given by time; nothing where neither is known."""
    if isinstance(session, Run) and session.distance_m is not None:
        return distance(session.distance_m, units)
    return f"{session.duration_s // 60} min" if session.duration_s else ""


def session_name(session: Run | Cross, units: Unit) -> str:
    """Return ``quality run of 12 km``, ``cross-training of 40 min``."""
    far = how_far(session, units)
    return _("{run} of {length}").format(run=kind_name(session), length=far) if far else kind_name(session)


def kind_name(session: Run | Cross) -> str:
    """Return ``quality run``, ``cross-training``."""
    return _(RUNS[session.kind] if isinstance(session, Run) else RUNS["cross"])


def lift_name(lift: Lift) -> str:
    """Return ``heavy lift``."""
    return _(LIFTS[lift.kind])


def lifts_name(lift: Lift) -> str:
    """Return ``Heavy lifts``: all of a kind, at the beginning of a sentence."""
    return _(_SEVERAL[lift.kind])


def strength_name(strength: StrengthPhase) -> str:
    """Return ``base weight held``."""
    return _(STRENGTH[strength])
