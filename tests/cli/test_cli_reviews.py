"""`hardday reviews`, and what check and build say of reviews: a clock in the one, none in the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import told, with_plans
from command_in_process import Run

NAMES = ("time-crunched", "marathon-first", "masters-50")


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three plans: reviewed long ago, reviewed lately, never reviewed."""
    project = with_plans(tmp_path_factory.mktemp("reviews") / "project", *(f"{name}.yaml" for name in NAMES))
    for name, day in (("time-crunched", "2025-01-31"), ("marathon-first", "2026-06-30")):
        plan = project / "plans" / f"{name}.yaml"
        plan.write_text(f"reviewed: {{by: Dana Example, on: {day}}}\n" + plan.read_text("utf-8"), "utf-8")
    return project


@pytest.mark.parametrize(
    ("day", "overdue"),
    [
        ("2026-01-31", []),
        ("2026-02-01", ["time-crunched"]),
        ("2027-06-30", ["time-crunched"]),
        ("2027-07-01", ["marathon-first", "time-crunched"]),
    ],
)
def test_a_review_holds_for_a_year_and_no_day_longer(
    day: str, overdue: list[str], hardday: Run, reviewed: Path
) -> None:
    done = hardday("reviews", "--project", reviewed, "--on", day)
    assert done.status == bool(overdue)
    assert sorted(line.split()[0] for line in done.out.splitlines() if line.endswith("overdue")) == overdue
    lines = told(done.err)
    assert [line["severity"] for line in lines] == ["error"] * len(overdue)
    assert sorted(Path(line["path"]).stem for line in lines) == overdue
    assert all(line["line"] == "1" for line in lines)


def test_the_table_names_reviewer_day_and_due_day(hardday: Run, reviewed: Path) -> None:
    done = hardday("reviews", "--project", reviewed, "--on", "2026-07-01")
    rows = [line.split(maxsplit=1) for line in done.out.splitlines()]
    assert [row[0] for row in rows] == ["plan", "time-crunched", "marathon-first", "masters-50"]
    assert rows[1][1].split() == ["Dana", "Example", "2025-01-31", "2026-01-31", "overdue"]
    assert rows[2][1].split() == ["Dana", "Example", "2026-06-30", "2027-06-30", "reviewed"]
    assert rows[3][1].strip() == "not reviewed"


def test_how_long_a_review_holds_is_a_setting(hardday: Run, reviewed: Path, tmp_path: Path) -> None:
    for name in ("mkdocs.yml", "plans"):
        (tmp_path / name).symlink_to(reviewed / name)
    settings = (reviewed / "mkdocs.yml").read_text("utf-8")
    for span, status in (("never", 0), ("60 months", 0), ("30 days", 1), ("soon", 1)):
        (tmp_path / "mkdocs.yml").unlink()
        (tmp_path / "mkdocs.yml").write_text(
            settings.replace("review_after: 12 months", f"review_after: {span}"), "utf-8"
        )
        assert hardday("reviews", "--project", tmp_path, "--on", "2027-12-01").status == status, span


def test_a_review_that_cannot_be_read_is_told(hardday: Run, reviewed: Path, tmp_path: Path) -> None:
    project = with_plans(tmp_path / "project", "time-crunched.yaml")
    plan = project / "plans" / "time-crunched.yaml"
    plan.write_text("reviewed: {by: Dana Example, on: last week}\n" + plan.read_text("utf-8"), "utf-8")
    done = hardday("reviews", "--project", project)
    assert done.status == 1
    assert done.err.startswith("plans/time-crunched.yaml:1:1: error this review names no reviewer or no day")


def test_today_is_asked_where_no_day_is_given(hardday: Run, reviewed: Path) -> None:
    assert "time-crunched" in hardday("reviews", "--project", reviewed).err


def test_check_warns_as_of_its_sources_date(hardday: Run, reviewed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for second, warned in (("1769817600", 0), ("1798761600", 1), ("no number", 0)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", second)
        done = hardday("check", "--project", reviewed)
        assert done.status == 0
        late = [line for line in told(done.err) if "was to be renewed by" in line["message"]]
        assert [(line["path"], line["line"], line["severity"]) for line in late] == [
            ("plans/time-crunched.yaml", "1", "warning")
        ] * warned
        assert done.out.splitlines()[0].endswith("; 1 plan without a review: hardday reviews lists them")


def test_a_wrong_setting_stops_check_and_build(hardday: Run, tmp_path: Path) -> None:
    project = with_plans(tmp_path / "project", "time-crunched.yaml")
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("email: hello@", "email: hello at "), "utf-8")
    for command in ("check", "pages", "build"):
        done = hardday(command, "--project", project)
        assert done.status == 1
        assert "error email: 'hello at clinic.example.org' is not an email address" in done.err
    assert not (project / "build" / "pages").exists()
