"""Where each week stands in its phase, which weeks are lighter, and on which day a race falls."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.asking import day_position
from generator.model.definition import Authored, Goal, Keys, PhaseText

_EVERY = {"every 2 weeks": 2, "every 3 weeks": 3, "every 4 weeks": 4}


@frozen
class WeekAt:
    """Where a week stands: its number, its block, its place in the block."""

    number: int
    first_day: int
    index: int
    week: int
    block: PhaseText
    keys: Keys
    cutbacks: tuple[bool, ...]


def cutback_weeks(block: PhaseText) -> tuple[bool, ...]:
    """Return for each week of a block whether it is a cutback."""
    given = block.running.cutback
    if isinstance(given, tuple):
        return tuple(week in given for week in range(1, block.weeks + 1))
    every = _EVERY.get(given)
    shrinking = block.running.kind in ("taper", "race", "transition")
    return tuple(bool(every) and not shrinking and week % (every or 1) == 0 for week in range(1, block.weeks + 1))


def weeks_of(authored: Authored) -> list[WeekAt]:
    """Return every week of the plan in order."""
    found: list[WeekAt] = []
    for index, block in enumerate(authored.definition.blocks):
        cutbacks = cutback_weeks(block)
        for week in range(1, block.weeks + 1):
            first_day = len(found) * authored.definition.microcycle_days
            found.append(WeekAt(len(found) + 1, first_day, index, week, block, authored.block_keys(index), cutbacks))
    return found


def race_position(authored: Authored, goal: Goal | None, at: WeekAt) -> int | None:
    """Return the position of a race in its week, or None in every other week."""
    return day_position(goal.day, authored) if goal and goal.week == at.number else None
