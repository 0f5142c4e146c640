"""What was changed in some weeks of a plan, such as for travel or an illness, and why."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.plan import Plan, Week
from generator.publish import addresses, words
from generator.publish.naming import week_name
from generator.publish.views.basics import Link


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """What one layer changed in a week: its title, a sentence for each change, and the athlete's own reason."""

    title: str
    texts: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class ChangedWeek:
    """A changed week and the titles of what changed it."""

    week: Link
    titles: str


def week_changes(week: Week) -> tuple[ChangeFacts, ...]:
    """Return a week's changes, those of one layer together."""
    found: dict[tuple[str, str], list[str]] = {}
    for change in week.changes:
        found.setdefault((change.layer, change.because), []).append(change.text)
    return tuple(ChangeFacts(title, tuple(texts), because) for (title, because), texts in found.items())


def changed_weeks(plan: Plan) -> tuple[ChangedWeek, ...]:
    """Return the weeks that are changed, in order."""
    return tuple(
        ChangedWeek(
            Link(week_name(plan, week), addresses.week_address(plan, week)),
            words.joined(list(dict.fromkeys(change.layer for change in week.changes))),
        )
        for week in plan.weeks
        if week.changes
    )
