"""Workouts as runners write them: ``2 km easy, 5 x (1 km @ threshold, 400 m jog), 2 km easy``.

A part is a distance or a time with a word or a target; parts are joined by commas; ``N x`` repeats the next part
or a bracket; a slash after a repeated part gives its recovery (``6 x 800 m @ 5k / 400 m jog``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from generator.model.plan import Repeat, Step
from generator.model.quoting import quoted
from generator.model.units import Distance, Duration, Parsed

TARGETS: tuple[str, ...] = (
    "threshold",
    "interval",
    "repetition",
    "mile",
    "3k",
    "5k",
    "10k",
    "half-marathon",
    "marathon",
    "hills",
    "strides",
    "hard",
)
_WORDS: dict[str, str] = {
    "easy": "steady",
    "steady": "steady",
    "aerobic": "steady",
    "run": "work",
    "jog": "recovery",
    "recovery": "recovery",
    "walk": "walk",
    "warm up": "warmup",
    "warm-up": "warmup",
    "cool down": "cooldown",
    "cool-down": "cooldown",
}
_REPEAT = re.compile(r"([0-9]{1,9})\s*(?:x|×|times)\s*(.+)", re.S)
_PART = re.compile(r"([0-9][0-9.]*\s*(?:km|min|mi|m|s|h)(?![a-z]))\s*(.*)", re.S)
#: A repeated part without brackets or slash, and a pause that may be meant to belong to it.
_BARE_REPEAT = re.compile(r"[0-9]+\s*(?:x|×|times)\s*[^(/]+", re.S)
_PAUSE = re.compile(r"[0-9][^(/@]*(?:jog|recovery)", re.S)
_DEEPEST = 3
LONGEST = 400
MOST_REPEATS = 100
MOST_METRES, MOST_SECONDS = 200_000, 24 * 3600


@dataclass(frozen=True, slots=True)
class Workout(Parsed):
    """A workout's steps, with the text they were read from."""

    text: str
    steps: tuple[Step | Repeat, ...]

    wanted: ClassVar[str] = "a workout, such as 2 km easy, 5 x (1 km @ threshold, 400 m jog), 2 km easy"

    @classmethod
    def parse(cls, text: str) -> Workout:
        """Read a workout; ValueError names the part that is not understood or says what it adds up to."""
        if len(text) > LONGEST:
            raise ValueError(f"the workout is longer than {LONGEST} characters; write it in fewer parts")
        steps = _steps(text, 0)
        distance, time = _sums(steps)
        if distance > MOST_METRES or time > MOST_SECONDS:
            limit = f"{MOST_METRES // 1000} km or {MOST_SECONDS // 3600} h"
            summed = f"{distance / 1000:,.0f} km and {time / 3600:,.0f} h"
            raise ValueError(f"{quoted(text)} adds up to {summed}; expected {limit} at most")
        return cls(text, steps)


def _sums(steps: Iterable[Step | Repeat]) -> tuple[int, int]:
    """Return metres and seconds in all."""
    distance = time = 0
    for step in steps:
        if isinstance(step, Repeat):
            inner = _sums(step.steps)
            distance, time = distance + step.repeat * inner[0], time + step.repeat * inner[1]
        else:
            distance, time = distance + (step.distance_m or 0), time + (step.duration_s or 0)
    return distance, time


def _split(text: str) -> list[str]:
    """Cut at commas outside brackets; ValueError if brackets don't match."""
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            break
        if letter == "," and depth == 0:
            parts.append(text[start:index])
            start = index + 1
    if depth:
        raise ValueError(f"the brackets in {quoted(text.strip())} don't match")
    return [*parts, text[start:]]


def _steps(text: str, depth: int) -> tuple[Step | Repeat, ...]:
    if depth > _DEEPEST:
        raise ValueError("repeats stand inside repeats more than three deep")
    parts = [part.strip() for part in _split(text)]
    if not all(parts):
        empty = "nothing stands in the brackets" if depth else "no workout is written"
        what = f"a part is missing in {quoted(text.strip())}" if text.strip() else empty
        raise ValueError(f"{what}; expected {Workout.wanted}")
    for part, following in itertools.pairwise(parts):
        if _BARE_REPEAT.fullmatch(part) and _PAUSE.fullmatch(following):
            clear = f"{part} / {following}"
            message = f"{quoted(f'{part}, {following}')} can be read as one pause or as a pause after each"
            raise ValueError(f"{message}; write {quoted(clear)} for one after each")
    return tuple(_part(part, depth) for part in parts)


def _part(text: str, depth: int) -> Step | Repeat:
    found = _REPEAT.fullmatch(text)
    if not found:
        return _step(text)
    count, rest = int(found[1]), found[2].strip()
    if not 1 <= count <= MOST_REPEATS:
        raise ValueError(f"{quoted(text)} repeats {count} times; expected 1 to {MOST_REPEATS}")
    work, slash, pause = _at_slash(rest)
    if slash and not pause:
        raise ValueError(f"nothing stands after the slash in {quoted(text)}; write a pause, such as 400 m jog")
    inner = work[1:-1] if work.startswith("(") and work.endswith(")") else work
    steps = _steps(inner, depth + 1)
    return Repeat(count, (*steps, _step(pause, rest=True)) if slash else steps)


def _at_slash(text: str) -> tuple[str, str, str]:
    depth = 0
    for index, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == "/" and depth == 0:
            return text[:index].strip(), "/", text[index + 1 :].strip()
    return text, "", ""


def _step(text: str, rest: bool = False) -> Step:
    found = _PART.fullmatch(text)
    if not found:
        raise ValueError(f"{quoted(text)} is not understood; expected {Workout.wanted}")
    amount, (kind, target) = found[1], _effort(text, found[2].strip().lower(), rest)
    if amount.endswith(("min", "s", "h")):
        step = Step(kind, duration_s=Duration.parse(amount).seconds, target=target)
    else:
        step = Step(kind, distance_m=Distance.parse(amount).metres, target=target)
    if not (step.duration_s or step.distance_m):
        raise ValueError(f"{quoted(text)} is nothing to run; leave it out")
    return step


def _effort(text: str, word: str, rest: bool) -> tuple[str, str | None]:
    """Return the step's kind and target for the words after its amount."""
    if word.startswith("@"):
        target = word[1:].strip().removesuffix(" pace").removesuffix(" effort").replace(" ", "-")
        if target not in TARGETS:
            raise ValueError(f"{quoted(f'@ {target}')} is not a known effort; expected one of {', '.join(TARGETS)}")
        return "work", target
    if not word:
        return ("recovery" if rest else "steady"), None
    if word in _WORDS:
        return _WORDS[word], None
    known = ", ".join(_WORDS)
    raise ValueError(f"{quoted(word)} in {quoted(text)} is not understood; expected one of {known}, or @ and an effort")
