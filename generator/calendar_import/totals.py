"""A week's total beside its days, compared with their sum; and the columns that are left out, each told once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.calendar_import.cells import ReadDay
from generator.calendar_import.header import Layout
from generator.calendar_import.sheet import Cell, Sheet
from generator.calendar_import.week_rows import WeekRow, place_text
from generator.model.finding import Diagnostic
from generator.model.quoting import one_line
from generator.model.units import METRES_PER
from generator.model.vocabulary import Unit

_TOTAL = re.compile(
    r"~?\s*([0-9]{1,4}(?:[.,][0-9]{1,3})?)(?:\s*(?:-|–|to)\s*([0-9]{1,4}(?:[.,][0-9]{1,3})?))?"
    r"\s*(km|kms|k|kilomet(?:er|re)s?|mi|miles?|m)?\.?(?=\s*(?:$|\(|/))", re.I
)  # fmt: skip


def notes_beside(
    sheet: Sheet, weeks: Iterable[WeekRow], layout: Layout, days: Iterable[ReadDay], units: Unit
) -> Iterable[Diagnostic]:
    """Yield what is left out of the columns beside the days, and the totals that are not the sum of their days."""
    rows = list(weeks)
    for column, meaning in layout.extras.items():
        if any(not cell.blank for week in rows for _, cell in week.extras if cell.column == column):
            head = next(cell for cell in layout.header if cell.column == column)
            use = {"total": "is compared with the days", "phase": "goes into comments"}.get(meaning, "is left out")
            message = f"row {head.row}, column {column}: the column '{one_line(head.text)}' {use}"
            yield Diagnostic(sheet.place(head.row, column), "warning", None, message)
    by_week: dict[int, list[ReadDay]] = defaultdict(list)
    for day in days:
        by_week[day.week].append(day)
    for week in rows:
        for cell in (cell for meaning, cell in week.extras if meaning == "total"):
            yield from _compared(sheet, week, cell, by_week[week.number], layout, units)


def _compared(
    sheet: Sheet, week: WeekRow, cell: Cell, days: list[ReadDay], layout: Layout, units: Unit
) -> Iterable[Diagnostic]:
    """Yield a note if the total is not the sum; a week with runs that have no distance is not compared."""
    found = _TOTAL.match(cell.text)
    amounts = [s.distance for day in days for s in day.sessions if s.kind != "cross"]
    if not found or not amounts or None in amounts or len(days) < len(week.days):
        return
    unit = found[3].lower() if found[3] else layout.unit or units
    per = float(METRES_PER["km" if unit.startswith("k") else "mi"])
    ends = [float(end.replace(",", ".")) for end in (found[1], found[2] or found[1])]
    least = sum(amount.least for amount in amounts if amount is not None) / per
    most = sum(amount.most for amount in amounts if amount is not None) / per
    if least - 0.51 <= ends[1] and ends[0] <= most + 0.51:
        return
    shown = "km" if per == METRES_PER["km"] else "mi"
    summed = _short(least) if round(least, 1) == round(most, 1) else f"{_short(least)}-{_short(most)}"
    message = (
        f"{place_text(cell, week.number)}: the total is '{one_line(cell.text)}', the days add up to {summed} {shown}"
    )
    yield Diagnostic(sheet.place(cell.row, cell.column), "warning", None, message)


def _short(amount: float) -> str:
    return f"{amount:.1f}".removesuffix(".0")


def phases_of(weeks: Iterable[WeekRow]) -> Mapping[int, str]:
    """Return what the phase column says of each week; a blank cell goes on with the one above."""
    found: dict[int, str] = {}
    last = ""
    for week in weeks:
        last = next((cell.text for meaning, cell in week.extras if meaning == "phase" and cell.text), last)
        found[week.number] = one_line(last)
    return found
