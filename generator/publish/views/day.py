"""A day as a card: the run, then the lift, then why; and as a bar of the week's strip."""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen
from generator.language import N_, _, lower_first, pgettext, remembered, upper_first
from generator.model.plan import Cross, Day, Lift, Plan, Reason, Run, Session, Week
from generator.model.vocabulary import Unit
from generator.publish import addresses, words
from generator.publish.naming import (
    day_anchor,
    day_name,
    kind_word,
    lift_name,
    lift_word,
    own_title,
    rule_name,
    run_name,
    weekday_letters,
    weekday_name,
)
from generator.publish.texts import LibraryTexts
from generator.publish.views.amounts import day_length
from generator.publish.views.athlete import session_id
from generator.publish.views.basics import Link, Why
from generator.publish.views.lift import LiftFacts, lift_facts
from generator.publish.views.run import PICTURE_SPEED, RunFacts, run_facts
from generator.rules import RULES


@frozen
class CrossFacts:
    """A cross-training session. ``title`` is the calendar's own word for it; ``length`` is empty if it names none."""

    title: str
    length: str
    effort: str
    advice: str
    optional: bool


@frozen
class Effort:
    """A run or cross-training, in the day's order, with its id in the athlete's log."""

    id: str
    run: RunFacts | None
    cross: CrossFacts | None


@frozen
class StripDay:
    """One of the week's bars. ``height`` is 0 to 20; ``lift`` and ``lift_word`` are empty without a lift.

    ``kind`` colors it, ``word`` says it.
    """

    anchor: str
    name: str
    short: str
    kind: str
    word: str
    height: int
    length: str
    lift: str
    lift_word: str
    lift_name: str


@frozen
class DayFacts:
    """A day's card. ``at`` is its place in the week from 0, ``rest`` what a rest day says, ``write`` what to note."""

    anchor: str
    at: int
    name: str
    kind: str
    heading: str
    rest: str
    efforts: tuple[Effort, ...]
    lifts: tuple[LiftFacts, ...]
    why: tuple[Why, ...]
    write: str


TALLEST = 20
RULE_SLUGS = frozenset(rule.slug for rule in RULES)
REST = N_("Nothing is planned today, on purpose. Rest is part of the plan.")
_CROSS_ADVICE = {
    "recovery": N_("Easy and without impact: bike, swim, or walk. Taking the day off is fine too."),
    "aerobic": N_("Steady and without impact: bike, swim, or row."),
}


def strip_day(week: Week, day: Day, unit: Unit, longest: float) -> StripDay:
    """Return a day's bar; ``longest`` is the length in metres that the tallest bar stands for."""
    lift = day.lifts[0] if day.lifts else None
    return StripDay(
        anchor=day_anchor(week, day),
        name=weekday_name(day.weekday),
        short=weekday_letters(day.weekday, 3),
        kind=day.kind,
        word=kind_word(day.kind),
        height=bar_height(day, longest),
        length=day_length(day, unit),
        lift=lift.kind if lift else "",
        lift_word=lift_word(lift.kind) if lift else "",
        lift_name=lift_name(lift) if lift else "",
    )


def bar_height(day: Day, longest: float) -> int:
    """Return a bar's height, 0 to 20: a day's distance as a share of the longest; something for any session."""
    metres = run_length(day)
    if metres <= 0 or longest <= 0:
        return 2 if day.sessions else 0
    return max(2, min(TALLEST, round(TALLEST * metres / longest)))


def run_length(day: Day) -> float:
    """Return what a day's runs add up to in metres; runs by time alone are drawn at one speed."""
    return sum(run.distance_m or (run.duration_s or 0) * PICTURE_SPEED for run in day.runs)


def day_facts(plan: Plan, week: Week, day: Day, library: LibraryTexts) -> DayFacts:
    """Return a day's card."""
    runs, lifts = day.runs, day.lifts
    return DayFacts(
        anchor=day_anchor(week, day),
        at=day.day - week.days[0].day,
        name=day_name(day),
        kind=day.kind,
        heading=_heading(day),
        rest=_(REST) if not day.sessions else "",
        efforts=tuple(
            _effort(plan, day, session, len(runs) == 1) for session in day.sessions if not isinstance(session, Lift)
        ),
        lifts=tuple(lift_facts(lift, library, bool(runs), session_id(day, lift)) for lift in lifts),
        why=reasons((*day.reasons, *(reason for session in day.sessions for reason in session.reasons))),
        write=_write(day),
    )


def race_name(plan: Plan, day: Day) -> str:
    """Return the name of the race run on a day, or an empty text."""
    races = (*plan.tune_ups, plan.race) if plan.race else plan.tune_ups
    return next((race.name for race in races if race.day == day.day), "")


def _heading(day: Day) -> str:
    """Return ``Quality run, then heavy lift``; a calendar's own choice as ``Easy run, or rest``."""
    alone = len(day.sessions) == 1
    names = [_name(session, alone) for session in day.sessions]
    said = lower_first(names[0]) if names else pgettext("a day's kind, in one short word", "rest")
    for name in names[1:]:
        said = _("{first}, then {next}").format(first=said, next=lower_first(name))
    return upper_first(said)


def _name(session: Session, alone: bool) -> str:
    if isinstance(session, Lift):
        return lift_name(session)
    name = run_name(session) if isinstance(session, Run) else lower_first(_("Cross-training"))
    if not session.optional:
        return name
    return (_("{session}, or rest") if alone else _("{session} if you like")).format(session=name)


def _effort(plan: Plan, day: Day, session: Run | Cross, alone: bool) -> Effort:
    if isinstance(session, Cross):
        return Effort(session_id(day, session), None, _cross(session))
    return Effort(session_id(day, session), run_facts(session, plan.units, race_name(plan, day), alone), None)


def _cross(cross: Cross) -> CrossFacts:
    return CrossFacts(
        title=own_title(cross),
        length=words.duration(cross.duration_s) if cross.duration_s else "",
        effort=words.rpe_of_ten(cross.rpe),
        advice=_(_CROSS_ADVICE[cross.kind]),
        optional=cross.optional,
    )


def reasons(given: Iterable[Reason]) -> tuple[Why, ...]:
    """Return a day's reasons, one for each rule: a run and its lift often stand on the same one.

    What is no rule (an author's wish) has no page to link to and may be said more than once, in other words.
    """
    found: dict[str, Why] = {}
    for reason in given:
        rule = known_rule(reason.rule)
        found.setdefault(reason.rule if rule else reason.text, Why(reason.text, rule))
    return tuple(found.values())


@remembered(200)
def known_rule(slug: str) -> Link | None:
    """Return the link to a rule's page, or None for what has none (``wish``, ``plan``)."""
    return rule_link(slug) if slug in RULE_SLUGS else None


def rule_link(slug: str) -> Link:
    """Return the link to a rule's page, named by its slug in words."""
    return Link(lower_first(rule_name(slug)), addresses.rule_address(slug))


def _write(day: Day) -> str:
    parts = (
        _("time and RPE") if day.runs or day.crosses else "",
        _("weight, reps, and reps left") if day.lifts else "",
        _("soreness and fatigue, 0 to 10"),
    )
    return "; ".join(part for part in parts if part)
