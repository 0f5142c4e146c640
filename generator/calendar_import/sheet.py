"""A table as somebody wrote it: cells with their places and their text, whatever kind of file they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.frozen import frozen
from generator.model.finding import Diagnostic, Place, Refused

#: More than any training calendar needs, and little enough that no file makes hardday slow.
MOST_ROWS, MOST_COLUMNS = 2_000, 200
LONGEST_CELL = 500
#: Invisible marks that come along when people copy from the web; nothing of what was written goes with them.
_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]")
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@frozen
class Cell:
    """One cell. ``row`` and ``column`` count from 1; ``name`` is the spreadsheet's (``C7``), if it is from one.

    ``fault`` says why the text is not what people see there (a formula that was never computed). ``merged`` is the
    first cell of the area with which this one is merged; people see its text here.
    """

    row: int
    column: int
    text: str
    name: str = ""
    fault: str = ""
    merged: Cell | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing stands in the cell."""
        return not (self.text or self.fault)


@frozen
class Sheet:
    """A table's rows in order, blank ones left out. ``path`` is the file as messages name it.

    ``ragged``: a row that ends early lacks cells (a file of text); in a spreadsheet they are only empty.
    """

    path: str
    rows: tuple[tuple[Cell, ...], ...]
    ragged: bool = True
    notes: tuple[Diagnostic, ...] = ()

    def place(self, row: int, column: int) -> Place:
        """Return a place in the file: row and column as messages name them."""
        return Place(self.path, row, column)


def plain(text: str) -> str:
    """Return a cell's text without invisible marks, its lines trimmed."""
    lines = (" ".join(line.split()) for line in _LINE_BREAKS.sub("\n", _INVISIBLE.sub("", text)).split("\n"))
    return "\n".join(line for line in lines if line)


def is_binary(text: str) -> bool:
    """Whether a text holds characters that no text has."""
    return _CONTROL.search(text) is not None


def rows_of(cells: Iterable[Iterable[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows in which anything stands."""
    return tuple(row for row in map(tuple, cells) if not all(cell.blank for cell in row))


def refusal(path: str, message: str, hint: str = "", row: int = 1, column: int = 1) -> Refused:
    """Return the one error of a file that is no calendar."""
    return Refused((Diagnostic(Place(path, row, column), "error", None, message, hint),))
