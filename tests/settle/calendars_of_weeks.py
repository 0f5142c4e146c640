"""Given calendars for tests, a week a line: the days from Monday to Sunday parted by bars."""

from __future__ import annotations

from definition.reading import shipped

from generator.pipeline import Expanded, draft
from generator.yaml_tree import read_tree

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
HEAD = """title: A calendar
summary: Somebody's own weeks.
audience: recreational
units: km
author: somebody
source: our own
licence: MIT
easy_pace: 6:00 /km
"""


def definition(weeks: list[str], more: str = "", first: int = 1) -> str:
    lines = [HEAD + more, "calendar:"]
    for number, week in enumerate(weeks, first):
        lines.append(f"  {number}:")
        lines += [f"    {day}: {cell.strip()}" for day, cell in zip(DAYS, week.split("|"), strict=True)]
    return "\n".join(lines) + "\n"


def drafted(weeks: list[str], more: str = "", first: int = 1) -> Expanded:
    return draft(shipped(), read_tree(definition(weeks, more, first).encode(), "calendar.yaml"), "calendar")


def strengths(expanded: Expanded) -> list[str]:
    return [week.strength for week in expanded.plan.weeks]


def runnings(expanded: Expanded) -> list[str]:
    return [week.running for week in expanded.plan.weeks]


def lifts(expanded: Expanded, number: int) -> dict[str, str]:
    """The lifts of a week by the first letters of their days."""
    week = expanded.plan.weeks[number - 1]
    return {day.weekday[:3]: lift.kind for day in week.days for lift in day.lifts}


def week(long: int = 14, quality: str = "quality 8 km", **days: str) -> str:
    """The article's week as a calendar gives it; single days set otherwise by their name."""
    cells = {
        "monday": "aerobic 8 km",
        "tuesday": quality,
        "wednesday": "rest",
        "thursday": "aerobic 8 km",
        "friday": "easy 6 km",
        "saturday": f"long {long} km",
        "sunday": "cross 40 min",
    }
    return "|".join((cells | days)[day] for day in DAYS)
