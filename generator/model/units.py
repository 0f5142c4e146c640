"""Quantities as people write them: the unit is always there, and nothing is guessed.

Distances are whole metres behind the text, durations whole seconds, paces seconds per kilometre.
One mile is 1609.344 m (international mile, exact).
"""

from __future__ import annotations

import difflib
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from generator.frozen import frozen
from generator.model.quoting import nearest, quoted

METRES_PER_MILE = Decimal("1609.344")
METRES_PER: dict[str, Decimal] = {"km": Decimal(1000), "mi": METRES_PER_MILE, "m": Decimal(1)}
SECONDS_PER: dict[str, int] = {"h": 3600, "min": 60, "s": 1}
RACES: dict[str, int] = {
    "1500 m": 1500,
    "mile": 1609,
    "5k": 5000,
    "10k": 10000,
    "half marathon": 21097,
    "marathon": 42195,
    "50k": 50000,
}

_NUMBER = r"([0-9]{1,4}(?:\.[0-9]{1,3})?)"
_DISTANCE = re.compile(rf"{_NUMBER}\s*(km|mi|m)")
_DISTANCES = re.compile(rf"{_NUMBER}\s*(km|mi)?\s*(?:-|–|to)\s*{_NUMBER}\s*(km|mi)")
_DURATION = re.compile(rf"{_NUMBER}\s*(h|min|s)")
_PACE = re.compile(r"([0-9]{1,2}):([0-5][0-9])\s*/\s*(km|mi)")
_PERCENT = re.compile(rf"{_NUMBER}\s*%")
_BARE = re.compile(r"[0-9.,:]+(\s*(-|–|to)\s*[0-9.,:]+)?")
_LOOSE = re.compile(r"(.*?[0-9])\s*([a-z'\"]+)\.?", re.I | re.S)

#: Units as people also write them, and the one word that is read.
_MEANT: dict[str, str] = {
    **dict.fromkeys(("k", "kms", "kilometer", "kilometers", "kilometre", "kilometres"), "km"),
    **dict.fromkeys(("mile", "miles", "mis", "mls"), "mi"),
    **dict.fromkeys(("meter", "meters", "metre", "metres"), "m"),
    **dict.fromkeys(("mins", "minute", "minutes", "'"), "min"),
    **dict.fromkeys(("sec", "secs", "second", "seconds", '"'), "s"),
    **dict.fromkeys(("hr", "hrs", "hour", "hours"), "h"),
}


def metres(amount: Decimal | int, unit: str) -> int:
    """Return whole metres, rounded half up, for an amount of km, mi or m."""
    return int((Decimal(amount) * METRES_PER[unit]).quantize(Decimal(1), rounding="ROUND_HALF_UP"))


def meant_unit(word: str) -> str:
    """Return the unit that a word means, misspelt or written out; the word itself if none comes near."""
    if word in _MEANT or word in METRES_PER or word in SECONDS_PER:
        return _MEANT.get(word, word)
    near = difflib.get_close_matches(word, [long for long in _MEANT if len(long) > 3], 1, 0.75)
    return _MEANT[near[0]] if near else word


