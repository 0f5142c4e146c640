"""Explanations as text for a terminal, and as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from generator.explain.day import Explainer, Explanation, WeekExplanation
from generator.explain.elsewhere import Move
from generator.explain.number import Number
from generator.model.library import Library
from generator.pipeline import Expanded
from generator.progressions.tables import TABLES

WIDTH = 118
FORMAT = "hardday/explain@1"
#: Stands for a space at which no line ends.
_SPACE = "\0"


def explain_text(expanded: Expanded, library: Library, week: int | None, position: int | None) -> str:
    """Return the explanations of a day, a week or (None) all weeks as text, closing with the tables' sources."""
    weeks = _weeks(expanded, week, position)
    found = [block for one in weeks for block in _week_blocks(one)]
    if position is not None and week is not None:
        found.append(found.pop(0))  # who asks for a day reads the day first
    tables = "\n".join(_tables(weeks, library))
    return "\n\n".join([*found, tables] if tables else found)


def explain_json(expanded: Expanded, library: Library, week: int | None, position: int | None) -> str:
    """Return the same as JSON."""
    weeks = _weeks(expanded, week, position)
    data = {
        "format": FORMAT,
        "plan": expanded.plan.id,
        "weeks": [_week(one) for one in weeks],
        "tables": {
            name: {
                "title": TABLES[name].title,
                "file": TABLES[name].file,
                "sources": [_source(key, library) for key in TABLES[name].sources],
            }
            for name in _used(weeks)
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _weeks(expanded: Expanded, week: int | None, position: int | None) -> list[WeekExplanation]:
    explainer = Explainer(expanded)
    numbers = range(1, len(expanded.placed) + 1) if week is None else (week,)
    return [explainer.week(number, position) for number in numbers]


def _week_blocks(week: WeekExplanation) -> Iterator[str]:
    head = [week.title, *(line for number in week.numbers for line in _number(number))]
    head += [line for change in week.changes for line in _wrapped("  changed  ", change)]
    yield "\n".join(head)
    yield from ("\n".join(_day(day)) for day in week.days)


def _day(e: Explanation) -> Iterator[str]:
    yield f"Week {e.week}, {e.weekday}: {e.content}"
    for reason in e.reasons:
        yield from _wrapped("  because  ", f"{reason.text} ({reason.rule})")
    yield from _numbers_text(e.numbers)
    for title, moves in (("the whole day elsewhere", e.moves), ("the lift alone elsewhere", e.lift_moves)):
        if moves:
            yield f"  {title}:"
        for verdict in dict.fromkeys(map(_verdict, moves)):
            days = [move.weekday for move in moves if _verdict(move) == verdict]
            head = f"{days[0]:<9} " if len(days) == 1 else f"{', '.join(day.partition(' (')[0] for day in days)}: "
            yield from _wrapped(f"    {head}", verdict, "              ")


def _numbers_text(numbers: tuple[Number, ...]) -> Iterator[str]:
    """Yield the numbers with their reasons; of the session without a sign-off the row alone has a reason."""
    if numbers:
        yield "  its numbers:"
    for number in (number for number in numbers if not number.unsigned):
        yield from _number(number, "    ")
    unsigned = [number for number in numbers if number.unsigned]
    if unsigned:
        yield "  its numbers until somebody has signed the lifts off:"
    for number in unsigned:
        if number.origin == "row":
            yield from _number(number, "    ")
        else:
            yield from _wrapped("    ", f"{number.what}: {number.value}")


def _verdict(move: Move) -> str:
    return f"no, {move.rule}: {move.text}" if move.rule else f"possible: {move.text}"


def _number(number: Number, indent: str = "  ") -> Iterator[str]:
    """Yield what and how much, then why, with the author's line and the table."""
    yield from _wrapped(indent, f"{number.what}: {number.value}")
    where = [number.because]
    if number.place is not None:
        where.append(_unbroken(f"[{number.place.path}:{number.place.line}]"))
    if number.table is not None:
        row = f", row {number.row}" if number.row and number.row not in number.because else ""
        where.append(_unbroken(f"[table {number.table}{row}]"))
    yield from _wrapped(f"{indent}    ", " ".join(where))


def _unbroken(text: str) -> str:
    return text.replace(" ", _SPACE)


def _wrapped(head: str, text: str, indent: str | None = None) -> list[str]:
    """Return a text in lines behind ``head``; further lines begin below the text, or with ``indent``."""
    lines = wrap(
        text,
        WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head) if indent is None else indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [line.replace(_SPACE, " ") for line in lines] or [head.rstrip()]


def _numbers(weeks: Sequence[WeekExplanation]) -> Iterator[Number]:
    for week in weeks:
        yield from week.numbers
        for day in week.days:
            yield from day.numbers


def _used(weeks: Sequence[WeekExplanation]) -> tuple[str, ...]:
    used = {number.table for number in _numbers(weeks)}
    return tuple(name for name in TABLES if name in used)


def _tables(weeks: Sequence[WeekExplanation], library: Library) -> Iterator[str]:
    names = _used(weeks)
    if names:
        yield "Tables:"
    for name in names:
        table = TABLES[name]
        yield from _wrapped(f"  {name:<15}", f"{table.title} ({table.file})")
        for key in table.sources:
            yield from _wrapped(" " * 17, f"{key}: {_source(key, library)['title']}")
        if not table.sources:
            yield " " * 17 + "a coaching convention of this project; no source"


def _source(key: str, library: Library) -> dict[str, str]:
    return {"key": key, "title": str(library.texts.get("sources", {}).get(key, {}).get("title", ""))}


def _week(week: WeekExplanation) -> dict[str, Any]:
    return {
        "week": week.number,
        "title": week.title,
        "numbers": [_plain(number) for number in week.numbers],
        "changes": list(week.changes),
        "days": [
            {
                "weekday": day.weekday.lower(),
                "content": day.content,
                "reasons": [{"rule": reason.rule, "text": reason.text} for reason in day.reasons],
                "numbers": [_plain(number) for number in day.numbers],
                "elsewhere": [_move(move) for move in day.moves],
                "lift_elsewhere": [_move(move) for move in day.lift_moves],
            }
            for day in week.days
        ],
    }


def _move(move: Move) -> dict[str, Any]:
    return {"weekday": move.weekday.lower(), "rule": move.rule, "text": move.text}


def _plain(number: Number) -> dict[str, Any]:
    return {
        "what": number.what,
        "value": number.value,
        "origin": number.origin,
        "because": number.because,
        "place": None if number.place is None else str(number.place),
        "table": number.table,
        "row": number.row,
        "details": dict(number.details),
        "unless_signed_off": number.unsigned,
    }
