"""What is told of whole projects: plans that come, go, are refused or renamed; what they share; addresses."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from diff_projects import Diff, committed, edit, git, small_project, told_of
from site_project import run_tool

PLAN = "time-crunched"
DATED = "marathon-competitive"
BASE_OF_SEVEN = (
    ("weeks: 8\n", "weeks: 7\n"),
    ("[40 mi, 42 mi, 44 mi, 36 mi, 46 mi, 48 mi, 50 mi, 40 mi]", "[40 mi, 42 mi, 44 mi, 36 mi, 46 mi, 48 mi, 50 mi]"),
    ("[12 mi, 13 mi, 14 mi, 11 mi, 15 mi, 15 mi, 16 mi, 12 mi]", "[12 mi, 13 mi, 14 mi, 11 mi, 15 mi, 15 mi, 16 mi]"),
    ("cutback: [4, 8]", "cutback: [4]"),
    ("week: 20", "week: 19"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return committed(small_project(tmp_path / "clinic", PLAN, DATED))


def plan(out: str, name: str) -> dict:
    return next(one for one in told_of(out)["plans"] if one["id"] == name)


def test_a_plan_that_is_new_and_one_that_is_gone(diff: Diff, project: Path) -> None:
    (project / "plans" / f"{PLAN}.yaml").unlink()
    small_project(project.parent / "other", "masters-50")
    shutil.copy2(project.parent / "other" / "plans" / "masters-50.yaml", project / "plans" / "masters-50.yaml")
    out = diff("--project", project, "HEAD", "--format", "json").out
    assert {one["id"]: one["state"] for one in told_of(out)["plans"]} == {PLAN: "gone", "masters-50": "new"}
    assert {"address": f"plans/{PLAN}/week-03/", "state": "gone", "leads": None} in plan(out, PLAN)["addresses"]
    assert {"address": "plans/masters-50/", "state": "new", "leads": None} in plan(out, "masters-50")["addresses"]


def test_a_plan_of_another_name(diff: Diff, project: Path) -> None:
    (project / "plans" / f"{PLAN}.yaml").rename(project / "plans" / "three-runs.yaml")
    edit(project / "plans" / "three-runs.yaml", ("title: Short of time", "title: Three runs a week"))
    out = diff("--project", project, "HEAD", "--format", "json").out
    found = plan(out, "three-runs")
    assert (found["state"], found["was"]) == ("renamed", PLAN)
    assert [change["text"] for change in found["changes"]] == ["title: Short of time → Three runs a week"]
    assert found["weeks"] == []


def test_a_plan_that_is_refused_now_tells_why_and_the_rest_goes_on(diff: Diff, project: Path) -> None:
    edit(project / "plans" / f"{PLAN}.yaml", ("units: km", "units: lightyears"))
    edit(project / "plans" / f"{DATED}.yaml", ("order: 40", "order: 41"))
    done = diff("--project", project, "HEAD", "--format", "json")
    assert done.status == 1
    found = plan(done.out, PLAN)
    assert found["state"] == "refused"
    assert [fault["line"] for fault in found["refused_now"]] == [5]
    assert plan(done.out, DATED)["state"] == "changed"
    assert told_of(done.err) == [{**told_of(done.out)["errors"][0], "page": None}]


def test_a_plan_that_was_refused_before_is_no_error(diff: Diff, project: Path) -> None:
    edit(project / "plans" / f"{PLAN}.yaml", ("units: km", "units: lightyears"))
    committed(project, "Broken")
    git(project, "checkout", "--quiet", "HEAD~1", "--", "plans")
    done = diff("--project", project, "HEAD")
    assert done.status == 0
    assert f"{PLAN} (Short of time): can be read again" in done.out
    assert f"Before: HEAD:plans/{PLAN}.yaml:5:8: error units: 'lightyears'" in done.out


def test_a_library_that_is_broken_on_either_side(diff: Diff, project: Path) -> None:
    edit(project / "plans" / "library" / "exercises.yaml", ("name: Goblet squat", "nom: Goblet squat"))
    done = diff("--project", project, "HEAD")
    assert done.status == 1
    assert "plans/library/exercises.yaml" in done.err
    committed(project, "Broken")
    git(project, "checkout", "--quiet", "HEAD~1", "--", "plans")
    done = diff("--project", project, "HEAD")
    assert done.status == 0
    assert "HEAD can't be read: HEAD:plans/library/exercises.yaml" in done.out


def test_a_rule_that_is_broken_now_is_an_error_and_the_plan_is_told(diff: Diff, project: Path) -> None:
    edit(
        project / "plans" / f"{PLAN}.yaml",
        ("weeks: 6\n    purpose: Two or three", "weeks: 5\n    purpose: Two or three"),
    )
    done = diff("--project", project, "HEAD", "--format", "json")
    assert done.status == 1
    assert any(
        one["rule"] == "base-before-heavy"
        for one in plan(done.out, PLAN)["findings_new"] or told_of(done.out)["errors"]
    )


def test_a_new_and_a_gone_warning_with_their_places(diff: Diff, project: Path) -> None:
    edit(project / "plans" / f"{PLAN}.yaml", ("long: 9-11 km", "long: 9-13 km"))
    out = diff("--project", project, "HEAD", "--format", "json").out
    found = plan(out, PLAN)
    assert {one["rule"] for one in found["findings_new"]} >= {"single-run-spike"}
    assert all(
        one["path"] == f"plans/{PLAN}.yaml" and one["line"] == 33
        for one in found["findings_new"]
        if one["rule"] == "single-run-spike"
    )
    assert all(one["path"] == f"HEAD:plans/{PLAN}.yaml" for one in found["findings_gone"])


def test_warnings_of_renumbered_weeks_are_the_same_warnings(diff: Diff, project: Path) -> None:
    edit(project / "plans" / f"{DATED}.yaml", *BASE_OF_SEVEN)
    out = diff("--project", project, "HEAD", "--format", "json").out
    found = plan(out, DATED)
    assert [one["rule"] for one in found["findings_gone"]] == []
    assert len(found["findings_new"]) == 1


def test_a_renumbering_in_a_project_that_is_published(diff: Diff, tmp_path: Path) -> None:
    project = small_project(tmp_path / "clinic", DATED)
    done = run_tool("hardday", "pages", cwd=project)
    assert done.returncode == 0, done.stderr
    committed(project)
    edit(project / "plans" / f"{DATED}.yaml", *BASE_OF_SEVEN)
    out = diff("--project", project, "HEAD", "--format", "json").out
    found = plan(out, DATED)
    assert found["changes"][0]["text"] == "Base is a week shorter: weeks 9-20 are now weeks 8-19, week 8 is gone"
    assert found["addresses"] == [
        {"address": f"plans/{DATED}/week-20/", "state": "redirected", "leads": f"plans/{DATED}/week-19/"}
    ]
    feeds = {one["address"]: (one["new"], one["gone"]) for one in found["calendars"]}
    assert feeds == {f"plans/{DATED}/{race}-marathon.ics": (0, 6) for race in ("springfield", "riverton")}


def test_the_text_of_an_exercise_and_which_plans_show_it(diff: Diff, project: Path) -> None:
    library = project / "plans" / "library" / "exercises.yaml"
    text = library.read_text("utf-8")
    start = text.index("name: Trap-bar deadlift")
    cue = text.index("cues:", start)
    library.write_text(text[:cue] + text[cue:].replace("- ", "- Slowly, ", 1), "utf-8")
    done = diff("--project", project, "HEAD")
    assert "Trap-bar deadlift: cues new “Slowly, " in done.out
    assert f"(in {DATED}, {PLAN})" in done.out
    assert "Written otherwise" not in done.out


def test_policies_and_settings(diff: Diff, project: Path) -> None:
    edit(project / "plans" / "policies" / "separate-days.yaml", ("days: 2", "days: 3"))
    edit(
        project / "mkdocs.yml",
        ("+1 555 010 0100", "+1 555 010 0199"),
        ("theme:", "custom: !!python/name:os.system\ntheme:"),
    )
    done = diff("--project", project, "HEAD")
    assert "separate-days: rule lift-spacing, days 2 → 3\n" in done.out
    assert "clinic.phone: “+1 555 010 0100” → “+1 555 010 0199”" in done.out
    assert done.status == 0


def test_a_real_race_and_its_calendar(diff: Diff, project: Path) -> None:
    edit(
        project / "plans" / f"{DATED}.yaml",
        ("2027-05-23", "2027-05-30"),
        ("Riverton Marathon, day", "Riverside Marathon, day"),
    )
    out = diff("--project", project, "HEAD", "--format", "json").out
    found = plan(out, DATED)
    told = [change["text"] for change in found["changes"]]
    assert "Springfield Marathon is on 2027-05-23 → 2027-05-30" in told
    assert [one["state"] for one in found["addresses"]] == ["gone", "gone", "new", "new"]
    assert found["calendars"][0] == {
        "address": f"plans/{DATED}/springfield-marathon.ics",
        "new": 0,
        "gone": 0,
        "changed": 118,
    }


def test_only_plans_whose_files_differ_are_expanded(diff: Diff, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import generator.diff.edition as edition

    expanded: list[str] = []
    real = edition.preview

    def counted(project_, path, shown):  # type: ignore[no-untyped-def]
        expanded.append(path.name)
        return real(project_, path, shown)

    monkeypatch.setattr(edition, "preview", counted)
    edit(project / "plans" / f"{PLAN}.yaml", ("order: 80", "order: 81"))
    with (project / "plans" / "library" / "glossary.yaml").open("a") as glossary:
        glossary.write("# a comment\n")
    assert diff("--project", project, "HEAD").status == 0
    assert expanded == [f"{PLAN}.yaml"] * 2


def test_a_plan_that_extends_a_changed_one_is_looked_at(diff: Diff, project: Path) -> None:
    (project / "plans" / "child.yaml").write_text(
        "title: A child\nextends: time-crunched\nsummary: The same with a kettlebell.\n", "utf-8"
    )
    committed(project)
    edit(project / "plans" / f"{PLAN}.yaml", ("long: 11-13 km", "long: 11-14 km"))
    out = diff("--project", project, "HEAD", "--format", "json").out
    assert {one["id"] for one in told_of(out)["plans"]} == {PLAN, "child"}
