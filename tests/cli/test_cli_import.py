"""The commands for a calendar that somebody already has: what they write, and that they write nothing wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_runs import told, with_plans
from command_in_process import Done, Run

HEADER = "week,mon,tue,wed,thu,fri,sat,sun"
WEEK = "rest,quality 10 km (tempo),rest,aerobic 9 km,rest,long {long} km,rest"
LONGS = (14, 15, 16, 9, 16, 17, 18, 10, 17, 18)


def _calendar(*rows: str) -> str:
    return "\n".join((HEADER, *rows)) + "\n"


CLUB = _calendar(*(f"{n},{WEEK.format(long=long)}" for n, long in enumerate(LONGS, 1)))


@pytest.fixture
def clinic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a project of one's own that has one plan and a calendar."""
    folder = with_plans(tmp_path / "clinic", "time-crunched.yaml")
    (folder / "club.csv").write_text(CLUB, "utf-8")
    monkeypatch.chdir(folder)
    return folder


def _import(hardday: Run, *more: str, calendar: str = "club.csv", out: str = "plans/club.yaml") -> Done:
    return hardday("import", calendar, "--out", out, *more)


def test_a_calendar_becomes_a_plan_that_can_be_checked(hardday: Run, clinic: Path) -> None:
    done = _import(hardday, "--title", "Club half", "--source", "our club", "--licence", "with permission")
    assert (done.status, done.err) == (0, "")
    first, *weeks = done.out.splitlines()
    assert first == "plans/club.yaml: 10 weeks, 30 runs"
    assert len(weeks) == 10
    assert weeks[0].startswith("week  1  base")
    assert "tuesday base" in weeks[0]
    assert "title: Club half\n" in (clinic / "plans" / "club.yaml").read_text("utf-8")
    assert hardday("check", "plans/club.yaml").status == 0


def test_import_and_calendar_are_a_fixed_point(hardday: Run, clinic: Path) -> None:
    assert _import(hardday).status == 0
    printed = hardday("calendar", "plans/club.yaml")
    assert (printed.status, printed.out, printed.err) == (0, CLUB, "")
    assert hardday("calendar", "--csv", "plans/club.yaml").out == CLUB
    (clinic / "again.md").write_text(hardday("calendar", "--markdown", "plans/club.yaml").out, "utf-8")
    assert _import(hardday, calendar="again.md", out="plans/again.yaml").status == 0
    first, again = ((clinic / "plans" / f"{name}.yaml").read_text("utf-8") for name in ("club", "again"))
    assert first.partition("calendar:")[2] == again.partition("calendar:")[2]


def test_a_plan_that_hardday_made_is_printed_as_a_calendar_too(hardday: Run, clinic: Path) -> None:
    printed = hardday("calendar", "plans/time-crunched.yaml")
    assert printed.status == 0
    assert printed.out.startswith(f"{HEADER}\n1,")
    assert len(printed.out.splitlines()) == 13
    (clinic / "made.csv").write_text(printed.out, "utf-8")
    assert _import(hardday, calendar="made.csv", out="plans/made.yaml").status == 0
    assert hardday("calendar", "plans/made.yaml").out == printed.out


def test_what_is_not_understood_is_listed_and_nothing_is_written(hardday: Run, clinic: Path) -> None:
    text = CLUB.replace("rest,quality 10 km (tempo)", "rest,grumbleweed", 1).replace("long 15 km", "frobnicate 3 km")
    (clinic / "club.csv").write_text(text, "utf-8")
    done = _import(hardday)
    assert (done.status, done.out) == (1, "")
    found = told(done.err)
    assert [(line["path"], line["line"], line["column"], line["severity"]) for line in found] == [
        ("club.csv", "2", "3", "error"),
        ("club.csv", "3", "7", "error"),
    ]
    assert "row 2 (week 1), column 3 (tue): 'grumbleweed'" in found[0]["message"]
    assert [path.name for path in (clinic / "plans").glob("*.yaml")] == ["time-crunched.yaml"]
    assert not list((clinic / "plans").glob(".*"))


