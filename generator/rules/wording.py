"""How findings name days, counts and distances, so that every rule speaks alike."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from generator.model.line import DayRole
from generator.model.plan import Day
from generator.model.units import METRES_PER
from generator.model.vocabulary import Unit, Weekday

_FINEST = 3  # decimals: a meter in kilometers
_ANY_SIZE = Context(prec=400)  # an audited plan may say a thousand million repeats of a thousand million meters


def day_name(weekday: Weekday) -> str:
    """Return ``Tuesday`` for ``tuesday``."""
    return weekday.capitalize()


def the_day(role: DayRole) -> str:
    """Return ``Tuesday of week 3``."""
    return of_week(role.weekday, role.week)


def of_week(day: Day | Weekday, week: int) -> str:
    """Return ``Tuesday of week 3`` for a day or its name."""
    weekday = day.weekday if isinstance(day, Day) else day
    return f"{day_name(weekday)} of week {week}"


def both_days(earlier: DayRole, later: DayRole) -> str:
    """Return ``Tuesday and Thursday of week 3``, or ``Sunday of week 3 and Tuesday of week 4``."""
    first = day_name(earlier.weekday) if earlier.week == later.week else the_day(earlier)
    return f"{first} and {the_day(later)}"


def days_between(earlier: int, later: int) -> str:
    """Return how many full days lie between two absolute days, in words: ``no full day``, ``1 full day``."""
    between = later - earlier - 1
    if between <= 0:
        return "no full day"
    return f"{between} full day{'s' if between > 1 else ''}"


def count(number: int, noun: str) -> str:
    """Return ``1 set`` or ``3 sets``; the plural takes an s."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def span(least: int, most: int | None) -> str:
    """Return ``3-4``, or ``3`` where there is no other end."""
    return str(least) if most in (None, least) else f"{least}-{most}"


def distance(metres: float, unit: Unit) -> str:
    """Return a distance as a person writes it in the plan's unit: ``11 mi``, ``17.5 km``."""
    return f"{_amount(metres, unit, 1)} {unit}"


def apart(one: float, other: float, unit: Unit) -> tuple[str, str]:
    """Return two distances with as many decimals as tell them apart: ``4.63 km`` and ``4.58 km``."""
    for decimals in range(1, _FINEST + 1):
        texts = (_amount(one, unit, decimals), _amount(other, unit, decimals))
        if texts[0] != texts[1]:
            break
    return f"{texts[0]} {unit}", f"{texts[1]} {unit}"


def _amount(metres: float, unit: Unit, decimals: int) -> str:
    return _rounded(Decimal(metres) / METRES_PER[unit], decimals)


def _rounded(value: Decimal, decimals: int) -> str:
    """Return a number with so many decimals at most, halves rounded up."""
    text = f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ANY_SIZE):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_over(share: float, limit: float) -> str:
    """Return a share that is over a limit, in whole percent where that is enough to see it: ``12%``, ``10.4%``."""
    return next((text for text in _percents(share) if float(text[:-1]) > limit), f"just over {limit}%")


def percent_under(share: float, limit: float) -> str:
    """Return a share that is under a limit, in whole percent where that is enough to see it: ``38%``, ``40.6%``."""
    return next((text for text in _percents(share) if float(text[:-1]) < limit), f"just under {limit}%")


def percent_less(cut: float, least: float, most: float) -> str:
    """Return a cut outside its band of percents: ``4% less`` than at least 12, ``50% less``, ``no less``."""
    if cut <= 0:
        return "no less"
    return f"{percent_under(cut, least) if cut < least else percent_over(cut, most)} less"


def _percents(share: float) -> tuple[str, str]:
    return f"{_rounded(Decimal(share), 0)}%", f"{_rounded(Decimal(share), 1)}%"
