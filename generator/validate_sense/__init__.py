"""What a definition says that can't be together, or that names something unknown. Each check yields diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.definition import Authored
from generator.model.finding import Diagnostic
from generator.validate_sense import (
    blocks,
    calendars,
    days,
    layers,
    lifting,
    names,
    programmes,
    races,
    running,
    volumes,
)
from generator.validate_sense.checking import Known, SenseCheck

__all__ = ["CHECKS", "Known", "faults_of_sense"]

CHECKS: tuple[SenseCheck, ...] = (
    *blocks.CHECKS,
    *calendars.CHECKS,
    *races.CHECKS,
    *days.CHECKS,
    *running.CHECKS,
    *volumes.CHECKS,
    *lifting.CHECKS,
    *programmes.CHECKS,
    *names.CHECKS,
    *layers.CHECKS,
)


def faults_of_sense(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Yield every fault of sense, in the order of the checks."""
    for check in CHECKS:
        yield from check(authored, known)
