"""A plan's numbers as data: JSON with everything, CSV with a row a week. Distances in metres, times in seconds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.export.cells import csv_text
from generator.stats.measure import LIFT_KINDS, SLOTS, PlanNumbers, WeekNumbers

FORMAT = "hardday/stats@1"
ESTIMATE = "lift_s is the plan's own estimate: warm-up + sets x (repetitions at 4 s + rest) + setting up"


def stats_json(plans: Sequence[PlanNumbers]) -> str:
    """Return all numbers of all plans."""
    data = {"format": FORMAT, "lifting_minutes": ESTIMATE, "plans": [_plan(plan) for plan in plans]}
    return json.dumps(data, ensure_ascii=False, indent=1)


def stats_csv(plans: Sequence[PlanNumbers]) -> str:
    """Return a row a week of every plan, the same columns for all plans."""
    head = ("plan", "week", "phase", "running", "strength", "cutback", *_COLUMNS)
    lifts = tuple(f"lifts_{kind}" for kind in LIFT_KINDS)
    sets = tuple(f"sets_{slot.replace('-', '_')}" for slot in SLOTS)
    rows = [
        (plan.id, week.number, week.phase, week.running, week.strength, week.cutback,
         *(_row(week)[name] for name in _COLUMNS),
         *(week.lifts.get(kind, 0) for kind in LIFT_KINDS), *(week.sets.get(slot, 0) for slot in SLOTS))
        for plan in plans for week in plan.weeks
    ]  # fmt: skip
    return csv_text((*head, *lifts, *sets), rows)


_COLUMNS = (
    *("run_distance_m", "race_m", "runs", "runs_by_time", "long_run_m", "long_run_share_percent", "quality_m"),
    *("quality_share_percent", "hard_days", "run_s", "lift_s", "cross_s", "total_s", "sessions_without_length"),
)


def _row(week: WeekNumbers) -> dict[str, Any]:
    return {
        "run_distance_m": week.run_distance_m,
        "race_m": week.race_m,
        "runs": week.runs,
        "runs_by_time": week.by_time,
        "long_run_m": week.long_run_m,
        "long_run_share_percent": week.long_share if week.running else None,
        "quality_m": week.quality_m,
        "quality_share_percent": week.quality_share,
        "hard_days": week.hard_days,
        "run_s": week.run_s,
        "lift_s": week.lift_s,
        "cross_s": week.cross_s,
        "total_s": week.total_s,
        "sessions_without_length": week.untimed,
    }


def _whole(week: WeekNumbers) -> dict[str, Any]:
    found = _row(week) | {"lifts": dict(week.lifts), "sets": dict(week.sets)}
    return found if week.sets == week.sets_most else found | {"sets_most": dict(week.sets_most)}


def _plan(plan: PlanNumbers) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title,
        "units": plan.units,
        "weeks": [
            {
                "week": week.number,
                "phase": week.phase,
                "running": week.running,
                "strength": week.strength,
                "cutback": week.cutback,
            }
            | _whole(week)
            for week in plan.weeks
        ],
        "phases": [
            {"id": phase.id, "title": phase.title, "weeks": len(phase.weeks)} | _whole(phase.total)
            for phase in plan.phases
        ],
        "total": {"weeks": len(plan.weeks)} | _whole(plan.total),
    }
