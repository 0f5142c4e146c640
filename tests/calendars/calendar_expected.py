"""What a runner reads in a calendar, as the ``*.expected.yaml`` files write it.

A week is its days from the week's first day on, joined by bars; a day is its sessions joined by pluses; a session is
a kind and how far or how long it is: ``long 22..24km``, ``quality ~`` where any amount will do. ``?`` before it: the
calendar leaves it to the runner. A star after the day: the kind is a guess, and must be told as one; ``(*)``: may be.
A slash joins what would be right alike: ``easy/aerobic 4mi *``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = {day[:3]: day for day in WEEK}
METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0}
SECONDS = {"h": 3600.0, "min": 60.0, "s": 1.0}
_AMOUNT = re.compile(r"([0-9.]+?)(?:\.\.([0-9.]+))?(km|mi|min|m|h|s)")

#: (metres least, most) and (seconds least, most); None where the calendar says nothing.
Range = tuple[int, int] | None
Amounts = tuple[Range, Range]


@dataclass(frozen=True)
class Session:
    """One run or cross-training as expected. ``amounts`` is every reading that is right; empty: any is."""

    kinds: frozenset[str]
    amounts: frozenset[Amounts]
    optional: bool


@dataclass(frozen=True)
class Day:
    """A day as expected; ``guess`` is None where it may be one or not. A listed day has no sessions to compare."""

    text: str
    sessions: tuple[Session, ...]
    guess: bool | None = False
    listed: bool = False


@dataclass(frozen=True)
class Expected:
    """A calendar as a runner reads it.

    ``room``: whether it has six weeks outside the race's that can carry the two lifts of a base; ``either`` where that
    turns on a single light week or on a week before the race.
    """

    style: str
    starts: str
    weeks: tuple[dict[str, Day], ...]
    listed: frozenset[tuple[int, str, str]] = frozenset()
    steps: dict[tuple[int, str], tuple[Any, ...]] = field(default_factory=dict)
    room: str = "yes"


def expected(path: Path) -> Expected:
    """Read an expectation; it fails loudly where it is written wrongly itself."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(data) <= {"style", "starts", "weeks", "listed", "steps", "room"}, path
    first = WEEK.index(data["starts"])
    days = [WEEK[(first + i) % 7] for i in range(7)]
    weeks = tuple(data["weeks"].values())
    assert list(data["weeks"]) == list(range(1, len(weeks) + 1)), path
    return Expected(
        style=data["style"],
        starts=data["starts"],
        weeks=tuple(_week(text, days, f"{path.name}, week {n}") for n, text in enumerate(weeks, 1)),
        listed=frozenset((row, SHORT[day], text) for row, day, text in data.get("listed", ())),
        steps={_where(key): steps(text) for key, text in data.get("steps", {}).items()},
        room=data.get("room", "yes"),
    )


def _where(key: str) -> tuple[int, str]:
    week, day = key.split()
    return int(week), SHORT[day]


def _week(text: str, days: list[str], where: str) -> dict[str, Day]:
    cells = [cell.strip() for cell in text.split("|")]
    assert len(cells) == 7, f"{where} has {len(cells)} days"
    return dict(zip(days, map(_day, cells), strict=True))


def _day(text: str) -> Day:
    if text in ("rest", "listed"):
        return Day(text, (), listed=text == "listed")
    guess: bool | None = False
    for mark, meaning in ((" (*)", None), (" *", True)):
        if text.endswith(mark):
            return Day(text, _sessions(text.removesuffix(mark)), meaning)
    return Day(text, _sessions(text), guess)


def _sessions(text: str) -> tuple[Session, ...]:
    return tuple(_session(part.strip()) for part in text.split(" + "))


def _session(text: str) -> Session:
    kinds, *words = text.removeprefix("?").split()
    known = frozenset(kinds.split("/"))
    assert known <= {"quality", "long", "race", "aerobic", "easy", "cross"}, text
    readings = [way for word in words for way in word.split("/")]
    amounts = frozenset(_amounts(way) for way in readings if way != "~") or frozenset({(None, None)})
    return Session(known, frozenset() if "~" in readings else amounts, text.startswith("?"))


def _amounts(text: str) -> Amounts:
    found = _AMOUNT.fullmatch(text)
    assert found, f"{text!r} is no amount"
    least, most, unit = float(found[1]), float(found[2] or found[1]), found[3]
    per = METRES.get(unit) or SECONDS[unit]
    both = (int(least * per + 0.5), int(most * per + 0.5))
    return (both, None) if unit in METRES else (None, both)


def steps(text: str) -> tuple[Any, ...]:
    """Read steps: ``3km ; 6x[800m @5k ; 400m jog] ; 3km`` as (effort, metres, seconds) and (times, steps)."""
    found: list[Any] = []
    depth = start = 0
    for i, letter in enumerate(f"{text};"):
        depth += (letter == "[") - (letter == "]")
        if letter == ";" and not depth:
            found.append(_step(text[start:i].strip()))
            start = i + 1
    return tuple(found)


def _step(text: str) -> Any:
    repeated = re.fullmatch(r"([0-9]+)x\[(.*)\]", text)
    if repeated:
        return int(repeated[1]), steps(repeated[2])
    amount, effort = (*text.split(), "steady")[:2]
    metres, seconds = _amounts(amount)
    return effort, metres and metres[1], seconds and seconds[1]
