"""The lifting: numbers that fit their kind, and what a runner at entry or of an audience may not be given."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.asking import sessions_range
from generator.model.definition import Authored
from generator.model.finding import Diagnostic
from generator.model.vocabulary import LOADED_PHASES
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, error

#: Kinds that a runner coming back from an injury may lift before a clinician clears more.
_RETURNING = ("base", "base_hold", "off")


def _sessions(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, block in blocks_of(authored):
        least, most = sessions_range(block)
        kind, at = block.strength.kind, (*keys, "strength", "sessions")
        if block.strength.programme and least <= most:
            continue
        if least > most:
            yield error(authored, at, f"{least}-{most} runs backwards", f"Write {most}-{least}.")
        elif kind == "off" and most:
            yield error(authored, at, "a phase whose strength is off has no key lifts", "Delete sessions:.")
        elif kind != "off" and not most:
            message = f"a phase of {kind} strength has no key lifts here"
            yield error(authored, at, message, "Write kind: off, or a number of sessions.")
        if kind == "off" and block.strength.abbreviated > 1:
            message = "a phase whose strength is off has one short session a week at most"
            yield error(authored, (*keys, "strength", "abbreviated"), message)
        if least + block.strength.abbreviated > authored.definition.microcycle_days:
            message = "more strength sessions than days"
            yield error(authored, at, message)
        if block.strength.every > 1 and kind != "heavy":
            message = f"every: slows the steps of the heavy table; this phase is {kind}"
            yield error(authored, (*keys, "strength", "every"), message, "Delete it.")


def _entry(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    entry = authored.definition.entry
    if entry.signed_off and not entry.base_done:
        message = "lifts signed off before a base is done can't be: the sign-off comes at its end"
        yield error(authored, ("entry", "signed_off"), message, "Set base_done: yes, or signed_off: no.")


def _audience(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    if d.advanced_heavy:
        if d.audience in ("first-timer", "returning"):
            message = f"sets of 3-5 are not for {d.audience} runners"
            yield error(authored, ("advanced_heavy",), message, "Delete it, or check audience:.")
        elif not any(block.strength.kind in LOADED_PHASES for block in d.blocks):
            message = "sets of 3-5 are asked for, but no phase lifts heavy"
            yield error(authored, ("advanced_heavy",), message, "Delete it.")
    if d.audience != "returning":
        return
    for keys, block in blocks_of(authored):
        if block.strength.kind not in _RETURNING:
            message = f"{block.strength.kind} lifting is not for runners coming back from an injury"
            hint = "Write base, base_hold or off; what follows after the clearance is a plan of its own."
            yield error(authored, (*keys, "strength", "kind"), message, hint)
        if block.running.quality:
            message = "quality runs are not for runners coming back from an injury"
            yield error(authored, (*keys, "running", "quality"), message, "Delete it until a clinician clears more.")


CHECKS: tuple[SenseCheck, ...] = (_sessions, _entry, _audience)
