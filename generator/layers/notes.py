"""Why a week is changed, where the changes by themselves don't say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.language import N_, _
from generator.layers.course import Course
from generator.layers.lifting import TO_THE_START, Effect
from generator.layers.running_days import WeekDays, running_of
from generator.layers.telling import weeks_of
from generator.model.frame import Frame
from generator.model.plan import Plan, Week
from generator.model.vocabulary import LOADED_PHASES

PAUSED = N_("No key lift this week: the lifting pauses, and goes on where it stopped.")
LEFT_OUT = N_("No key lift this week: the program's sessions of the week are left out.")
EASED = N_(
    "First lifts back: a tenth less weight, which by the load chart leaves up to four more repetitions in reserve."
)
WRITTEN_BACK = N_("First lifts back: take a tenth less weight than is written, or leave more in reserve.")
#: A block is as long as ``lifting.BLOCK`` says.
BACK = N_("The weights go back one block, three loading weeks, and climb again from there.")
RE_ENTRY = N_("After four weeks away, two weeks of base come first.")
MADE_UP = N_("A base week is made up here, before anything heavier.")
CARRIED_ON = N_("The lifting goes on by its table, later than planned.")
CLIMBING = N_("The running climbs back within the rules on distance.")


def notes_of(
    course: Course, frames: Sequence[Frame], days: Sequence[WeekDays], effects: Mapping[int, Effect], plan: Plan
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield every week of which something is to be said, with its sentences; ``plan`` is what came of the layers."""
    named = {week for index in range(len(course.layers)) for week in weeks_of(course, index)}
    for frame, week in zip(frames, days, strict=True):
        number = frame.number
        told: list[str] = []
        if frame.paused:
            turns = number in course.written and frame.phase not in course.written_whole
            told.append(_(LEFT_OUT) if turns else _(PAUSED))
        elif number in effects:
            told += _of_effect(course, number, effects[number])
        if number not in named:
            running = running_of(course.plan.weeks[number - 1])
            told += [_(CLIMBING)] if week != running else []
            told += [_(CARRIED_ON)] if _other_doses(course.without.weeks[number - 1], plan.weeks[number - 1]) else []
        if told:
            yield number, tuple(told)


def _other_doses(old: Week, new: Week) -> bool:
    """True if the same lifts have other doses, for no other reason than what came before."""
    pairs = zip(old.lifts, new.lifts, strict=False)
    same = [lift.kind for lift in old.lifts] == [lift.kind for lift in new.lifts]
    return same and any(before.exercises != after.exercises for before, after in pairs)


def _of_effect(course: Course, week: int, effect: Effect) -> Iterator[str]:
    strength = course.placed[week - 1].frame.strength
    if effect.eased:
        yield _(EASED)
    if 0 < effect.back < TO_THE_START:
        yield _(BACK)
    elif effect.back or (effect.kind == "base_hold" and effect.eased):
        yield _(RE_ENTRY)
    elif effect.kind == "base" and strength != "base" and strength in LOADED_PHASES:
        yield _(MADE_UP)
