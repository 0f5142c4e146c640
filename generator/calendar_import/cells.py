"""What each day's cell says, by the vocabulary; what is not understood is listed, all of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from generator.calendar_import.sheet import Cell, Sheet
from generator.calendar_import.week_rows import WeekRow, place_text
from generator.calendar_words import CellReading, ReadSession, Vocabulary, read_cell
from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.model.given import Amount, GivenDay, GivenSession
from generator.model.quoting import one_line, quoted
from generator.model.vocabulary import Weekday

_SETTLE = "Mend the calendar, or say what a wording means: --as 'club night=quality'."


@frozen
class ReadDay:
    """A day's cell and what it says. ``empty``: nothing stands in it."""

    week: int
    day: Weekday
    cell: Cell
    sessions: tuple[ReadSession, ...]
    empty: bool = False


@dataclass(slots=True)
class Cells:
    """The days in the order of the weeks and the rows, with what is not understood and what is worth knowing."""

    days: list[ReadDay] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


def read_cells(
    sheet: Sheet, weeks: Iterable[WeekRow], order: tuple[Weekday, ...], absent: tuple[Weekday, ...], words: Vocabulary
) -> Cells:
    """Read every day's cell, the days of a week in this order; days that are ``absent`` from the table are empty."""
    found = Cells()
    for week in weeks:
        for day in order:
            if day in absent:
                found.days.append(ReadDay(week.number, day, Cell(week.row, 1, ""), (), empty=True))
            elif day in week.days:
                _read(sheet, week, day, words, found)
        _note_empty(sheet, week, found)
    if found.faults:
        last = found.faults[-1]
        found.faults[-1] = replace(last, hint=" ".join(part for part in (last.hint, _SETTLE) if part))
    return found


def _read(sheet: Sheet, week: WeekRow, day: Weekday, vocabulary: Vocabulary, found: Cells) -> None:
    cell = week.days[day]
    if cell.fault:
        return
    text = cell.merged.text if cell.merged is not None else cell.text
    reading = _as_written(read_cell(text, vocabulary), text)
    place, where = sheet.place(cell.row, cell.column), place_text(cell, week.number, day)
    if cell.merged is not None and (reading.sessions or reading.unknown):
        message = f"{where}: merged with {cell.merged.name} ({quoted(cell.merged.text)})"
        hint = "Unmerge the two, and write each day in its own cell."
        found.faults.append(Diagnostic(place, "error", None, message, hint))
        return
    for message in _not_understood(reading, cell):
        found.faults.append(Diagnostic(place, "error", None, f"{where}: {message}"))
    for note in reading.notes:
        found.notes.append(Diagnostic(place, "warning", None, f"{where}: {note}"))
    if not reading.unknown:
        found.days.append(ReadDay(week.number, day, cell, reading.sessions, reading.empty))


def _as_written(reading: CellReading, text: str) -> CellReading:
    """Return the reading; a cell in hardday's own words keeps them, what stands in its brackets too.

    Kinds and amounts stay those of the vocabulary, in which the author may have settled a wording.
    """
    words = " ".join(text.split())
    try:
        day = GivenDay.parse(words)
    except ValueError:
        return reading
    if day.written != words or not (reading.unknown or _outline(reading.sessions) == _outline(day.sessions)):
        return reading
    plain = zip_longest(day.sessions, reading.sessions)
    sessions = (_kept(given, read) for given, read in plain if given is not None)
    return CellReading(text, tuple(sessions), notes=() if reading.unknown else reading.notes)


def _outline(sessions: Iterable[GivenSession | ReadSession]) -> list[tuple[object, ...]]:
    def ends(amount: Amount | None) -> tuple[int, int] | None:
        return None if amount is None else (amount.least, amount.most)

    return [(one.kind, one.optional, ends(one.distance), ends(one.duration)) for one in sessions]


def _kept(given: GivenSession, read: ReadSession | None) -> ReadSession:
    plain = ReadSession(given.kind, given.distance, given.duration, given.label, given.workout, given.optional)
    return plain if read is None else replace(plain, pace=read.pace, rpe=read.rpe)


def _not_understood(reading: CellReading, cell: Cell) -> Iterable[str]:
    """Yield a message a part, in the cell's own words; a reason that names the part stands alone."""
    whole = one_line(cell.text, 120)
    for index, part in enumerate(reading.unknown):
        why = reading.why[index].rstrip(".") if index < len(reading.why) else ""
        shown = quoted(part) if one_line(part, 120) == whole else f"{quoted(part)} in {quoted(whole, 120)}"
        yield f"{shown} is not understood{f': {why}' if why else ''}"


def _note_empty(sheet: Sheet, week: WeekRow, found: Cells) -> None:
    """One note a row for its empty days: they are taken for rest."""
    empty = [day for day, cell in week.days.items() if cell.blank and cell.merged is None]
    if not empty or len(empty) == len(week.days):
        return
    first = week.days[empty[0]]
    names = ", ".join(day[:3] for day in empty)
    message = f"row {first.row} (week {week.number}): nothing stands under {names}; taken for rest"
    found.notes.append(Diagnostic(sheet.place(first.row, first.column), "warning", None, message))
