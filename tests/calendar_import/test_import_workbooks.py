"""Spreadsheets: cells as people see them, merged and hidden things, several sheets, and files that mean harm."""

from __future__ import annotations

import datetime
import io
import random
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from import_books import SHEET, WEEKLY, active, book, with_part, zipped
from import_tables import days, faults, places, read, told
from openpyxl import Workbook

from generator.calendar_import.number_format import shown
from generator.model.finding import Refused

DAYS = ["rest", "easy 5 km", "aerobic 8 km", "easy 6 km", "rest", "easy 6 km", "long 16 km"]


def _read(folder: Path, data: bytes, **options: str) -> Any:
    return read(folder, data, "coach.xlsx", **options)


def test_a_coachs_spreadsheet(tmp_path: Path) -> None:
    calendar = _read(tmp_path, book())
    assert [days(calendar, week) for week in (1, 2)] == [DAYS, DAYS]


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    assert days(read(tmp_path, book(), "calendar.csv")) == DAYS


def test_titles_above_the_header_and_columns_before_it(tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        sheet = active(made)
        sheet.insert_rows(1, 4)
        sheet.insert_cols(1, 2)
        sheet["A1"] = "Spring half marathon"
        sheet.merge_cells("A1:H2")

    calendar = _read(tmp_path, book(change=change))
    assert days(calendar) == DAYS


def test_a_fault_has_row_column_and_the_cells_name(tmp_path: Path) -> None:
    rows = [*WEEKLY[:2], [2, "rest", "blah", *WEEKLY[2][3:]]]
    (fault,) = faults(lambda: _read(tmp_path, book(("Plan", rows))))
    assert str(fault).startswith("coach.xlsx:3:3: error row 3 (week 2), column 3 (tue), cell C3: 'blah'")


def test_numbers_with_a_unit_in_their_format_are_read_with_it(tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        active(made)["C2"], active(made)["C2"].number_format = 5, '"easy" 0.0" km"'

    assert days(_read(tmp_path, book(change=change)))[1] in ("easy 5 km", "easy 5.0 km")


def test_a_bare_number_is_listed(tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        active(made)["C2"] = 5

    assert places(faults(lambda: _read(tmp_path, book(change=change)))) == [(2, 3)]


def test_weeks_as_numbers_and_formulas_with_their_stored_values(tmp_path: Path) -> None:
    formula = book(change=lambda made: active(made).__setitem__("A3", "=A2+1"))
    stored = with_part(formula, SHEET, lambda xml: re.sub(rb"<v ?/>|<v></v>", b"<v>2</v>", xml))
    assert len(_read(tmp_path, stored).weeks) == 2


def test_a_formula_that_was_never_worked_out_is_no_rest_day(tmp_path: Path) -> None:
    (fault,) = faults(lambda: _read(tmp_path, book(change=lambda made: active(made).__setitem__("C2", "=B2"))))
    assert "cell C2: the formula was never worked out" in fault.message


def test_merged_across_days_is_understood_only_as_rest(tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        sheet = active(made)
        for cell in sheet["B2:H2"][0]:
            cell.value = None
        sheet["B2"] = "rest"
        sheet.merge_cells("B2:H2")
        sheet.merge_cells("C3:D3")

    (fault,) = faults(lambda: _read(tmp_path, book(change=change)))
    assert "row 3 (week 2), column 4 (wed), cell D3: merged with C3 ('easy 5 km')" in fault.message


def test_merged_down_a_column_is_each_weeks_day(tmp_path: Path) -> None:
    calendar = _read(tmp_path, book(change=lambda made: active(made).merge_cells("H2:H3")))
    assert days(calendar, 2)[-1] == "long 16 km"
    assert "nothing stands" not in told(calendar)


def test_a_band_for_a_phase_between_the_weeks(tmp_path: Path) -> None:
    def change(made: Workbook) -> None:
        active(made).insert_rows(3)
        active(made)["A3"] = "BUILD"
        active(made).merge_cells("A3:H3")

    assert "row 3 ('BUILD') is no week and is left out" in told(_read(tmp_path, book(change=change)))


def _hide(made: Workbook) -> None:
    made.worksheets[0].sheet_state = "hidden"


def test_hidden_sheets_are_passed_over(tmp_path: Path) -> None:
    old = [WEEKLY[0], [1, *["rest"] * 7]]
    assert days(_read(tmp_path, book(("Old", old), ("New", WEEKLY), change=_hide))) == DAYS


def test_a_workbook_whose_only_calendar_is_hidden(tmp_path: Path) -> None:
    data = book(("Old", WEEKLY), ("New", [["x"]]), change=_hide)
    (fault,) = faults(lambda: _read(tmp_path, data))
    assert "no row names the days of the week" in fault.message


def test_of_several_sheets_the_one_with_weekdays(tmp_path: Path) -> None:
    legend = [["MP", "marathon pace"], ["LT", "threshold"]]
    assert days(_read(tmp_path, book(("Legend", legend), ("Plan", WEEKLY), ("Shoes", legend)))) == DAYS


def test_several_calendars_need_a_word(tmp_path: Path) -> None:
    data = book(("10k", WEEKLY), ("Half", WEEKLY[:2]))
    (fault,) = faults(lambda: _read(tmp_path, data))
    assert "2 sheets hold a calendar: '10k', 'Half'. Say which: --sheet" in str(fault)
    assert len(_read(tmp_path, data, sheet_name="Half").weeks) == 1
    (fault,) = faults(lambda: _read(tmp_path, data, sheet_name="half"))
    assert "there is no sheet 'half'. There are: '10k', 'Half'." in str(fault)


def test_a_sheet_of_a_file_that_has_none(tmp_path: Path) -> None:
    (fault,) = faults(lambda: read(tmp_path, "week,mon\n", sheet_name="Plan"))
    assert "this file is none" in fault.message


SHOWN = [
    (6, "General", "6"),
    (6.0, "General", "6"),
    (6.25, "General", "6.25"),
    (0.1 + 0.2, "General", "0.3"),
    (6, '0" km"', "6 km"),
    (6.5, '0.0" mi"', "6.5 mi"),
    (6, "0.##", "6"),
    (6.5, "0.##\\ \\k\\m", "6.5 km"),
    (1200, "#,##0\" m\"", "1200 m"),
    (0.25, "0%", "25%"),
    (-3, '0;"W"0', "W3"),
    (-18, "0", "-18"),
    (6, '[Red]0" km";-0', "6 km"),
    (1e300, "0", "1e+300"),
    (True, "General", "TRUE"),
    ("text", "@", "text"),
    (None, "General", ""),
    (datetime.time(0, 45), "h:mm", "0:45"),
    (datetime.time(0, 45, 30), "h:mm:ss", "0:45:30"),
    (datetime.time(13, 5), "h:mm AM/PM", "1:05 PM"),
    (datetime.timedelta(hours=26, minutes=5), "[h]:mm", "26:05"),
    (datetime.timedelta(minutes=95), "[mm]:ss", "95:00"),
    (datetime.datetime(2027, 1, 4), "d-mmm", "4-Jan"),
    (datetime.datetime(2027, 1, 4), "yyyy-mm-dd", "2027-01-04"),
    (datetime.date(2027, 1, 4), "dddd, d. mmmm yy", "Monday, 4. January 27"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "number_format", "text"), SHOWN, ids=lambda value: str(value))
def test_values_as_people_see_them(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def _in_sheet(old: bytes, new: bytes) -> bytes:
    return with_part(book(), SHEET, lambda xml: xml.replace(old, new))


_DOCTYPE = b'<!DOCTYPE a [<!ENTITY b "c">]>'
_MANY_CELLS = b'<row r="9">' + b"<c/>" * 300_000 + b"</row></sheetData>"
_WIDE_MERGE = b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
#: Files that are no calendar or mean harm, and words of the one error.
HOSTILE: dict[str, tuple[bytes, str]] = {
    "zip bomb": (zipped(xl__workbook_xml=b"x", xl__sheet_xml=bytes(80_000_000)), "unpacks to more than 64 MB"),
    "large part": (with_part(book(), SHEET, lambda xml: xml + b" " * 20_000_000), "unpacks to more than 16 MB"),
    "many parts": (zipped(**{f"x{n}": b"" for n in range(2_100)}), "or 2,000 parts"),
    "entities": (with_part(book(), "xl/workbook.xml", lambda xml: _DOCTYPE + xml), "the spreadsheet is damaged"),
    "many cells": (_in_sheet(b"</sheetData>", _MANY_CELLS), "more than 200,000 cells"),
    "low cell": (book(change=lambda made: active(made).__setitem__("B2500", "x")), "cell B2500 stands beyond"),
    "lowest cell": (book(change=lambda made: active(made).__setitem__("B1048576", "x")), "cell B1048576 stands beyond"),
    "wide cell": (book(change=lambda made: active(made).__setitem__("ZZ2", "x")), "cell ZZ2 stands beyond"),
    "another zip": (zipped(hello_txt=b"hello"), "not a spreadsheet of the kind .xlsx"),
    "open document": (zipped(mimetype=b"application/vnd.oasis.opendocument"), "not a spreadsheet of the kind .xlsx"),
    "half a file": (book()[:2000], "the spreadsheet is damaged"),
    "only a beginning": (b"PK\x03\x04", "the spreadsheet is damaged"),
    "no sheet": (with_part(book(), SHEET, lambda xml: b""), "the spreadsheet is damaged"),
    "broken XML": (with_part(book(), SHEET, lambda xml: xml[: len(xml) // 2]), "the spreadsheet is damaged"),
    "too large": (b"PK\x03\x04" + bytes(17_000_000), "more than 16 MB"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_spreadsheets_are_refused_with_one_plain_error(kind: str, tmp_path: Path) -> None:
    data, words = HOSTILE[kind]
    (fault,) = faults(lambda: _read(tmp_path, data))
    assert words in fault.message


def test_a_merge_over_everything_is_passed_over(tmp_path: Path) -> None:
    assert days(_read(tmp_path, _in_sheet(b"</sheetData>", _WIDE_MERGE))) == DAYS


def test_a_password(tmp_path: Path) -> None:
    data = bytearray(book())
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= 1
            start = data.find(mark, start + 4)
    (fault,) = faults(lambda: _read(tmp_path, bytes(data)))
    assert "has a password" in fault.message


@pytest.mark.parametrize("seed", range(60))
def test_broken_parts_never_end_in_anything_but_a_refusal(seed: int, tmp_path: Path) -> None:
    draw = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(book())) as archive:
        part = draw.choice([name for name in archive.namelist() if name.startswith("xl/") or name.startswith("[")])

    pieces = [b"", b"9" * 20, b"<c/>", b'"', b"A1", b"-1", b"x"]

    def change(xml: bytes) -> bytes:
        broken = bytearray(xml)
        for _ in range(draw.randint(1, 6)):
            start = draw.randrange(len(broken))
            broken[start : start + draw.randint(0, 12)] = draw.choice(pieces)
        return bytes(broken)

    try:
        _read(tmp_path, with_part(book(), part, change))
    except Refused as refused:
        assert refused.diagnostics
