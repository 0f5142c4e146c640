"""``hardday check``: quick for one plan, the page of each rule, and what may be meant."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runs import with_plans
from command_in_process import Run
from site_project import ROOT

from generator.rules import by_slug

PLANS = sorted((ROOT / "plans").glob("*.yaml"))
#: CPU seconds for one plan on an idle machine are about 0.6; other work on it slows the processor itself.
MOST_S = 1.6


def _cpu_seconds(*command: str | Path) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "generator", *map(str, command)], cwd=ROOT, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_one_plan_is_checked_in_a_moment() -> None:
    """Elapsed time depends on the machine's other work; the processor's own does so less, the best of three least."""
    assert min(_cpu_seconds("check", "plans/marathon-competitive.yaml") for _ in range(3)) < MOST_S


def test_checking_loads_nothing_that_only_publishing_needs() -> None:
    code = (
        "import sys, generator.checking, generator.report, generator.cli\n"
        "print(sorted({'mkdocs', 'jinja2', 'icalendar', 'openpyxl', 'rich', 'watchdog'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.alone
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_every_plan_takes_less_than_a_second(plan: Path) -> None:
    assert min(_cpu_seconds("check", plan) for _ in range(3)) < 1.0


def test_each_rule_that_is_told_of_has_its_page_below_the_counts(hardday: Run) -> None:
    done = hardday("check", ROOT / "plans" / "marathon-competitive.yaml", "--project", ROOT)
    counts, *pages = done.out.splitlines()
    assert counts.startswith("1 plan, 0 errors, ")
    rules = {line.split("[")[1].split("]")[0] for line in done.err.splitlines() if "[" in line}
    assert [line.split(": ")[0] for line in pages] == sorted(rules)
    for rule, line in zip(sorted(rules), pages, strict=True):
        assert line == f"{rule}: {by_slug(rule).statement} https://training.example.org/rules/{rule}/"


def test_every_rule_of_a_clash_has_its_page(hardday: Run, tmp_path: Path) -> None:
    text = (ROOT / "plans" / "marathon-competitive.yaml").read_text("utf-8")
    plan = tmp_path / "clash.yaml"
    plan.write_text(text.replace("wednesday: quality", "friday: quality").replace("sunday: long", "saturday: long"))
    done = hardday("check", plan, "--project", ROOT)
    assert "'friday: quality' (line 27); 'saturday: long' (line 28)" in done.err
    assert [line.split(": ")[0] for line in done.out.splitlines()[1:]] == ["hard-days-hard", "two-recovery-days"]


def test_a_damaged_record_of_calendars_is_told_before_a_build(hardday: Run, tmp_path: Path) -> None:
    folder = with_plans(tmp_path / "project", "time-crunched.yaml")
    (folder / "published" / "calendars.json").write_text("{", "utf-8")
    done = hardday("check", "--project", folder)
    assert done.status == 1
    assert "published/calendars.json:1:1: error the record of published calendars can't be read" in done.err


@pytest.mark.parametrize("name", ["plans/marathon-frst.yaml", "marathon-first", "marathon-first.yaml"])
def test_a_plan_s_name_that_comes_near_is_offered(name: str, hardday: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = hardday("check", name)
    assert done.status == 1
    assert done.err.endswith("Did you mean 'plans/marathon-first.yaml'?\n")


def test_a_command_that_comes_near_is_offered(hardday: Run) -> None:
    done = hardday("chek")
    assert done.status == 2
    assert "Did you mean 'check'?" in done.err
