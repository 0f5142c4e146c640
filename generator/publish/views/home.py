"""The home page's cards and the list of plans."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.publish import addresses, words
from generator.publish.texts import PlanPage
from generator.publish.views.amounts import has_unmeasured
from generator.publish.views.basics import Link
from generator.publish.views.plan import training_weeks


@dataclass(frozen=True, slots=True)
class Card:
    """A runner type to pick: its plan, what it is, and its numbers in one line each."""

    plan: Link
    summary: str
    numbers: tuple[str, ...]


def cards(pages: Iterable[PlanPage]) -> tuple[Card, ...]:
    """Return the cards in the authors' order, then by title."""
    return tuple(_card(page) for page in in_order(pages))


def in_order(pages: Iterable[PlanPage]) -> list[PlanPage]:
    """Return plans in the authors' order, then by title, then by id."""
    return sorted(pages, key=lambda page: (page.texts.order, page.texts.title, page.texts.id))


def _card(page: PlanPage) -> Card:
    plan, weeks = page.plan, training_weeks(page.plan)
    active = [sum(bool(day.sessions) for day in week.days) for week in weeks]
    lifts = [sum(1 for _ in week.lifts) for week in weeks]
    peak = max(week.run_distance_m for week in weeks)
    more = ", and runs by time" if has_unmeasured(weeks) else ""
    length = words.count(len(plan.weeks), "stage" if plan.staged else "week")
    numbers = (
        f"{length}{', repeating' if plan.rolling else ''}",
        f"{words.span(min(active), max(active))} days a week",
        f"up to {words.distance(peak, plan.units)} a week{more}" if peak else "by time, not distance",
        f"{words.span(min(lifts), max(lifts))} lifts a week" if max(lifts) else "no lifts",
    )
    return Card(Link(page.texts.title, addresses.plan_address(plan)), page.texts.summary, numbers)
