"""Examples changed where their notation has no word for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from rule_faults import faults_of_rule

from generator.model.plan import Day, Lift, Plan, Session
from generator.rules import by_slug, resolve
from generator.rules.example import plan_from


def with_days(plan: Plan, change: Callable[[Day], Day]) -> Plan:
    """Return the plan with each day changed."""
    return replace(plan, weeks=tuple(replace(w, days=tuple(map(change, w.days))) for w in plan.weeks))


def with_lifts(text: str, **changes: Any) -> Plan:
    """Return an example whose lifts have these values."""

    def changed(session: Session) -> Session:
        return replace(session, **changes) if isinstance(session, Lift) else session

    return with_days(plan_from(text), lambda day: replace(day, sessions=tuple(map(changed, day.sessions))))


def places(slug: str, plan: Plan) -> list[tuple[int | None, int | None]]:
    """Return week and day of each of a rule's faults."""
    return [(fault.week, fault.day) for fault in faults_of_rule(by_slug(slug), plan, resolve())]


def texts(slug: str, plan: Plan | str) -> list[str]:
    """Return a rule's faults in words."""
    read = plan_from(plan) if isinstance(plan, str) else plan
    return [fault.text for fault in faults_of_rule(by_slug(slug), read, resolve())]
