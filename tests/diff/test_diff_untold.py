"""Nothing is untold: whatever changes in a plan's sessions, days, weeks or phases shows up in what is told of it."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from diff_plans import PLANS, Path_, as_json, at, data, leaves, lists, read, short, told, words

from generator.model.finding import Refused
from generator.model.plan import Plan

#: Texts that some field of a plan may have: a mutation needs another one that can be read.
_TEXTS = (
    *("quality", "long", "race", "aerobic", "easy", "cross", "rest", "heavy", "base", "maintenance", "abbreviated"),
    *("primer", "monday", "thursday", "recovery", "work", "steady", "trunk", "calf", "hills", "strides", "taper"),
    *("back-squat", "off", "mi", "km", "saturday", "masters", "2027-03-03"),
)
#: What no page names: told all the same, as details.
_DETAILS = "details that no page names"


def _otherwise(value: Any, drawn: random.Random) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + drawn.choice((1, -1, 7, 100))
    if isinstance(value, str):
        return drawn.choice([text for text in _TEXTS if text != value])
    return drawn.choice((3, "2027-03-03", True, [3, 4]))


def _mutated(name: str, path: Path_, value: Any, drawn: random.Random) -> Plan | None:
    """Return the plan with another value there; None if none was found that a plan may have."""
    changed = data(name)
    holder = at(changed, path[:-1])
    for _ in range(12):
        holder[path[-1]] = _otherwise(value, drawn)
        try:
            plan = read(changed)
        except Refused:
            continue
        if plan != short(name):
            return plan
    return None


def _kind(path: Path_) -> tuple[str, ...]:
    return tuple(key for key in path if isinstance(key, str))


def _drawn_leaves(name: str, each: int, drawn: random.Random) -> Iterator[tuple[Path_, Any]]:
    """Draw so many values of each kind, so that rare ones have their turn."""
    by_kind: dict[tuple[str, ...], list[tuple[Path_, Any]]] = {}
    for path, value in leaves(json.loads(as_json(name))):
        if path[0] not in ("findings", "id", "format"):
            by_kind.setdefault(_kind(path), []).append((path, value))
    for found in by_kind.values():
        yield from drawn.sample(found, min(each, len(found)))


def _untold(name: str, each: int, seed: int) -> Iterator[str]:
    drawn = random.Random(f"{name} {seed}")
    for path, value in _drawn_leaves(name, each, drawn):
        plan = _mutated(name, path, value, drawn)
        if plan is None:
            continue
        said = words(told(short(name), plan))
        if not said or (_DETAILS in said and path[-1] != "sport"):
            yield f"{path}: {value} → {at(json.loads(json.dumps(dataclasses.asdict(plan))), path)}: {said}"


#: A calendar of somebody else's, and one made by the tables. `make test-all` takes all the others as well.
DIVERSE = ("club-half", "time-crunched")
EVERY = [name if name in DIVERSE else pytest.param(name, marks=pytest.mark.long) for name in PLANS]


@pytest.mark.parametrize("name", EVERY)
def test_every_single_value(name: str) -> None:
    assert list(_untold(name, 2, 1)) == []


@pytest.mark.long
@pytest.mark.parametrize("name", PLANS)
def test_many_more_single_values(name: str) -> None:
    assert list(_untold(name, 8, 2)) == []


@pytest.mark.parametrize("name", EVERY)
def test_whatever_is_taken_out_doubled_or_put_in_another_order(name: str) -> None:
    drawn = random.Random(f"{name} lists")
    every = [
        (path, found) for path, found in lists(json.loads(as_json(name))) if found and path != () and path[0] == "weeks"
    ]
    missed = []
    for path, found in drawn.sample(every, min(60, len(every))):
        changed = data(name)
        there = at(changed, path)
        way = drawn.choice(("out", "double", "order"))
        if way == "order" and len(found) > 1:
            there.reverse()
        elif way == "double":
            there.append(there[0])
        else:
            there.pop(drawn.randrange(len(there)))
        try:
            plan = read(changed)
        except Refused:
            continue
        if plan != short(name) and not words(told(short(name), plan)):
            missed.append((way, path))
    assert missed == []


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_does_not_differ_from_itself(name: str) -> None:
    assert not told(short(name), read(data(name))).any


def test_a_field_that_is_passed_over_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.compare.lifting.dose_turned", lambda old, new: None)
    assert next(_untold("time-crunched", 1, 1), "")
