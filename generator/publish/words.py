"""How runners and lifters say it: distances, times, efforts and doses as text in the plan's unit.

Input is metres and seconds. A number and its unit are joined by a space that does not break.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from generator.language import N_, N_pgettext, _, number, pgettext, remembered
from generator.language import joined as joined
from generator.model.units import METRES_PER
from generator.model.vocabulary import Unit

NBSP = "\u00a0"
_TENTH = Decimal("0.1")
#: Authors write two decimals at most; more would come from a conversion.
_AS_WRITTEN = (Decimal(1), _TENTH, Decimal("0.01"))
#: Ranges of times are read in minutes up to here.
_LONGEST_IN_MINUTES = 3 * 3600
#: A step within a metre of a tenth of a mile was meant as miles: stored distances are whole metres.
_ROUNDING_M = 1
#: Below this runners count in metres (1200 m), from here on in kilometres.
_LONGEST_IN_METRES = 2000

_RPE_NAMES: tuple[tuple[int, tuple[str, str]], ...] = (
    (2, N_pgettext("how an effort feels", "very easy")),
    (3, N_pgettext("how an effort feels", "easy")),
    (4, N_pgettext("how an effort feels", "steady")),
    (5, N_pgettext("how an effort feels", "moderate")),
    (7, N_pgettext("how an effort feels", "comfortably hard")),
    (9, N_pgettext("how an effort feels", "hard")),
    (10, N_pgettext("how an effort feels", "all you have")),
)
_TARGETS: dict[str, str] = {
    "threshold": N_("at threshold"),
    "interval": N_("at interval effort"),
    "repetition": N_("at repetition effort"),
    "mile": N_("at mile effort"),
    "3k": N_("at 3k effort"),
    "5k": N_("at 5k effort"),
    "10k": N_("at 10k effort"),
    "half-marathon": N_("at half marathon effort"),
    "marathon": N_("at marathon effort"),
    "hills": N_("uphill"),
    "strides": N_("stride"),
    "hard": N_("hard"),
}


def amount(metres: int, unit: Unit) -> str:
    """Return the number alone, with one decimal at most: ``14``, ``12.5``, ``26.2``."""
    return number(_tenths(metres, unit))


def _tenths(metres: int, unit: Unit) -> str:
    return f"{(Decimal(metres) / METRES_PER[unit]).quantize(_TENTH, ROUND_HALF_UP).normalize():f}"


@remembered(2_000)
def distance(metres: int, unit: Unit) -> str:
    """Return a distance in the plan's unit: ``14 km``, ``26.2 mi``."""
    return f"{amount(metres, unit)}{NBSP}{unit}"


def distance_range(least: int, most: int, unit: Unit) -> str:
    """Return ``48–82 km``, or one distance if both read the same."""
    low, high = amount(least, unit), amount(most, unit)
    return f"{low}{NBSP}{unit}" if low == high else f"{low}–{high}{NBSP}{unit}"


@remembered(2_000)
def written(metres: int, unit: Unit) -> str:
    """Return the number as its author wrote it, with two decimals at most: ``6.25``, ``24``; else as ``amount``."""
    value = Decimal(metres) / METRES_PER[unit]
    for digits in _AS_WRITTEN:
        found = value.quantize(digits, ROUND_HALF_UP)
        if (found * METRES_PER[unit]).quantize(Decimal(1), ROUND_HALF_UP) == metres:
            return number(f"{found.normalize():f}")
    return amount(metres, unit)


def written_range(least: int, most: int, unit: Unit) -> str:
    """Return ``22–24 km``, or ``24 km`` if both are the same, in its author's own numbers."""
    low, high = written(least, unit), written(most, unit)
    return f"{low}{NBSP}{unit}" if low == high else f"{low}–{high}{NBSP}{unit}"


