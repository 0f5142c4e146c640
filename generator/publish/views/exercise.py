"""An exercise's page, and the exercises by slot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.frozen import frozen
from generator.language import N_, _
from generator.publish import addresses
from generator.publish.naming import phase_name
from generator.publish.texts import LibraryTexts, PlanPage, is_yes
from generator.publish.views.basics import Link
from generator.publish.words import anchored

SLOT_NAMES: dict[str, str] = {
    "knee-dominant": N_("Squats (knee-dominant)"),
    "hip-dominant": N_("Deadlifts (hip-dominant)"),
    "thrust": N_("Hip thrusts"),
    "single-leg-knee": N_("One leg, knee"),
    "single-leg-hip": N_("One leg, hip"),
    "calf": N_("Calves"),
    "frontal-plane": N_("Side to side"),
    "trunk": N_("Trunk"),
    "plyometric": N_("Jumps"),
    "single-joint": N_("One joint at a time"),
    "upper-body": N_("Upper body"),
}


@frozen
class ExerciseFacts:
    """All that an exercise's page prints. ``used_in`` are the phases that prescribe it."""

    slug: str
    address: str
    name: str
    description: str
    slot: str
    slot_name: str
    pills: tuple[str, ...]
    purpose: str
    equipment: tuple[str, ...]
    cues: tuple[str, ...]
    faults: tuple[str, ...]
    not_when: tuple[str, ...]
    easier: Link | None
    harder: Link | None
    used_in: tuple[Link, ...]


@frozen
class SlotFacts:
    """A slot and its exercises from the first step up. ``anchor`` is the same in every language."""

    name: str
    anchor: str
    exercises: tuple[ExerciseFacts, ...]


#: Of one plan, by exercise: the phases that prescribe it.
Uses = Mapping[str, tuple[Link, ...]]


def exercise_facts(slug: str, library: LibraryTexts, uses: Iterable[Uses]) -> ExerciseFacts:
    """Return an exercise's facts. ``uses`` are those of all plans, in the order in which they are shown."""
    entry = library.exercises[slug]
    slot = str(entry["slot"])
    return ExerciseFacts(
        slug=slug,
        address=addresses.exercise_address(slug),
        name=str(entry["name"]),
        description=_("{exercise}: what it is for, cues in order, common faults, easier and harder steps.").format(
            exercise=entry["name"]
        ),
        slot=slot,
        slot_name=_(SLOT_NAMES.get(slot, slot)),
        pills=_pills(entry, slot),
        purpose=str(entry["purpose"]),
        equipment=_lines(entry, "equipment"),
        cues=_lines(entry, "cues"),
        faults=_lines(entry, "faults"),
        not_when=_lines(entry, "not_when"),
        easier=_step(entry, "easier", library),
        harder=_step(entry, "harder", library),
        used_in=tuple(link for of_plan in uses for link in of_plan.get(slug, ())),
    )


def exercise_uses(page: PlanPage) -> Uses:
    """Return the phases of a plan that prescribe each exercise; its alternatives for the unsigned count."""
    found: dict[str, dict[str, None]] = {}
    for week in page.plan.weeks:
        for lift in week.lifts:
            other = lift.unless_signed_off.exercises if lift.unless_signed_off else ()
            for done in (*lift.exercises, *other):
                found.setdefault(done.id, {})[week.phase] = None
    return {slug: tuple(_use(page, phase) for phase in phases) for slug, phases in found.items()}


def _use(page: PlanPage, phase_id: str) -> Link:
    phase = page.plan.phase(phase_id)
    name = f"{page.texts.title}: {phase_name(page.plan, phase)}"
    return Link(name, addresses.phase_address(page.plan, phase))


def slots(exercises: Iterable[ExerciseFacts], library: LibraryTexts) -> tuple[SlotFacts, ...]:
    """Return the exercises by slot in the vocabulary's order, each slot from its first level up."""
    known = list(exercises)
    ordered = sorted(known, key=lambda exercise: int(library.exercises[exercise.slug]["level"]))
    found = (
        SlotFacts(_(name), anchored(name), tuple(exercise for exercise in ordered if exercise.slot == slot))
        for slot, name in SLOT_NAMES.items()
    )
    return tuple(slot for slot in found if slot.exercises)


def _pills(entry: Mapping[str, Any], slot: str) -> tuple[str, ...]:
    return tuple(
        pill
        for pill in (
            _(SLOT_NAMES.get(slot, slot)),
            _("big lift") if is_yes(entry["big"]) else "",
            _("one side at a time") if entry["sides"] == "one" else _("both sides together"),
            _("step {step} of {many}").format(step=entry["level"], many=5),
            _("fits a short session") if is_yes(entry["abbreviated"]) else "",
        )
        if pill
    )


def _lines(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(line) for line in entry.get(key) or ())


def _step(entry: Mapping[str, Any], key: str, library: LibraryTexts) -> Link | None:
    slug = entry.get(key)
    return Link(library.name_of(str(slug)), addresses.exercise_address(str(slug))) if slug else None
