"""How these tests write a plan with a written program, take it all the way, and say what its weeks lift."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from generator.audit import audit
from generator.model.plan import Lift, Plan, Week
from generator.pipeline import Expanded, draft
from generator.plan_json.read import read_plan
from generator.plan_json.write import write_plan
from generator.project import Project, open_project
from generator.yaml_tree import read_tree

ROOT = Path(__file__).parents[2]
_HEAD = """title: Written
summary: A written program.
audience: {audience}
units: km
author: tests
easy_pace: 5:30 /km
{top}
phases:
"""
_PHASE = """  - id: {id}
    title: {id}
    weeks: {weeks}
    running: {{kind: {running}, volume: {volume}, long: {long}, runs: 4, cross: 1, quality: [threshold]{more}}}
    strength:
      kind: {kind}
{strength}
"""


@cache
def shipped() -> Project:
    return open_project(ROOT)


def session(*exercises: str, **said: str) -> str:
    """A session of a program: its exercises, and its name or kind."""
    keys = "".join(f"{key}: {value}\n          " for key, value in said.items())
    return f"        - {keys}exercises:\n" + "\n".join(f"            - {exercise}" for exercise in exercises)


def phase(*sessions: str, kind: str = "heavy", weeks: int = 4, said: str = "", **other: str) -> str:
    """A phase with a program, or with none where there is no session."""
    program = ["      programme:", *sessions] if sessions else []
    usual = {"id": kind.replace("_", "-"), "running": "base", "volume": "40-44 km", "long": "12-14 km", "more": ""}
    strength = "\n".join([*(f"      {line}" for line in said.splitlines()), *program])
    return _PHASE.format(**(usual | other), kind=kind, weeks=weeks, strength=strength)


def written(*phases: str, top: str = "", audience: str = "competitive") -> str:
    return _HEAD.format(top=top, audience=audience) + "".join(phases)


def expanded(text: str) -> Expanded:
    """The plan, whatever the audit says of it."""
    return draft(shipped(), read_tree(text.encode(), "plans/written.yaml"), "written", sketched=False)


def plan_of(text: str) -> Plan:
    """The plan as its own JSON has it; the audit says the same of both."""
    found = expanded(text).plan
    read = read_plan(write_plan(found), "written.json")
    assert read == found
    assert audit(read) == found.findings
    return read


def lifts(week: Week) -> list[Lift]:
    return list(week.lifts)


def names(plan: Plan) -> list[str]:
    """The sessions of each week by name, joined."""
    return ["".join(lift.written for lift in week.lifts) for week in plan.weeks]


def broken(plan: Plan, severity: str = "error") -> set[str]:
    return {finding.rule for finding in plan.findings if finding.severity == severity}


def _span(dose: dict[str, Any], least: str, most: str) -> str:
    return f"{dose[least]}-{dose[most]}" if most in dose else str(dose[least])


def shown(dose: dict[str, Any]) -> str:
    """A dose of the JSON in one line: ``half-squat 4x4 RIR 0 rest 180 s``."""
    text = f"{dose['id']} {_span(dose, 'sets', 'sets_most')}x{_span(dose, 'reps', 'reps_most')}"
    text += f"x{_span(dose, 'hold_s', 'hold_most_s')}s" if dose.get("hold_s") else ""
    text += f" RIR {dose['rir_min']}-{dose['rir']}" if "rir_min" in dose else f" RIR {dose['rir']}"
    text += "" if dose["percent_1rm"] is None else f" {_span(dose, 'percent_1rm', 'percent_most')}%"
    text += f" rest {_span(dose, 'rest_s', 'rest_most_s')} s" if dose["rest_s"] else ""
    return text + (" per side" if dose["per_side"] else "")


def week_shown(plan: Plan, number: int) -> list[str]:
    """Every lift of a week, as the plan's JSON has it."""
    week = json.loads(write_plan(plan))["weeks"][number - 1]
    done = [session for day in week["days"] for session in day["sessions"] if session["sport"] == "strength"]
    return [f"{one['written']} ({one['kind']}): {'; '.join(map(shown, one['exercises']))}" for one in done]
