"""A plan written as JSON: the contract's keys first and always, added ones after them where they say something."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
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


#: What has a line of its own in the text, so that two editions of a plan compare line by line.
_LINED = frozenset({"phases", "weeks", "days", "findings"})


def write_plan(plan: Plan) -> str:
    """Return the plan as JSON text with a closing newline; the same plan always gives the same text.

    A line holds one of the plan's own keys, a phase, a day or a finding; a week's line ends where its days begin.
    """
    return _lined(plan, ",\n") + "\n"


def _lined(value: Any, between: str = ",") -> str:
    """Return an object's text in which the lists named above have a line for each of their objects."""
    return "{" + between.join(f'"{key}":{_rows(key, here)}' for key, here in _object(value).items()) + "}"


def _rows(key: str, value: Any) -> str:
    if key not in _LINED or not value:
        return _text(value)
    write = _lined if key == "weeks" else _text
    return "[\n" + ",\n".join(map(write, value)) + "]"


def _object(value: Any) -> dict[str, Any]:
    """Return an object's keys with their values, as they stand in the text."""
    contract, added = _keys(value.__class__)
    found = {name: getattr(value, name) for name in contract}
    for name, default in added:
        here = getattr(value, name)
        if here or here != default:
            found[name] = here
    return found


#: Without spaces between what is for programs: they are a third of a file that every phone and every build carries.
_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_object).encode


@cache
def _keys(kind: type[Any]) -> tuple[tuple[str, ...], tuple[tuple[str, Any], ...]]:
    """Return the keys that always stand, and those whose empty default is left out, with that default."""
    contract = CONTRACT.get(kind, ())
    added = tuple(field for field in fields(kind) if field.name not in contract)
    always = tuple(field.name for field in added if field.default is MISSING)
    return contract + always, tuple((field.name, field.default) for field in added if field.default is not MISSING)
