"""What Python's own calendar says about every day of 2024 to 2035, as sums that `dates_digest.js` gives too."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

ZONES = (
    "Pacific/Pago_Pago",
    "America/Los_Angeles",
    "America/New_York",
    "Europe/Berlin",
    "Africa/Cairo",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
)
"""From eleven hours behind to fourteen ahead: half hours, clocks that change by half an hour, at midnight, or never."""
FIRST, LAST = date(2024, 1, 1), date(2035, 12, 31)
EPOCH = date(1970, 1, 1)
ONE_DAY = timedelta(days=1)
RACE_DAYS = (0, 27, 69, 111, 139, 279)
PLANS = ((140, 7, "dated"), (63, 9, "dated"), (70, 7, "rolling"))
STARTS = ("2024-02-29", "2026-12-28", "2027-03-28", "2031-10-26", "2035-12-01")
FIRST_WEEKDAYS = (0, 6, 5)


def sums(zone: str) -> dict[str, int]:
    """The sums of the dates in a time zone."""
    return {**_sums_anywhere(), "today": _sum(_around_midnight(day, ZoneInfo(zone)) for day in _days())}


@cache
def _sums_anywhere() -> dict[str, int]:
    return {
        "days": _sum(map(_said, _days())),
        "races": _sum(",".join(f"{day - n * ONE_DAY:%Y-%m-%d}" for n in RACE_DAYS) for day in _days()),
        "weeks": _sum(",".join(_week(day, 1 + number(day) % 30, cycle) for cycle in (7, 9)) for day in _days()),
        "where": _sum(",".join(where(day, start, *plan) for start in STARTS for plan in PLANS) for day in _days()),
        "nearest": _sum(",".join(_nearest(day, wanted) for wanted in FIRST_WEEKDAYS) for day in _days()),
    }


def number(day: date) -> int:
    """The days since 1970."""
    return (day - EPOCH).days


def _days() -> Iterator[date]:
    return (FIRST + n * ONE_DAY for n in range((LAST - FIRST).days + 1))


def _sum(lines: Iterator[str]) -> int:
    return zlib.crc32("\n".join(lines).encode())


def _said(day: date) -> str:
    return f"{day.isoformat()},{number(day)},{day.weekday()},{day:%A, %B} {day.day}, {day.year}"


def _around_midnight(day: date, zone: ZoneInfo) -> str:
    midnight = datetime.combine(day, time(), zone).timestamp()
    around = (datetime.fromtimestamp(midnight + more, zone).date() for more in (-60, 60))
    return ",".join(str(part) for part in (int(midnight / 60), *map(number, around)))


def _week(start: date, week: int, cycle: int) -> str:
    first = start + (week - 1) * cycle * ONE_DAY
    last = first + (cycle - 1) * ONE_DAY
    return f"{number(first)} {number(last)} {range_text(first, last)}"


def range_text(first: date, last: date) -> str:
    """``March 1–7`` or ``March 29–April 4``."""
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{first:%B} {first.day}–{last.day if same_month else f'{last:%B} {last.day}'}"


def where(day: date, start: str, days: int, cycle: int, kind: str) -> str:
    """Where in a plan a day lies: state, week, place in the week, days until or since."""
    first = date.fromisoformat(start)
    last = first + (days - 1) * ONE_DAY
    if day < first:
        return f"before 1 0 {(first - day).days}"
    if day > last and kind == "dated":
        week, place = divmod(days - 1, cycle)
        return f"after {week + 1} {place} {(day - last).days}"
    while day > last:
        day -= days * ONE_DAY
    week, place = divmod((day - first).days, cycle)
    return f"during {week + 1} {place} 0"


def _nearest(day: date, wanted: int) -> str:
    before = next(d for d in (day - n * ONE_DAY for n in range(7)) if d.weekday() == wanted)
    after = next(d for d in (day + n * ONE_DAY for n in range(7)) if d.weekday() == wanted)
    return f"{number(before)} {number(after)}"
