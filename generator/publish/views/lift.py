"""A strength session as it is read in a gym: exercise, sets and reps, how many to leave."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.plan import Lift, Prescription
from generator.publish import addresses, words
from generator.publish.naming import LIFT_NAMES
from generator.publish.texts import LibraryTexts
from generator.publish.views.basics import Link


@dataclass(frozen=True, slots=True)
class Dose:
    """One exercise's row. ``do`` and ``leave`` are what a person needs, the notes what the curious read."""

    exercise: Link
    notes: str
    do: str
    do_note: str
    leave: str
    leave_note: str


@dataclass(frozen=True, slots=True)
class LiftFacts:
    """A strength session. ``instead`` is what a runner does who is not signed off; empty if nothing changes."""

    kind: str
    heading: str
    after: str
    warm_up: tuple[str, ...]
    doses: tuple[Dose, ...]
    gate: str
    instead: tuple[Dose, ...]


AFTER_RUN = "After the run, never before. Six hours later is best, three is good, straight after is fine."


def lift_facts(lift: Lift, library: LibraryTexts, after_run: bool) -> LiftFacts:
    """Return a session's facts; ``after_run`` tells whether the day has a run to come before it."""
    name = lift.title or LIFT_NAMES[lift.kind]
    time = f" · about {words.about(lift.duration_s)}" if lift.duration_s else ""
    heading = f"Then {name[:1].lower()}{name[1:]}" if after_run else f"{name[:1].upper()}{name[1:]}"
    other = lift.unless_signed_off
    return LiftFacts(
        kind=lift.kind,
        heading=heading + time,
        after=AFTER_RUN if after_run else "",
        warm_up=lift.warm_up,
        doses=doses(lift.exercises, library),
        gate=f"Not signed off for {'heavy lifts' if lift.kind == 'heavy' else 'these loads'} yet?" if other else "",
        instead=doses(other.exercises, library) if other else (),
    )


def doses(exercises: tuple[Prescription, ...], library: LibraryTexts) -> tuple[Dose, ...]:
    """Return the rows of a session's table, in order."""
    return tuple(_dose(exercise, library) for exercise in exercises)


def _dose(done: Prescription, library: LibraryTexts) -> Dose:
    notes = [
        "weaker side first" if done.weaker_side_first else "",
        f"rest {words.duration(done.rest_s)}" if done.rest_s else "",
        done.note or "",
    ]
    return Dose(
        exercise=Link(library.name_of(done.id), addresses.exercise_address(done.id)),
        notes=" · ".join(note for note in notes if note),
        do=sets_reps(done),
        do_note=_how(done),
        leave=left_in_you(done),
        leave_note=dose_load(done),
    )


def sets_reps(done: Prescription) -> str:
    """Return ``3 × 6``, or ``2 × 30 s`` for one long hold a set."""
    each = words.duration(done.hold_s) if done.hold_s is not None and done.reps == 1 else str(done.reps)
    return f"{done.sets}{words.NBSP}×{words.NBSP}{each}"


def left_in_you(done: Prescription) -> str:
    """Return how many repetitions to leave undone, in words: ``2 left in you``."""
    if done.hold_s is not None:
        return "stop before form slips"
    return f"{reserve(done)} left in you"


def reserve(done: Prescription) -> str:
    """Return the repetitions in reserve as a number or a band: ``2``, ``1–2``."""
    low = done.rir if done.rir_min is None else done.rir_min
    return words.span(min(low, done.rir), max(low, done.rir))


def dose_load(done: Prescription) -> str:
    """Return what the curious read beside it: ``RIR 2 · about 80%``."""
    rir = "" if done.hold_s is not None else f"RIR{words.NBSP}{reserve(done)}"
    share = f"about {done.percent_1rm}%" if done.percent_1rm else ""
    return " · ".join(part for part in (rir, share) if part)


def _how(done: Prescription) -> str:
    parts = (
        f"hold each {words.duration(done.hold_s)}" if done.hold_s is not None and done.reps > 1 else "",
        "each side" if done.per_side else "",
        f"{words.count(done.extra_weak_side_sets, 'set')} more on the weaker" if done.extra_weak_side_sets else "",
    )
    return ", ".join(part for part in parts if part)
