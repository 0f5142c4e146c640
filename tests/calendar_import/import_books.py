"""Spreadsheets for the tests, made by openpyxl, and parts of them exchanged."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from import_tables import HEADER, WEEK
from openpyxl import Workbook

Row = Sequence[object]
WEEKLY: tuple[Row, ...] = (HEADER.split(","), [1, *WEEK.split(",")], [2, *WEEK.split(",")])
SHEET = "xl/worksheets/sheet1.xml"


def book(*sheets: tuple[str, Sequence[Row]], change: Callable[[Workbook], object] | None = None) -> bytes:
    """Return a workbook with these sheets, changed before it is saved."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for title, rows in sheets or (("Plan", WEEKLY),):
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(made)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the workbook with one part changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
    return written.getvalue()


def zipped(**parts: bytes) -> bytes:
    """Return a zip of these parts; two underscores stand for a slash, one for a full stop."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return written.getvalue()


def active(made: Workbook) -> Any:
    """Return a workbook's first sheet."""
    return made.worksheets[0]
