"""A plan written as JSON: the contract's keys first and always, added ones after them where they say something."""

from __future__ import annotations

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any

from generator.model.finding import Finding
from generator.model.plan import (
    Alternative,
    Cross,
    Day,
    Lift,
    Phase,
    Plan,
    Prescription,
    Race,
    Reason,
    Repeat,
    Run,
    Step,
    Week,
)

#: The contract's keys of each object, in the contract's order. All others are added, in the order of the type.
CONTRACT: dict[type[Any], tuple[str, ...]] = {
    Plan: (
        *("format", "id", "title", "units", "week_starts", "start", "race", "signed_off", "base_done"),
        *("beyond_the_article", "phases", "weeks", "findings"),
    ),
    Race: ("distance_m", "week", "day"),
    Phase: ("id", "title", "first_week", "last_week", "running", "strength"),
    Week: ("number", "phase", "cutback", "run_distance_m", "running", "strength", "days"),
    Day: ("day", "weekday", "date", "kind", "sessions"),
    Run: ("order", "sport", "kind", "distance_m", "duration_s", "rpe", "steps", "reasons"),
    Cross: ("order", "sport", "kind", "duration_s", "rpe", "reasons"),
    Lift: ("order", "sport", "kind", "exercises", "unless_signed_off", "reasons"),
    Prescription: ("id", "slot", "sets", "reps", "rir", "percent_1rm", "rest_s", "per_side"),
    Alternative: ("kind", "exercises"),
    Step: ("kind",),
    Repeat: ("repeat", "steps"),
    Reason: ("rule", "text"),
    Finding: ("rule", "severity", "week", "day", "text"),
}


def write_plan(plan: Plan) -> str:
    """Return the plan as JSON text with a closing newline; the same plan always gives the same text."""
    return json.dumps(_plain(plan), ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    contract, added = _keys(type(value))
    found = {name: _plain(getattr(value, name)) for name in contract}
    for field in added:
        here = getattr(value, field.name)
        if here or here != field.default:
            found[field.name] = _plain(here)
    return found


@cache
def _keys(kind: type[Any]) -> tuple[tuple[str, ...], tuple[Field[Any], ...]]:
    """Return the keys that always stand, and the fields whose empty default is left out."""
    contract = CONTRACT.get(kind, ())
    added = tuple(field for field in fields(kind) if field.name not in contract)
    always = tuple(field.name for field in added if field.default is MISSING)
    return contract + always, tuple(field for field in added if field.default is not MISSING)
