"""Whatever stands in a file, import reads it or lists what it does not understand, and nothing else happens."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from everything import EVERYTHING
from hypothesis import given, settings
from hypothesis import strategies as st
from import_tables import HEADER, columns, read, vocabulary

from generator.calendar_import import Calendar, read_calendar
from generator.calendar_import.definition_text import Heading, definition_text
from generator.model.finding import Refused
from generator.yaml_tree import read_tree

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 3
Read = Callable[[bytes, str], Calendar | None]

WORDS = """
easy long tempo rest or + , : ( ) / @ x 6 5.5 10-12 km mi min 800 m 5k pace RPE 4 4:30 /km race w/ strides # Ruhetag ½
– — é 🏃 = - ' " | \\ * ** <br> week 1 mon null ~ { } [ ] & ! % > ` ? 0 1e9 ∞
"""
PIECES = st.sampled_from([*WORDS.split(), "\u200b", "\u00a0", "\n", "\t"])
CELLS = st.one_of(
    st.sampled_from(["rest", "easy 5 km", "8 km", "long 16 km", "", "50 min RPE 4"]),
    st.lists(PIECES, max_size=7).map(" ".join),
    st.text(max_size=12),
)


@pytest.fixture(scope="module")
def try_reading(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read a file of these bytes; None if it is refused, with a place and words for every fault."""
    folder = tmp_path_factory.mktemp("anything")

    def run(content: bytes, name: str) -> Calendar | None:
        path: Path = folder / name
        path.write_bytes(content)
        try:
            return read_calendar(path, vocabulary(), columns())
        except Refused as refused:
            assert refused.diagnostics
            for fault in refused.diagnostics:
                assert fault.severity == "error"
                assert fault.place.line > 0
                assert fault.place.column > 0
                assert "\n" not in str(fault)
            return None

    return run


@settings(max_examples=300 // SHARE)
@given(content=st.binary(max_size=300), name=st.sampled_from(["x.csv", "x.md", "x.xlsx", "x"]))
def test_any_bytes(try_reading: Read, content: bytes, name: str) -> None:
    try_reading(content, name)


@settings(max_examples=150 // SHARE)
@given(content=st.text(max_size=300), header=st.sampled_from([HEADER, HEADER.replace(",", "|"), "", "Mon\tTue"]))
def test_any_text_below_a_header(try_reading: Read, content: str, header: str) -> None:
    for name in ("x.csv", "x.md"):
        try_reading(f"{header}\n{content}".encode("utf-8", "surrogatepass"), name)


@settings(max_examples=400 // SHARE)
@given(weeks=st.lists(st.lists(CELLS, min_size=7, max_size=7), min_size=1, max_size=3))
def test_any_cells_are_read_or_listed(try_reading: Read, weeks: list[list[str]]) -> None:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(HEADER.split(","))
    writer.writerows([number, *cells] for number, cells in enumerate(weeks, 1))
    calendar = try_reading(written.getvalue().encode("utf-8", "surrogatepass"), "x.csv")
    if calendar is not None:
        assert [len(week.days) for week in calendar.weeks] == [7] * len(weeks)
        text = definition_text(calendar, Heading("x.csv", "X"))
        value = read_tree(text.encode("utf-8"), "x").value
        assert value["calendar"] == {
            str(week.number): {day: given.written for day, given in week.days.items()} for week in calendar.weeks
        }


def test_every_cell_of_a_long_calendar_has_its_own_day(tmp_path: Path) -> None:
    rows = [f"{n},{','.join(f'easy {(n * 7 + d) / 100:.2f} km' for d in range(7))}" for n in range(1, 201)]
    calendar = read(tmp_path, "\n".join([HEADER, *rows]))
    found = [given.written for week in calendar.weeks for given in week.days.values()]
    assert found == [f"easy {n / 100:.2f} km" for n in range(7, 1407)]
