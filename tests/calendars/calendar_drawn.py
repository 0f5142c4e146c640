"""Running calendars drawn at random, each known in numbers beside its words: what must come back is never parsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
METRES = {"km": 1000.0, "mi": 1609.344, "m": 1.0}
SECONDS = {"h": 3600, "min": 60, "s": 1}
RACES = ("5", "10", "15", "21.1", "42.2")


@dataclass(frozen=True)
class Drawn:
    """A session: its kind, and from how much to how much of which unit; no unit where nothing is said."""

    kind: str
    least: float = 0
    most: float = 0
    unit: str = ""
    optional: bool = False

    @property
    def metres(self) -> tuple[int, int] | None:
        """Meters from least to most; None if it is told by time or not at all."""
        per = METRES.get(self.unit)
        return None if per is None else (int(self.least * per + 0.5), int(self.most * per + 0.5))

    @property
    def seconds(self) -> tuple[int, int] | None:
        """Seconds from least to most; None if it is told by distance or not at all."""
        per = SECONDS.get(self.unit)
        return None if per is None else (int(self.least * per), int(self.most * per))

    @property
    def amount(self) -> str:
        """How much, as people and definitions write it."""
        if not self.unit:
            return ""
        ends = [f"{end:g}" for end in dict.fromkeys((self.least, self.most))]
        return f"{'-'.join(ends)} {self.unit}"

    @property
    def plain(self) -> str:
        """The session in a definition's words."""
        return f"{'rest or ' if self.optional else ''}{self.kind} {self.amount}".strip()


DrawnDay = tuple[Drawn, ...]
DrawnWeek = tuple[DrawnDay, ...]

_LENGTHS = {"easy": (3, 12), "aerobic": (6, 16), "quality": (5, 14), "long": (10, 35), "cross": (20, 90)}


@st.composite
def sessions(draw: Any, kind: str, *, optional: bool = True) -> Drawn:
    """Draw one session of a kind, in kilometers, miles or minutes, some as a range, some without any length."""
    if kind == "race":
        size = float(draw(st.sampled_from(RACES)))
        return Drawn("race", size, size, "km")
    least, most = _LENGTHS[kind]
    unit = draw(st.sampled_from(["min"] if kind == "cross" else ["km", "km", "mi", "min"]))
    times = {"km": 1.0, "mi": 0.6, "min": 1.0 if kind == "cross" else 6.0}[unit]
    whole = draw(st.integers(max(1, int(least * times)), int(most * times)))
    size = whole + draw(st.sampled_from([0, 0, 0, 0.5] if unit != "min" else [0]))
    more = draw(st.sampled_from([0, 0, 0, 0, 1, 2])) * (5 if unit == "min" else 1)
    if kind in ("cross", "quality") and draw(st.integers(0, 4)) == 0:
        size, more, unit = 0, 0, ""
    return Drawn(kind, size, size + more, unit, optional and kind in ("easy", "cross") and draw(st.integers(0, 6)) == 0)


@st.composite
def days(draw: Any) -> DrawnDay:
    """Draw a day without a race: rest, one session, or an easy one beside another."""
    kinds = ["rest", "rest", "rest", "easy", "easy", "easy", "aerobic", "aerobic", "aerobic", "quality", "quality"]
    kind = draw(st.sampled_from([*kinds, "long", "cross"]))
    if kind == "rest":
        return ()
    first = draw(sessions(kind))
    if draw(st.integers(0, 9)) or first.optional:
        return (first,)
    other = draw(sessions(draw(st.sampled_from(["easy", "cross"])), optional=False))
    return (first, other) if draw(st.booleans()) else (other, first)


@st.composite
def calendars(draw: Any, least: int, most: int, *, races: bool = True) -> tuple[DrawnWeek, ...]:
    """Draw a calendar of so many weeks; with races, one day in twenty and perhaps a day of the last week is one."""
    weeks = [[draw(days()) for _ in DAYS] for _ in range(draw(st.integers(least, most)))]
    if races:
        for week in weeks:
            if draw(st.integers(0, 5)) == 0:
                week[draw(st.integers(0, 6))] = (draw(sessions("race")),)
    if races and draw(st.booleans()):
        weeks[-1][draw(st.integers(3, 6))] = (Drawn("race", 42.2, 42.2, "km"),)
    return tuple(tuple(week) for week in weeks)


def plain(day: DrawnDay) -> str:
    """Return the day in a definition's words."""
    return " + ".join(session.plain for session in day) or "rest"


def kind_of(day: DrawnDay) -> str:
    """Return the kind of the day: its hardest session's."""
    kinds = {session.kind for session in day}
    return next((k for k in ("race", "quality", "long", "aerobic", "easy", "cross") if k in kinds), "rest")


def definition(weeks: Sequence[DrawnWeek], **more: Any) -> dict[str, Any]:
    """Return a definition with the calendar, as YAML would give it: text in mappings and lists.

    The weeks' days are in order from the day on which ``week_starts`` says a week does.
    """
    first = DAYS.index(more.get("week_starts", "monday"))
    names = [DAYS[(first + i) % 7] for i in range(7)]
    return {
        "title": "A drawn calendar",
        "summary": "Drawn by a test.",
        "audience": "competitive",
        "units": "km",
        "author": "a test",
        "easy_pace": "6:00 /km",
        "source": "Drawn by a test.",
        "licence": "none needed",
        "calendar": {
            str(number): {name: plain(day) for name, day in zip(names, week, strict=True)}
            for number, week in enumerate(weeks, 1)
        },
        **more,
    }