class Parsed(ABC):
    """Let pydantic read a value from its text at the boundary, and only there."""

    wanted: ClassVar[str] = ""

    @classmethod
    @abstractmethod
    def parse(cls, text: str) -> Any:
        """Read the value; ValueError says in the author's words what is wrong."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def read(value: Any) -> Any:
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise ValueError(f"expected {cls.wanted}")
            return cls.parse(value.strip())

        return core_schema.no_info_plain_validator_function(read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "description": f"Write {cls.wanted}.", "x-type": cls.__name__}


def _misread(text: str, wanted: str, units: tuple[str, ...] = ()) -> ValueError:
    """Return the error for a text that is no such quantity: says what would be right where that can be told."""
    if _BARE.fullmatch(text):
        return ValueError(f"{quoted(text)} has no unit; expected {wanted}")
    loose = _LOOSE.fullmatch(text)
    word = loose[2].lower() if loose else ""
    meant = meant_unit(word)
    if loose and meant in units and (meant != loose[2]) and (meant != "m" or word != "m"):
        return ValueError(f"{quoted(text)} is not {wanted}; write {quoted(f'{loose[1]} {meant}')}")
    return ValueError(f"{quoted(text)} is not {wanted}")


def _no_pace(text: str, wanted: str) -> ValueError:
    """The same for a pace: ``8:20 per mile`` and ``8:20/mile`` are told how to write it."""
    loose = re.fullmatch(r"([0-9]{1,2}:[0-5][0-9])\s*(?:min)?\s*(?:/|per|a)?\s*([A-Za-z]+)", text)
    unit = meant_unit(loose[2].lower()) if loose else ""
    if loose and unit in ("km", "mi"):
        return ValueError(f"{quoted(text)} is not {wanted}; write {quoted(f'{loose[1]} /{unit}')}")
    return _misread(text, wanted)


@dataclass(frozen=True, slots=True, order=True)
class Distance(Parsed):
    """A distance in metres, with the unit the author wrote (km, mi or m)."""

    metres: int
    unit: str

    wanted: ClassVar[str] = "a distance with its unit, such as 12 km, 7.5 mi or 800 m"

    @classmethod
    def parse(cls, text: str) -> Distance:
        """Read ``12 km``, ``7.5 mi``, ``800 m`` or a race's name; ValueError for all else."""
        race = " ".join(text.lower().split())
        if race in RACES:
            return cls(RACES[race], "mi" if race == "mile" else "km")
        found = _DISTANCE.fullmatch(text)
        if not found:
            meant = "" if race[:1].isdigit() else nearest(race, RACES)
            if meant:
                raise ValueError(f"{quoted(text)} is not {cls.wanted}. {meant}")
            raise _misread(text, cls.wanted, ("km", "mi", "m"))
        return cls(metres(Decimal(found[1]), found[2]), found[2])


@frozen
class DistanceRange(Parsed):
    """From one distance to another (``48-82 km``), or the same throughout (``48 km``)."""

    start: Distance
    end: Distance

    wanted: ClassVar[str] = "a distance or a range with its unit, such as 48-82 km or 30 mi"

    @classmethod
    def parse(cls, text: str) -> DistanceRange:
        """Read ``48-82 km`` or ``48 km``; ValueError for all else, two units in one range included."""
        found = _DISTANCES.fullmatch(text)
        if found:
            unit = found[4]
            if found[2] not in (None, unit):
                raise ValueError(f"{quoted(text)} goes from {found[2]} to {unit}; write both ends in one unit")
            return cls(
                Distance(metres(Decimal(found[1]), unit), unit),
                Distance(metres(Decimal(found[3]), unit), unit),
            )
        if _DISTANCE.fullmatch(text):
            one = Distance.parse(text)
            return cls(one, one)
        raise _misread(text, cls.wanted, ("km", "mi"))


@dataclass(frozen=True, slots=True, order=True)
class Duration(Parsed):
    """A duration in seconds."""

    seconds: int

    wanted: ClassVar[str] = "a duration with its unit, such as 40 min, 90 s or 2.5 h"

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ``40 min``, ``90 s``, ``1.5 h``; ValueError for all else, parts of a second included."""
        found = _DURATION.fullmatch(text)
        if not found:
            raise _misread(text, cls.wanted, ("h", "min", "s"))
        seconds = Decimal(found[1]) * SECONDS_PER[found[2]]
        if seconds != int(seconds):
            raise ValueError(f"{quoted(text)} is not a whole number of seconds")
        return cls(int(seconds))


@dataclass(frozen=True, slots=True, order=True)
class Pace(Parsed):
    """A pace in seconds per kilometre."""

    seconds_per_km: float

    wanted: ClassVar[str] = "a pace with its unit, such as 5:40 /km or 9:00 /mi"

    @classmethod
    def parse(cls, text: str) -> Pace:
        """Read ``5:40 /km`` or ``9:00 /mi``; ValueError for all else."""
        found = _PACE.fullmatch(text)
        if not found:
            late = re.match(r"[0-9]{1,2}:[6-9][0-9]", text)
            raise _no_pace(text, cls.wanted) if not late else ValueError(f"{quoted(text)} has more than 59 seconds")
        seconds = int(found[1]) * 60 + int(found[2])
        return cls(float(seconds * 1000 / METRES_PER[found[3]]))


@dataclass(frozen=True, slots=True, order=True)
class Percent(Parsed):
    """A share of a whole, 0 to 100."""

    value: float

    wanted: ClassVar[str] = "a percentage from 0 % to 100 %, such as 20 %"

    @classmethod
    def parse(cls, text: str) -> Percent:
        """Read ``20 %``; ValueError for all else."""
        found = _PERCENT.fullmatch(text)
        if not found or Decimal(found[1]) > 100:
            raise _misread(text, cls.wanted)
        return cls(float(found[1]))
