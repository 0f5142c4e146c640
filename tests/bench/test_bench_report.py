"""The benchmark's tables, made of made-up figures; the page that shows them; one small run from end to end."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tools.bench.figures import Verdict, figure
from tools.bench.growing import Grown
from tools.bench.machine import Machine
from tools.bench.measure import Cost
from tools.bench.report import Report, as_json, as_markdown, written_into
from tools.bench.rounds import NAMES
from tools.bench.trees import Size

ROOT = Path(__file__).parents[2]
MACHINE = Machine("A processor", 2, 0.25, "Linux", {"Python": "3.11", "MkDocs": "1.6"}, "abc123+")


def cost(wall: float) -> Cost:
    return Cost(wall, wall * 2, 50_000_000, True, others=wall * 0.7)


def report() -> Report:
    figures = {"cold": figure([cost(12), cost(10), cost(17)]), "stock": figure([cost(48)])}
    bars = [Verdict("nothing there", 0.25, 1 / 3, cpu=0.2), Verdict("the site", 130.0, 120.0, "MB")]
    sides = ({"cold": figure([cost(10)])}, {"cold": figure([cost(110)])})
    grown = Grown((100, 1000), (2000, 20_000), sides)
    return Report(MACHINE, 100, Size(2345, 3456, 120_000_000, 1), 31, figures, bars, {"expand": 4.8}, grown)


def cells(tables: str, first: str) -> list[str]:
    """Return the cells of the row that begins so."""
    row = next(line for line in tables.splitlines() if line.startswith(f"| {first}"))
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_bars_say_whether_they_are_met() -> None:
    tables = as_markdown(report())
    assert cells(tables, "nothing there") == ["nothing there", "0.250", "0.333", "met", "0.200"]
    assert cells(tables, "the site") == ["the site", "130.0 MB", "120.0 MB", "**not met**", ""]


def test_ratios_stand_before_seconds() -> None:
    row = cells(as_markdown(report()), NAMES["cold"])
    assert row == [NAMES["cold"], "0.250", "0.250", "12.00", "10.00 – 17.00", "24.00", "50 MB", "3"]


def test_stages_and_growth_are_told() -> None:
    tables = as_markdown(report())
    assert cells(tables, "expand") == ["expand", "0.050", "4.80"]
    assert cells(tables, f"{NAMES['cold']}, 1000 plans")[5:] == ["5.50", "11.00", "2.5 KB"]


def test_what_it_was_measured_on_is_told() -> None:
    tables = as_markdown(report())
    for word in (
        "A processor",
        "2 cores",
        "0.25",
        "Python 3.11",
        "MkDocs 1.6",
        "abc123+",
        "2,345 pages",
        "120.0 MB",
        "other programs kept 0.7 of",
    ):
        assert word in tables


def test_json_has_every_figure() -> None:
    said = json.loads(as_json(report()))
    assert said["figures"]["cold"]["wall"] == {"median": 12, "least": 10, "most": 17, "runs": 3}
    assert [one["met"] for one in said["verdicts"]] == [True, False]
    assert said["grown"]["pages"] == [2000, 20_000]


def test_tables_take_the_place_of_those_before(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- measured -->\nold\n<!-- /measured -->\nafter\n")
    assert written_into(page, "new") == "before\n<!-- measured -->\n\nnew\n\n<!-- /measured -->\nafter\n"
    page.write_text("no place\n")
    with pytest.raises(ValueError, match="no place for tables"):
        written_into(page, "new")


def test_the_manual_has_a_place_for_the_tables_and_names_every_option() -> None:
    page = ROOT / "docs" / "speed.md"
    assert "new" in written_into(page, "new")
    assert "## Run it yourself" in written_into(page, "new")
    for option in ("--plans", "--runs", "--slow-runs", "--growth", "--revision", "--json", "--into"):
        assert f"`{option}" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (("--plans", "0"), 2, "at least 1"),
        (("--plans", "5000"), 2, "different plans at most"),
        (("--plans", "200", "--growth"), 2, "10 times as many"),
        (("--plans", "1", "--revision", "no-such-revision"), 1, "no-such-revision"),
    ],
)
def test_what_cannot_be_measured_is_told_before_anything_is(options: tuple[str, ...], status: int, words: str) -> None:
    done = subprocess.run([sys.executable, "-m", "tools.bench", *options], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.long
def test_a_small_run_from_end_to_end(tmp_path: Path) -> None:
    """Two rounds, so that the second finds what the first left; then ten times as many plans."""
    said = tmp_path / "said.json"
    command = [
        sys.executable,
        "-m",
        "tools.bench",
        "--plans",
        "3",
        "--runs",
        "2",
        "--growth",
        "--json",
        str(said),
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(said.read_text("utf-8"))
    assert set(found["figures"]) == set(NAMES)
    runs = {key: one["wall"]["runs"] for key, one in found["figures"].items()}
    assert runs == dict.fromkeys(NAMES, 2) | dict.fromkeys(("stock", "zensical-cold", "pages"), 1)
    assert found["grown"]["plans"] == [3, 30]
    assert found["touched"] > 5
    for name in NAMES.values():
        assert f"| {name} " in done.stdout
