"""JSON made a plan again: anyone's file, checked against the contract's types with file, line and column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import Discriminator, Tag, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.frozen import frozen
from generator.model.finding import Diagnostic, Finding, Refused
from generator.model.plan import FORMAT, Cross, Day, Lift, Plan, Run, Week
from generator.model.quoting import one_line
from generator.model.vocabulary import CrossRole
from generator.plan_json.places import Keys, Places
from generator.plan_json.plain import read_plain

#: Ten years of training; rules look back, and a plan without end would keep them looking.
MOST_WEEKS = 600
MOST_DAYS = 7 * MOST_WEEKS


def read_plan(text: str, path: str) -> Plan:
    """Return the plan a JSON text holds; Refused with every fault, each at its place.

    Keys that the model does not know are ignored, added keys that are missing take their defaults.
    """
    text = text.removeprefix("\ufeff")
    data = read_plain(text, path)
    faults: list[tuple[Keys, str]] = []
    if not isinstance(data, dict):
        faults.append(((), "a plan is a JSON object, in curly brackets"))
    elif data.get("format") != FORMAT:
        faults.append((("format",), f'the format is not known; expected "format": "{FORMAT}"'))
    elif _too_long(data):
        faults.append((("weeks",), f"a plan has at most {MOST_WEEKS} weeks and {MOST_DAYS:,} days"))
    else:
        data.setdefault("findings", [])
        _widen(data)
        try:
            return _narrowed(_adapter().validate_json(json.dumps(data), strict=True))
        except ValidationError as problem:
            faults = list(_faults(data, problem))
    places = Places(text, path).of([keys for keys, _ in faults])
    raise Refused(tuple(dict.fromkeys(Diagnostic(places[keys], "error", None, what) for keys, what in faults)))


def _too_long(data: dict[str, Any]) -> bool:
    weeks = _listed(data, "weeks")
    return len(weeks) > MOST_WEEKS or sum(len(_listed(week, "days")) for week in weeks) > MOST_DAYS


def finding_diagnostics(text: str, path: str, findings: Iterable[Finding]) -> list[Diagnostic]:
    """Return findings as diagnostics, each at the week or day of the JSON text that it is about.

    ``text`` is one that ``read_plan`` accepts.
    """
    text = text.removeprefix("\ufeff")
    weeks: dict[int, Keys] = {}
    days: dict[int, Keys] = {}
    for i, week in enumerate(json.loads(text)["weeks"]):
        weeks.setdefault(week["number"], ("weeks", i))
        for j, day in enumerate(week["days"]):
            days.setdefault(day["day"], ("weeks", i, "days", j))
    named = [(f, weeks.get(f.week or 0, ()) if f.day is None else days.get(f.day, ())) for f in findings]
    places = Places(text, path).of({keys for _, keys in named})
    return [Diagnostic(places[keys], f.severity, f.rule, f.text) for f, keys in named]


def _widen(data: dict[str, Any]) -> None:
    """Make every session that is neither run nor strength cross-training, whatever else it holds."""
    for week in _listed(data, "weeks"):
        for day in _listed(week, "days"):
            for session in _listed(day, "sessions"):
                if isinstance(session, dict) and _sport(session) == "cross":
                    cross = {"rpe": [1, 3], "duration_s": 0} | {k: v for k, v in session.items() if k in _CROSS}
                    cross["kind"] = cross.get("kind") if cross.get("kind") in get_args(CrossRole) else "recovery"
                    session.clear()
                    session.update(cross)


def _listed(owner: Any, name: str) -> list[Any]:
    found = owner.get(name) if isinstance(owner, dict) else None
    return found if isinstance(found, list) else []


def _sport(session: Any) -> str | None:
    sport = session.get("sport") if isinstance(session, dict) else None
    if sport in ("run", "strength"):
        return str(sport)
    return "cross" if isinstance(sport, str) else None


_CROSS = frozenset(field.name for field in fields(Cross))
_Session = Annotated[
    Annotated[Run, Tag("run")] | Annotated[Lift, Tag("strength")] | Annotated[Cross, Tag("cross")],
    Discriminator(_sport),
]


@frozen
class _Day(Day):
    """A day whose sessions are told apart by their sport."""

    sessions: tuple[_Session, ...]


@frozen
class _Week(Week):
    days: tuple[_Day, ...]


@frozen
class _Plan(Plan):
    weeks: tuple[_Week, ...]


@cache
def _adapter() -> TypeAdapter[_Plan]:
    return TypeAdapter(_Plan)


def _narrowed(plan: _Plan) -> Plan:
    """Return the same plan in the model's own types."""
    weeks = tuple(
        Week(**{**_values(week), "days": tuple(Day(**_values(day)) for day in week.days)}) for week in plan.weeks
    )
    return Plan(**{**_values(plan), "weeks": weeks})


def _values(value: Plan | Week | Day) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _faults(data: Any, problem: ValidationError) -> Iterator[tuple[Keys, str]]:
    """Yield one fault a place: where a value may be of several types, what the first of them says."""
    seen: set[tuple[Keys, bool]] = set()
    for error in problem.errors(include_url=False):
        fault = _fault(data, error)
        if fault is None:
            continue
        missing = error["type"] == "missing"
        if missing or (fault[0], missing) not in seen:
            seen.add((fault[0], missing))
            yield fault


def _fault(data: Any, error: ErrorDetails) -> tuple[Keys, str] | None:
    """Return where in the data an error lies and what it is, or None if it is about a type the value is not."""
    keys: list[str | int] = []
    here = data
    for part in error["loc"]:
        inside = part in here if isinstance(here, dict) else _is_index(here, part)
        if inside:
            keys.append(part)
            here = here[part]
        elif part in ("Step", "Repeat") and isinstance(here, dict) and (part == "Repeat") != ("repeat" in here):
            return None
    return tuple(keys), _in_words(error, here)


def _is_index(here: Any, part: int | str) -> bool:
    return isinstance(here, list) and isinstance(part, int) and part < len(here)


_WORDS = {
    "int_type": "expected a whole number",
    "int_from_float": "expected a whole number",
    "string_type": "expected text",
    "bool_type": "expected true or false",
    "tuple_type": "expected a list",
    "dataclass_type": "expected an object",
    "dataclass_exact_type": "expected an object",
    "union_tag_not_found": "expected a session with its sport: run, strength, or another for cross-training",
    "union_tag_invalid": "expected a session with its sport: run, strength, or another for cross-training",
    "recursion_loop": "the steps nest too deep",
}


def _in_words(error: ErrorDetails, here: Any) -> str:
    kind, name = error["type"], error["loc"][-1]
    if kind == "missing" and isinstance(name, str):
        return f"'{name}' is missing here"
    if kind == "literal_error":
        return f"{_shown(here)} is not known here; expected {error['ctx']['expected']}"
    if kind in ("missing", "too_long", "too_short", "unexpected_positional_argument"):
        return "expected a list of two numbers"
    words = _WORDS.get(kind, error["msg"][0].lower() + error["msg"][1:])
    return words if isinstance(here, (dict, list)) else f"{words}, not {_shown(here)}"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return one_line(text if len(text) <= 40 else text[:37] + "...")
