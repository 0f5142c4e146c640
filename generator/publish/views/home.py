"""A plan's card, on the home page and in the list of plans."""

from __future__ import annotations

from generator.frozen import frozen
from generator.language import _, ngettext
from generator.model.plan import Plan
from generator.publish import addresses, words
from generator.publish.texts import PlanPage
from generator.publish.views.amounts import has_unmeasured
from generator.publish.views.basics import Link
from generator.publish.views.plan import training_weeks


@frozen
class Card:
    """A runner type to pick: its plan, what it is, and its numbers in one line each."""

    plan: Link
    summary: str
    numbers: tuple[str, ...]


def card(page: PlanPage) -> Card:
    """Return a plan's card."""
    plan, weeks = page.plan, training_weeks(page.plan)
    active = [sum(bool(day.sessions) for day in week.days) for week in weeks]
    lifts = [sum(1 for _ in week.lifts) for week in weeks]
    peak = max(week.run_distance_m for week in weeks)
    far = _("up to {amount} a week, and runs by time") if has_unmeasured(weeks) else _("up to {amount} a week")
    numbers = (
        _length(plan),
        _("{number} days a week").format(number=words.span(min(active), max(active))),
        far.format(amount=words.distance(peak, plan.units)) if peak else _("by time, not distance"),
        _("{number} lifts a week").format(number=words.span(min(lifts), max(lifts))) if max(lifts) else _("no lifts"),
    )
    return Card(Link(page.texts.title, addresses.plan_address(plan)), page.texts.summary, numbers)


def _length(plan: Plan) -> str:
    weeks = len(plan.weeks)
    if plan.staged:
        said = ngettext("{n} stage", "{n} stages", weeks)
    elif plan.rolling:
        said = ngettext("{n} week, repeating", "{n} weeks, repeating", weeks)
    else:
        said = ngettext("{n} week", "{n} weeks", weeks)
    return words.tied(said)