def test_a_wording_is_settled_once(hardday: Run, clinic: Path) -> None:
    (clinic / "club.csv").write_text(CLUB.replace("quality 10 km (tempo)", "grumbleweed 10 km"), "utf-8")
    assert _import(hardday).status == 1
    assert _import(hardday, "--as", "grumbleweed=quality").status == 0
    assert "    tuesday: quality 10 km" in (clinic / "plans" / "club.yaml").read_text("utf-8")


@pytest.mark.parametrize("wording", ["grumbleweed", "=quality", "grumbleweed=", "grumbleweed=nonsense", "=", ""])
def test_a_wording_that_settles_nothing_is_wrong_usage(wording: str, hardday: Run, clinic: Path) -> None:
    done = _import(hardday, "--as", wording)
    assert done.status == 2
    assert "--as" in done.err
    assert not (clinic / "plans" / "club.yaml").exists()


def test_guesses_are_told_and_stand_in_the_plan(hardday: Run, clinic: Path) -> None:
    (clinic / "club.csv").write_text(CLUB.replace("aerobic 9 km", "9 km").replace("1,rest", "1,"), "utf-8")
    done = _import(hardday)
    assert done.status == 0
    assert "11 guesses to look at" in done.out
    assert "club.csv:2:5: warning row 2 (week 1), column 5 (thu): '9 km' is taken for aerobic: " in done.err
    text = (clinic / "plans" / "club.yaml").read_text("utf-8")
    assert "    monday: rest  # a guess: nothing is written there" in text
    assert text.count("    thursday: aerobic 9 km  # a guess: the longest of the week's other runs, 54 min") == 10


def test_a_file_that_is_there_is_kept(hardday: Run, clinic: Path) -> None:
    (clinic / "plans" / "club.yaml").write_text("mine", "utf-8")
    done = _import(hardday)
    assert done.status == 2
    assert "--force writes over it" in " ".join(done.err.split())
    assert (clinic / "plans" / "club.yaml").read_text("utf-8") == "mine"
    assert _import(hardday, "--force").status == 0
    assert (clinic / "plans" / "club.yaml").read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    "out",
    ["plans", "plans/Club.yaml", "plans/club half.yaml", "plans/club.txt", "plans/index.yaml", "nowhere/club.yaml",
     f"plans/{'x' * 61}.yaml", "plans/time-crunched.yml", "plans/-.yaml", "plans/.yaml"],
)  # fmt: skip
def test_a_name_that_is_no_plans_is_wrong_usage(out: str, hardday: Run, clinic: Path) -> None:
    before = sorted(path.name for path in clinic.rglob("*"))
    done = _import(hardday, out=out)
    assert done.status == 2
    assert "--out" in done.err
    assert sorted(path.name for path in clinic.rglob("*")) == before


def test_a_link_is_not_written_through(hardday: Run, clinic: Path) -> None:
    (clinic / "plans" / "club.yaml").symlink_to(clinic / "club.csv")
    assert _import(hardday, "--force").status == 2
    assert (clinic / "club.csv").read_text("utf-8") == CLUB


def test_outside_of_plans_is_said(hardday: Run, clinic: Path) -> None:
    done = _import(hardday, out="club.yaml")
    assert done.status == 0
    assert "club.yaml:1:1: warning this is not in plans, so no build will see it" in done.err


