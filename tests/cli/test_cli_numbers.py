"""The commands that count and export: what they print, what they write, what they refuse."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli_runs import PLAN, told
from command_in_process import Run


def test_stats_prints_tables_of_a_plan_or_of_all(hardday: Run, in_project: Path) -> None:
    one, every = hardday("stats", PLAN), hardday("stats")
    assert (one.status, one.err, every.status, every.err) == (0, "", 0, "")
    assert one.out.startswith("Short of time (time-crunched), 12 weeks, km\n")
    assert "Sets a week by movement" in one.out
    assert one.out.strip() in every.out


def test_stats_as_data_is_the_same_of_a_definition_and_of_its_json(
    hardday: Run, in_project: Path, tmp_path: Path
) -> None:
    (tmp_path / "plan.json").write_text(hardday("expand", PLAN, "--json").out)
    for form in ("json", "csv", "text"):
        assert (
            hardday("stats", tmp_path / "plan.json", "--format", form).out
            == hardday("stats", PLAN, "--format", form).out
        )
    data = json.loads(hardday("stats", PLAN, "--format", "json").out)
    assert (data["format"], data["plans"][0]["id"]) == ("hardday/stats@1", "time-crunched")


def test_a_picture_is_drawn_over_its_own_but_over_no_other_file(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    picture = tmp_path / "numbers.svg"
    assert hardday("stats", PLAN, "--picture", picture).status == 0
    drawn = picture.read_bytes()
    assert hardday("stats", PLAN, "--picture", picture).status == 0
    assert picture.read_bytes() == drawn
    picture.write_text("<svg>a drawing of mine</svg>")
    refused = hardday("stats", PLAN, "--picture", picture)
    assert refused.status == 2
    assert "not drawn by hardday" in refused.err
    assert picture.read_text() == "<svg>a drawing of mine</svg>"
    assert hardday("stats", PLAN, "--picture", picture, "--force").status == 0
    assert picture.read_bytes() == drawn


@pytest.mark.parametrize("name", ["numbers.png", "gone/numbers.svg", "."])
def test_a_picture_needs_a_name_it_can_have(hardday: Run, in_project: Path, tmp_path: Path, name: str) -> None:
    assert hardday("stats", PLAN, "--picture", tmp_path / name).status == 2
    assert hardday("stats", "--picture", tmp_path / "all.svg").status == 2


def test_export_writes_every_table_and_says_so(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = hardday("export", PLAN, "--out", out)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0] == f"{out / 'plans'}.csv: 1 row"
    assert len(list(out.glob("*.csv"))) == len(done.out.splitlines()) == 9
    again = hardday("export", "--all", "--out", out)
    assert (again.status, again.out) == (0, done.out)


def test_one_table_is_printed(hardday: Run, in_project: Path) -> None:
    done = hardday("export", PLAN, "--table", "weeks")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    assert [row["week"] for row in rows] == [str(week) for week in range(1, 13)]
    assert hardday("export", PLAN, "--table", "weeks", "--out", "-").out == done.out
    assert hardday("export", PLAN, "--table", "weeks", "--bom").out == "\ufeff" + done.out


def test_export_leaves_other_peoples_files_alone(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    (tmp_path / "weeks.csv").write_text("mine")
    done = hardday("export", PLAN, "--out", tmp_path)
    assert done.status == 1
    (line,) = told(done.err)
    assert "was not made by hardday" in line["message"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["weeks.csv"]
    assert hardday("export", PLAN, "--out", tmp_path, "--force").status == 0
    assert (tmp_path / "weeks.csv").read_text().startswith("plan,week,")


def test_force_follows_no_link(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("kept")
    out = tmp_path / "out"
    out.mkdir()
    (out / "weeks.csv").symlink_to(kept)
    assert hardday("export", PLAN, "--out", out, "--force").status == 1
    assert kept.read_text() == "kept"


@pytest.mark.parametrize(
    "arguments",
    [
        ["export"],
        ["export", PLAN],
        ["export", PLAN, "--all", "--out", "x"],
        ["export", PLAN, "--out", "-"],
        ["export", PLAN, PLAN, "--out", "x"],
        ["export", PLAN, "--table", "laps"],
        ["export", PLAN, "--out", PLAN],
        ["stats", PLAN, "--format", "pdf"],
    ],
    ids=" ".join,
)
def test_wrong_usage_writes_nothing(hardday: Run, in_project: Path, arguments: list[str]) -> None:
    before = sorted(in_project.iterdir())
    assert hardday(*arguments).status == 2
    assert sorted(in_project.iterdir()) == before


@pytest.mark.parametrize("command", ["stats", "export"])
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    hardday: Run, in_project: Path, tmp_path: Path, command: str
) -> None:
    (tmp_path / "broken.json").write_text('{"format": "hardday/plan@1"')
    (tmp_path / "empty.yaml").write_text("")
    out = ["--out", tmp_path / "out"] if command == "export" else []
    done = hardday(command, PLAN, tmp_path / "broken.json", tmp_path / "empty.yaml", tmp_path / "gone.yaml", *out)
    assert done.status == 1
    assert {Path(line["path"]).name for line in told(done.err)} == {"broken.json", "empty.yaml", "gone.yaml"}
    assert not (tmp_path / "out").exists()