@remembered(500)
def step_distance(metres: int, unit: Unit) -> str:
    """Return a step's distance as it is said on a track: ``400 m``, ``1 km``, ``1 mi``."""
    in_miles = _tenths(metres, "mi")
    exact = abs(Decimal(in_miles) * METRES_PER["mi"] - metres) <= _ROUNDING_M
    if exact and (unit == "mi" or in_miles == "1"):
        return f"{number(in_miles)}{NBSP}mi"
    if metres % 100 and metres >= 100:
        return distance(metres, unit)
    if metres < _LONGEST_IN_METRES and metres % 1000:
        return f"{metres}{NBSP}m"
    return distance(metres, "km")


@lru_cache(maxsize=1_000, typed=True)
def duration(seconds: int) -> str:
    """Return ``30 s``, ``90 s``, ``40 min``, ``2 min 30 s``, ``1 h 20 min``."""
    if seconds < 120 and seconds % 60:
        return f"{seconds}{NBSP}s"
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "min"), (left if not hours else 0, "s"))
    return NBSP.join(f"{count}{NBSP}{unit}" for count, unit in parts if count) or f"0{NBSP}min"


def duration_range(least: int, most: int) -> str:
    """Return ``40–50 min``, ``2–3 h``, ``50 min–1 h 20 min``, or one duration if both are the same."""
    if least == most:
        return duration(most)
    for size, unit, longest in ((3600, "h", most), (60, "min", _LONGEST_IN_MINUTES)):
        if not least % size and not most % size and most <= longest:
            return f"{least // size}–{most // size}{NBSP}{unit}"
    return f"{duration(least)}–{duration(most)}"


@lru_cache(maxsize=1_000, typed=True)
def rounded(seconds: int) -> int:
    """Return seconds rounded to five minutes, to whole minutes below ten."""
    size = 300 if seconds >= 600 else 60
    return max(size, int(Decimal(seconds / size).quantize(Decimal(1), ROUND_HALF_UP)) * size)


def about(seconds: int) -> str:
    """Return a duration rounded to five minutes, to whole minutes below ten."""
    return duration(rounded(seconds))


@lru_cache(maxsize=1_000, typed=True)
def minutes(seconds: int) -> str:
    """Return whole minutes, for narrow places: ``80 min``."""
    return f"{int((Decimal(seconds) / 60).quantize(Decimal(1), ROUND_HALF_UP))}{NBSP}min"


def minutes_range(least: int, most: int) -> str:
    """Return whole minutes, for narrow places: ``40–50 min``."""
    low, high = minutes(least), minutes(most)
    return high if low == high else f"{low.partition(NBSP)[0]}–{high}"


def span(low: int, high: int) -> str:
    """Return ``3–4``, or ``3`` if both are the same."""
    return str(low) if low == high else f"{low}–{high}"


def rpe(band: tuple[int, int]) -> str:
    """Return an effort of ten: ``RPE 3–4``."""
    return f"RPE{NBSP}{span(*band)}"


def effort(band: tuple[int, int]) -> str:
    """Return what an RPE feels like, by its upper end."""
    return pgettext(*next(name for upper, name in _RPE_NAMES if band[1] <= upper))


def rpe_of_ten(band: tuple[int, int]) -> str:
    """Return an effort and what it feels like: ``RPE 3–4 of 10, steady``."""
    return _("{rpe} of 10, {feeling}").format(rpe=rpe(band), feeling=effort(band))


def target(name: str) -> str:
    """Return a step's target as words; an unknown one is said as it stands."""
    return _(_TARGETS[name]) if name in _TARGETS else _("at {target}").format(target=name.replace("-", " "))


def tied(text: str) -> str:
    """Return a number and what it counts, with a space that does not break between: ``3 runs``."""
    return text.replace(" ", NBSP, 1)


def humanized(slug: str) -> str:
    """Return a slug as words with a capital: ``Hard days hard``."""
    words = slug.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def anchored(text: str) -> str:
    """Return a heading's anchor as Markdown makes it of an English text: ``squats-knee-dominant``."""
    return re.sub(r"[-\s]+", "-", re.sub(r"[^a-z0-9_\s-]", "", text.lower()).strip())


def plain_end(text: str) -> str:
    """Return a text to stand inside a sentence: without spaces around it and without a full stop of its own."""
    return text.strip().removesuffix(".")