def test_a_full_disk_leaves_nothing(hardday: Run, clinic: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(part: Path, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    done = _import(hardday)
    assert done.status == 1
    assert "No space left on device" in done.err
    assert [path.name for path in (clinic / "plans").glob("*.yaml")] == ["time-crunched.yaml"]
    assert not list((clinic / "plans").glob(".*"))


@pytest.mark.parametrize("pace", ["6:00", "fast", "0:10 /km", "59:00 /km"])
def test_an_easy_pace_that_is_none_is_wrong_usage(pace: str, hardday: Run, clinic: Path) -> None:
    done = _import(hardday, "--easy-pace", pace)
    assert done.status == 2
    assert "--easy-pace" in done.err


def test_running_that_breaks_rules_is_kept_and_the_rules_warn(hardday: Run, clinic: Path) -> None:
    (clinic / "club.csv").write_text(CLUB.replace("long 15 km", "long 32 km"), "utf-8")
    done = _import(hardday, "--source", "our own", "--licence", "ours")
    assert done.status == 0
    assert "the calendar's own running breaks ramp and single-run-spike; in this plan that is a warning" in done.err
    text = (clinic / "plans" / "club.yaml").read_text("utf-8")
    because = "    because: the running is the calendar's own; hardday adds lifts and changes no run\n"
    assert f"rules:\n  ramp:\n    level: warning\n{because}  single-run-spike:\n    level: warning\n{because}" in text
    assert hardday("check", "plans/club.yaml").status == 0


def test_a_calendar_without_room_for_a_lift_is_written_and_says_so(hardday: Run, clinic: Path) -> None:
    (clinic / "club.csv").write_text(_calendar(*(f"{n},{','.join(['easy 5 km'] * 7)}" for n in range(1, 11))), "utf-8")
    done = _import(hardday)
    assert done.status == 0
    assert (
        "the lifts that are asked for can't be placed on this calendar by rule; it is written all the same" in done.err
    )
    assert "warning[hosts]" in done.err
    assert "were aerobic" in done.err
    assert (clinic / "plans" / "club.yaml").is_file()


def test_diagnostics_as_json(hardday: Run, clinic: Path) -> None:
    (clinic / "club.csv").write_text(CLUB.replace("long 15 km", "frobnicate"), "utf-8")
    done = _import(hardday, "--format", "json")
    assert done.status == 1
    (fault,) = json.loads(done.err)
    assert (fault["path"], fault["line"], fault["column"], fault["severity"]) == ("club.csv", 3, 7, "error")


@pytest.mark.parametrize("calendar", ["plans", "missing.csv", "/dev/null", "plans/time-crunched.yaml", "mkdocs.yml"])
def test_what_is_no_calendar_is_refused(calendar: str, hardday: Run, clinic: Path) -> None:
    done = _import(hardday, calendar=calendar)
    assert done.status == 1
    assert [line["severity"] for line in told(done.err)] == ["error"]


def test_weeks_that_are_not_of_seven_days_have_no_calendar(hardday: Run, clinic: Path) -> None:
    nine = Path(__file__).parents[1] / "cases" / "valid" / "nine-days.yaml"
    done = hardday("calendar", nine)
    assert done.status == 1
    assert "weeks of 9 days have no weekdays" in done.err


def test_two_imports_are_the_same_to_the_byte(hardday: Run, clinic: Path) -> None:
    for name in ("one", "two"):
        assert _import(hardday, "--title", "Club", out=f"plans/{name}.yaml").status == 0
    one, two = ((clinic / "plans" / f"{name}.yaml").read_bytes() for name in ("one", "two"))
    assert one == two


MIXED = """title: Mixed
summary: A base by rule, then a calendar.
audience: recreational
units: km
easy_pace: 6:00 /km
author: tests
calendar_starts: 3
phases:
  - id: base
    title: Base
    weeks: 2
    running: {kind: base, volume: 30-32 km, long: 12-13 km, runs: 4, aerobic: 2}
    strength: {kind: base, sessions: 2}
calendar:
  1: {mon: rest, tue: aerobic 9 km, wed: rest, thu: easy 6 km, fri: rest, sat: long 13 km (hilly), sun: aerobic 8 km}
"""


def test_given_weeks_behind_generated_ones_are_printed_together(hardday: Run, clinic: Path) -> None:
    (clinic / "plans" / "mixed.yaml").write_text(MIXED, "utf-8")
    header, *weeks = hardday("calendar", "plans/mixed.yaml").out.splitlines()
    assert header == HEADER
    assert [week.partition(",")[0] for week in weeks] == ["1", "2", "3"]
    assert weeks[2] == "3,rest,aerobic 9 km,rest,easy 6 km,rest,long 13 km (hilly),aerobic 8 km"
    assert "long 12 km" in weeks[0]
