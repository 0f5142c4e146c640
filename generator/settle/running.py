"""The running phases that a calendar shows by itself, and its lighter weeks, each with the reason in words.

A coaching convention throughout, made to read published calendars as their authors describe them: base until the first
quality run, build from there on, the peak where the distance is near its greatest in the last weeks before the taper,
the taper where it falls to the race, the race, and the weeks after it. Distances leave races aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.frozen import frozen
from generator.model.definition import Authored
from generator.model.vocabulary import RunningPhase
from generator.settle.facts import WeekFacts

TAPER_SHARE = 0.85  # of the greatest week: more is no taper yet
LONGEST_TAPER = 3  # weeks, the race's own among them
PEAK_SHARE = 0.9  # of the greatest week or the longest run: from here on a week belongs to the peak
LONGEST_PEAK = 6  # weeks
CUTBACK_SHARE = 0.88  # of the greater of the two weeks before: no more is a lighter week, as the rule cutback has it


@frozen
class RunningFound:
    """What a week is for running, whether it is a lighter one, and why it is taken for that."""

    kind: RunningPhase
    cutback: bool
    why: str


def found_running(authored: Authored, weeks: Sequence[WeekFacts]) -> tuple[RunningFound, ...]:
    """Return each given week's phase, in order. A goal race has weeks that lead to it; without one none taper."""
    race = authored.definition.race
    raced = next((i for i, week in enumerate(weeks) if race and week.number == race.week), None)
    taper = len(weeks) if raced is None else _taper_start(weeks, raced)
    peak = taper if raced is None else _peak_start(weeks, taper)
    quality = next((i for i, week in enumerate(weeks) if week.quality), len(weeks))
    lighter = _cutbacks(weeks, taper)
    found: list[RunningFound] = []
    for i in range(len(weeks)):
        if raced is not None and i > raced:
            found.append(RunningFound("transition", False, "The weeks after the race."))
        elif i >= taper:
            found.append(RunningFound("taper", False, "The distance falls towards the race."))
        elif i >= peak:
            found.append(RunningFound("specific", i in lighter, "The greatest distances before the taper."))
        elif i >= quality:
            found.append(RunningFound("build", i in lighter, "Quality runs from here on."))
        else:
            found.append(RunningFound("base", i in lighter, "No quality run yet."))
    return tuple(found)


def _taper_start(weeks: Sequence[WeekFacts], raced: int) -> int:
    """Return the index of the taper's first week: the race's own at the latest."""
    greatest = max((week.metres for week in weeks[:raced]), default=0.0)
    start = raced
    while start > 0 and raced - start + 1 < LONGEST_TAPER:
        before = weeks[start - 1]
        earlier = max((week.metres for week in weeks[: start - 1]), default=0.0)
        if not before.metres <= TAPER_SHARE * greatest or before.metres >= earlier:
            break
        start -= 1
    return start


def _peak_start(weeks: Sequence[WeekFacts], taper: int) -> int:
    """Return the index of the first of the last weeks before the taper that is near the plan's greatest."""
    window = range(max(0, taper - min(LONGEST_PEAK, taper // 3)), taper)
    greatest = max((week.metres for week in weeks[:taper]), default=0.0)
    longest = max((week.longest for week in weeks[:taper]), default=0.0)
    near = (i for i in window if weeks[i].metres >= PEAK_SHARE * greatest or weeks[i].longest >= PEAK_SHARE * longest)
    return next(near, taper)


def _cutbacks(weeks: Sequence[WeekFacts], end: int) -> frozenset[int]:
    """Return the indexes of lighter weeks: clearly less than the weeks before, and more again after them."""
    found: set[int] = set()
    for i in range(1, end):
        before = max(weeks[j].metres for j in range(max(0, i - 2), i) if j not in found or j == i - 1)
        goes_on = i + 1 == end or weeks[i + 1].metres > weeks[i].metres
        if weeks[i].metres <= CUTBACK_SHARE * before and goes_on and i - 1 not in found:
            found.add(i)
    return frozenset(found)
