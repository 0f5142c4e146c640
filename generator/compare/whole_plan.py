"""Everything that differs between two versions of a plan, for whoever reviews it: nothing is untold.

Weeks that are only counted otherwise are told of once. Findings are not compared here; they are the audit's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.compare.change import Change, WeekChanges, turned
from generator.compare.lifting import Names
from generator.compare.numbering import Numbering, numbering, numbering_changes
from generator.compare.plan_facts import plan_facts
from generator.compare.telling import new_week, week_telling
from generator.frozen import frozen
from generator.model.plan import Plan, Week


@frozen
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
    dates, turned_round = old.start == new.start, old.week_starts != new.week_starts
    told = []
    for week in new.weeks:
        was = before.get(found.was.get(week.number, 0))
        if was is None:
            told.append(WeekChanges(week.number, 0, (new_week(week, new.units),)))
        else:
            within = week_telling(was, week, new.units, names, dates, turned_round)
            told.append(WeekChanges(week.number, was.number, (*_astray(old, was, new, week), *within)))
    return PlanChanges(found, whole, tuple(week for week in told if week.changes))


def _astray(old: Plan, before: Week, new: Plan, after: Week) -> Iterator[Change]:
    """Tell of a week that names another phase than the one whose weeks it stands among; only a stranger's plan does."""
    if before.phase != after.phase and not (_at_home(old, before) and _at_home(new, after)):
        yield turned("week", "belongs to", before.phase, after.phase)


def _at_home(plan: Plan, week: Week) -> bool:
    return any(phase.id == week.phase and phase.first_week <= week.number <= phase.last_week for phase in plan.phases)
