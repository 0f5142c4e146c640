"""CSV that every spreadsheet and every program reads alike: RFC 4180, UTF-8, and no cell that a spreadsheet would run.

A text that begins with one of ``= + - @``, a tab or a line break would be taken for a formula by a spreadsheet. Such a
text gets an apostrophe in front; so does one that begins with an apostrophe, so that taking one away brings back every
text. Numbers stay numbers. Control characters become a space.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

#: First characters that get an apostrophe in front; also their full-width forms, which spreadsheets take for the same.
RISKY = tuple("=+-@\t\r\n'＝＋－＠")
_SIGNS = tuple("=+-@＝＋－＠")
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)), " ")

Cell = str | int | float | bool | None


def cell_text(value: Cell) -> str:
    """Return a value as its cell has it: nothing for None, ``true`` and ``false``, numbers in digits, a safe text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    text = value.translate(_CONTROL)
    return f"'{text}" if text.startswith(RISKY) or text.lstrip().startswith(_SIGNS) else text


def csv_text(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table as CSV, lines ended by CR LF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([cell_text(value) for value in row] for row in rows)
    return out.getvalue()
