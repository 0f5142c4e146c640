"""Text with a table in it: cells between commas, semicolons, tabs or upright lines, or a table pasted in Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from generator.calendar_import.columns import Columns
from generator.calendar_import.header import days_named, names_days
from generator.calendar_import.sheet import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Sheet,
    is_binary,
    plain,
    refusal,
    rows_of,
)

DELIMITERS = (",", ";", "\t", "|")
_ENCODINGS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_RULE = re.compile(r"\s*:?-+:?\s*")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_EMPHASIS = re.compile(r"(?<![\w*])(\*\*|__|\*|_|`|~~)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_BAR = re.compile(r"(?<!\\)\|")
_FRAMED = re.compile(r"^[ \t]*\|", re.M)
_LINES = re.compile(r"\r\n|\r|\n")


def decoded(data: bytes, path: str) -> str:
    """Return a file's text: UTF-8 with or without a mark, UTF-16, else cp1252; Refused if it is no text."""
    text = _text(data)
    if text is None or is_binary(text):
        raise refusal(path, "this is not a table of text", "Save the calendar as .csv or .xlsx and import that.")
    return text


def _text(data: bytes) -> str | None:
    marked = next((name for mark, name in _ENCODINGS if data.startswith(mark)), None)
    even, odd = data[::2].count(0), data[1::2].count(0)
    halves = ["utf-16-le" if odd > even else "utf-16-be"] if even + odd > len(data) / 4 else []  # as half of Latin is
    for encoding in [marked] if marked else [*halves, "utf-8", "cp1252"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def read_text(text: str, path: str, columns: Columns, markdown_first: bool) -> Sheet:
    """Return the table of a text, a Markdown table before all others if ``markdown_first``.

    Of the delimiters the one counts that makes most weekdays of one row.
    """
    table = _markdown(text, path, columns) if markdown_first or _FRAMED.search(text) else None
    if table is not None:
        return table
    best, delimiter = max((_most_days(text, mark, columns), -index) for index, mark in enumerate(DELIMITERS))
    return _delimited(text, path, DELIMITERS[-delimiter] if best else ",")


def _most_days(text: str, delimiter: str, columns: Columns) -> int:
    """Return how many weekdays the best row has; a field too long ends the looking."""
    most = 0
    try:
        for number, row in enumerate(_reader(text, delimiter)):
            if number == MOST_ROWS:
                break
            most = max(
                most,
                len(days_named((Cell(1, n, plain(word)) for n, word in enumerate(row[:MOST_COLUMNS], 1)), columns)),
            )
    except csv.Error:
        pass
    return most


def _reader(text: str, delimiter: str, strict: bool = False) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=strict)


def _delimited(text: str, path: str, delimiter: str) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    try:
        for number, words in enumerate(_reader(text, delimiter), 1):
            _not_too_large(path, number, len(words))
            rows.append(tuple(Cell(number, n, plain(word)) for n, word in enumerate(words, 1)))
    except csv.Error:
        raise refusal(path, f"row {len(rows) + 1} holds a cell that has no end", _QUOTES, len(rows) + 1) from None
    _quotes_closed(text, path, delimiter)
    return Sheet(path, rows_of(rows))


_QUOTES = "Look for a quotation mark that is opened and never closed."


def _quotes_closed(text: str, path: str, delimiter: str) -> None:
    """An open quotation mark swallows the rest of the file; only a strict reader says so."""
    rows = 0
    try:
        for _ in _reader(text, delimiter, strict=True):
            rows += 1
    except csv.Error as problem:
        if "end of data" in str(problem):
            raise refusal(path, f"row {rows + 1} opens a quotation mark that is never closed", "", rows + 1) from None


def _not_too_large(path: str, row: int, width: int) -> None:
    if row > MOST_ROWS or width > MOST_COLUMNS:
        most = f"{MOST_ROWS:,} rows and {MOST_COLUMNS} columns"
        raise refusal(path, f"this table has more than {most}; no training calendar needs them", "", row)


def _markdown(text: str, path: str, columns: Columns) -> Sheet | None:
    """Return the rows of all tables whose first row names weekdays; None if there is none."""
    rows: list[tuple[Cell, ...]] = []
    for table in _tables(text, path):
        if any(names_days(row, columns) for row in table):
            rows += table
    return Sheet(path, rows_of(rows)) if rows else None


def _tables(text: str, path: str) -> Iterator[list[tuple[Cell, ...]]]:
    """Yield runs of lines with upright lines in them; the row of dashes is left out."""
    table: list[tuple[Cell, ...]] = []
    for number, line in enumerate(_LINES.split(text), 1):
        if not _BAR.search(line):
            if table:
                yield table
            table = []
            continue
        words = _BAR.split(line.strip().removeprefix("|"))
        words = words[:-1] if len(words) > 1 and not words[-1].strip() else words
        _not_too_large(path, len(table) + 1, len(words))
        if not all(_RULE.fullmatch(word) for word in words):
            table.append(tuple(Cell(number, n, _unmarked(word)) for n, word in enumerate(words, 1)))
    if table:
        yield table


def _unmarked(word: str) -> str:
    """Return a cell's words without Markdown's marks; ``<br>`` starts a new line."""
    if len(word) > 2 * LONGEST_CELL:  # refused later for its length
        return plain(word)
    return plain(_EMPHASIS.sub(r"\2", _BREAK.sub("\n", word)).replace("\\|", "|"))
