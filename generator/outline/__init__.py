"""From a definition to frames: what each week asks for, before any day is chosen.

Here stand the counts (quality, long, aerobic, easy, cross, rest; lifts by kind), the cutback weeks, races and the
author's fixed days and wishes. Nothing is placed and nothing is dosed.
"""

from __future__ import annotations

from generator.model.asking import given_weeks
from generator.model.definition import Authored
from generator.model.frame import Frame, Must, Wish
from generator.model.library import NO_LIBRARY, Library
from generator.model.vocabulary import weekday_of
from generator.outline.after_race import rest_after_the_race
from generator.outline.given import given_frame
from generator.outline.kinds import kinds_of
from generator.outline.lifts import lifts_of
from generator.outline.said import fitting, said_of_days
from generator.outline.weeks import WeekAt, race_position, weeks_of

__all__ = ["outline"]


def outline(
    authored: Authored, library: Library = NO_LIBRARY, first: int = 1, last: int | None = None
) -> tuple[Frame, ...]:
    """Return a frame for each week from ``first`` to ``last`` (the plan's last if left out), in order.

    The library tells what kind of lifts written programs have.
    """
    given = given_weeks(authored)
    return tuple(
        given_frame(authored, at, given[at.number], library) if at.number in given else _frame(authored, at, library)
        for at in weeks_of(authored)[first - 1 : last]
    )


def _frame(authored: Authored, at: WeekAt, library: Library) -> Frame:
    d = authored.definition
    days = d.microcycle_days
    goal = race_position(authored, d.race, at)
    tune_up = next((p for g in d.tune_ups if (p := race_position(authored, g, at)) is not None), None)
    race = goal if goal is not None else tune_up
    said = said_of_days(authored, at, race)
    rest_after = rest_after_the_race(authored, goal)
    kinds = kinds_of(authored, at, goal, tune_up, said)
    lifts = lifts_of(authored, at, goal, library)
    counts = {ask.kind: ask.count for ask in kinds}
    asked = frozenset(ask.kind for ask in lifts)
    return Frame(
        number=at.number,
        first_day=at.first_day,
        weekdays=tuple(weekday_of(at.first_day + i, d.week_starts) for i in range(days)),
        phase=at.block.id,
        week_in_phase=at.week,
        weeks_in_phase=at.block.weeks,
        loading=at.week - sum(at.cutbacks[: at.week]),
        cutback=at.cutbacks[at.week - 1],
        running=at.block.running.kind,
        strength=at.block.strength.kind,
        kinds=kinds,
        lifts=lifts,
        musts=(*(Must(*p) for p in fitting(said["must"], counts, asked) if goal is None or p[0] < goal), *rest_after),
        wishes=tuple(Wish(*parts) for parts in fitting(said["wish"], counts, asked)),
        cross_role=at.block.running.cross_role,
        goal_race=goal,
        tune_ups=() if tune_up is None else (tune_up,),
    )
