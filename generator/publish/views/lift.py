"""A strength session as it is read in a gym: exercise, sets and reps, how many to leave."""

from __future__ import annotations

from generator.frozen import frozen
from generator.language import N_, _, lower_first, ngettext, remembered, upper_first
from generator.model.plan import Lift, Prescription
from generator.model.written_dose import MOST_RIR
from generator.publish import addresses, words
from generator.publish.naming import lift_name
from generator.publish.texts import LibraryTexts
from generator.publish.views.basics import Link


@frozen
class Dose:
    """One exercise's row. ``do`` and ``leave`` are what a person needs, the notes what the curious read.

    ``id`` is the exercise's slug, ``slot`` what movement it trains; ``set`` is ``repetitions-in reserve`` of a lift
    whose weight can be worked out (``6-2``), empty for all others.
    """

    id: str
    slot: str
    set: str
    exercise: Link
    notes: str
    do: str
    do_note: str
    leave: str
    leave_note: str


@frozen
class LiftFacts:
    """A strength session. ``instead`` is what a runner does who is not signed off; empty if nothing changes.

    ``id`` is its id in the athlete's log.
    """

    id: str
    kind: str
    heading: str
    after: str
    warm_up: tuple[str, ...]
    doses: tuple[Dose, ...]
    gate: str
    instead: tuple[Dose, ...]


NOT_SAID = N_("the program does not say")
AFTER_RUN = N_("After the run, never before. Six hours later is best, three is good, straight after is fine.")


def lift_facts(lift: Lift, library: LibraryTexts, after_run: bool, identity: str = "lift") -> LiftFacts:
    """Return a session's facts; ``after_run`` tells whether the day has a run to come before it."""
    name = lift.title or lift_name(lift)
    time = " · " + _("about {time}").format(time=words.about(lift.duration_s)) if lift.duration_s else ""
    heading = _("Then {session}").format(session=lower_first(name)) if after_run else upper_first(name)
    gate = (
        _("Not signed off for heavy lifts yet?") if lift.kind == "heavy" else _("Not signed off for these loads yet?")
    )
    other = lift.unless_signed_off
    return LiftFacts(
        id=identity,
        kind=lift.kind,
        heading=heading + time,
        after=_(AFTER_RUN) if after_run else "",
        warm_up=lift.warm_up,
        doses=doses(lift.exercises, library, written=bool(lift.written)),
        gate=gate if other else "",
        instead=doses(other.exercises, library) if other else (),
    )


def doses(exercises: tuple[Prescription, ...], library: LibraryTexts, written: bool = False) -> tuple[Dose, ...]:
    """Return the rows of a session's table, in order; those of a written program say no more than it does."""
    return tuple(_dose(exercise, library.name_of(exercise.id), written) for exercise in exercises)


@remembered(2_000)
def _dose(done: Prescription, name: str, written: bool) -> Dose:
    notes = [
        _("weaker side first") if done.weaker_side_first else "",
        _("rest {time}").format(time=_times(done.rest_s, done.rest_most_s)) if done.rest_s else "",
        done.note or "",
    ]
    said = done.load or done.hold_s is not None or not written
    return Dose(
        id=done.id,
        slot=done.slot,
        set=f"{done.reps}-{done.rir}" if done.percent_1rm and not done.load else "",
        exercise=Link(name, addresses.exercise_address(done.id)),
        notes=" · ".join(note for note in notes if note),
        do=sets_reps(done),
        do_note=_how(done),
        leave=left_in_you(done) if said else _(NOT_SAID),
        leave_note=dose_load(done) if said else "",
    )


def sets_reps(done: Prescription) -> str:
    """Return ``3 × 6``, ``3–5 × 4–6``, or ``2 × 30 s`` for one long hold a set."""
    reps = words.span(done.reps, done.reps_most or done.reps)
    each = _times(done.hold_s, done.hold_most_s) if done.hold_s is not None and done.reps == 1 else reps
    return f"{words.span(done.sets, done.sets_most or done.sets)}{words.NBSP}×{words.NBSP}{each}"


def _times(least: int, most: int | None) -> str:
    if most is None:
        return words.duration(least)
    return _("{least} to {most}").format(least=words.duration(least), most=words.duration(most))


def left_in_you(done: Prescription) -> str:
    """Return how many repetitions to leave undone, in words: ``2 left in you``."""
    if done.hold_s is not None:
        return _("stop before form slips")
    return _("{repetitions} left in you").format(repetitions=reserve(done))


def reserve(done: Prescription) -> str:
    """Return the repetitions in reserve as a number or a band: ``2``, ``1–2``; ``10 or more`` where it is very many."""
    low = done.rir if done.rir_min is None else done.rir_min
    said = words.span(min(low, done.rir), max(low, done.rir))
    return _("{number} or more").format(number=said) if done.rir >= MOST_RIR else said


def dose_load(done: Prescription) -> str:
    """Return what the curious read beside it: ``RIR 2 · about 80%``, or a written program's own words: ``4RM``."""
    if done.load:
        return done.load
    rir = "" if done.hold_s is not None else f"RIR{words.NBSP}{reserve(done)}"
    share = _("about {percent}%").format(percent=done.percent_1rm) if done.percent_1rm else ""
    return " · ".join(part for part in (rir, share) if part)


def _how(done: Prescription) -> str:
    more = done.extra_weak_side_sets
    held = _times(done.hold_s, done.hold_most_s) if done.hold_s is not None and done.reps > 1 else ""
    weaker = ngettext("{n} set more on the weaker", "{n} sets more on the weaker", more) if more else ""
    parts = (
        _("hold each {time}").format(time=held) if held else "",
        _("each side") if done.per_side else "",
        words.tied(weaker),
    )
    return ", ".join(part for part in parts if part)
