"""Phases as pages show them: the author's words, and sensible ones where the author gave none."""

from __future__ import annotations

from generator.language import N_, _
from generator.model.definition import Authored, PhaseText
from generator.model.frame import Frame
from generator.model.plan import Phase
from generator.model.vocabulary import RunningPhase, StrengthPhase

PURPOSES: dict[StrengthPhase, str] = {
    "base": N_("Learn the lifts, even out left and right, and build running from the ground up."),
    "base_hold": N_("Keep what the base has built, with the same lifts at the same weight."),
    "heavy": N_("Lift heavier with fewer reps, on the days that are hard already."),
    "power": N_("Turn strength into spring: the same weight in fewer sets, and jumps before it."),
    "maintenance": N_("Running comes first now. A little lifting keeps your strength and leaves your legs fresh."),
    "taper": N_("Less of everything, so that you stand at the start rested."),
    "off": N_("No lifting for now. Run easy and recover."),
}
_WATCHED = N_("A PT, trainer, or strength coach has watched each of your big lifts and signed it off.")
BEFORE_THE_START = N_("You have answered the questions before you start, and none of them asks for clearance.")
_BASE_DONE = (
    N_("You have done at least six base weeks and 85% of their sessions."),
    N_("Left and right are tested again."),
    N_("Lifting hurts no more than 2 out of 10."),
)
ENTER_WHEN: dict[StrengthPhase, tuple[str, ...]] = {
    "base_hold": _BASE_DONE,
    "heavy": (*_BASE_DONE, _WATCHED),
    "power": (_WATCHED, N_("You land softly, and hopping does not hurt.")),
    "maintenance": (_WATCHED,),
}
LEAVE_WHEN: dict[StrengthPhase, tuple[str, ...]] = {
    "base": (*_BASE_DONE, N_("Somebody qualified has looked at your lifts, if heavy weeks come next.")),
    "heavy": (N_("The last sets still look like the first, with reps to spare."),),
}
RUNNING_LEAVE: dict[RunningPhase, tuple[str, ...]] = {
    "specific": (N_("You feel tired but not worn out, and nothing hurts more than 2 out of 10."),),
}


def phases(authored: Authored, frames: tuple[Frame, ...]) -> tuple[Phase, ...]:
    """Return the plan's phases with the weeks they span."""
    return tuple(_phase(block, frames, authored) for block in authored.definition.blocks)


def _phase(block: PhaseText, frames: tuple[Frame, ...], authored: Authored) -> Phase:
    weeks = [frame.number for frame in frames if frame.phase == block.id]
    strength, running = block.strength.kind, block.running.kind
    enter = ENTER_WHEN.get(strength, ()) if not authored.definition.entry.signed_off else ()
    enter = (BEFORE_THE_START, *enter) if weeks[0] == 1 else enter
    leave = () if authored.definition.stages else (*LEAVE_WHEN.get(strength, ()), *RUNNING_LEAVE.get(running, ()))
    return Phase(
        id=block.id,
        title=block.title,
        first_week=weeks[0],
        last_week=weeks[-1],
        running=running,
        strength=strength,
        purpose=block.purpose or _(PURPOSES[strength]),
        enter_when=block.enter_when or tuple(map(_, enter)),
        leave_when=block.leave_when or tuple(map(_, leave)),
    )
