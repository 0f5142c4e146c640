"""From a file to its sheet, whatever kind of file it is: by what is in it, and only then by its name."""

from __future__ import annotations

from pathlib import Path

from generator.calendar_import.columns import Columns
from generator.calendar_import.delimited import decoded, read_text
from generator.calendar_import.sheet import Sheet, refusal
from generator.calendar_import.workbook import read_workbook

MOST_TEXT, MOST_WORKBOOK = 2 * 1024 * 1024, 16 * 1024 * 1024
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_KINDS = "A calendar is a .csv, an .xlsx, or a table in a .md or .txt file."


def read_sheet(path: Path, shown: str, columns: Columns, sheet_name: str | None = None) -> Sheet:
    """Return the file's table; Refused if it can't be read or is none."""
    data = _bytes(path, shown)
    if data.startswith(_ZIP):
        return read_workbook(data, shown, columns, sheet_name)
    if data.startswith(_OLD_OFFICE):
        raise refusal(shown, "this is a spreadsheet of the old kind, or one with a password", "Save it as .xlsx.")
    if sheet_name is not None:
        raise refusal(shown, "--sheet names a sheet of a spreadsheet, and this file is none")
    if len(data) > MOST_TEXT:
        raise refusal(shown, f"the file has more than {MOST_TEXT // 1024**2} MB; no training calendar needs them")
    text = decoded(data, shown)
    if not text.strip("\ufeff \t\r\n"):
        raise refusal(shown, "the file is empty", _KINDS)
    return read_text(text, shown, columns, path.suffix.lower() in (".md", ".markdown", ".txt"))


def _bytes(path: Path, shown: str) -> bytes:
    try:
        if path.is_dir():
            raise refusal(shown, "this is a folder", "Name the calendar's file.")
        if path.exists() and not path.is_file():
            raise refusal(shown, "this is not a file", _KINDS)
        with path.open("rb") as file:
            data = file.read(MOST_WORKBOOK + 1)
    except (OSError, ValueError) as problem:
        words = getattr(problem, "strerror", None) or "there is no such file"
        raise refusal(shown, f"the file can't be read: {words}") from None
    if len(data) > MOST_WORKBOOK:
        raise refusal(shown, f"the file has more than {MOST_WORKBOOK // 1024**2} MB; no training calendar needs them")
    return data
