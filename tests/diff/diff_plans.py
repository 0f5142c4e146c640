"""Two versions of a plan for these tests, and what is told of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from generator.compare.whole_plan import PlanChanges, plan_changes
from generator.diff.comparing import by_training
from generator.model.definition_files import definition_files
from generator.model.plan import Plan
from generator.pipeline import Expanded, preview
from generator.plan_json.read import read_plan
from generator.plan_json.write import write_plan
from generator.project import Project, open_project

ROOT = Path(__file__).parents[2]
PLANS = tuple(path.stem for path in definition_files(ROOT))
Path_ = tuple[str | int, ...]


@cache
def project() -> Project:
    return open_project(ROOT)


@cache
def expanded(name: str) -> Expanded:
    """A shipped plan, expanded."""
    return preview(project(), ROOT / "plans" / f"{name}.yaml", f"plans/{name}.yaml")


def shipped(name: str) -> Plan:
    return expanded(name).plan


def told(old: Plan, new: Plan) -> PlanChanges:
    """All that is told of two versions."""
    names = {slug: exercise.name for slug, exercise in project().library.exercises.items()}
    return plan_changes(old, new, by_training(old, new), names)


def words(found: PlanChanges) -> list[str]:
    """Everything that is told, as texts."""
    return [change.text for change in (*found.whole, *(one for week in found.weeks for one in week.changes))]


@cache
def short(name: str) -> Plan:
    """A shipped plan with a few of its weeks: the first of each phase and the last. It is read faster."""
    plan = shipped(name)
    kept = {phase.first_week for phase in plan.phases} | {len(plan.weeks)}
    return replace(plan, weeks=tuple(week for week in plan.weeks if week.number in kept), findings=())


@cache
def as_json(name: str) -> str:
    """Return the short plan as JSON."""
    return write_plan(short(name))


def data(name: str) -> Any:
    """The short plan as JSON has it, to be changed."""
    return json.loads(as_json(name))


def read(changed: Any) -> Plan:
    return read_plan(json.dumps(changed), "plan.json")


def leaves(node: Any, path: Path_ = ()) -> Iterator[tuple[Path_, Any]]:
    """Every single value in JSON, with the way to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*path, index))
    else:
        yield path, node


def lists(node: Any, path: Path_ = ()) -> Iterator[tuple[Path_, list[Any]]]:
    """Every list in JSON, with the way to it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from lists(value, (*path, key))
    elif isinstance(node, list):
        yield path, node
        for index, value in enumerate(node):
            yield from lists(value, (*path, index))


def at(node: Any, path: Path_) -> Any:
    for key in path:
        node = node[key]
    return node
