"""Schedule: from frames to placed weeks. Decides which day carries what, and why; or says what can't be kept together.

Knows roles only (kinds of day and of lift), no dose and no distance. Exact: of all legal sequences of weeks it returns
the one that costs least by ``preferences``, ties broken by order, so the same frames always give the same weeks.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.frame import Clash, Frame, PlacedDay, PlacedWeek
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

__all__ = ["Kept", "Scheduled", "fits", "schedule"]

#: All weeks placed, or what keeps them from it.
Scheduled = tuple[PlacedWeek, ...] | tuple[Clash, ...]
#: Weeks that stay as they are, by number: the days as they were placed.
Kept = Mapping[int, tuple[PlacedDay, ...]]
_NONE_KEPT: Kept = MappingProxyType({})


def schedule(frames: tuple[Frame, ...], policy: Policy, kept: Kept = _NONE_KEPT) -> Scheduled:
    """Return each frame with its days chosen, or the clashes that leave no legal plan.

    ``kept``: weeks, by number, that stay as they were placed before; where that leaves no legal plan, nothing is
    returned. ValueError if a frame's counts of kinds don't add up to its days: that
    is not the author's doing.
    """
    if not frames:
        return ()
    law = Law(policy)
    demands = (demand_of(frame) for frame in frames)
    held = (demand.held(kept.get(frame.number, ())) for frame, demand in zip(frames, demands, strict=True))
    best = Sequencer(tuple(held), Steps(law)).best()
    if best is None and kept:
        return ()
    if best is None:
        return clashes_in_calendar(frames, policy) or clashes_in(frames, policy)
    weeks = placed(frames, [[law.cells[number] for number in week.cells] for week in best], policy)
    return told_fewer(weeks, policy)


def fits(frames: tuple[Frame, ...], policy: Policy) -> bool:
    """True if there is a legal week for each frame, one after the other."""
    steps = Steps(Law(policy))
    return not frames or possible([Layout(demand_of(frame), steps) for frame in frames])
