"""Schedule: from frames to placed weeks. Decides which day carries what, and why; or says what can't be kept together.

Knows roles only (kinds of day and of lift), no dose and no distance. Exact: of all legal sequences of weeks it returns
the one that costs least by ``preferences``, ties broken by order, so the same frames always give the same weeks. Only
where weeks are longer than seven days and mostly free is it the best of as many as can be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from types import MappingProxyType

from generator.frozen import frozen
from generator.model.frame import Clash, Frame, PlacedDay, PlacedWeek
from generator.rules.policy import Policy
from generator.schedule.cell import Cell
from generator.schedule.clash import clashes_in
from generator.schedule.demand import Demand, demand_of
from generator.schedule.fewer import told_fewer
from generator.schedule.law import Law, enforced
from generator.schedule.layout import Layout, TooManyWays
from generator.schedule.possible import possible
from generator.schedule.proposals import clashes_in_calendar
from generator.schedule.reasons import placed
from generator.schedule.sequence import Sequencer
from generator.schedule.steps import Steps

__all__ = ["Kept", "Scheduled", "TooManyWays", "fits", "schedule"]

#: All weeks placed, or what keeps them from it.
Scheduled = tuple[PlacedWeek, ...] | tuple[Clash, ...]
#: Weeks that stay as they are, by number: the days as they were placed.
Kept = Mapping[int, tuple[PlacedDay, ...]]
#: Answers about days under the rules of one policy, some 20 MB of them, after which all are asked for anew.
_MOST_REMEMBERED = 100_000
_NONE_KEPT: Kept = MappingProxyType({})


def schedule(frames: tuple[Frame, ...], policy: Policy, kept: Kept = _NONE_KEPT) -> Scheduled:
    """Return each frame with its days chosen, or the clashes that leave no legal plan.

    ``kept``: weeks, by number, that stay as they were placed before; where that leaves no legal plan, nothing is
    returned. ValueError if a frame's counts of kinds don't add up to its days: that
    is not the author's doing. TooManyWays if long weeks are so free that nobody can tell whether there is a legal plan.
    """
    if not frames:
        return ()
    held = (demand_of(frame).held(kept.get(frame.number, ())) for frame in frames)
    best = _best(tuple(held), _signed(policy))
    if best is None and kept:
        return ()
    if best is None:
        return clashes_in_calendar(frames, policy) or clashes_in(frames, policy)
    weeks = placed(frames, best, policy)
    return told_fewer(weeks, policy)


def fits(frames: tuple[Frame, ...], policy: Policy) -> bool:
    """True if there is a legal week for each frame, one after the other. TooManyWays as from ``schedule``."""
    steps = _steps(_signed(policy))
    return not frames or possible([Layout(demand_of(frame), steps) for frame in frames])


@frozen
class _Signed:
    """A policy, of which only that counts by which a search goes: plans under the same rules share what was found."""

    sign: tuple[object, ...]
    policy: Policy = field(compare=False)


def _signed(policy: Policy) -> _Signed:
    rules = ((rule.slug, rule.at, rule.level, *sorted(rule.params.items())) for rule in enforced(policy))
    return _Signed((*rules, *sorted(policy.params("hard-days-hard").items())), policy)


def _steps(signed: _Signed) -> Steps:
    """Return what is known so far of days under a policy's rules; nothing, once that is too much to hold."""
    steps = _known(signed)
    if steps.law.remembered > _MOST_REMEMBERED:
        _known.cache_clear()
        steps = _known(signed)
    return steps


@lru_cache(maxsize=8)
def _known(signed: _Signed) -> Steps:
    return Steps(Law(signed.policy))


@lru_cache(maxsize=256)
def _best(demands: tuple[Demand, ...], signed: _Signed) -> tuple[tuple[Cell, ...], ...] | None:
    """Return the best sequence of weeks, or None. Weeks that ask for the same are the same in every plan."""
    steps = _steps(signed)
    best = Sequencer(demands, steps).best()
    return None if best is None else tuple(tuple(steps.law.cells[number] for number in week.cells) for week in best)
