"""What each week runs in all: volume, long run and second long run, whole in the plan's unit."""

from __future__ import annotations

from collections.abc import Callable

from generator.frozen import frozen
from generator.model.definition import Authored, PhaseText, Progression
from generator.model.frame import Frame
from generator.model.units import METRES_PER, DistanceRange
from generator.model.vocabulary import Unit
from generator.progressions import long_run, volume


@frozen
class Target:
    """One week's running in whole km or miles; None where the author gives none."""

    volume: int | None
    long: int | None
    second_long: int | None


def block_of(authored: Authored, frame: Frame) -> tuple[int, PhaseText]:
    """Return the index and the text of the block a week belongs to."""
    blocks = authored.definition.blocks
    return next((i, block) for i, block in enumerate(blocks) if block.id == frame.phase)


def targets(authored: Authored, frames: tuple[Frame, ...]) -> tuple[Target, ...]:
    """Return each week's target, in the order of the frames."""
    found: list[Target] = []
    for block in authored.definition.blocks:
        weeks = tuple(frame for frame in frames if frame.phase == block.id)
        found += _of_block(block, weeks, authored.definition.units, found[-1] if found else None)
    return tuple(found)


def _of_block(block: PhaseText, weeks: tuple[Frame, ...], unit: Unit, before: Target | None) -> list[Target]:
    run = block.running
    cutbacks = tuple(frame.cutback for frame in weeks)
    by = run.cutback_by.value
    volumes = _units(run.volume, cutbacks, unit, by, before.volume if before else None, volume.prescribe)
    longs = _units(run.long, cutbacks, unit, by, before.long if before else None, long_run.prescribe)
    seconds = _units(run.second_long, cutbacks, unit, by, before.second_long if before else None, long_run.prescribe)
    return [Target(*week) for week in zip(volumes, longs, seconds, strict=True)]


def _units(
    given: Progression | None,
    cutbacks: tuple[bool, ...],
    unit: Unit,
    by: float,
    before: int | None,
    prescribe: Callable[[float, float, tuple[bool, ...], float, int | None], tuple[int, ...]],
) -> tuple[int | None, ...]:
    if given is None:
        return (None,) * len(cutbacks)
    per = float(METRES_PER[unit])
    if isinstance(given, DistanceRange):
        return prescribe(given.start.metres / per, given.end.metres / per, cutbacks, by, before)
    return tuple(volume.whole(distance.metres / per) for distance in given[: len(cutbacks)])
