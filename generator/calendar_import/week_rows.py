"""The rows below the header: which are weeks, in which order, and what stands in each day's cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.calendar_import.columns import Columns, Meaning
from generator.calendar_import.header import Layout, days_named
from generator.calendar_import.sheet import LONGEST_CELL, Cell, Sheet
from generator.calendar_import.week_numbers import Label, numbered, week_label
from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.model.quoting import one_line, quoted
from generator.model.vocabulary import WEEKDAYS, Weekday

MOST_WEEKS = 200
_ONE_A_DAY = "Give each week one row; join two sessions of a day with a plus."


@frozen
class WeekRow:
    """A week's row. ``number`` counts from 1; ``written`` is the label as it stands there."""

    number: int
    row: int
    written: str
    remark: str
    days: Mapping[Weekday, Cell]
    extras: tuple[tuple[Meaning, Cell], ...]


@dataclass(slots=True)
class Rows:
    """What the rows are, with what is wrong and what is worth knowing."""

    weeks: tuple[WeekRow, ...] = ()
    faults: list[Diagnostic] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


def place_text(cell: Cell, week: int | str | None = None, day: str = "") -> str:
    """Return a cell's place in words: ``row 7 (week 5), column 3 (tue), cell C7``."""
    row = f"row {cell.row}" if week is None else f"row {cell.row} (week {week})"
    column = f"column {cell.column} ({day[:3]})" if day else f"column {cell.column}"
    return ", ".join(part for part in (row, column, f"cell {cell.name}" if cell.name else "") if part)


def read_rows(sheet: Sheet, body: tuple[tuple[Cell, ...], ...], layout: Layout, columns: Columns) -> Rows:
    """Return the weeks in the order of the rows; a row that is no week is left out with a note or a fault."""
    found = Rows()
    kept: list[tuple[tuple[Cell, ...], Label]] = []
    for row in body:
        label = _label(sheet, row, layout, columns, found)
        if label is not None:
            kept.append((row, label))
    if not kept and not found.faults and not layout.faults:
        message = "no week stands below the names of the days"
        found.faults.append(Diagnostic(sheet.place(layout.header[0].row, 1), "error", None, message))
    if len(kept) > MOST_WEEKS:
        message = f"the calendar has {len(kept)} weeks; at most {MOST_WEEKS}"
        found.faults.append(Diagnostic(sheet.place(kept[MOST_WEEKS][0][0].row, 1), "error", None, message))
        kept = kept[:MOST_WEEKS]
    found.weeks = tuple(_weeks(sheet, kept, layout, found))
    return found


def _label(sheet: Sheet, row: tuple[Cell, ...], layout: Layout, columns: Columns, found: Rows) -> Label | None:
    """Return the row's label; None for a row that is no week, which is then noted or a fault."""
    by_column = {cell.column: cell for cell in row}
    named = {day: column for column, day in days_named(row, columns)}
    if len(named) > 3 and named == dict(layout.days):
        return None  # the header once more, as on a new page
    cell = by_column.get(layout.week or 0, Cell(row[0].row, layout.week or 1, ""))
    label = week_label(cell.text, columns)
    if label is not None or layout.week is None:
        return label
    place = sheet.place(cell.row, cell.column)
    first = next(cell for cell in row if not cell.blank)
    if columns.meaning(cell.text) == "total" or not any(
        column in by_column and not by_column[column].blank for column in layout.days.values()
    ):
        message = f"row {cell.row} ({quoted(one_line(first.text, 40))}) is no week and is left out"
        found.notes.append(Diagnostic(place, "warning", None, message))
        return None
    what = f"{quoted(one_line(cell.text))} is not a week's number" if cell.text else "there is no week's number"
    what = cell.fault or what
    hint = "Write it as 5 or Week 5." if cell.text else "" if cell.fault else _ONE_A_DAY
    found.faults.append(Diagnostic(place, "error", None, f"{place_text(cell)}: {what}", hint))
    return None


def _weeks(sheet: Sheet, kept: list[tuple[tuple[Cell, ...], Label]], layout: Layout, found: Rows) -> list[WeekRow]:
    if not kept:
        return []
    counted, down, faults = numbered([label for _, label in kept])
    for fault in faults:
        cell = _at(kept[fault.index][0], layout.week)
        message = f"{place_text(cell)}: {fault.message}"
        found.faults.append(Diagnostic(sheet.place(cell.row, cell.column), "error", None, message))
    if down and not faults:
        cell = _at(kept[0][0], layout.week)
        message = f"the weeks count down to the race; here they are numbered 1 to {len(kept)}"
        found.notes.append(Diagnostic(sheet.place(cell.row, cell.column), "warning", None, message))
    rows = []
    for (row, label), number in zip(kept, counted, strict=True):
        by_column = {cell.column: cell for cell in row}
        shown = label.number if label.number is not None else number
        days = _days(sheet, row, by_column, layout, shown, found)
        extras = tuple((meaning, by_column[n]) for n, meaning in layout.extras.items() if n in by_column)
        written = one_line(_at(row, layout.week).text, 40)
        rows.append(WeekRow(number, row[0].row, written, label.remark, days, extras))
    return rows


def _at(row: tuple[Cell, ...], column: int | None) -> Cell:
    return next((cell for cell in row if cell.column == column), Cell(row[0].row, column or 1, ""))


def _days(
    sheet: Sheet, row: tuple[Cell, ...], by_column: Mapping[int, Cell], layout: Layout, week: int, found: Rows
) -> dict[Weekday, Cell]:
    """Return the cell of each day; lacking, overlong and never computed ones are faults."""
    days: dict[Weekday, Cell] = {}
    for day in (day for day in WEEKDAYS if day in layout.days):
        cell = by_column.get(layout.days[day])
        if cell is None:
            cell = Cell(row[0].row, layout.days[day], "")
            if sheet.ragged:
                cell = Cell(cell.row, cell.column, "", fault="the row ends before this day; write it, or rest")
        if len(cell.text) > LONGEST_CELL:
            cell = Cell(cell.row, cell.column, "", cell.name, f"the cell holds more than {LONGEST_CELL} characters")
        if cell.merged is not None:
            cell = _merged(cell, cell.merged, days)
        if cell.fault:
            message = f"{place_text(cell, week, day)}: {cell.fault}"
            found.faults.append(Diagnostic(sheet.place(cell.row, cell.column), "error", None, message))
        days[day] = cell
    if days and all(cell.blank for cell in days.values()):
        first = days[min(days, key=lambda day: days[day].column)]
        message = f"{place_text(first, week)}: the week has no day"
        found.faults.append(
            Diagnostic(sheet.place(first.row, first.column), "error", None, message, "Write rest if it is one of rest.")
        )
    return days


def _merged(cell: Cell, first: Cell, days: Mapping[Weekday, Cell]) -> Cell:
    """Return the cell with the text of its area: each week has it if the area runs down; across, only rest is plain."""
    if first.column == cell.column:
        return Cell(cell.row, cell.column, first.text, cell.name, first.fault)
    if not any(day.column == first.column for day in days.values()):
        return Cell(cell.row, cell.column, "", cell.name)
    return cell
