"""What was changed in some weeks of a plan, such as for travel or an illness, and why."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.plan import Plan, Week
from generator.publish import addresses, words
from generator.publish.naming import week_name
from generator.publish.views.basics import Link


@frozen
class ChangeFacts:
    """What one layer changed in a week: its title, a sentence for each change, and the athlete's own reason."""

    title: str
    texts: tuple[str, ...]
    because: str


@frozen
class Layered:
    """What changed some weeks of a plan: its title, why, and the weeks."""

    title: str
    because: str
    weeks: tuple[Link, ...]


def week_changes(week: Week) -> tuple[ChangeFacts, ...]:
    """Return a week's changes, those of one layer together."""
    found: dict[tuple[str, str], list[str]] = {}
    for change in week.changes:
        found.setdefault((change.layer, change.because), []).append(change.text)
    return tuple(ChangeFacts(title, tuple(texts), because) for (title, because), texts in found.items())


def plan_changes(plan: Plan) -> tuple[Layered, ...]:
    """Return what changed a plan's weeks, in the order in which it is first met."""
    found: dict[tuple[str, str], list[Link]] = {}
    for week in plan.weeks:
        link = Link(week_name(plan, week), addresses.week_address(plan, week))
        for change in week_changes(week):
            found.setdefault((change.title, change.because), []).append(link)
    return tuple(Layered(title, words.plain_end(because), tuple(weeks)) for (title, because), weeks in found.items())
