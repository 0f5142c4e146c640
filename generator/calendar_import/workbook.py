"""A coach's spreadsheet (.xlsx): its one sheet with a calendar, every cell as people see it.

A workbook is a zip of XML, and anybody's: its sizes are looked at before anything of it is unpacked.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from generator.calendar_import.columns import Columns
from generator.calendar_import.header import names_days
from generator.calendar_import.number_format import shown
from generator.calendar_import.sheet import MOST_COLUMNS, MOST_ROWS, Cell, Sheet, is_binary, plain, refusal, rows_of
from generator.model.finding import Refused
from generator.model.quoting import quoted

MOST_UNZIPPED = 64 * 1024 * 1024
MOST_SHEET = 16 * 1024 * 1024
MOST_PARTS, MOST_CELLS, MOST_MERGED = 2_000, 200_000, 20_000
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_UNCOMPUTED = "the formula was never worked out; open the file in a spreadsheet program and save it"
#: Whatever a broken part makes of the libraries that read it, the file is what is wrong.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ElementTree.ParseError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
_SAVE_AGAIN = "Open it in a spreadsheet program, save it again as .xlsx, or save the sheet as .csv."


@dataclass(slots=True)
class _Marks:
    """What a sheet's XML says beside its values: merged areas, and cells whose formula was never computed.

    ``beyond`` is the first cell with something in it that stands where no training calendar reaches.
    """

    areas: list[tuple[int, int, int, int]] = field(default_factory=list)
    uncomputed: set[str] = field(default_factory=set)
    beyond: str = ""


def read_workbook(data: bytes, path: str, columns: Columns, sheet_name: str | None) -> Sheet:
    """Return the sheet of that name, or the one that names weekdays; Refused if there is none, or more than one."""
    archive = _opened(data, path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are not read here, such as drop-down lists
            sheets = _sheets(archive, data, path, sheet_name)
    except _BROKEN:
        raise refusal(path, "the spreadsheet is damaged", _SAVE_AGAIN) from None
    if not sheets:
        raise refusal(path, "the spreadsheet has no sheet that is not hidden")
    if sheet_name is not None:
        return next(iter(sheets.values()))
    weekly = {name: sheet for name, sheet in sheets.items() if any(names_days(row, columns) for row in sheet.rows)}
    if len(weekly) > 1:
        names = ", ".join(quoted(name) for name in weekly)
        raise refusal(path, f"{len(weekly)} sheets hold a calendar: {names}", "Say which: --sheet 'its name'.")
    return next(iter((weekly or sheets).values()))


def _opened(data: bytes, path: str) -> zipfile.ZipFile:
    """Open the zip; Refused if it is none, or unpacks to more than any calendar needs."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise refusal(path, "the spreadsheet is damaged", _SAVE_AGAIN) from None
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNZIPPED:
        most = f"{MOST_UNZIPPED // 1024**2} MB"
        message = (
            f"the spreadsheet unpacks to more than {most} or {MOST_PARTS:,} parts; no training calendar needs them"
        )
        raise refusal(path, message, "Save the one sheet as .csv.")
    if any(part.flag_bits & 1 for part in parts):
        raise refusal(path, "the spreadsheet has a password", "Save it without one.")
    if "xl/workbook.xml" not in archive.namelist():
        raise refusal(path, "this is not a spreadsheet of the kind .xlsx", "Save the calendar as .xlsx or .csv.")
    return archive


def _sheets(archive: zipfile.ZipFile, data: bytes, path: str, sheet_name: str | None) -> dict[str, Sheet]:
    """Return the sheets that are not hidden by name, or the one that is asked for."""
    _no_entities(archive, path)
    found: dict[str, Sheet] = {}
    book = _book(data)
    names = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    wanted = names if sheet_name is None else [name for name in names if name == sheet_name]
    if sheet_name is not None and not wanted:
        there = ", ".join(map(quoted, names))
        raise refusal(path, f"there is no sheet {quoted(sheet_name)}", f"There are: {there}.")
    for name in wanted:
        found[name] = _sheet(archive, book[name], path)
    return found


def _book(data: bytes) -> Any:
    from openpyxl import load_workbook  # takes a while, and only spreadsheets need it

    return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)


