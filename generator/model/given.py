"""A day of a running calendar that somebody already has, in hardday's own plain words.

``rest``, ``easy 6 km``, ``long 22-24 km``, ``cross 40 min (bike)``, ``rest or easy 5 km``,
``quality 12 km (tempo): 3 km easy, 20 min @ threshold, 3 km easy``. Two sessions of a day are joined by a plus.
A session is a kind, then how far or how long (with its unit), then words of the calendar's own in brackets, then a
colon and the workout. All but the kind may be left out. ``hardday import`` writes these words from anybody's.
"""

from __future__ import annotations

import re
from typing import ClassVar, Literal, get_args

from generator.frozen import frozen
from generator.model.quoting import nearest, quoted
from generator.model.step_text import Workout
from generator.model.units import RACES, Distance, Duration, Parsed
from generator.model.vocabulary import DayKind

GivenKind = Literal["quality", "long", "race", "aerobic", "easy", "cross"]
GIVEN_KINDS: tuple[GivenKind, ...] = get_args(GivenKind)
#: The hardest session of a day makes its kind.
_HARDEST: tuple[GivenKind, ...] = ("race", "quality", "long", "aerobic", "easy", "cross")
_KEY: frozenset[GivenKind] = frozenset({"race", "quality", "long"})

LONGEST = 500
LONGEST_LABEL = 80
MOST_SESSIONS = 3
MOST_METRES, MOST_SECONDS = 330_000, 48 * 3600
_OPTIONAL = "rest or "
_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3})?"
_AMOUNT = re.compile(rf"({_NUMBER})(?:\s*-\s*({_NUMBER}))?\s*(km|mi|m|h|min|s)(?![a-z])\s*")
_LABEL = re.compile(r"\(([^()]*)\)\s*")
_RACE = re.compile("|".join(sorted((re.escape(name) for name in RACES), key=len, reverse=True)) + r"(?![a-z0-9])")


@frozen
class Amount:
    """How far (metres) or how long (seconds), from ``least`` to ``most``; both are the same where one is written."""

    least: int
    most: int
    text: str


@frozen
class GivenSession:
    """One run or cross-training of a given day.

    ``optional``: the calendar leaves it to the athlete (``rest or easy 5 km``). ``label`` is what the calendar calls
    it. ``workout`` is written out where the calendar does so; it need not add up to ``distance``.
    """

    kind: GivenKind
    distance: Amount | None = None
    duration: Amount | None = None
    label: str = ""
    workout: Workout | None = None
    optional: bool = False

    @property
    def text(self) -> str:
        """The session as a definition writes it; reading it gives an equal session."""
        amounts = [amount.text for amount in (self.distance, self.duration) if amount is not None]
        label = [f"({self.label})"] if self.label else []
        written = " ".join((self.kind, *amounts, *label))
        written = f"{written}: {self.workout.text}" if self.workout is not None else written
        return f"{_OPTIONAL}{written}" if self.optional else written


@frozen
class GivenDay(Parsed):
    """A given day's sessions in their order; none on a rest day. ``text`` is what the author wrote."""

    text: str
    sessions: tuple[GivenSession, ...]

    wanted: ClassVar[str] = (
        "a day of a running calendar, such as rest, easy 6 km, long 22-24 km, quality 40 min (tempo)"
    )

    @property
    def kind(self) -> DayKind:
        """The kind of the day: that of its hardest session."""
        kinds = {session.kind for session in self.sessions}
        return next((kind for kind in _HARDEST if kind in kinds), "rest")

    @property
    def written(self) -> str:
        """The day in its one plain way of writing; reading it gives the same sessions."""
        return " + ".join(session.text for session in self.sessions) or "rest"

    @classmethod
    def of(cls, sessions: tuple[GivenSession, ...]) -> GivenDay:
        """Return the day with these sessions, written in the plain way."""
        return cls(cls("", sessions).written, sessions)

    @classmethod
    def parse(cls, text: str) -> GivenDay:
        """Read a day; ValueError names the part that is not understood."""
        if len(text) > LONGEST:
            raise ValueError(f"{quoted(text)} is longer than {LONGEST} characters; expected {cls.wanted}")
        words = " ".join(text.split())
        if words.lower() == "rest":
            return cls(text, ())
        sessions = tuple(_session(part.strip()) for part in _split(words))
        if len(sessions) > MOST_SESSIONS:
            raise ValueError(f"{quoted(text)} has {len(sessions)} sessions; a day has {MOST_SESSIONS} at most")
        if sum(session.kind in _KEY for session in sessions) > 1:
            raise ValueError(f"{quoted(text)} has two hard runs; a day has one quality run, long run or race")
        return cls(text, sessions)


