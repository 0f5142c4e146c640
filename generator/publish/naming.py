"""What a page calls a phase, a week, a day, a session: one vocabulary for all pages."""

from __future__ import annotations

from collections.abc import Mapping

from generator.language import (
    N_,
    N_ngettext,
    N_pgettext,
    _,
    date_range,
    date_text,
    lower_first,
    ngettext,
    pgettext,
    remembered,
    short_date,
    weekday_letters,
    weekday_name,
)
from generator.model.plan import Cross, Day, Lift, Phase, Plan, Run, Week
from generator.model.vocabulary import DayKind, LiftKind, StrengthPhase
from generator.publish.words import humanized

__all__ = [
    "LIFT_KINDS",
    "date_text",
    "day_anchor",
    "day_name",
    "kind_word",
    "lift_counted",
    "lift_name",
    "lift_word",
    "own_title",
    "phase_name",
    "phase_number",
    "rule_name",
    "run_name",
    "setting_word",
    "short_date",
    "strength_name",
    "week_dates",
    "week_inside",
    "week_name",
    "week_place",
    "weekday_letters",
    "weekday_name",
    "weeks_in",
]

_RUN_NAMES: Mapping[str, str] = {
    "quality": N_("Quality run"),
    "long": N_("Long run"),
    "race": N_("Race"),
    "aerobic": N_("Aerobic run"),
    "easy": N_("Easy run"),
}
_LIFT_NAMES: Mapping[LiftKind, tuple[str, str]] = {
    "heavy": N_ngettext("heavy lift", "heavy lifts"),
    "base": N_ngettext("base lift", "base lifts"),
    "maintenance": N_ngettext("maintenance lift", "maintenance lifts"),
    "abbreviated": N_ngettext("short lift", "short lifts"),
    "primer": N_ngettext("primer", "primers"),
}
#: Kinds of lifts in the order in which they are counted.
LIFT_KINDS: tuple[LiftKind, ...] = tuple(_LIFT_NAMES)
#: One word that fits under a bar on a phone.
_LIFT_WORDS: Mapping[LiftKind, tuple[str, str]] = {
    "base": N_pgettext("a lift, in one short word", "base"),
    "heavy": N_pgettext("a lift, in one short word", "heavy"),
    "maintenance": N_pgettext("a lift, in one short word", "upkeep"),
    "abbreviated": N_pgettext("a lift, in one short word", "short"),
    "primer": N_pgettext("a lift, in one short word", "primer"),
}
#: One word for a day's kind, which fits into a seventh of a phone's width.
_KIND_WORDS: Mapping[DayKind, tuple[str, str]] = {
    "quality": N_pgettext("a day's kind, in one short word", "quality"),
    "long": N_pgettext("a day's kind, in one short word", "long"),
    "race": N_pgettext("a day's kind, in one short word", "race"),
    "aerobic": N_pgettext("a day's kind, in one short word", "aerobic"),
    "easy": N_pgettext("a day's kind, in one short word", "easy"),
    "cross": N_pgettext("a day's kind, in one short word", "cross"),
    "rest": N_pgettext("a day's kind, in one short word", "rest"),
}
_STRENGTH_NAMES: Mapping[StrengthPhase, tuple[str, str]] = {
    "base": N_pgettext("a phase's strength work", "Base"),
    "base_hold": N_pgettext("a phase's strength work", "Base, held"),
    "heavy": N_pgettext("a phase's strength work", "Heavy"),
    "power": N_pgettext("a phase's strength work", "Power"),
    "maintenance": N_pgettext("a phase's strength work", "Maintenance"),
    "taper": N_pgettext("a phase's strength work", "Taper"),
    "off": N_pgettext("a phase's strength work", "No lifting"),
}
#: What the plan calls sessions that have no name of their own, beside the names of their kinds.
_PLAIN_TITLES = (
    N_("Steady aerobic run"),
    N_("Second long run"),
    N_("Quality run"),
    N_("Cross-training, easy"),
    N_("Cross-training, steady"),
)


def phase_number(plan: Plan, phase: Phase) -> int:
    """Return a phase's place in the plan, from 1."""
    return plan.phases.index(phase) + 1


