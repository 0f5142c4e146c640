"""The audit of anybody's plan: a fault planted in its JSON is found by its rule, at its line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_runs import PLAN, told
from command_in_process import Run

Data = dict[str, Any]


def _day(plan: Data, week: int, position: int) -> Data:
    found: Data = plan["weeks"][week - 1]["days"][position]
    return found


def _change_places(plan: Data, week: int, one: int, other: int) -> None:
    first, second = _day(plan, week, one), _day(plan, week, other)
    for key in ("kind", "sessions"):
        first[key], second[key] = second[key], first[key]


def _lift(day: Data) -> Data:
    return next(session for session in day["sessions"] if session["sport"] == "strength")


def _quality_on_thursday(plan: Data) -> None:
    _change_places(plan, 8, 1, 3)


def _lift_before_run(plan: Data) -> None:
    sessions = _day(plan, 8, 1)["sessions"]
    sessions.reverse()
    for order, session in enumerate(sessions, 1):
        session["order"] = order


def _a_meter_too_many(plan: Data) -> None:
    plan["weeks"][7]["run_distance_m"] += 1


def _to_failure(plan: Data) -> None:
    _lift(_day(plan, 8, 1))["exercises"][0]["rir"] = 0


def _on_a_rest_day(plan: Data) -> None:
    rest = next(day for day in plan["weeks"][7]["days"] if day["kind"] == "rest")
    rest["sessions"] = [_lift(_day(plan, 8, 3)) | {"order": 1}]


def _nothing_for_the_unsigned(plan: Data) -> None:
    _lift(_day(plan, 8, 1))["unless_signed_off"] = None


def _only_single_leg(plan: Data) -> None:
    lift = _lift(_day(plan, 8, 1))
    lift["exercises"] = [dose for dose in lift["exercises"] if dose["per_side"]]


def _forty_kilometers(plan: Data) -> None:
    run = next(session for session in _day(plan, 8, 5)["sessions"] if session["sport"] == "run")
    plan["weeks"][7]["run_distance_m"] += 40_000 - run["distance_m"]
    run["distance_m"] = 40_000


#: A fault planted in week 8 of the plan, the rule that finds it, and the day it stands on (None: the week).
PLANTED: dict[str, tuple[Callable[[Data], None], int | None]] = {
    "two-recovery-days": (_quality_on_thursday, 5),
    "lift-after-run": (_lift_before_run, 1),
    "plan": (_a_meter_too_many, None),
    "never-to-failure": (_to_failure, 1),
    "no-lift-on-easy-days": (_on_a_rest_day, 0),
    "sign-off-before-heavy": (_nothing_for_the_unsigned, 1),
    "cornerstone-lift": (_only_single_leg, 1),
    "single-run-spike": (_forty_kilometers, 5),
    "ramp": (_forty_kilometers, None),
}


@pytest.mark.parametrize("rule", PLANTED)
def test_a_planted_fault_is_found_where_it_stands(rule: str, hardday: Run, in_project: Path, tmp_path: Path) -> None:
    plan = json.loads(hardday("expand", PLAN, "--json").out)
    plant, position = PLANTED[rule]
    plant(plan)
    file = tmp_path / "planted.json"
    file.write_text(json.dumps(plan, indent=1), "utf-8")
    done = hardday("audit", file)
    assert done.status == 1
    found = [line for line in told(done.err) if line["severity"] == "error" and line["rule"] == rule]
    assert found, done.err
    text = file.read_text("utf-8").splitlines()
    around = "\n".join(text[int(found[0]["line"]) - 1 :][:2])
    day = None if position is None else _day(plan, 8, position)["day"]
    assert f'"day": {day},' in around if position is not None else '"number": 8,' in around
    assert re.search(r"1 plan, [1-9]\d* errors?, \d+ warnings?\n", done.out)
