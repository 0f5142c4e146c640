"""How findings name days and counts, so that every rule speaks alike."""

from __future__ import annotations

from generator.model.line import DayRole
from generator.model.vocabulary import Weekday


def day_name(weekday: Weekday) -> str:
    """Return ``Tuesday`` for ``tuesday``."""
    return weekday.capitalize()


def the_day(role: DayRole) -> str:
    """Return ``Tuesday of week 3``."""
    return f"{role.weekday.capitalize()} of week {role.week}"


def days_between(earlier: int, later: int) -> str:
    """Return how many full days lie between two absolute days, in words: ``no full day``, ``1 full day``."""
    between = later - earlier - 1
    if between <= 0:
        return "no full day"
    return f"{between} full day{'s' if between > 1 else ''}"


def count(number: int, noun: str) -> str:
    """Return ``1 set`` or ``3 sets``; the plural takes an s."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def km(metres: float) -> str:
    """Return a distance in kilometers with one decimal where needed: ``12 km``, ``12.4 km``."""
    return f"{metres / 1000:.1f}".removesuffix(".0") + " km"
