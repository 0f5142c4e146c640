"""One number of a plan and where it comes from, in words for an author and as values for a program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any

from generator.frozen import frozen
from generator.model.finding import Place
from generator.model.units import METRES_PER, Distance, DistanceRange
from generator.model.vocabulary import Unit

#: Kinds of sources: of the week and its runs, then of lifts.
ORIGINS = (
    *("volume", "long", "second_long", "usual_share", "fixed", "shared", "session", "effort", "pace", "race"),
    *("workout", "calendar", "calendar_time", "cross_time", "sum", "layer"),
    *("row", "big", "second", "beside", "jumps", "short", "primer", "programme", "length"),
)


@frozen
class Number:
    """What is numbered (``the long run``, ``back-squat``), how much it is, and why.

    ``origin`` names the kind of source (see ``ORIGINS``). ``place`` is the author's line, ``table`` and ``row`` are a
    progression's; ``details`` are the values from which the number follows. ``unsigned``: it is of the session that
    takes the lift's place until somebody has signed the lifts off.
    """

    what: str
    value: str
    origin: str
    because: str
    place: Place | None = None
    table: str | None = None
    row: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    unsigned: bool = False


def units_text(units: int, unit: Unit) -> str:
    """Return ``52 km``."""
    return f"{units} {unit}"


def metres_text(metres: int, unit: str) -> str:
    """Return a distance as its author wrote it: ``12 km``, ``7.5 mi``, ``800 m``; a sum to a tenth."""
    per = METRES_PER[unit]
    for digits in range(3):
        amount = (Decimal(metres) / per).quantize(Decimal(1).scaleb(-digits), "ROUND_HALF_UP")
        if (amount * per).quantize(Decimal(1), "ROUND_HALF_UP") == metres:
            return f"{amount:f} {unit}"
    return f"{Decimal(metres) / per:.1f}".removesuffix(".0") + f" {unit}"


def written_text(given: DistanceRange | tuple[Distance, ...]) -> str:
    """Return an author's distances for the weeks of a phase: ``48-64 km``, ``[48 km, 52 km]``."""
    if not isinstance(given, DistanceRange):
        return f"[{', '.join(metres_text(one.metres, one.unit) for one in given)}]"
    first, last = (metres_text(end.metres, end.unit) for end in (given.start, given.end))
    return first if given.start == given.end else f"{first.rpartition(' ')[0]}-{last}"


def time_text(seconds: int) -> str:
    """Return ``45 s``, ``50 min``, ``1 h 20 min``."""
    if seconds < 60:
        return f"{seconds} s"
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    parts = ((hours, "h"), (minutes, "min"), (left if not hours else 0, "s"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def pace_text(seconds_per_km: float, unit: Unit) -> str:
    """Return ``5:40 /km`` or ``9:07 /mi``."""
    whole = int(seconds_per_km * float(METRES_PER[unit]) / 1000 + 0.5)
    return f"{whole // 60}:{whole % 60:02d} /{unit}"
