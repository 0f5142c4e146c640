"""What a plan's numbers were worked out from: kept beside it, so that whoever asks is told and nothing is guessed."""

from __future__ import annotations

from collections.abc import Mapping

from generator.frozen import frozen
from generator.model.definition import Authored
from generator.model.frame import PlacedWeek
from generator.model.plan import Plan
from generator.model.programme import WrittenSession
from generator.progress.lifting import LiftAt
from generator.progress.running import RunWorking


@frozen
class LiftWorking:
    """A lift's surroundings, and the written session that it is, if a program has it."""

    at: LiftAt
    written: WrittenSession | None


@frozen
class WeekWorking:
    """A week's running (None where each run is written or told already) and its lifts by position.

    ``authored`` and ``placed`` are the definition and the days that its running came of: of a plan with layers those
    before the layers were laid over it.
    """

    authored: Authored
    placed: PlacedWeek
    run: RunWorking | None
    lifts: Mapping[int, LiftWorking]


@frozen
class Worked:
    """A plan and what each of its weeks was worked out from."""

    plan: Plan
    weeks: tuple[WeekWorking, ...]
