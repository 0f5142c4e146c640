"""Workouts as runners write them: ``2 km easy, 5 x (1 km @ threshold, 400 m jog), 2 km easy``.

A part is a distance or a time with a word or a target; parts are joined by commas; ``N x`` repeats the next part
or a bracket; a slash after a repeated part gives its recovery (``6 x 800 m @ 5k / 400 m jog``). After ``@`` stands an
effort, a pace or an RPE, or several (``1 km @ 10k @ 4:10 /km``, ``20 min @ RPE 6-7``); after a bracket it holds for
all in it that says nothing else (``2 x (4 x 400 m / 200 m jog) @ mile``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from generator.frozen import frozen
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
#: The slash of a pace is none before a pause.
_PACE_SLASH = re.compile(r"/(?=\s*(?:km|mi)(?![a-z]))")
_PACE = re.compile(r"0?([1-9][0-9]?:[0-5][0-9])(?:\s*-\s*0?([1-9][0-9]?:[0-5][0-9]))?\s*/\s*(km|mi)")
_RPE = re.compile(r"rpe\s*([0-9]{1,2})(?:\s*-\s*([0-9]{1,2}))?")
_DEEPEST = 3
LONGEST = 400
MOST_REPEATS = 100
MOST_METRES, MOST_SECONDS = 200_000, 24 * 3600


@frozen
class _Effort:
    """How a step is run: its kind, and what stands after ``@``."""

    kind: str
    target: str | None = None
    rpe: tuple[int, int] | None = None
    note: str | None = None


@frozen
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
        distance, time = sums(steps)
        if distance > MOST_METRES or time > MOST_SECONDS:
            limit = f"{MOST_METRES // 1000} km or {MOST_SECONDS // 3600} h"
            summed = f"{distance / 1000:,.0f} km and {time / 3600:,.0f} h"
            raise ValueError(f"{quoted(text)} adds up to {summed}; expected {limit} at most")
        return cls(text, steps)


def sums(steps: Iterable[Step | Repeat]) -> tuple[int, int]:
    """Return the meters and the seconds that steps write out in all, repeats counted; either may be 0."""
    distance = time = 0
    for step in steps:
        if isinstance(step, Repeat):
            inner = sums(step.steps)
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


def _steps(text: str, depth: int, within: _Effort | None = None) -> tuple[Step | Repeat, ...]:
    """Read parts; ``within`` is the effort of the bracket they stand in."""
    if depth > _DEEPEST:
        raise ValueError("repeats stand inside repeats more than three deep")
    parts = [part.strip() for part in _split(text)]
    if not all(parts):
        empty = "nothing stands in the brackets" if depth else "no workout is written"
        what = f"a part is missing in {quoted(text.strip())}" if text.strip() else empty
        raise ValueError(f"{what}; expected {Workout.wanted}")
    for part, following in itertools.pairwise(parts):
        if _BARE_REPEAT.fullmatch(_PACE_SLASH.sub(" ", part)) and _PAUSE.fullmatch(following):
            clear = f"{part} / {following}"
            message = f"{quoted(f'{part}, {following}')} can be read as one pause or as a pause after each"
            raise ValueError(f"{message}; write {quoted(clear)} for one after each")
    return tuple(_part(part, depth, within) for part in parts)


def _part(text: str, depth: int, within: _Effort | None) -> Step | Repeat:
    found = _REPEAT.fullmatch(text)
    if not found:
        return _step(text, within)
    count, rest = int(found[1]), found[2].strip()
    if not 1 <= count <= MOST_REPEATS:
        raise ValueError(f"{quoted(text)} repeats {count} times; expected 1 to {MOST_REPEATS}")
    work, slash, pause = _at_slash(rest)
    if slash and not pause:
        raise ValueError(f"nothing stands after the slash in {quoted(text)}; write a pause, such as 400 m jog")
    inner, words = _bracket(work)
    steps = _steps(inner, depth + 1, _effort(work, words, False) if words else within)
    return Repeat(count, (*steps, _step(pause, rest=True)) if slash else steps)


def _bracket(work: str) -> tuple[str, str]:
    """Return what a bracket holds, and the effort after it; a text without brackets as it is."""
    close = work.rfind(")")
    after = work[close + 1 :].strip()
    if not work.startswith("(") or (after and not after.startswith("@")):
        return work, ""
    return work[1:close], after.lower()


def _at_slash(text: str) -> tuple[str, str, str]:
    depth = 0
    for index, letter in enumerate(_PACE_SLASH.sub(" ", text)):
        depth += (letter == "(") - (letter == ")")
        if letter == "/" and depth == 0:
            return text[:index].strip(), "/", text[index + 1 :].strip()
    return text, "", ""


def _step(text: str, within: _Effort | None = None, rest: bool = False) -> Step:
    found = _PART.fullmatch(text)
    if not found:
        raise ValueError(f"{quoted(text)} is not understood; expected {Workout.wanted}")
    amount, words = found[1], found[2].strip().lower()
    effort = within if within is not None and words in ("", "run") else _effort(text, words, rest)
    timed = amount.endswith(("min", "s", "h"))
    seconds = Duration.parse(amount).seconds if timed else None
    metres = None if timed else Distance.parse(amount).metres
    if not (seconds or metres):
        raise ValueError(f"{quoted(text)} is nothing to run; leave it out")
    return Step(effort.kind, metres, seconds, effort.target, effort.rpe, effort.note)


def _effort(text: str, words: str, rest: bool) -> _Effort:
    """Read the words after an amount: one for how it is run, and what stands after each ``@``."""
    said, *aims = (part.strip() for part in words.split("@"))
    if said and said not in _WORDS:
        known = ", ".join(_WORDS)
        raise ValueError(
            f"{quoted(said)} in {quoted(text)} is not understood; expected one of {known}, or @ and an effort"
        )
    plain = "work" if aims else "recovery" if rest else "steady"
    effort = _Effort(_WORDS[said] if said else plain)
    for aim in aims:
        effort = _aimed(effort, aim, text)
    return effort


def _aimed(effort: _Effort, aim: str, text: str) -> _Effort:
    """Return the effort with one more aim: a pace, an RPE or a target; ValueError if it has one of that sort."""
    pace, rpe = _PACE.fullmatch(aim), _RPE.fullmatch(aim)
    if (effort.note if pace else effort.rpe if rpe else effort.target) is not None:
        sort = "a pace" if pace else "an RPE" if rpe else "an effort"
        raise ValueError(f"{quoted(text)} gives {sort} twice; write one of them")
    if pace:
        return replace(effort, note=f"{'-'.join(end for end in pace.groups()[:2] if end)} /{pace[3]}")
    if rpe:
        low, high = int(rpe[1]), int(rpe[2] or rpe[1])
        if not 1 <= low <= high <= 10:
            raise ValueError(f"{quoted(aim)} in {quoted(text)} is no effort of ten; write RPE 1 to RPE 10, or RPE 6-7")
        return replace(effort, rpe=(low, high))
    target = aim.removesuffix(" pace").removesuffix(" effort").replace(" ", "-")
    if target not in TARGETS:
        known = f"one of {', '.join(TARGETS)}, a pace such as 4:00 /km, or RPE 7"
        raise ValueError(f"{quoted(f'@ {target}')} is not a known effort; expected {known}")
    if effort.kind != "work":
        raise ValueError(f"{quoted(text)} is run easily and at {target} effort at once; write one of them")
    return replace(effort, target=target)
