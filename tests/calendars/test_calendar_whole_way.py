"""The calendars of many people imported and expanded as on the command line: the runs are theirs, the lifts by rule."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.load import load_definition
from generator.model.finding import Refused
from generator.model.plan import Cross, Run, Week
from generator.pipeline import draft
from generator.project import open_project
from tests.calendars.calendar_expected import Day, Session, expected
from tests.calendars.calendar_files import CASES, NAMES, calendar_file

PROJECT = open_project(CASES.parents[2])
READ = [name for name in NAMES if not expected(CASES / f"{name}.expected.yaml").listed]
LISTED = sorted(set(NAMES) - set(READ))
#: Rules over what the calendar's own runs are: told to the author, who may not be able to change them.
OF_THE_RUNS = frozenset({"ramp", "single-run-spike", "quality-cap"})


def _imported(name: str, folder: Path) -> tuple[Path, Result]:
    out = folder / f"{name}.yaml"
    said = ["--source", "Made up for a test.", "--licence", "none needed", "--author", "A test"]
    root = ["--project", str(PROJECT.root)]
    return out, CliRunner().invoke(cli, ["import", str(calendar_file(name, folder)), "--out", str(out), *said, *root])


@pytest.mark.parametrize("name", READ)
def test_an_imported_calendar_becomes_a_plan_with_its_own_runs(name: str, tmp_path: Path) -> None:
    out, result = _imported(name, tmp_path)
    assert result.exit_code == 0, result.exception
    wanted = expected(CASES / f"{name}.expected.yaml")
    try:
        plan = draft(PROJECT, load_definition(out, PROJECT.root, out.name), name).plan
    except Refused as refused:
        assert wanted.room != "yes", refused
        assert {d.rule for d in refused.diagnostics} == {"hosts"}
        return
    assert wanted.room != "no"
    assert not [f for f in plan.findings if f.severity == "error" and f.rule not in OF_THE_RUNS]
    for days, week in zip(wanted.weeks, plan.weeks, strict=True):
        _same_week(days, week)


def _same_week(days: dict[str, Day], week: Week) -> None:
    for name, out in zip(days, week.days, strict=True):
        assert out.weekday == name
        sessions = [s for s in out.sessions if isinstance(s, Run | Cross)]
        assert len(sessions) == len(days[name].sessions)
        for said, got in zip(days[name].sessions, sessions, strict=True):
            assert _same(said, got), (week.number, name, days[name].text, got)


def _same(said: Session, got: Run | Cross) -> bool:
    if said.optional != got.optional or (got.kind if isinstance(got, Run) else "cross") not in said.kinds:
        return False
    if isinstance(got, Cross):
        return not said.amounts or any(got.duration_s == (time and time[1]) for _, time in said.amounts)
    return not said.amounts or any(
        (far is None or (got.distance_m, got.least_m or got.distance_m) == (far[1], far[0]))
        and (time is None or (got.duration_s, got.least_s or got.duration_s) == (time[1], time[0]))
        for far, time in said.amounts
    )


@pytest.mark.parametrize("name", LISTED)
def test_what_is_not_understood_is_told_and_nothing_is_written(name: str, tmp_path: Path) -> None:
    out, result = _imported(name, tmp_path)
    assert result.exit_code == 1
    told = {tuple(map(int, found)) for found in re.findall(r"(?m)^[^\n]*?:(\d+):(\d+): error", result.stderr)}
    assert len(told) == len(expected(CASES / f"{name}.expected.yaml").listed)
    assert not out.exists()


def test_proposals_make_room_when_they_are_followed(tmp_path: Path) -> None:
    """T5: easy runs and one long run a week have room for one lift; the run that is named makes room for the second."""
    out, _ = _imported("easy-and-long-only", tmp_path)
    with pytest.raises(Refused) as refused:
        draft(PROJECT, load_definition(out, PROJECT.root, out.name), out.stem)
    text = "\n".join(map(str, refused.value.diagnostics))
    assert "Wednesday's easy run" in text
    assert "aerobic" in text
    changed = "\n".join(
        line.replace("wednesday: easy", "wednesday: aerobic") for line in out.read_text(encoding="utf-8").splitlines()
    )
    out.write_text(changed, encoding="utf-8")
    plan = draft(PROJECT, load_definition(out, PROJECT.root, out.name), out.stem).plan
    assert [sum(1 for _ in week.lifts) for week in plan.weeks if week.strength == "base"].count(2) >= 6
