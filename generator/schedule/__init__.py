"""Schedule: from frames to placed weeks. Decides which day carries what, and why; or says what can't be kept together.

Knows roles only (kinds of day and of lift), no dose and no distance. Exact: of all legal sequences of weeks it returns
the one that costs least by ``preferences``, ties broken by order, so the same frames always give the same weeks.
"""

from __future__ import annotations

from generator.model.frame import Clash, Frame, PlacedWeek
from generator.rules.policy import Policy
from generator.schedule.clash import clashes_in
from generator.schedule.demand import demand_of
from generator.schedule.fewer import told_fewer
from generator.schedule.law import Law
from generator.schedule.layout import Layout
from generator.schedule.possible import possible
from generator.schedule.proposals import clashes_in_calendar
from generator.schedule.reasons import placed
from generator.schedule.sequence import Sequencer
from generator.schedule.steps import Steps

__all__ = ["Scheduled", "fits", "schedule"]

#: All weeks placed, or what keeps them from it.
Scheduled = tuple[PlacedWeek, ...] | tuple[Clash, ...]


def schedule(frames: tuple[Frame, ...], policy: Policy) -> Scheduled:
    """Return each frame with its days chosen, or the clashes that leave no legal plan.

    ValueError if a frame's counts of kinds don't add up to its days: that is not the author's doing.
    """
    if not frames:
        return ()
    law = Law(policy)
    best = Sequencer(tuple(demand_of(frame) for frame in frames), Steps(law)).best()
    if best is None:
        return clashes_in_calendar(frames, policy) or clashes_in(frames, policy)
    weeks = placed(frames, [[law.cells[number] for number in week.cells] for week in best], policy)
    return told_fewer(weeks, policy)


def fits(frames: tuple[Frame, ...], policy: Policy) -> bool:
    """True if there is a legal week for each frame, one after the other."""
    steps = Steps(Law(policy))
    return not frames or possible([Layout(demand_of(frame), steps) for frame in frames])
