"""Written programs on the command line: read whatever rules they break, published only where the plan says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runs import ROOT, told, with_plans
from command_in_process import Run

from generator.plan_json.read import read_plan

STOREN = ROOT / "tests" / "programmes" / "papers" / "storen-2008.yaml"
BROKEN = {"base-before-heavy", "never-to-failure"}
RELAXED = """rules:
  base-before-heavy: {least: 0, because: The runners of the study were trained.}
  never-to-failure: {reps: 4, rir: 0, because: The study lifted four with a weight for four.}
"""


def rules(text: str, severity: str = "error") -> set[str]:
    return {line["rule"] for line in told(text) if line["severity"] == severity}


def test_expand_prints_the_plan_and_tells_the_rules(hardday: Run, project: Path) -> None:
    done = hardday("expand", STOREN, "--project", project)
    assert done.status == 1
    assert "half-squat 4x4@0" in done.out
    assert rules(done.err) == BROKEN
    lines = STOREN.read_text(encoding="utf-8").splitlines()
    for line in told(done.err):
        if line["rule"] == "never-to-failure":
            assert lines[int(line["line"]) - 1].strip() == "- half-squat 4 x 4RM, rest 3 min"
            assert "weeks 2-8" in line["message"]
        if line["rule"] == "base-before-heavy":
            assert lines[int(line["line"]) - 1].strip() == "kind: heavy"


def test_its_json_holds_the_findings_and_the_audit_says_the_same(hardday: Run, project: Path, tmp_path: Path) -> None:
    done = hardday("expand", "--json", STOREN, "--project", project)
    assert done.status == 1
    found = json.loads(done.out)["findings"]
    assert {finding["rule"] for finding in found if finding["severity"] == "error"} == BROKEN
    file = tmp_path / "plan.json"
    file.write_text(done.out, encoding="utf-8")
    audited = hardday("audit", file)
    assert audited.status == 1
    assert rules(audited.err) == BROKEN
    assert len(told(audited.err)) == len(found) == len(read_plan(done.out, "plan.json").findings)


@pytest.mark.parametrize("command", ["check", "pages"])
def test_it_is_not_published(command: str, hardday: Run, tmp_path: Path) -> None:
    folder = with_plans(tmp_path / "project")
    (folder / "plans" / STOREN.name).write_bytes(STOREN.read_bytes())
    done = hardday(command, "--project", folder)
    assert done.status == 1
    assert rules("\n".join(line for line in done.err.splitlines() if ": " in line)) == BROKEN
    assert {path.name for path in (folder / "build").rglob("*")} <= {"lock"}


def test_relaxed_with_its_reasons_it_is_published_and_shows_them(hardday: Run, tmp_path: Path) -> None:
    folder = with_plans(tmp_path / "project")
    text = STOREN.read_text(encoding="utf-8").replace("phases:", f"{RELAXED}phases:")
    (folder / "plans" / STOREN.name).write_text(text, encoding="utf-8")
    assert hardday("check", "--project", folder).status == 0
    assert hardday("expand", folder / "plans" / STOREN.name, "--project", folder).status == 0
    assert hardday("pages", "--project", folder).status == 0
    pages = folder / "build" / "pages" / "plans" / "storen-2008"
    page = (pages / "index.md").read_text(encoding="utf-8")
    assert "The runners of the study were trained." in page
    assert "The study lifted four with a weight for four." in page
    week = (pages / "week-01" / "index.md").read_text(encoding="utf-8")
    assert "4RM" in week
    assert "Half squat" in week


def test_a_plan_of_the_tables_is_printed_too(hardday: Run, project: Path) -> None:
    path = ROOT / "tests" / "cases" / "invalid" / "heavy-at-once.yaml"
    done = hardday("expand", path, "--project", project)
    assert done.status == 1
    assert "A small plan" in done.out
    assert rules(done.err) == {"base-before-heavy"}
    checked = hardday("check", path, "--project", project)
    assert checked.status == 1
    assert rules(checked.err) == {"base-before-heavy"}


def test_more_sessions_than_the_rules_allow_are_printed_as_far_as_they_go(
    hardday: Run, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "crowded.yaml"
    path.write_text(STOREN.read_text(encoding="utf-8").replace("kind: base, volume", "kind: build, volume"), "utf-8")
    done = hardday("expand", path, "--project", project)
    assert done.status == 1
    assert "half-squat 4x4" in done.out
    assert "weeks 1-8: two heavy lifts instead of three" in done.err
