"""Cells as people write them: what each says, what it leaves out, and what is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from cell_texts import reading, sound, told

HERE = Path(__file__).parent


def table(name: str) -> list[tuple[str, ...]]:
    """Return the lines of a table as cells and what follows their arrows."""
    lines = (HERE / name).read_text(encoding="utf-8").split("\n")
    rows = [line.split("  =>  ") for line in lines if line and not line.startswith("# ")]
    return [tuple(part.replace("\\n", "\n") for part in row) for row in rows]


READ = table("cells_read.txt")
UNKNOWN = table("cells_unknown.txt")


def test_the_tables_are_whole() -> None:
    assert len(READ) > 250
    assert all(len(row) == 2 for row in READ)
    assert len(UNKNOWN) > 60
    assert all(len(row) == 3 for row in UNKNOWN)
    cells = [row[0] for row in READ + UNKNOWN]
    assert len(cells) == len(set(cells))


@pytest.mark.parametrize(("cell", "text"), READ)
def test_a_cell_says(cell: str, text: str) -> None:
    assert told(cell) == text
    assert sound(cell, reading(cell)) == "read"


@pytest.mark.parametrize(("cell", "text"), READ)
def test_capitals_and_spaces_make_no_difference(cell: str, text: str) -> None:
    assert told(cell.upper()).casefold() == text.casefold()
    assert told(f"  {cell.replace(' ', chr(0xA0) + ' ')}\u200b\t") == text


@pytest.mark.parametrize(("cell", "text"), READ)
def test_what_a_definition_says_reads_as_itself(cell: str, text: str) -> None:
    if "?" not in text and "(" not in text.replace("x (", ""):
        assert told(text) == text


@pytest.mark.parametrize(("cell", "part", "why"), UNKNOWN)
def test_a_cell_is_asked_about(cell: str, part: str, why: str) -> None:
    read = reading(cell)
    assert sound(cell, read) == "unknown"
    assert read.unknown[0] == part
    assert why in read.why[0]


def test_every_unknown_part_is_listed() -> None:
    read = reading("quox 6 with the flib, 400-m tempa")
    assert read.unknown == ("quox", "6", "flib", "tempa")
    assert reading("meet at the town house, easy 5 km").unknown == ("meet at the town house",)
    assert reading("easy or tempo 5 km + race").unknown == ("easy or tempo 5 km", "race")


@pytest.mark.parametrize("cell", ["", " ", "\n", " \t\xa0", "\u200b", "\ufeff \r\n"])
def test_a_blank_cell_is_empty(cell: str) -> None:
    read = reading(cell)
    assert read.empty
    assert sound(cell, read) == "empty"
    assert not reading("rest").empty


def test_a_long_cell_is_not_read() -> None:
    assert sound("", reading("")) == "empty"
    assert reading("easy 5 km" + " " * 291).sessions
    assert "longer than 300 characters" in reading("easy 5 km" + " " * 292).why[0]


@pytest.mark.parametrize(
    ("cell", "notes"),
    [
        ("easy 8 km, core 20 min", ["'core 20 min'"]),
        ("strength", ["'strength'"]),
        ("3 x 10 squats + easy 5 km", ["'3 x 10 squats'"]),
        ("Stretch & strength", ["'Stretch'", "'strength'"]),
        ("morning run 5 km, evening gym", ["'evening gym'"]),
        ("rest or gym", ["'gym'"]),
        ("rest day, travel", ["'travel'"]),
        ("AM: rest, PM: rest", []),
        ("easy 8 km", []),
    ],
)
def test_what_is_left_out_is_said(cell: str, notes: list[str]) -> None:
    found = reading(cell).notes
    assert [note.split(" is left out: ")[0] for note in found] == notes


@pytest.mark.parametrize(
    ("cell", "pace", "rpe", "recovery"),
    [
        ("8 km @ 5:00/km", (300, 300), None, False),
        ("8 km 5:15-5:00 /km", (300, 315), None, False),
        ("5 mi at 8:00 per mile", (298.258, 298.258), None, False),
        ("10 km @ MP (4:30/km)", (270, 270), None, False),
        ("20 min @ RPE 7", None, (7, 7), False),
        ("easy 8 km RPE 2-3", None, (2, 3), False),
        ("effort 7/10, 8 km", None, (7, 7), False),
        ("recovery run 5 km", None, None, True),
        ("easy recovery 5 km", None, None, True),
        ("easy 5 km", None, None, False),
    ],
)
def test_pace_effort_and_recovery(
    cell: str, pace: tuple[float, float] | None, rpe: tuple[int, int] | None, recovery: bool
) -> None:
    session = reading(cell).sessions[0]
    assert session.pace == (pytest.approx(pace, abs=0.01) if pace else None)
    assert session.rpe == rpe
    assert session.recovery is recovery
