"""Workouts as runners write them: ``2 km easy, 5 x (1 km @ threshold, 400 m jog), 2 km easy``.

A part is a distance or a time with a word or a target; parts are joined by commas; ``N x`` repeats the next part
or a bracket; a slash after a repeated part gives its recovery (``6 x 800 m @ 5k / 400 m jog``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from generator.model.plan import Repeat, Step
from generator.model.units import Distance, Duration, _Parsed

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
_REPEAT = re.compile(r"^(\d{1,3})\s*(?:x|×|times)\s*(.+)$", re.S)
_PART = re.compile(r"^(\d[\d.]*\s*(?:km|min|mi|m|s|h)(?![a-z]))\s*(.*)$", re.S)
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Workout(_Parsed):
    """A workout's steps, with the text they were read from."""

    text: str
    steps: tuple[Step | Repeat, ...]

    wanted: ClassVar[str] = "a workout, such as 2 km easy, 5 x (1 km @ threshold, 400 m jog), 2 km easy"

    @classmethod
    def parse(cls, text: str) -> Workout:
        """Read a workout; ValueError names the part that is not understood."""
        if len(text) > 400:
            raise ValueError("the workout is longer than 400 characters; write it in fewer parts")
        return cls(text, _steps(text, 0))


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
        raise ValueError(f"the brackets in '{text.strip()}' don't match")
    return [*parts, text[start:]]


def _steps(text: str, depth: int) -> tuple[Step | Repeat, ...]:
    if depth > _DEEPEST:
        raise ValueError("repeats stand inside repeats more than three deep")
    return tuple(_part(part.strip(), depth) for part in _split(text))


def _part(text: str, depth: int) -> Step | Repeat:
    found = _REPEAT.match(text)
    if not found:
        return _step(text)
    count, rest = int(found[1]), found[2].strip()
    if not 1 <= count <= 100:
        raise ValueError(f"'{text}' repeats {count} times; expected 1 to 100")
    work, slash, pause = _at_slash(rest)
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
    found = _PART.match(text)
    if not found:
        raise ValueError(f"'{text}' is not understood; expected {Workout.wanted}")
    amount, word = found[1], found[2].strip().lower()
    target = None
    if word.startswith("@"):
        target = word[1:].strip().removesuffix(" pace").removesuffix(" effort").replace(" ", "-")
        if target not in TARGETS:
            raise ValueError(f"'@ {target}' is not a known effort; expected one of {', '.join(TARGETS)}")
        kind = "work"
    elif not word:
        kind = "recovery" if rest else "steady"
    elif word in _WORDS:
        kind = _WORDS[word]
    else:
        raise ValueError(f"'{word}' in '{text}' is not understood; expected easy, jog, walk, run or @ and an effort")
    if amount.rstrip().endswith(("min", "s", "h")):
        return Step(kind, duration_s=Duration.parse(amount).seconds, target=target)
    return Step(kind, distance_m=Distance.parse(amount).metres, target=target)
