"""From a file to a calendar: the sheet, its columns, its weeks, every cell, and the kinds of runs without one."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.calendar_import.amounts import ASSUMED_PACE, easy_pace_in, units_of
from generator.calendar_import.calendar import Calendar, CalendarWeek, Guess
from generator.calendar_import.cells import Cells, ReadDay, read_cells
from generator.calendar_import.classify import classify
from generator.calendar_import.columns import Columns
from generator.calendar_import.header import find_layout
from generator.calendar_import.opening import read_sheet
from generator.calendar_import.sheet import Cell, Sheet
from generator.calendar_import.totals import notes_beside, phases_of
from generator.calendar_import.week_rows import Rows, WeekRow, place_text, read_rows
from generator.calendar_words import Vocabulary, settled
from generator.model.finding import Diagnostic, Refused
from generator.model.given import GivenDay, GivenKind
from generator.model.quoting import one_line, quoted
from generator.model.units import Pace
from generator.model.vocabulary import WEEKDAYS, Unit, Weekday, WeekStart


def read_calendar(
    path: Path,
    vocabulary: Vocabulary,
    columns: Columns,
    *,
    shown: str | None = None,
    sheet_name: str | None = None,
    easy_pace: str = "",
) -> Calendar:
    """Read a file's calendar; Refused with everything that is not understood, each with its row and column.

    ``shown`` is the path as messages print it, ``sheet_name`` the sheet of a workbook with several calendars,
    ``easy_pace`` the runner's (``6:00 /km``), by which times and distances are compared.
    """
    sheet = read_sheet(path, shown or str(path), columns, sheet_name)
    layout, body = find_layout(sheet, columns)
    rows = read_rows(sheet, body, layout, columns)
    order = _order(layout.week_starts)
    cells = read_cells(sheet, rows.weeks, order, layout.absent, vocabulary)
    sessions = [session for day in cells.days for session in day.sessions]
    units = units_of(sessions, _unit_named(layout.unit or easy_pace))
    easy = easy_pace_in(sessions)
    pace = Pace.parse(easy_pace) if easy_pace else easy or Pace.parse(ASSUMED_PACE[units])
    kinds = classify(cells.days, pace, units)
    days = _given(sheet, cells, kinds)
    faults = [*layout.faults, *rows.faults, *cells.faults]
    if faults:
        raise Refused(tuple(sorted(faults, key=lambda fault: (fault.place.line, fault.place.column))))
    guesses = tuple(_guesses(cells.days, kinds))
    notes = [
        *sheet.notes,
        *layout.notes,
        *rows.notes,
        *cells.notes,
        *notes_beside(sheet, rows.weeks, layout, cells.days, units),
    ]
    places = {(day.week, day.day): day.cell for day in cells.days}
    notes += (_told(sheet, places[guess.week, guess.day], guess) for guess in guesses)
    notes.sort(key=lambda note: (note.place.line, note.place.column))
    blank = frozenset((day.week, day.day) for day in cells.days if day.empty)
    return Calendar(_weeks(rows, days), layout.week_starts, units, easy, guesses, blank, tuple(notes))


def _order(starts: WeekStart) -> tuple[Weekday, ...]:
    first = WEEKDAYS.index(starts)
    return (*WEEKDAYS[first:], *WEEKDAYS[:first])


def _unit_named(text: str) -> Unit:
    return "mi" if text.endswith("mi") else "km"


def _given(
    sheet: Sheet, cells: Cells, kinds: Mapping[tuple[int, int], tuple[GivenKind, str]]
) -> dict[tuple[int, Weekday], GivenDay]:
    """Return each day as a definition has it; what no definition could hold is a fault of its cell."""
    days: dict[tuple[int, Weekday], GivenDay] = {}
    for at, day in enumerate(cells.days):
        kept = tuple(
            settled(session, session.kind or kinds[at, index][0]) for index, session in enumerate(day.sessions)
        )
        try:
            days[day.week, day.day] = GivenDay.parse(GivenDay.of(kept).written)
            if any(session.kind == "race" and session.distance is None for session in kept):
                raise ValueError("how far is the race? Write it as race 10 km or race half marathon")
        except ValueError as problem:
            cell = day.cell
            message = f"{place_text(cell, day.week, day.day)}: {quoted(one_line(cell.text))}: {problem}"
            cells.faults.append(Diagnostic(sheet.place(cell.row, cell.column), "error", None, message))
    return days


def _guesses(days: list[ReadDay], kinds: Mapping[tuple[int, int], tuple[GivenKind, str]]) -> list[Guess]:
    found: list[Guess] = []
    for at, day in enumerate(days):
        guessed = [kinds[at, index] for index in range(len(day.sessions)) if (at, index) in kinds]
        found += (Guess(day.week, day.day, kind, reason) for kind, reason in guessed)
    return found


def _told(sheet: Sheet, cell: Cell, guess: Guess) -> Diagnostic:
    text = quoted(one_line(cell.text))
    message = f"{place_text(cell, guess.week, guess.day)}: {text} is taken for {guess.kind}: {guess.reason}"
    return Diagnostic(sheet.place(cell.row, cell.column), "warning", None, message)


def _weeks(rows: Rows, days: Mapping[tuple[int, Weekday], GivenDay]) -> tuple[CalendarWeek, ...]:
    phases = phases_of(rows.weeks)
    by_week: dict[int, dict[Weekday, GivenDay]] = {}
    for (number, day), given in days.items():
        by_week.setdefault(number, {})[day] = given
    return tuple(CalendarWeek(week.number, by_week[week.number], _remark(week, phases)) for week in rows.weeks)


def _remark(week: WeekRow, phases: Mapping[int, str]) -> str:
    """Return what stands beside the week's number, for a comment: its own label, its remark, its phase."""
    plain = week.written.lower().removeprefix("week").removeprefix("wk").removeprefix("w").strip(" .#")
    own_number = f"week {week.written}" if week.written.isdecimal() else week.written
    label = "" if plain == str(week.number) or week.remark else f"{own_number} in the calendar"
    own = week.written if week.remark else label
    return ", ".join(dict.fromkeys(part for part in (phases[week.number], own) if part))
