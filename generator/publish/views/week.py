"""A week's page: what it asks in one look, then each day."""

from __future__ import annotations

from collections import Counter

from generator.frozen import frozen
from generator.language import N_, _
from generator.model.plan import Plan, Week
from generator.model.vocabulary import LiftKind
from generator.publish import addresses, words
from generator.publish.naming import (
    LIFT_KINDS,
    lift_counted,
    phase_name,
    week_dates,
    week_inside,
    week_name,
    week_place,
)
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.amounts import week_total
from generator.publish.views.basics import Fact, Link, Why
from generator.publish.views.changes import ChangeFacts, week_changes
from generator.publish.views.day import DayFacts, StripDay, day_facts, run_length, strip_day
from generator.publish.views.given import fewer_lifts, week_source
from generator.publish.views.races import week_races


@frozen
class AssessmentFacts:
    """The right-left tests of the week."""

    heading: str
    text: str
    tests: tuple[Link, ...]


@frozen
class WeekFacts:
    """All that a week's page prints. ``source`` says whose a given week's runs are, ``fewer`` what its lifts lack."""

    address: str
    title: str
    description: str
    heading: str
    plan: Link
    phase: Link
    pills: tuple[str, ...]
    facts: tuple[Fact, ...]
    ahead: str
    source: str
    changes: tuple[ChangeFacts, ...]
    fewer: tuple[Why, ...]
    banner: str
    advance: tuple[str, ...]
    strip: tuple[StripDay, ...]
    days: tuple[DayFacts, ...]
    assessment: AssessmentFacts | None
    before: Link | None
    after: Link | None
    reviewed_by: str
    reviewed_on: str


CLEARANCE = N_("Only with your clinician's clearance")
_ASSESSMENT = {
    "first": (
        N_("This week: compare right and left"),
        N_("Do these before the first lift or on a rested day, best with your PT, trainer, or strength coach."),
    ),
    "retest": (
        N_("This week: compare right and left again"),
        N_("Same tests, same shoes, same order as in the first week. Take both results to your PT."),
    ),
}


def weeks_facts(page: PlanPage, library: LibraryTexts) -> dict[int, WeekFacts]:
    """Return the facts of all weeks by number."""
    longest = longest_bar(page.plan)
    return {week.number: _facts(page, place, library, longest) for place, week in enumerate(page.plan.weeks)}


def _facts(page: PlanPage, place: int, library: LibraryTexts, longest: float) -> WeekFacts:
    """Return the facts of the week at a place, from 0."""
    plan, week = page.plan, page.plan.weeks[place]
    phase = plan.phase(week.phase)
    heading = week_name(plan, week)
    return WeekFacts(
        address=addresses.week_address(plan, week),
        title=f"{heading} · {page.texts.title}",
        description=_description(plan, week, page.texts.title),
        heading=heading,
        plan=Link(page.texts.title, addresses.plan_address(plan)),
        phase=Link(phase_name(plan, phase), addresses.phase_address(plan, phase)),
        pills=_pills(plan, week),
        facts=counts(plan, week),
        ahead=_ahead(plan, week),
        source=week_source(plan, week),
        changes=week_changes(week),
        fewer=fewer_lifts(week),
        banner=_(CLEARANCE) if plan.staged else "",
        advance=phase.leave_when if plan.staged else (),
        strip=tuple(strip_day(week, day, plan.units, longest) for day in week.days),
        days=tuple(day_facts(plan, week, day, library) for day in week.days),
        assessment=_assessment(week, library),
        before=_neighbor(plan, place - 1),
        after=_neighbor(plan, place + 1),
        reviewed_by=page.texts.reviewed_by,
        reviewed_on=page.texts.reviewed_on,
    )


def longest_bar(plan: Plan) -> float:
    """Return the length in metres of the plan's longest training day, so that bars compare from week to week."""
    return max((run_length(day) for day in plan.days if day.kind != "race"), default=0.0)


def counts(plan: Plan, week: Week) -> tuple[Fact, ...]:
    """Return the week's running and its lifts, each kind counted."""
    total = week_total(week, plan.units)
    found = [Fact(total, _("running"))] if total else []
    found += [Fact(str(number), name) for number, name in lift_counts(week)]
    return tuple(found)


def lift_counts(week: Week) -> list[tuple[int, str]]:
    """Return how many lifts of each kind the week has, with the kind's name in the right number."""
    kinds: Counter[LiftKind] = Counter(lift.kind for lift in week.lifts)
    return [(kinds[kind], lift_counted(kind, kinds[kind])) for kind in LIFT_KINDS if kinds[kind]]


def _pills(plan: Plan, week: Week) -> tuple[str, ...]:
    light = ""
    if week.cutback:
        light = _("cutback: a lighter week")
    elif week.deload:
        light = _("deload: lighter lifting")
    race = _("race week") if plan.race and plan.race.week == week.number else ""
    repeats = _("repeat until you are ready to move on") if plan.staged else ""
    pills = (week_place(plan, week), week_dates(week), *week_races(plan, week), light, race, repeats)
    return tuple(pill for pill in pills if pill)


def _ahead(plan: Plan, week: Week) -> str:
    following = next((other for other in plan.weeks if other.number == week.number + 1), None)
    if plan.staged:
        return ""
    if following is None:
        return _("then {week} again").format(week=week_inside(plan, plan.weeks[0])) if plan.rolling else ""
    if plan.race and plan.race.week == following.number:
        return _("next week: race")
    if following.cutback:
        return _("next week: cutback")
    if following.phase != week.phase:
        return _("next week: {phase} begins").format(phase=plan.phase(following.phase).title)
    return ""


def _neighbor(plan: Plan, place: int) -> Link | None:
    if plan.rolling and len(plan.weeks) > 1:
        place %= len(plan.weeks)
    if not 0 <= place < len(plan.weeks):
        return None
    other = plan.weeks[place]
    return Link(week_name(plan, other), addresses.week_address(plan, other))


def _assessment(week: Week, library: LibraryTexts) -> AssessmentFacts | None:
    if week.assessment is None:
        return None
    heading, text = _ASSESSMENT["first" if week.assessment.kind == "first" else "retest"]
    tests = tuple(
        Link(str(library.tests[test]["name"]), f"{addresses.ASSESSMENT}#{test}") for test in week.assessment.tests
    )
    return AssessmentFacts(_(heading), _(text), tests)


def _description(plan: Plan, week: Week, title: str) -> str:
    counted = words.joined([f"{fact.value} {fact.label}" for fact in counts(plan, week)])
    return _("{plan}, {week} ({place}): {counted}, day by day.").format(
        plan=title, week=week_inside(plan, week), place=week_place(plan, week), counted=counted or _("days off")
    )
