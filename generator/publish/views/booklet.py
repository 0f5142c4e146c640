"""A plan as a booklet: what it is, its season, all its weeks in short, the exercises' cues, the stop signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.frozen import frozen
from generator.language import N_, _
from generator.model.plan import Plan
from generator.publish import addresses, words
from generator.publish.clinic import Clinic
from generator.publish.naming import lift_name, weeks_in
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.plan import PhaseSummary, PlanFacts
from generator.publish.views.week import WeekFacts


@frozen
class BookletPhase:
    """A phase, when it ends, and its weeks as their own pages have them."""

    phase: PhaseSummary
    leave_when: tuple[str, ...]
    weeks: tuple[WeekFacts, ...]


@frozen
class BookletExercise:
    """An exercise of the plan: its cues in order and when to leave it out. ``slug`` is its anchor in the booklet."""

    slug: str
    name: str
    cues: tuple[str, ...]
    not_when: tuple[str, ...]


@frozen
class StopSigns:
    """The signs of one urgency: what to do, and groups of signs with their titles."""

    heading: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


@frozen
class BookletFacts:
    """All that a booklet prints. ``warm_ups`` are a lift's name and the lines before it."""

    address: str
    title: str
    description: str
    plan: PlanFacts
    clinic: Clinic
    stop_signs: tuple[StopSigns, ...]
    phases: tuple[BookletPhase, ...]
    warm_ups: tuple[tuple[str, tuple[str, ...]], ...]
    exercises: tuple[BookletExercise, ...]


_URGENCIES = (
    ("emergency", N_("Get emergency help now")),
    ("clinician", N_("Stop, and contact a clinician")),
    ("pause", N_("Not today: rest, or go easy without the lift")),
)


def booklet_facts(
    page: PlanPage, whole: PlanFacts, weeks: Mapping[int, WeekFacts], library: LibraryTexts, clinic: Clinic
) -> BookletFacts:
    """Return a plan's booklet; ``weeks`` are the facts of its week pages by number."""
    plan = page.plan
    return BookletFacts(
        address=addresses.booklet_address(plan),
        title=_("Booklet · {plan}").format(plan=whole.title),
        description=_("{plan} on paper: the season, every week in short, the exercises' cues, the stop signs.").format(
            plan=whole.title
        ),
        plan=whole,
        clinic=clinic,
        stop_signs=_stop_signs(library),
        phases=tuple(
            BookletPhase(
                summary,
                tuple(map(words.plain_end, phase.leave_when)),
                tuple(weeks[week.number] for week in weeks_in(plan, phase)),
            )
            for phase, summary in zip(plan.phases, whole.phases, strict=True)
        ),
        warm_ups=_warm_ups(plan),
        exercises=tuple(_exercise(slug, library) for slug in _used(plan)),
    )


def _stop_signs(library: LibraryTexts) -> tuple[StopSigns, ...]:
    groups = library.files["stop_signs"]["groups"].values()
    return tuple(
        StopSigns(
            _(heading),
            tuple(
                (str(group["title"]), tuple(map(str, group["signs"])))
                for group in groups
                if group["urgency"] == urgency
            ),
        )
        for urgency, heading in _URGENCIES
    )


def _warm_ups(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each warm-up once, named by the lifts that begin with it."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for week in plan.weeks:
        for lift in week.lifts:
            if lift.warm_up:
                found.setdefault(lift.warm_up, {})[lift.title or lift_name(lift)] = None
    return tuple((", ".join(names), lines) for lines, names in found.items())


def _used(plan: Plan) -> Iterable[str]:
    """The exercises of a plan and of its alternatives, in the order in which they are first met."""
    return dict.fromkeys(
        done.id
        for week in plan.weeks
        for lift in week.lifts
        for done in (*lift.exercises, *(lift.unless_signed_off.exercises if lift.unless_signed_off else ()))
    )


def _exercise(slug: str, library: LibraryTexts) -> BookletExercise:
    entry = library.exercises[slug]
    return BookletExercise(
        slug=slug,
        name=str(entry["name"]),
        cues=tuple(map(str, entry.get("cues") or ())),
        not_when=tuple(map(str, entry.get("not_when") or ())),
    )
