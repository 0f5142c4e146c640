"""Exported tables: read back by the csv module they are the plan; no cell is run by a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli_export import _TABLES
from generator.export import NAMES, TABLES, csv_text, table_of, written
from generator.export.cells import cell_text
from generator.model.plan import Plan
from generator.pipeline import preview
from generator.plan_json.write import write_plan
from generator.project import open_project

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "plans").glob("*.yaml"), *(ROOT / "tests" / "cases" / "valid").glob("*.yaml")])


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    project = open_project(ROOT)
    return [preview(project, path, path.name).plan for path in FILES]


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _rows(name: str, plans: list[Plan]) -> list[dict[str, str]]:
    text, count = written(table_of(name), plans)
    rows = _read(text)
    assert len(rows) == count
    return rows


def _text(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell


def _cell(value: Any) -> str:
    """Return what stands in the cell of a value of JSON."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_every_row_has_every_column(plans: list[Plan]) -> None:
    for table in TABLES:
        rows = list(csv.reader(io.StringIO(written(table, plans)[0], newline="")))
        assert rows[0] == list(table.columns)
        assert {len(row) for row in rows} == {len(table.columns)}
        assert all(table.columns.values())
    assert NAMES == _TABLES


def test_units_stand_in_the_names() -> None:
    for table in TABLES:
        for name, meaning in table.columns.items():
            if "metres" in meaning and "distances here" not in meaning:
                assert name.endswith("_m"), name
            if re.search(r"\bseconds\b", meaning):
                assert name.endswith("_s"), name


def test_weeks_and_days_are_the_plans(plans: list[Plan]) -> None:
    data = [json.loads(write_plan(plan)) for plan in plans]
    weeks = [(one["id"], week) for one in data for week in one["weeks"]]
    for row, (plan, week) in zip(_rows("weeks", plans), weeks, strict=True):
        assert (row["plan"], row["week"], row["phase"]) == (plan, str(week["number"]), week["phase"])
        assert row["run_distance_m"] == str(week["run_distance_m"])
        assert row["cutback"] == _cell(week["cutback"])
    days = [day for _, week in weeks for day in week["days"]]
    for row, day in zip(_rows("days", plans), days, strict=True):
        assert (row["day"], row["weekday"], row["kind"]) == (str(day["day"]), day["weekday"], day["kind"])
        assert row["sessions"] == str(len(day["sessions"]))


def test_sessions_and_exercises_are_the_plans(plans: list[Plan]) -> None:
    data = [json.loads(write_plan(plan)) for plan in plans]
    sessions = [s for one in data for week in one["weeks"] for day in week["days"] for s in day["sessions"]]
    for row, session in zip(_rows("sessions", plans), sessions, strict=True):
        assert (row["sport"], row["kind"], row["session"]) == (session["sport"], session["kind"], str(session["order"]))
        assert row["distance_m"] == _cell(session.get("distance_m"))
        assert row["duration_s"] == _cell(session.get("duration_s"))
        assert _text(row["title"]) == session["title"]
    doses = []
    for lift in (s for s in sessions if s["sport"] == "strength"):
        instead = lift["unless_signed_off"]["exercises"] if lift["unless_signed_off"] else []
        doses += [(False, dose) for dose in lift["exercises"]] + [(True, dose) for dose in instead]
    for row, (unsigned, dose) in zip(_rows("exercises", plans), doses, strict=True):
        assert row["unless_signed_off"] == _cell(unsigned)
        assert (row["exercise"], row["slot"]) == (dose["id"], dose["slot"])
        for name in ("sets", "reps", "rir", "percent_1rm", "rest_s", "per_side"):
            assert row[name] == _cell(dose[name])


def test_steps_add_up_to_their_run(plans: list[Plan]) -> None:
    runs = {
        (plan.id, str(day.day), str(run.order)): run
        for plan in plans
        for day in plan.days
        for run in day.runs
        if run.steps
    }
    far: dict[tuple[str, str, str], int] = {}
    timed = set()
    for row in _rows("steps", plans):
        key = (row["plan"], row["day"], row["session"])
        far[key] = far.get(key, 0) + int(row["distance_m"] or 0) * int(row["times"])
        timed |= {key} if row["duration_s"] else set()
        assert math.prod(map(int, row["repeats"].split(" x ") if row["repeats"] else ())) == int(row["times"])
    assert far.keys() == runs.keys()
    exact = [key for key in far if key not in timed and runs[key].family]
    assert len(exact) > 20
    assert all(far[key] == runs[key].distance_m for key in exact)


def test_lines_end_as_rfc_4180_has_them(plans: list[Plan]) -> None:
    text, _ = written(table_of("weeks"), plans[:1])
    assert text.count("\r\n") == text.count("\n") == len(plans[0].weeks) + 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "  @"])
def test_no_cell_is_a_formula(start: str, plans: list[Plan]) -> None:
    odd = replace(plans[0], title=f"{start}cmd|' /C calc'!A0")
    (row,) = _rows("plans", [odd])
    assert row["title"].startswith("'")
    assert _text(row["title"]) == odd.title


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_any_text_comes_back(text: str) -> None:
    ((cell,),) = list(csv.reader(io.StringIO(csv_text(("a",), [(text,)]), newline="")))[1:] or [("",)]
    kept = "".join(" " if re.match(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", letter) else letter for letter in text)
    assert _text(cell) == kept
    assert cell[:1] not in tuple("=+-@\t\r\n＝＋－＠")


def test_numbers_stay_numbers() -> None:
    assert [cell_text(value) for value in (-5, 1.5, True, None, "-5")] == ["-5", "1.5", "true", "", "'-5"]


def test_a_table_is_the_same_every_time(plans: list[Plan]) -> None:
    for table in TABLES:
        assert written(table, plans) == written(table, plans)
