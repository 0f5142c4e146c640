"""Which training a week is, whatever its number: its phase and its place in it, such as ``build 3``.

A week's number changes when a week is added or taken away before it; its training does not. The ledger of addresses
and the comparison of two versions of a plan know weeks by it.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.plan import Plan, Week


def training_of(plan: Plan, week: Week) -> str:
    """Return the week's training: its phase's id and its place in the phase, counted from 1: ``build 3``."""
    return f"{week.phase} {week.number - plan.phase(week.phase).first_week + 1}"


def same_training(plan: Plan, training: str) -> Week | None:
    """Return the week of the plan that is that training, or stands nearest to it in its phase; None if that is gone.

    A phase that has become shorter ends with its last week: what was ``base 8`` is the last week of a base of seven.
    """
    phase, _, place = training.rpartition(" ")
    weeks = [week for week in plan.weeks if week.phase == phase]
    return weeks[min(int(place), len(weeks)) - 1] if weeks and place.isdecimal() and int(place) else None


def trainings(plan: Plan) -> Mapping[str, Week]:
    """Return the plan's weeks by their training."""
    return {training_of(plan, week): week for week in plan.weeks}
