"""Numbers as people write them, and the amounts they make: a reading is taken only if it is the only one."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from generator.frozen import frozen
from generator.model.given import MOST_METRES, MOST_SECONDS, Amount
from generator.model.units import METRES_PER, SECONDS_PER, Distance, Duration, metres

FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_GROUPED = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})*")
_BOTH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_MOST_DIGITS = 8
_THOUSANDTH = Decimal("0.001")
#: Nobody runs a step shorter than this: it was meant in other units.
LEAST_METRES = 20
#: Below this a time with seconds is told in seconds alone.
LONGEST_IN_SECONDS = 600
_NOTHING = "it is nothing to run; write rest, or rest or easy 5 km"
_WRITABLE = Decimal(10_000)


@frozen
class End:
    """One end of an amount: the values its digits may mean, and its unit if it has one."""

    values: tuple[Decimal, ...]
    unit: str | None


def values(text: str) -> tuple[Decimal, ...]:
    """Return what the digits may mean: ``7,5`` is 7.5, ``1,500`` is 1500 or 1.5; nothing if they are no number."""
    fraction = FRACTIONS.get(text[-1], Decimal(0))
    digits = text[:-1] if fraction else text
    if fraction and not digits:
        return (fraction,)
    if len(digits) > 2 * _MOST_DIGITS or (fraction and not digits.isdigit()):
        return ()
    found: list[Decimal] = []
    if _PLAIN.fullmatch(digits):
        found.append(Decimal(digits.replace(",", ".")) + fraction)
    if _GROUPED.fullmatch(digits):
        found.append(Decimal(re.sub("[.,]", "", digits)))
    if _BOTH.fullmatch(digits):
        whole, part = re.split("[.,]", digits)[:-1], re.split("[.,]", digits)[-1]
        found.append(Decimal(f"{''.join(whole)}.{part}"))
    return tuple(dict.fromkeys(found))


def amount(ends: tuple[End, ...]) -> tuple[Amount, bool]:
    """Return the amount of one end or two, and whether it is a time; ValueError says what would be right."""
    units = [end.unit for end in ends]
    unit = units[-1]
    assert unit is not None
    first = units[0] or unit
    timed = unit in SECONDS_PER
    if timed != (first in SECONDS_PER) or {first, unit} in ({"km", "mi"}, {"m", "mi"}):
        raise ValueError(f"it goes from {first} to {unit}; write both ends in one unit")
    found: dict[Amount, None] = {}
    problem = ""
    for numbers in itertools.product(*(end.values for end in ends)):
        try:
            found[_amount(numbers, (first, unit) if len(ends) > 1 else (unit,), timed)] = None
        except ValueError as reason:
            problem = problem or str(reason)
    if len(found) > 1:
        raise ValueError(f"it can be read as {' or as '.join(a.text for a in found)}; write one of them")
    if not found:
        raise ValueError(problem or "it is not a number that hardday can read; write it as 7.5 or 1500")
    return next(iter(found)), timed


def _amount(numbers: tuple[Decimal, ...], units: tuple[str, ...], timed: bool) -> Amount:
    if len(set(units)) > 1:
        numbers, units = _in_one_unit(numbers, units, timed)
    unit = units[0]
    if unit == "m" and max(numbers) >= _WRITABLE:
        numbers, unit = tuple(number / 1000 for number in numbers), "km"
    if not timed:
        numbers = tuple(number.quantize(_THOUSANDTH) if number < _WRITABLE else number for number in numbers)
    whole = [_in_smallest(number, unit, timed) for number in numbers]
    written = [f"{number.normalize():f}" for number in numbers]
    if len(whole) > 1 and whole[0] > whole[1]:
        raise ValueError(f"it runs backwards; write {written[1]}-{written[0]} {unit}")
    return Amount(whole[0], whole[-1], f"{'-'.join(dict.fromkeys(written))} {unit}")


def _in_one_unit(
    numbers: tuple[Decimal, ...], units: tuple[str, ...], timed: bool
) -> tuple[tuple[Decimal, ...], tuple[str, ...]]:
    """Return both ends in minutes (seconds where those don't do) or kilometers."""
    if not timed:
        return tuple(n * METRES_PER[u] / 1000 for n, u in zip(numbers, units, strict=True)), ("km",)
    seconds = tuple(n * SECONDS_PER[u] for n, u in zip(numbers, units, strict=True))
    if all(n % 60 == 0 for n in seconds):
        return tuple(n / 60 for n in seconds), ("min",)
    return seconds, ("s",)


def _in_smallest(number: Decimal, unit: str, timed: bool) -> int:
    """Return meters or seconds; ValueError for none, too many, or parts of a second."""
    if timed:
        seconds = number * SECONDS_PER[unit]
        if not seconds:
            raise ValueError(_NOTHING)
        if seconds > MOST_SECONDS or number >= _WRITABLE:
            raise ValueError(f"nobody runs that long; expected more than 0 to {MOST_SECONDS // 3600} h")
        if seconds != int(seconds) or number != number.quantize(_THOUSANDTH):
            raise ValueError("it is not a whole number of seconds; write whole minutes or seconds")
        return int(seconds)
    far = metres(number, unit) if number < _WRITABLE else MOST_METRES + 1
    if not far:
        raise ValueError(_NOTHING)
    if far > MOST_METRES:
        raise ValueError(f"nobody runs that far; expected more than 0 to {MOST_METRES // 1000} km")
    if unit == "m" and (far < LEAST_METRES or number != int(number)):
        plain = f"{number.normalize():f}"
        raise ValueError(f"{plain} m is {plain} meters; write {plain} mi or {plain} min if you mean those")
    return far


def plain_amount(text: str) -> tuple[Amount, bool]:
    """Return an amount as hardday writes it (``0.5 mi``, ``60 min``), and whether it is a time; ValueError if not."""
    timed = text.endswith(("min", "h", "s"))
    whole = Duration.parse(text).seconds if timed else Distance.parse(text).metres
    return Amount(whole, whole, text), timed


def joined_time(hours: Decimal, minutes: Decimal, seconds: Decimal) -> End:
    """Return a time of several units as one end, in minutes where they do, else in seconds."""
    whole = hours * 3600 + minutes * 60 + seconds
    halves = 60 if whole < LONGEST_IN_SECONDS else 30
    return End((whole / 60,), "min") if whole % halves == 0 else End((whole,), "s")
