"""What stats say is what the plan's JSON adds up to, of every plan and of drawn ones."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from everything import EVERYTHING
from hypothesis import HealthCheck, given, settings

from generator.model.finding import Refused
from generator.model.plan import Plan
from generator.pipeline import draft, preview
from generator.plan_json.write import write_plan
from generator.project import Project, open_project
from generator.stats import measured, plain_text, stats_csv, stats_json, terminal_text
from generator.yaml_tree import Tree
from tests.properties.definitions import definitions
from tests.stats.recount import added, recount

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "plans").glob("*.yaml"), *(ROOT / "tests" / "cases" / "valid").glob("*.yaml")])
DRAWN = 500 if EVERYTHING else 25


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(ROOT)


@pytest.fixture(scope="module")
def marathon(project: Project) -> Plan:
    return preview(project, ROOT / "plans" / "marathon-competitive.yaml", "x.yaml").plan


def _check(plan: Plan) -> None:
    """Compare all that is said of a plan with its JSON counted again."""
    counted = [recount(week) for week in json.loads(write_plan(plan))["weeks"]]
    (said,) = json.loads(stats_json([measured(plan)]))["plans"]
    for week, found in zip(counted, said["weeks"], strict=True):
        assert found | week == found
        whole = week["run_distance_m"]
        share = round(week["long_run_m"] * 100 / whole, 1) if whole and week["long_run_m"] else None
        assert found["long_run_share_percent"] == share
    assert said["total"] | added(counted) == said["total"]
    for phase in said["phases"]:
        whole = added([week for week in counted if week["phase"] == phase["id"]])
        assert phase | whole == phase
    assert sum(phase["weeks"] for phase in said["phases"]) == len(counted)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_plans_numbers_are_its_jsons(project: Project, path: Path) -> None:
    _check(preview(project, path, path.name).plan)


@settings(max_examples=DRAWN, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(definitions())
def test_a_drawn_plans_numbers_are_its_jsons(project: Project, definition: dict[str, Any]) -> None:
    try:
        plan = draft(project, Tree("drawn.yaml", definition), "drawn").plan
    except Refused:
        return
    _check(plan)


def test_a_meter_too_many_is_caught(marathon: Plan) -> None:
    week = replace(marathon.weeks[3], run_distance_m=marathon.weeks[3].run_distance_m + 1)
    with pytest.raises(AssertionError):
        _check(replace(marathon, weeks=(*marathon.weeks[:3], week, *marathon.weeks[4:])))


def test_csv_has_a_row_a_week_with_the_same_numbers(marathon: Plan) -> None:
    rows = list(csv.DictReader(io.StringIO(stats_csv([measured(marathon)]))))
    assert [row["week"] for row in rows] == [str(week.number) for week in marathon.weeks]
    assert [int(row["run_distance_m"]) for row in rows] == [week.run_distance_m for week in marathon.weeks]
    heavy = [sum(lift.kind == "heavy" for lift in week.lifts) for week in marathon.weeks]
    assert [int(row["lifts_heavy"]) for row in rows] == heavy


def test_the_table_says_week_nine(marathon: Plan) -> None:
    lines = plain_text(measured(marathon)).splitlines()
    head = next(line for line in lines if line.startswith("week  phase")).split()
    nine = next(line for line in lines if line.startswith("9 ")).split()
    assert dict(zip(head, nine, strict=False))["mi"] == "50"
    assert any(line.startswith("Minutes: runs as the plan has them. Lifts are estimated") for line in lines)
    assert all("\x1b" not in line for line in lines)


def test_a_terminal_gets_color_and_every_number(marathon: Plan) -> None:
    drawn = terminal_text(measured(marathon), 200)
    assert "\x1b[" in drawn
    for word in ("1-leg knee", "A usual week of each phase", "lighter", "929.2"):
        assert word in drawn


def test_nothing_is_cut_off_in_a_narrow_terminal(project: Project) -> None:
    for path in FILES:
        numbers = measured(preview(project, path, path.name).plan)
        assert "…" not in terminal_text(numbers, 40)
        tables = plain_text(numbers).rpartition("Long and quality:")[0]
        assert max(map(len, tables.splitlines())) <= 88


def test_ranges_of_sets_show_both_ends(project: Project) -> None:
    path = ROOT / "tests" / "cases" / "valid" / "written-program.yaml"
    numbers = measured(preview(project, path, path.name).plan)
    assert (numbers.weeks[0].sets["single-leg-knee"], numbers.weeks[0].sets_most["single-leg-knee"]) == (2, 3)
    assert "2-3" in plain_text(numbers)


def test_a_strangers_plan_can_hold_anything(marathon: Plan) -> None:
    """No weeks, no distances, phases that are not there, a title that would write to the terminal."""
    week = replace(marathon.weeks[0], run_distance_m=-5, phase="nowhere")
    odd = replace(marathon, title="\x1b[31mred\x07", weeks=(week,), phases=())
    text = plain_text(measured(odd))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "nowhere" in text
    assert plain_text(measured(replace(marathon, weeks=())))
    assert measured(odd).weeks[0].long_share is None
