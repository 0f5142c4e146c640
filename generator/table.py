"""An expanded plan as a table for a terminal: a week's days in columns, then its lifts, in words."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from generator.model.plan import Day, Plan, Prescription, Run, Week
from generator.model.units import METRES_PER

_SHORT = {"abbreviated": "short", "maintenance": "maint."}
_GAP = "  "
_WIDTH = 120


def plan_table(plan: Plan) -> str:
    """Return the plan as text: title, phases, rows for each week; distances are in the plan's units."""
    lines = [f"{plan.title} ({plan.id}), {len(plan.weeks)} {'stages' if plan.staged else 'weeks'}, {plan.units}", ""]
    widths = _widths(plan)
    for phase in plan.phases:
        lines.append(f"{phase.title}: running {phase.running}, strength {phase.strength}")
        for week in plan.weeks:
            if phase.first_week <= week.number <= phase.last_week:
                lines += _week_lines(week, plan, widths)
        lines.append("")
    return "\n".join(lines).rstrip()


def _widths(plan: Plan) -> list[int]:
    """Return the width of each of seven columns; a longer microcycle goes on in the next row."""
    cells = [(position % 7, _cell(day, plan)) for week in plan.weeks for position, day in enumerate(week.days)]
    return [max((len(cell) for place, cell in cells if place == column), default=0) for column in range(7)]


def _week_lines(week: Week, plan: Plan, widths: list[int]) -> list[str]:
    light = f"{_GAP}cutback" if week.cutback else ""
    rows = [f"{week.number:>3} {_amount(week.runs, plan):>8}{light}"]
    for start in range(0, len(week.days), 7):
        cells = (f"{_cell(day, plan):<{wide}}" for day, wide in zip(week.days[start:], widths, strict=False))
        rows.append("    " + _GAP.join(cells).rstrip())
    return rows + [line for day in week.days if day.lifts for line in _lift_lines(day)]


def _cell(day: Day, plan: Plan) -> str:
    amount = f" {_amount(day.runs, plan)}" if day.runs else ""
    lift = "".join(f"+{_SHORT.get(lift.kind, lift.kind)}" for lift in day.lifts)
    return f"{day.weekday[:2].title()} {day.kind}{amount}{lift}"


def _lift_lines(day: Day) -> list[str]:
    head = f"      {day.weekday[:3].title()} {day.lifts[0].kind}: "
    doses = ", ".join(_dose(dose) for lift in day.lifts for dose in lift.exercises)
    return wrap(doses, _WIDTH, initial_indent=head, subsequent_indent=" " * 10, break_on_hyphens=False)


def _dose(dose: Prescription) -> str:
    """Return ``back-squat 3x6@2`` (sets, repetitions, left in reserve) or ``side-plank 2x1x25s/side``."""
    amount = f"{_span(dose.sets, dose.sets_most)}x{_span(dose.reps, dose.reps_most)}"
    reserve = dose.rir if dose.rir_min is None or not dose.load else _span(dose.rir_min, dose.rir)
    amount += f"x{_span(dose.hold_s, dose.hold_most_s)}s" if dose.hold_s else f"@{reserve}"
    return f"{dose.id} {amount}{'/side' if dose.per_side else ''}"


def _span(least: int, most: int | None) -> str:
    return str(least) if most in (None, least) else f"{least}-{most}"


def _amount(runs: Iterable[Run], plan: Plan) -> str:
    """Return the distance of runs, or their time where they have no distance."""
    found = tuple(runs)
    metres = sum(run.distance_m or 0 for run in found)
    return _distance(metres, plan) if metres else f"{sum(run.duration_s or 0 for run in found) // 60} min"


def _distance(metres: int, plan: Plan) -> str:
    amount = metres / float(METRES_PER[plan.units])
    return f"{amount:.1f}".removesuffix(".0") + f" {plan.units}"
