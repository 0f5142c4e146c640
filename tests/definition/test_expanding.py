"""Definitions taken all the way: valid ones break no rule, and what only the way shows is told at the author's line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from definition.reading import CASES, ROOT, shipped

from generator.model.finding import Diagnostic, Refused
from generator.pipeline import Expanded, expand

VALID = sorted((CASES / "valid").glob("*.yaml"))
CLASHES = sorted((CASES / "clash").glob("*.yaml"))
POLICIES = sorted(path.stem for path in (ROOT / "plans" / "policies").glob("*.yaml"))
EXPECT = re.compile(r"# expect (\d+):(\d+) error(?:\[([a-z-]+)\])? (.+)")


@cache
def expanded(path: Path) -> Expanded:
    return expand(shipped(), path, path.name)


def errors(path: Path) -> list[Diagnostic]:
    try:
        expanded(path)
    except Refused as refused:
        return [told for told in refused.diagnostics if told.severity == "error"]
    return []


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_definition_breaks_no_rule(path: Path) -> None:
    assert not errors(path), "\n".join(map(str, errors(path)))


@pytest.mark.parametrize("path", CLASHES, ids=lambda path: path.stem)
def test_a_clash_is_told_where_it_can_be_mended(path: Path) -> None:
    expected = EXPECT.fullmatch(path.read_text(encoding="utf-8").splitlines()[0])
    assert expected, "the first line says what is expected: # expect 14:5 error[rule] part of the message"
    line, column, rule, words = expected.groups()
    found = errors(path)
    assert len(found) == 1, "\n".join(map(str, found)) or "nothing was found wrong"
    told = found[0]
    assert (told.place.path, told.place.line, told.place.column) == (path.name, int(line), int(column)), str(told)
    assert told.rule == rule, str(told)
    assert words in str(told), str(told)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_plan_expands_under_every_policy(policy: str, tmp_path: Path) -> None:
    """One lift a week on a steady run suits all three; the plan says under which policy it stands."""
    text = (CASES / "valid" / "rolling.yaml").read_text(encoding="utf-8")
    sessions = "sessions: 1" if policy == "low-frequency" else "sessions: 2"
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace("sessions: 2", sessions) + f"policy: {policy}\n", encoding="utf-8")
    assert not errors(path), "\n".join(map(str, errors(path)))
    assert expanded(path).plan.policy == policy


def test_low_frequency_has_one_key_lift_a_week() -> None:
    weeks = expanded(CASES / "valid" / "extends-a-policy.yaml").plan.weeks
    assert {sum(1 for _ in week.lifts) for week in weeks} == {1}


def test_separate_days_keep_the_hard_days_free_of_lifts() -> None:
    days = expanded(CASES / "valid" / "lifts-on-separate-days.yaml").plan.days
    assert {day.kind for day in days if day.lifts} == {"aerobic"}


def test_nine_days_hold_three_combined_days() -> None:
    weeks = expanded(CASES / "valid" / "nine-days.yaml").plan.weeks
    combined = [sum(bool(day.lifts) and day.kind in ("quality", "long") for day in week.days) for week in weeks]
    assert max(combined) == 3


def test_a_written_out_week_stands_as_it_is_written() -> None:
    weeks = expanded(CASES / "valid" / "written-out-week.yaml").plan.weeks
    assert {tuple(day.kind for day in week.days) for week in weeks} == {
        ("aerobic", "quality", "rest", "aerobic", "aerobic", "long", "cross")
    }


def test_after_the_race_comes_the_transition() -> None:
    plan = expanded(CASES / "valid" / "race-then-transition.yaml").plan
    assert plan.race is not None
    assert (plan.race.week, plan.race.day, plan.race.name) == (10, 69, "The city run")
    assert [week.running for week in plan.weeks[9:]] == ["taper", "transition", "transition", "transition"]
    assert not any(True for week in plan.weeks[10:] for _ in week.lifts)


def test_dates_run_from_the_start() -> None:
    plan = expanded(CASES / "valid" / "miles-and-sundays.yaml").plan
    first, *_, last = plan.days
    assert (first.date, first.weekday, last.date, last.weekday) == ("2027-01-03", "sunday", "2027-02-27", "saturday")