def _split(text: str) -> list[str]:
    """Cut at pluses outside brackets."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "+" and depth <= 0:
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]]


def _session(text: str) -> GivenSession:
    optional = text.lower().startswith(_OPTIONAL)
    words = text[len(_OPTIONAL) :].strip() if optional else text
    kind, rest = _kind(words, text)
    distance, duration, rest = _amounts(rest, kind, text)
    label, rest = _label(rest, text)
    workout = None
    if rest.startswith(":"):
        if kind == "cross":
            raise ValueError(f"cross-training has no steps; write the words in brackets, not {quoted(rest)}")
        workout = Workout.parse(rest[1:].strip())
    elif rest:
        raise ValueError(_not_understood(rest, text))
    return GivenSession(kind, distance, duration, label, workout, optional)


def _kind(words: str, text: str) -> tuple[GivenKind, str]:
    found = re.match(r"[A-Za-z]+", words)
    word = found[0].lower() if found else ""
    if word in GIVEN_KINDS:
        return next(kind for kind in GIVEN_KINDS if kind == word), words[len(word) :].strip()
    if word == "rest":
        raise ValueError(f"{quoted(text)}: a rest day has nothing else; write rest, or rest or easy 5 km")
    if not text:
        raise ValueError(f"a session is missing beside the plus; expected {GivenDay.wanted}")
    near = nearest(word, (*GIVEN_KINDS, "rest"))
    hint = f"; {near[0].lower()}{near[1:].removesuffix('?')}" if near else ""
    start = f"{quoted(text)} does not start with a kind" if not word else f"{quoted(word)} is not a kind of day{hint}"
    raise ValueError(f"{start}; write rest, {', '.join(GIVEN_KINDS)}, then how far or how long")


def _amounts(rest: str, kind: GivenKind, text: str) -> tuple[Amount | None, Amount | None, str]:
    distance: Amount | None = None
    duration: Amount | None = None
    race = _RACE.match(rest.lower()) if kind == "race" else None
    if race:
        metres = RACES[race[0]]
        distance, rest = Amount(metres, metres, race[0]), rest[race.end() :].strip()
    while found := _AMOUNT.match(rest):
        timed = found[3] in ("h", "min", "s")
        if (duration if timed else distance) is not None:
            raise ValueError(f"{quoted(text)} says twice how {'long' if timed else 'far'} it is")
        if timed:
            duration = _amount(found, text)
        else:
            distance = _amount(found, text)
        rest = rest[found.end() :].strip()
    return distance, duration, rest


def _amount(found: re.Match[str], text: str) -> Amount:
    """Return the amount; ValueError for nothing, too much, or a range that runs backwards."""
    unit, ends = found[3], [number for number in (found[1], found[2]) if number is not None]
    timed = unit in ("h", "min", "s")
    least, most = (
        Duration.parse(f"{end} {unit}").seconds if timed else Distance.parse(f"{end} {unit}").metres
        for end in (ends[0], ends[-1])
    )
    if least > most:
        raise ValueError(f"{quoted(found[0].strip())} runs backwards; write {ends[-1]}-{ends[0]} {unit}")
    if not least or most > (MOST_SECONDS if timed else MOST_METRES):
        limit = f"{MOST_SECONDS // 3600} h" if timed else f"{MOST_METRES // 1000} km"
        raise ValueError(f"{quoted(found[0].strip())} in {quoted(text)} can't be run; expected more than 0 to {limit}")
    return Amount(least, most, f"{'-'.join(dict.fromkeys(ends))} {unit}")


def _label(rest: str, text: str) -> tuple[str, str]:
    found = _LABEL.match(rest)
    if not found:
        return "", rest
    label = " ".join(found[1].split())
    if not label or len(label) > LONGEST_LABEL:
        raise ValueError(f"the brackets in {quoted(text)} hold 1 to {LONGEST_LABEL} characters")
    return label, rest[found.end() :].strip()


def _not_understood(rest: str, text: str) -> str:
    if re.match(rf"{_NUMBER}(?![0-9.]*\s*(km|mi|m|h|min|s)\b)", rest):
        return f"{quoted(rest)} in {quoted(text)} has no unit; write km, mi, m, min, s or h after the number"
    return f"{quoted(rest)} in {quoted(text)} is not understood; put words of your own in brackets: easy 6 km (trail)"
