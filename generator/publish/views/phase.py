"""A phase's page: what it is for, when it begins and ends, and its prescription week by week."""

from __future__ import annotations

from generator.frozen import frozen
from generator.language import N_, _, lower_first
from generator.model.plan import Phase, Plan, Prescription, Week
from generator.model.vocabulary import KEY_LIFTS, LOADED_PHASES, RunningPhase
from generator.publish import addresses
from generator.publish.naming import phase_name, strength_name, weeks_in
from generator.publish.texts import LibraryTexts, PlanPage, is_yes
from generator.publish.views.basics import Link
from generator.publish.views.lift import dose_load, left_in_you, sets_reps
from generator.publish.views.season import SeasonFacts, SeasonWeek
from generator.publish.views.week import CLEARANCE


@frozen
class BigDose:
    """A dose of the week's main lifts. ``lifts`` names them where the week's lifts differ.

    ``behind`` are the ids of those that wait for a sign-off, in one text; empty where none does.
    """

    do: str
    leave: str
    load: str
    lifts: str
    behind: str


@frozen
class PhaseWeek:
    """A row of the prescription table."""

    week: SeasonWeek
    doses: tuple[BigDose, ...]


@frozen
class PhaseFacts:
    """All that a phase's page prints."""

    address: str
    title: str
    description: str
    heading: str
    plan: Link
    pills: tuple[str, ...]
    banner: str
    repeats: str
    purpose: str
    enter_when: tuple[str, ...]
    leave_when: tuple[str, ...]
    needs_sign_off: bool
    week_word: str
    rows: tuple[PhaseWeek, ...]
    lifts: tuple[Link, ...]
    before: Link | None
    after: Link | None
    reviewed_by: str
    reviewed_on: str


RUNNING_NAMES: dict[RunningPhase, str] = {
    "off-season": N_("off-season running"),
    "base": N_("base running"),
    "build": N_("build running"),
    "specific": N_("race-specific running"),
    "taper": N_("running taper"),
    "race": N_("race week"),
    "transition": N_("recovery after the race"),
}


def phase_facts(page: PlanPage, phase: Phase, season: SeasonFacts, library: LibraryTexts) -> PhaseFacts:
    """Return a phase's facts; ``season`` are those of its plan."""
    plan, weeks = page.plan, weeks_in(page.plan, phase)
    name = phase_name(plan, phase)
    place = plan.phases.index(phase)
    return PhaseFacts(
        address=addresses.phase_address(plan, phase),
        title=f"{name} · {page.texts.title}",
        description=_("{phase}, a phase of {plan}: what it is for, when to go on, and its weeks one by one.").format(
            phase=name, plan=page.texts.title
        ),
        heading=name,
        plan=Link(page.texts.title, addresses.plan_address(plan)),
        pills=(_weeks_pill(plan, phase), _(RUNNING_NAMES[phase.running]), _strength_pill(phase)),
        banner=_(CLEARANCE) if plan.staged else "",
        repeats=_repeats(plan),
        purpose=phase.purpose,
        enter_when=phase.enter_when,
        leave_when=phase.leave_when,
        needs_sign_off=phase.strength in LOADED_PHASES and not plan.signed_off,
        week_word=_("Stage") if plan.staged else _("Week"),
        rows=tuple(
            PhaseWeek(row, big_doses(plan, week, library))
            for week, row in zip(plan.weeks, season.weeks, strict=True)
            if week.phase == phase.id
        ),
        lifts=_main_lifts(weeks, plan, library),
        before=_neighbor(plan, place - 1),
        after=_neighbor(plan, place + 1),
        reviewed_by=page.texts.reviewed_by,
        reviewed_on=page.texts.reviewed_on,
    )


def big_doses(plan: Plan, week: Week, library: LibraryTexts) -> tuple[BigDose, ...]:
    """Return the distinct doses of the week's main lifts, in the order in which they are first done."""
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for done in _big(week, plan, library):
        names = found.setdefault((sets_reps(done), left_in_you(done), dose_load(done)), {})
        names.setdefault(done.id, library.name_of(done.id))
    gated = {done.id for lift in week.lifts if lift.unless_signed_off for done in lift.exercises}
    return tuple(
        BigDose(*dose, ", ".join(names.values()) if len(found) > 1 else "", " ".join(sorted(gated & names.keys())))
        for dose, names in found.items()
    )


def _big(week: Week, plan: Plan, library: LibraryTexts) -> list[Prescription]:
    """The plan's own big lifts, or those the library calls big where the plan's are not used."""
    done = [one for lift in week.lifts if lift.kind in KEY_LIFTS for one in lift.exercises]
    named = [one for one in done if one.id in plan.big_lifts]
    return named or [one for one in done if is_yes(library.exercises[one.id]["big"])]


def _main_lifts(weeks: tuple[Week, ...], plan: Plan, library: LibraryTexts) -> tuple[Link, ...]:
    slugs = dict.fromkeys(done.id for week in weeks for done in _big(week, plan, library))
    return tuple(Link(library.name_of(slug), addresses.exercise_address(slug)) for slug in slugs)


def _strength_pill(phase: Phase) -> str:
    return _("strength: {kind}").format(kind=lower_first(strength_name(phase.strength)))


def _weeks_pill(plan: Plan, phase: Phase) -> str:
    length = phase.last_week - phase.first_week + 1
    if plan.staged:
        return _("stage {number} of {many}").format(number=plan.phases.index(phase) + 1, many=len(plan.phases))
    if length == 1:
        return _("week {number}").format(number=phase.first_week)
    return _("weeks {numbers}").format(numbers=f"{phase.first_week}–{phase.last_week}")


def _repeats(plan: Plan) -> str:
    if plan.staged:
        return _("Repeat this stage until every line under “Move on when” is true.")
    return _("After the last week, start again with the first.") if plan.rolling else ""


def _neighbor(plan: Plan, place: int) -> Link | None:
    if not 0 <= place < len(plan.phases):
        return None
    other = plan.phases[place]
    return Link(phase_name(plan, other), addresses.phase_address(plan, other))
