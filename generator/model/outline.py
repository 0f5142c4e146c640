"""A plan without its days: what shared pages, the index and the record of addresses know of it."""

from __future__ import annotations

from dataclasses import replace

from generator.model.plan import Plan


def outlined(plan: Plan) -> Plan:
    """Return the plan with its weeks' days, reasons and changes left out; all else stays."""
    return replace(plan, weeks=tuple(replace(week, days=(), fewer=(), changes=()) for week in plan.weeks))
