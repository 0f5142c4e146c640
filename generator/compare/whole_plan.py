"""Everything that differs between two versions of a plan, for whoever reviews it: nothing is untold.

Weeks that are only counted otherwise are told of once. Findings are not compared here; they are the audit's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.compare.change import Change, WeekChanges
from generator.compare.lifting import Names
from generator.compare.numbering import Numbering, numbering, numbering_changes
from generator.compare.plan_facts import plan_facts
from generator.compare.telling import week_telling
from generator.model.plan import Plan


@dataclass(frozen=True, slots=True)
class PlanChanges:
    """What is otherwise: in the plan as a whole, and week by week by their numbers now."""

    numbering: Numbering
    whole: tuple[Change, ...]
    weeks: tuple[WeekChanges, ...]

    @property
    def any(self) -> bool:
        """True if anything differs."""
        return bool(self.whole or self.weeks)


def plan_changes(old: Plan, new: Plan, by_training: Mapping[int, int], names: Names) -> PlanChanges:
    """Return it. ``by_training``: which new week an old one is; ``names``: what exercises are called."""
    found = numbering(old, new, by_training)
    before = {week.number: week for week in old.weeks}
    whole = (*numbering_changes(old, new, found), *plan_facts(old, new, found))
    told = (
        WeekChanges(week.number, was, week_telling(before[was], week, new.units, names, old.start == new.start))
        for week in new.weeks
        if (was := found.was.get(week.number)) is not None
    )
    return PlanChanges(found, whole, tuple(week for week in told if week.changes))