def weeks_in(plan: Plan, phase: Phase) -> tuple[Week, ...]:
    """Return the phase's weeks in order."""
    return tuple(week for week in plan.weeks if week.phase == phase.id)


def phase_name(plan: Plan, phase: Phase) -> str:
    """Return a phase's name; a stage says its number first."""
    if not plan.staged:
        return phase.title
    return _("Stage {number}: {phase}").format(number=phase_number(plan, phase), phase=phase.title)


def week_name(plan: Plan, week: Week) -> str:
    """Return ``Week 7``, ``Stage 3``, or ``Stage 3, week 2`` where a stage has several weeks."""
    if not plan.staged:
        return _("Week {number}").format(number=week.number)
    phase = plan.phase(week.phase)
    number = phase_number(plan, phase)
    if phase.first_week == phase.last_week:
        return _("Stage {number}").format(number=number)
    return _("Stage {number}, week {week}").format(number=number, week=week.number - phase.first_week + 1)


def week_inside(plan: Plan, week: Week) -> str:
    """Return a week's name as it stands inside a sentence: ``week 7``."""
    return lower_first(week_name(plan, week))


def week_place(plan: Plan, week: Week) -> str:
    """Return where in its phase a week stands: ``Heavy, week 3 of 8``."""
    phase = plan.phase(week.phase)
    length = phase.last_week - phase.first_week + 1
    if plan.staged or length == 1:
        return phase.title
    place = week.number - phase.first_week + 1
    return _("{phase}, week {week} of {length}").format(phase=phase.title, week=place, length=length)


def day_name(day: Day) -> str:
    """Return ``Tuesday``, with its date where the plan has one: ``Tuesday, March 2``."""
    name = weekday_name(day.weekday)
    return name if day.date is None else _("{weekday}, {date}").format(weekday=name, date=date_text(day.date))


def week_dates(week: Week) -> str:
    """Return ``March 1–7`` or ``March 29–April 4``; empty if the plan has no dates."""
    first, last = week.days[0].date, week.days[-1].date
    return "" if first is None or last is None else date_range(first, last)


def day_anchor(week: Week, day: Day) -> str:
    """Return the day's anchor on the week's page: ``tue``, or ``day-9`` where weekdays repeat."""
    return day.weekday[:3] if len(week.days) <= 7 else f"day-{day.day - week.days[0].day + 1}"


def run_name(run: Run) -> str:
    """Return a run's name by its kind."""
    return _(_RUN_NAMES[run.kind])


def own_title(session: Run | Cross) -> str:
    """Return what a session is called beyond its kind, such as a calendar's ``Tempo``; empty for a plain one."""
    return _own(session.title, _RUN_NAMES[session.kind] if isinstance(session, Run) else N_("Cross-training"))


@remembered(500)
def _own(title: str, kind: str) -> str:
    said = title.lower()
    plain = {kind.partition(" ")[0].lower(), "cross", *(_(name).lower() for name in (kind, *_PLAIN_TITLES))}
    race = _("Race: {name}").partition("{")[0].lower()
    return "" if said in plain or said.startswith(race) else title


def lift_name(lift: Lift) -> str:
    """Return a lift's name by its kind, as it stands inside a sentence."""
    return lift_counted(lift.kind, 1)


def rule_name(slug: str) -> str:
    """Return a rule's name, which is its slug in words: ``Hard days hard``."""
    return _(humanized(slug))


def setting_word(name: str) -> str:
    """Return a rule's setting, or a value of one, as pages name it: ``goal days``."""
    return pgettext("a rule's setting, or a value of one", name.replace("_", " "))


def lift_counted(kind: LiftKind, number: int) -> str:
    """Return what so many lifts of a kind are called, without their number: ``heavy lifts``."""
    return ngettext(*_LIFT_NAMES[kind], number)


def lift_word(kind: LiftKind) -> str:
    """Return a kind of lift in one short word."""
    return pgettext(*_LIFT_WORDS[kind])


def kind_word(kind: DayKind) -> str:
    """Return a day's kind in one short word."""
    return pgettext(*_KIND_WORDS[kind])


def strength_name(strength: StrengthPhase) -> str:
    """Return what a phase's strength work is called."""
    return pgettext(*_STRENGTH_NAMES[strength])
