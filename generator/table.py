"""An expanded plan as a table for a terminal: a week a line, a day a column, in words."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.plan import Day, Plan, Run, Week
from generator.model.units import METRES_PER

_SHORT = {"abbreviated": "short", "maintenance": "maint."}
_WIDTH = 17


def plan_table(plan: Plan) -> str:
    """Return the plan as text: title, phases, and a row for each week (distances in the plan's units)."""
    lines = [f"{plan.title} ({plan.id}), {len(plan.weeks)} {'stages' if plan.staged else 'weeks'}, {plan.units}", ""]
    for phase in plan.phases:
        lines.append(f"{phase.title}: running {phase.running}, strength {phase.strength}")
        weeks = [week for week in plan.weeks if phase.first_week <= week.number <= phase.last_week]
        for week in weeks:
            lines += _week_lines(week, plan)
        lines.append("")
    lines += [f"{f.severity}[{f.rule}] {f.text}" for f in plan.findings]
    return "\n".join(lines).rstrip()


def _week_lines(week: Week, plan: Plan) -> list[str]:
    head = f"{week.number:>3} {_amount(week.runs, plan):>8} {'cutback' if week.cutback else ''}".rstrip()
    rows = [head]
    for start in range(0, len(week.days), 7):
        cells = [_cell(day, plan) for day in week.days[start : start + 7]]
        rows.append("    " + "".join(f"{cell:<{_WIDTH}}" for cell in cells).rstrip())
    lifts = [_lift_line(day) for day in week.days if day.lifts]
    return [*rows, *lifts]


def _cell(day: Day, plan: Plan) -> str:
    amount = f" {_amount(day.runs, plan)}" if day.runs else ""
    lift = "".join(f"+{_SHORT.get(lift.kind, lift.kind)}" for lift in day.lifts)
    return f"{day.weekday[:2].title()} {day.kind}{amount}{lift}"


def _lift_line(day: Day) -> str:
    lift = day.lifts[0]
    sets = ", ".join(f"{e.id} {e.sets}x{e.reps}@{e.rir}" for e in lift.exercises)
    return f"      {day.weekday[:3].title()} {lift.kind}: {sets}"


def _amount(runs: Iterable[Run], plan: Plan) -> str:
    """Return the distance of runs, or their time where they have no distance."""
    found = tuple(runs)
    metres = sum(run.distance_m or 0 for run in found)
    return _distance(metres, plan) if metres else f"{sum(run.duration_s or 0 for run in found) // 60} min"


def _distance(metres: int, plan: Plan) -> str:
    amount = metres / float(METRES_PER[plan.units])
    return f"{amount:.1f}".removesuffix(".0") + f" {plan.units}"