def _no_entities(archive: zipfile.ZipFile, path: str) -> None:
    """A part of a spreadsheet declares no entities; one that does means to grow when it is read."""
    for part in archive.infolist():
        if part.filename.lower().endswith((".xml", ".rels")):
            if part.file_size > MOST_SHEET:
                most = f"{MOST_SHEET // 1024**2} MB"
                raise refusal(path, f"a part of the spreadsheet unpacks to more than {most}", "Save the sheet as .csv.")
            if b"<!DOCTYPE" in archive.read(part).upper().replace(b"\0", b""):
                raise refusal(path, "the spreadsheet is damaged", _SAVE_AGAIN)


def _sheet(archive: zipfile.ZipFile, sheet: Any, path: str) -> Sheet:
    data = archive.read(sheet._worksheet_path)
    if data.count(b"<c") > MOST_CELLS:
        raise refusal(path, f"the sheet {quoted(sheet.title)} has more than {MOST_CELLS:,} cells", "Delete the rest.")
    marks = _marks(data)
    if marks.beyond:
        raise _too_far(marks.beyond, path)
    sheet.reset_dimensions()
    cells: dict[tuple[int, int], Cell] = {}
    for name in marks.uncomputed:
        found = _CELL.fullmatch(name)
        if found:
            row, column = int(found[2]), _number(found[1])
            cells[row, column] = Cell(row, column, "", name, _UNCOMPUTED)
    for cell in (cell for row in _rows(sheet) for cell in row if cell.value is not None):
        text = shown(cell.value, cell.number_format or "General")
        fault = "the cell holds characters that no text has" if is_binary(text) else ""
        cells[cell.row, cell.column] = Cell(cell.row, cell.column, "" if fault else plain(text), cell.coordinate, fault)
    _not_too_large(cells, path)
    _merge(cells, marks.areas)
    rows: dict[int, list[Cell]] = {}
    for row, column in sorted(cells):
        rows.setdefault(row, []).append(cells[row, column])
    return Sheet(path, rows_of(rows.values()), ragged=False)


def _rows(sheet: Any) -> Any:
    """Return the rows as far as a calendar reaches: up to a far cell all others would be made up, a billion of them."""
    return sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)


def _too_far(name: str, path: str) -> Refused:
    message = f"cell {name} stands beyond row {MOST_ROWS:,} or column {MOST_COLUMNS}"
    return refusal(path, f"{message}; no training calendar needs it", "Delete what is not the calendar.")


def _not_too_large(cells: dict[tuple[int, int], Cell], path: str) -> None:
    for (row, column), cell in cells.items():
        if (row > MOST_ROWS or column > MOST_COLUMNS) and not cell.blank:
            raise _too_far(cell.name, path)


def _merge(cells: dict[tuple[int, int], Cell], areas: list[tuple[int, int, int, int]]) -> None:
    """Tell the cells of each merged area which one holds their text."""
    room = MOST_MERGED
    for left, top, right, bottom in areas:
        first = cells.get((top, left))
        room -= max(0, right - left + 1) * max(0, bottom - top + 1)
        if first is None or first.blank or room < 0:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    cells[row, column] = Cell(row, column, "", f"{_letters(column)}{row}", merged=first)


def _number(letters: str) -> int:
    """Return the number of a column: A is 1, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _marks(data: bytes) -> _Marks:
    marks, row, column = _Marks(), 0, 0
    for event, element in ElementTree.iterparse(io.BytesIO(data), ("start", "end")):
        if event == "start":
            if element.tag == f"{_MAIN}row":
                row, column = int(element.get("r") or row + 1), 0
        elif element.tag == f"{_MAIN}c":
            value = element.find(f"{_MAIN}v")
            named = _CELL.fullmatch(element.get("r", ""))
            row, column = (int(named[2]), _number(named[1])) if named else (row, column + 1)
            if (row > MOST_ROWS or column > MOST_COLUMNS) and "".join(element.itertext()).strip():
                marks.beyond = marks.beyond or f"{_letters(column)}{row}"
            formula = element.find(f"{_MAIN}f") is not None
            if formula and (value is None or not value.text) and element.get("t") != "str":
                marks.uncomputed.add(element.get("r", ""))
            element.clear()
        elif element.tag == f"{_MAIN}mergeCell":
            area = _AREA.fullmatch(element.get("ref", ""))
            if area:
                marks.areas.append((_number(area[1]), int(area[2]), _number(area[3]), int(area[4])))
    return marks
