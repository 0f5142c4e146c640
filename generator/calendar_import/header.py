"""Which row names the days, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.calendar_import.columns import Columns, Meaning, unit_in
from generator.calendar_import.sheet import Cell, Sheet, refusal
from generator.calendar_import.week_numbers import week_label
from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.model.quoting import one_line, quoted
from generator.model.vocabulary import WEEKDAYS, Weekday, WeekStart

_STARTS: tuple[WeekStart, ...] = ("monday", "sunday", "saturday")
_WANTED = "The first row names the columns: week,mon,tue,wed,thu,fri,sat,sun."
#: A table of so few days is one of the days with a run; one that lacks fewer has lost a column.
_RUN_DAYS = 4
_RENAME = "Name it notes, total, phase or date, or delete it."


@frozen
class Layout:
    """What the columns hold, by column number; ``week`` is None if no column holds the week's number.

    ``absent`` are days without a column that are days of rest: the table has only the days with a run.
    ``unit`` is what the header says of the totals (km or mi), if it does.
    """

    header: tuple[Cell, ...]
    days: Mapping[Weekday, int]
    week: int | None
    extras: Mapping[int, Meaning]
    unit: str
    faults: tuple[Diagnostic, ...]
    absent: tuple[Weekday, ...] = ()
    notes: tuple[Diagnostic, ...] = ()

    @property
    def week_starts(self) -> WeekStart:
        """The first day, if the days run from it without a gap; any other order is only an order of columns."""
        order = sorted(self.days, key=self.days.__getitem__)
        for start in _STARTS:
            first = WEEKDAYS.index(start)
            if order == [*WEEKDAYS[first:], *WEEKDAYS[:first]]:
                return start
        return "monday"


def days_named(row: Iterable[Cell], columns: Columns) -> list[tuple[int, Weekday]]:
    """Return the columns of a row that name a weekday; seven letters in the order of a week name them too."""
    cells = list(row)
    named = [(cell.column, day) for cell in cells if (day := columns.weekday(cell.text)) is not None]
    letters = [cell.text.lower() for cell in cells]
    for start in range(len(cells) - 6):
        days = columns.initials.get(tuple(letters[start : start + 7]))
        if days is not None and len(named) < 7:
            return [(cell.column, day) for cell, day in zip(cells[start:], days, strict=False)]
    return named


def names_days(row: Iterable[Cell], columns: Columns) -> bool:
    """Whether a row may be a calendar's header: it names two days, or one beside the week."""
    cells = list(row)
    days = len(days_named(cells, columns))
    return days > 1 or (days == 1 and any(columns.meaning(cell.text) == "week" for cell in cells))


def find_layout(sheet: Sheet, columns: Columns) -> tuple[Layout, tuple[tuple[Cell, ...], ...]]:
    """Return what the columns hold, and the rows below the header; Refused if no row names days."""
    index = max(range(len(sheet.rows)), key=lambda n: (len(days_named(sheet.rows[n], columns)), -n), default=None)
    if index is None:
        raise refusal(sheet.path, "the file is empty", _WANTED)
    if not names_days(sheet.rows[index], columns):
        raise refusal(sheet.path, f"no row names the days of the week{_turned(sheet, columns)}", _WANTED)
    body = sheet.rows[index + 1 :]
    return _layout(sheet, sheet.rows[index], body, columns), body


def _turned(sheet: Sheet, columns: Columns) -> str:
    """Say so if the days run down a column instead."""
    by_column: dict[int, int] = {}
    for row in sheet.rows:
        for column, _ in days_named(row, columns):
            by_column[column] = by_column.get(column, 0) + 1
    down = next((column for column, number in by_column.items() if number > 2), None)
    return "" if down is None else f"; they run down column {down}, so turn the table (rows to columns)"


def _layout(sheet: Sheet, header: tuple[Cell, ...], body: tuple[tuple[Cell, ...], ...], columns: Columns) -> Layout:
    faults: list[Diagnostic] = []
    row = header[0].row
    days: dict[Weekday, int] = {}
    for column, day in days_named(header, columns):
        if day in days:
            message = f"row {row}, column {column}: {day} stands twice, first in column {days[day]}"
            faults.append(Diagnostic(sheet.place(row, column), "error", None, message, "Rename or delete one of them."))
        days.setdefault(day, column)
    missing = tuple(day for day in WEEKDAYS if day not in days)
    absent = missing if len(days) <= _RUN_DAYS and not faults else ()
    notes: tuple[Diagnostic, ...] = ()
    if missing:
        place, message = sheet.place(row, header[-1].column), f"row {row}: no column is for {', '.join(missing)}"
        if absent:
            notes = (Diagnostic(place, "warning", None, f"{message}; taken for rest"),)
        else:
            faults.append(Diagnostic(place, "error", None, message, "Write every day."))
    taken = {column for column, _ in days_named(header, columns)}
    others = {cell.column: cell.text for cell in header if cell.column not in taken}
    week = _week_column(others, taken, body, columns)
    if week is None:
        message = f"row {row}: no column holds the week's number"
        faults.append(Diagnostic(sheet.place(row, 1), "error", None, message, _WANTED))
    extras = {n: meaning for n, text in others.items() if (meaning := columns.meaning(text)) and n != week}
    unknown = {n: text for n, text in others.items() if n not in extras and n != week}
    faults += (_not_understood(sheet, row, n, text) for n, text in unknown.items() if text)
    faults += _nameless(
        sheet, header, body, {n for n, text in unknown.items() if not text}, taken | set(others) | {week or 0}
    )
    unit = next((unit for n, meaning in extras.items() if meaning == "total" and (unit := unit_in(others[n]))), "")
    return Layout(header, days, week, extras, unit, tuple(faults), absent, notes)


def _week_column(
    others: Mapping[int, str], taken: set[int], body: tuple[tuple[Cell, ...], ...], columns: Columns
) -> int | None:
    """Return the column that is named week; else a first column of another name with numbers of weeks in it."""
    named = next((column for column, text in others.items() if columns.meaning(text) == "week"), None)
    first = min({*others, *(cell.column for row in body for cell in row)} - taken, default=None)
    if named is not None or first is None or columns.meaning(others.get(first, "")):
        return named
    labels = (cell.text for row in body for cell in row if cell.column == first)
    return first if any(week_label(text, columns) for text in labels) else None


def _not_understood(sheet: Sheet, row: int, column: int, text: str) -> Diagnostic:
    message = f"row {row}, column {column}: the column {quoted(text)} is not understood"
    return Diagnostic(sheet.place(row, column), "error", None, message, _RENAME)


def _nameless(
    sheet: Sheet, header: tuple[Cell, ...], body: tuple[tuple[Cell, ...], ...], blank: set[int], known: set[int]
) -> Iterable[Diagnostic]:
    """Yield the cells that stand under no name: below a blank one once, beyond the header in every row."""
    told: set[int] = set()
    for row in body:
        for cell in row:
            beyond = cell.column not in known
            if cell.blank or not (beyond or cell.column in blank) or (cell.column in told and not sheet.ragged):
                continue
            if cell.column in told and not beyond:
                continue
            told.add(cell.column)
            message = f"row {cell.row}, column {cell.column}: {quoted(one_line(cell.text))} stands under no day"
            hint = "Put a cell with commas of its own in quotation marks." if beyond and sheet.ragged else _RENAME
            yield Diagnostic(sheet.place(cell.row, cell.column), "error", None, message, hint)
