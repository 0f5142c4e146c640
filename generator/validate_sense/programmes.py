"""Written programs: exercises that the library has, done as it has them, doses that say how heavy, weeks that fit."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.definition import Authored, Keys, Strength, StrengthBlock
from generator.model.finding import Diagnostic
from generator.model.programme import WrittenExercise, named
from generator.model.quoting import nearest, quoted
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, count, error


def _programs(authored: Authored) -> Iterator[tuple[Keys, int, Strength | StrengthBlock]]:
    """Yield each strength that has a program, with its keys and its weeks."""
    for keys, block in blocks_of(authored):
        if block.strength.programme:
            yield (*keys, "strength"), block.weeks, block.strength
    for index, phase in enumerate(authored.definition.strength.phases):
        if phase.programme:
            yield ("strength", "phases", index), phase.weeks, phase


def _written(authored: Authored) -> Iterator[tuple[Keys, int, WrittenExercise]]:
    for keys, weeks, strength in _programs(authored):
        for place, session in enumerate(strength.programme):
            for index, written in enumerate(session.exercises):
                yield (*keys, "programme", place, "exercises", index), weeks, written


def _exercises(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, _, written in _written(authored):
        if written.exercise not in known["exercises"]:
            message = f"{quoted(written.exercise)} is no exercise of plans/library/exercises.yaml"
            hint = nearest(written.exercise, sorted(known["exercises"])) or "Add it there, or name one that is there."
            yield error(authored, keys, message, hint)


def _sides(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, _, written in _written(authored):
        both = written.exercise in known["exercises"] and written.exercise not in known.get("one_sided", frozenset())
        if written.each_side and both:
            message = f"{written.exercise} is done on both sides together"
            yield error(authored, keys, message, "Leave 'each side' out, or name an exercise for one side.")


def _how_heavy(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Jumps and holds need no load; of all else nobody could tell how near to failure a set goes."""
    for keys, _, written in _written(authored):
        unsaid = [dose for dose in written.doses if not dose.says_how_heavy and dose.hold_s is None]
        known_weight = written.exercise in known["exercises"] and written.exercise not in known.get(
            "jumps", frozenset()
        )
        if unsaid and known_weight and written.exercise not in known.get("held", frozenset()):
            message = f"{quoted(written.text)} does not say how heavy it is"
            yield error(authored, keys, message, "Write @ RIR 3, @ 70 %, @ 8RM or to failure behind the repetitions.")


def _holds(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, _, written in _written(authored):
        counted = any(dose.hold_s is None for dose in written.doses)
        if counted and written.exercise in known.get("held", frozenset()):
            message = f"{written.exercise} is held, not counted"
            yield error(authored, keys, message, "Write seconds, such as 2 x 30 s, or 2 x 8 x 3 s for short holds.")


def _weeks(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, weeks, written in _written(authored):
        if written.weeks > weeks:
            message = f"doses are written for {count(written.weeks, 'week')}, the phase has {weeks}"
            yield error(authored, keys, message, "Bars part the weeks; delete what is too much.")


def _names(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, _, strength in _programs(authored):
        names = [session.name for session in named(strength.programme)]
        for place, name in enumerate(names):
            if name in names[:place]:
                message = f"two sessions of the program are called {quoted(name)}"
                yield error(authored, (*keys, "programme", place, "name"), message, "Give each a name of its own.")


def _beside(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """A program is all that its phase lifts."""
    for keys, _, strength in _programs(authored):
        if strength.kind == "off":
            message = "a phase whose strength is off has no program"
            yield error(authored, (*keys, "programme"), message, "Write what the weeks do for strength: kind: base.")
        if strength.sessions is not None and strength.sessions.endswith("0"):
            message = "sessions: leaves nothing of the program"
            hint = "Write how many of its sessions a week has, or delete sessions: for all of them."
            yield error(authored, (*keys, "sessions"), message, hint)
        if strength.abbreviated:
            message = "the program says all that is lifted; abbreviated: has no place beside it"
            hint = "Delete it, or write the short session out with kind: abbreviated."
            yield error(authored, (*keys, "abbreviated"), message, hint)
        if strength.every > 1:
            message = "every: slows the steps of the tables; a program has its own"
            yield error(
                authored, (*keys, "every"), message, "Delete it, and write weeks: 2 weeks of 3 x 8RM | 3 x 6RM."
            )


CHECKS: tuple[SenseCheck, ...] = (_exercises, _sides, _how_heavy, _holds, _weeks, _names, _beside)
