"""What a page calls a phase, a week, a day, a session: one vocabulary for all pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.model.plan import Cross, Day, Lift, Phase, Plan, Run, Week
from generator.model.vocabulary import LiftKind, StrengthPhase

RUN_NAMES: Mapping[str, str] = {
    "quality": "Quality run",
    "long": "Long run",
    "race": "Race",
    "aerobic": "Aerobic run",
    "easy": "Easy run",
}
LIFT_NAMES: Mapping[LiftKind, str] = {
    "heavy": "heavy lift",
    "base": "base lift",
    "maintenance": "maintenance lift",
    "abbreviated": "short lift",
    "primer": "primer",
}
#: One word that fits under a bar on a phone.
LIFT_WORDS: Mapping[LiftKind, str] = {
    "base": "base",
    "heavy": "heavy",
    "maintenance": "upkeep",
    "abbreviated": "short",
    "primer": "primer",
}
STRENGTH_NAMES: Mapping[StrengthPhase, str] = {
    "base": "Base",
    "base_hold": "Base, held",
    "heavy": "Heavy",
    "power": "Power",
    "maintenance": "Maintenance",
    "taper": "Taper",
    "off": "No lifting",
}
#: What the plan calls sessions that have no name of their own, beside the names of their kinds.
_PLAIN_TITLES = frozenset(
    ("steady aerobic run", "second long run", "quality run", "cross-training, easy", "cross-training, steady")
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def phase_number(plan: Plan, phase: Phase) -> int:
    """Return a phase's place in the plan, from 1."""
    return plan.phases.index(phase) + 1


def weeks_in(plan: Plan, phase: Phase) -> tuple[Week, ...]:
    """Return the phase's weeks in order."""
    return tuple(week for week in plan.weeks if week.phase == phase.id)


def phase_name(plan: Plan, phase: Phase) -> str:
    """Return a phase's name; a stage says its number first."""
    return f"Stage {phase_number(plan, phase)}: {phase.title}" if plan.staged else phase.title


def week_name(plan: Plan, week: Week) -> str:
    """Return ``Week 7``, ``Stage 3``, or ``Stage 3, week 2`` where a stage has several weeks."""
    if not plan.staged:
        return f"Week {week.number}"
    phase = plan.phase(week.phase)
    stage = f"Stage {phase_number(plan, phase)}"
    return stage if phase.first_week == phase.last_week else f"{stage}, week {week.number - phase.first_week + 1}"


def week_place(plan: Plan, week: Week) -> str:
    """Return where in its phase a week stands: ``Heavy, week 3 of 8``."""
    phase = plan.phase(week.phase)
    length = phase.last_week - phase.first_week + 1
    if plan.staged or length == 1:
        return phase.title
    return f"{phase.title}, week {week.number - phase.first_week + 1} of {length}"


def day_name(day: Day) -> str:
    """Return ``Tuesday``, with its date where the plan has one: ``Tuesday, March 2``."""
    return day.weekday.capitalize() if day.date is None else f"{day.weekday.capitalize()}, {date_text(day.date)}"


def date_text(iso: str, year: bool = False) -> str:
    """Return an ISO date in American English, whatever the machine's locale: ``March 2``, ``March 2, 2027``."""
    when = date.fromisoformat(iso)
    return f"{_MONTHS[when.month - 1]} {when.day}" + (f", {when.year}" if year else "")


def short_date(iso: str) -> str:
    """Return ``Mar 2``."""
    when = date.fromisoformat(iso)
    return f"{_MONTHS[when.month - 1][:3]} {when.day}"


def week_dates(week: Week) -> str:
    """Return ``March 1–7`` or ``March 29–April 4``; empty if the plan has no dates."""
    first, last = week.days[0].date, week.days[-1].date
    if first is None or last is None:
        return ""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    ending = str(end.day) if start.month == end.month else date_text(last)
    return f"{date_text(first)}–{ending}"


def day_anchor(week: Week, day: Day) -> str:
    """Return the day's anchor on the week's page: ``tue``, or ``day-9`` where weekdays repeat."""
    return day.weekday[:3] if len(week.days) <= 7 else f"day-{day.day - week.days[0].day + 1}"


def run_name(run: Run) -> str:
    """Return a run's name by its kind."""
    return RUN_NAMES[run.kind]


def own_title(session: Run | Cross) -> str:
    """Return what a session is called beyond its kind, such as a calendar's ``Tempo``; empty for a plain one."""
    title = session.title
    kind = RUN_NAMES[session.kind] if isinstance(session, Run) else "cross-training"
    said = title.lower()
    plain = {kind.lower(), kind.partition(" ")[0].lower(), "cross"} | _PLAIN_TITLES
    return "" if said in plain or said.startswith("race: ") else title


def lift_name(lift: Lift) -> str:
    """Return a lift's name by its kind, in lower case."""
    return LIFT_NAMES[lift.kind]
