"""How far each week and its long run go, in whole km or miles, so that every run has its room.

Weeks go up by equal shares from now to the peak, a tenth at most; every fourth is a fifth lighter. A long run is a
share of its week, longer than any other run of it; a run that carries a lift lasts 35 minutes or more.
"""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.units import Pace
from generator.new.answers import Answers
from generator.progress.paces import Paces
from generator.progress.week_run import SHORTEST_RUN, least_aerobic
from generator.progressions.volume import loads

#: How much a loading week may be beyond the one before it: the rule ramp warns from 10 % on.
STEEPEST = 1.09
LIGHTER, LEAST_LIGHTER = 0.80, 0.85
#: Runs a week beside heavy lifts: a day without a run follows each of the two (rest-after-heavy).
MOST_BESIDE_HEAVY = 5
_RHYTHM = {"masters": 3}
_MARATHON_M, _HALF_M, _TAPERED_M = 42_000, 21_000, 5000
#: The long run's share of the week by runs a week, first and last; a marathon's plan goes further.
_SHARES = {3: (0.40, 0.44), 4: (0.34, 0.40), 5: (0.29, 0.32), 6: (0.27, 0.30)}
#: The most that the rule long-run-share lets pass without a warning.
_MOST_SHARE = {3: 0.50, 4: 0.50, 5: 0.35, 6: 0.35}
#: The farthest long run by the race's distance, in metres.
_FARTHEST_M = ((_MARATHON_M, 32_500), (_HALF_M, 21_000), (10_000, 18_000), (1, 14_500), (0, 22_000))
_TAPER = {2: (0.68, 0.38), 1: (0.40,)}
_MOST_OF_RACE_WEEK = 0.57


@frozen
class Week:
    """A week's distance and its long run, in the plan's unit."""

    volume: int
    long: int
    lighter: bool = False


def taper_weeks(answers: Answers) -> int:
    """Return how many weeks lead into the race, its own among them; none without a race."""
    if not answers.race_m:
        return 0
    return 2 if answers.weeks >= 10 and answers.race_m >= _TAPERED_M else 1


def least_week(answers: Answers, runs: int) -> int:
    """Return the smallest week in which so many runs have room: a long one, one with a lift, the others short."""
    steady = _steady(answers)
    return steady + 1 + steady + (runs - 2) * SHORTEST_RUN[answers.units]


def least_now(answers: Answers, runs: int) -> int:
    """Return the smallest week to begin with: its lighter weeks have to hold the runs too."""
    return int(least_week(answers, runs) / LEAST_LIGHTER + 0.999)


def reachable(answers: Answers) -> int:
    """Return the biggest week that the weeks before the taper lead up to, no step too steep."""
    count = _body(answers) - len(_lighter(answers))
    return max(int(answers.now * STEEPEST ** (count - 1)), answers.now + 1)


def weeks_before_taper(answers: Answers) -> tuple[Week, ...]:
    """Return the weeks that build up."""
    lighter = _lighter(answers)
    count = _body(answers) - len(lighter)
    volumes = iter(loads(answers.now, answers.peak, count))
    longs = iter(loads(_usual_long(answers, answers.now, 0), _usual_long(answers, answers.peak, 1), count))
    weeks: list[Week] = []
    for number in range(1, _body(answers) + 1):
        if number in lighter:
            volume = max(least_week(answers, answers.runs), int(weeks[-1].volume * LIGHTER + 0.5))
            weeks.append(Week(volume, _fitted(answers, volume, int(weeks[-1].long * LIGHTER)), True))
        else:
            volume = next(volumes)
            weeks.append(Week(volume, _fitted(answers, volume, next(longs))))
    return tuple(weeks)


def weeks_of_taper(answers: Answers) -> tuple[int, tuple[Week, ...]]:
    """Return the runs a week of the taper, and its weeks; the race is not counted."""
    count, least = taper_weeks(answers), SHORTEST_RUN[answers.units]
    most = int(answers.peak * _MOST_OF_RACE_WEEK)
    fits = [runs for runs in range(answers.runs, 2, -1) if _steady(answers) + (runs - 2) * least <= most]
    runs = fits[0] if fits else 3
    weeks = [max(least_week(answers, runs), int(answers.peak * share + 0.5)) for share in _TAPER[count][:-1]]
    weeks.append(min(most, max(_steady(answers) + (runs - 2) * least, int(answers.peak * _TAPER[count][-1] + 0.5))))
    longest = _usual_long(answers, answers.peak, 1)
    return runs, tuple(Week(week, _fitted(answers, week, int(longest * week / answers.peak), runs)) for week in weeks)


def _body(answers: Answers) -> int:
    return answers.weeks - taper_weeks(answers)


def _lighter(answers: Answers) -> frozenset[int]:
    """Return the lighter weeks: every fourth, the last before the taper left out."""
    rhythm = _RHYTHM.get(answers.audience, 4)
    return frozenset(range(rhythm, _body(answers), rhythm))


def _steady(answers: Answers) -> int:
    """Return the fewest whole units that make a run of 35 minutes, which may carry a lift."""
    return least_aerobic(answers.units, Paces.from_easy(Pace.parse(answers.easy_pace).seconds_per_km))


def _usual_long(answers: Answers, volume: int, end: int) -> int:
    share = _SHARES[answers.runs][end]
    if end and answers.race_m >= _MARATHON_M:
        share = min(share + 0.04, _MOST_SHARE[answers.runs] - 0.005)
    farthest = next(most for least, most in _FARTHEST_M if answers.race_m >= least)
    return max(1, min(int(volume * share), farthest // answers.unit_m))


def _fitted(answers: Answers, volume: int, long: int, runs: int = 0) -> int:
    """Return the long run so that it is the longest of the week and leaves room for the others."""
    runs, steady = runs or min(answers.runs, MOST_BESIDE_HEAVY), _steady(answers)
    least = max(steady + 1, -(-(volume + runs - 1) // runs))
    room = volume - steady - (runs - 2) * SHORTEST_RUN[answers.units]
    return max(2, min(max(long, least), max(room, 2)))
