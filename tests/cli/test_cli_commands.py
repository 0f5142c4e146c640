"""What every command does when all is well: results on standard output, diagnostics on standard error, status 0."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from cli_runs import PLAN, told, with_plans
from command_in_process import Run


def test_check_is_content_with_a_good_project(hardday: Run, in_project: Path) -> None:
    done = hardday("check")
    assert done.status == 0
    assert done.out.startswith("1 plan, 0 errors, ")
    assert all(line["severity"] == "warning" for line in told(done.err))
    assert hardday("check", PLAN) == done


def test_expand_prints_a_table_or_json_and_nothing_else(hardday: Run, in_project: Path) -> None:
    table = hardday("expand", PLAN)
    assert table.status == 0
    assert table.out.startswith("Short of time (time-crunched), 12 weeks, km")
    told(table.err)
    as_json = hardday("expand", PLAN, "--json")
    plan = json.loads(as_json.out)
    assert as_json.out.endswith("}\n")
    assert (plan["format"], plan["id"], len(plan["weeks"])) == ("hardday/plan@1", "time-crunched", 12)


def test_what_expand_prints_passes_the_audit(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(hardday("expand", PLAN, "--json").out, "utf-8")
    done = hardday("audit", file)
    assert done.status == 0
    warnings = len(told(done.err))
    assert done.out == f"1 plan, 0 errors, {warnings} warning{'' if warnings == 1 else 's'}\n"


def test_explain_says_why_and_what_forbids_the_other_days(hardday: Run, in_project: Path) -> None:
    whole, one = hardday("explain", PLAN), hardday("explain", PLAN, "--week", "8", "--day", "tue")
    assert (whole.status, whole.err, one.status, one.err) == (0, "", 0, "")
    assert one.out.startswith("Week 8, Tuesday: quality run, then heavy lift\n")
    assert "because" in one.out
    assert re.search(r"Thursday +no, two-recovery-days: ", one.out)
    day, week, tables = one.out.split("\n\n")
    assert day in whole.out
    assert week in whole.out
    assert "[plans/time-crunched.yaml:" in week
    assert tables.startswith("Tables:\n")
    assert "Wednesday:" in hardday("explain", PLAN, "--week", "8").out


def test_schema_prints_the_json_schema_of_a_definition(hardday: Run, project: Path) -> None:
    done = hardday("schema")
    assert done.status == 0
    assert {"title", "phases", "easy_pace"} <= set(json.loads(done.out)["properties"])
    assert hardday("schema", "--project", project) == done


def test_pages_writes_markdown_and_says_how_much(hardday: Run, tmp_path: Path) -> None:
    folder = with_plans(tmp_path / "project", "time-crunched.yaml")
    done = hardday("pages", "--project", folder)
    assert done.status == 0
    pages = [page for page in (folder / "build" / "pages").rglob("*") if page.is_file()]
    # The ledger came along with the calendars of plans that are gone here.
    ledger = "published/addresses.json and published/calendars.json have changed: commit them with the plans"
    reviews = "1 plan without a review: hardday reviews lists them"
    assert re.fullmatch(
        rf"1 plan, 0 errors, \d+ warnings?; {len(pages)} files in build/pages; {reviews}; {ledger}\n", done.out
    )
    assert not (folder / "site").exists()


def test_project_can_be_named_from_elsewhere(hardday: Run, project: Path, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    assert hardday("check").status == 1
    assert hardday("check", "--project", project).status == 0
    done = hardday("expand", project / PLAN, "--project", project)
    assert done.status == 0
    assert all(line["path"] == str(project / PLAN) for line in told(done.err))
