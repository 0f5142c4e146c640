"""Illness: missed days stay missed, and the way back is easy first.

No key run on the first two days back. After seven missed days or more, the first week back has no quality run, and
its long run is no longer than the last one before. After four weeks, the first runs are half as long as the longest
of the last weeks before. Nothing is made up. A coaching convention; what a run may grow by afterwards is for the
rules on distance to say (``climbing``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.frozen import frozen
from generator.layers.running_days import Measures, WeekDays, at_rest, changed, key_run, plain, shorter
from generator.model.plan import Day, Run

FIRST_DAYS = 2  # back, without a key run
LONG_ABSENCE, VERY_LONG_ABSENCE = 7, 28  # days missed
_LOOK_BACK = 30  # days in which the longest run before is looked for


@frozen
class Absence:
    """Days missed (absolute), and how many days the first week back has."""

    missed: range
    week: int

    @property
    def back(self) -> int:
        """The first day back."""
        return self.missed.stop

    @property
    def first_days(self) -> range:
        """The first days back, without a key run or a key lift."""
        return range(self.back, self.back + FIRST_DAYS)

    @property
    def first_week(self) -> range:
        """The first week back; empty if the absence was short."""
        return range(self.back, self.back + (self.week if len(self.missed) >= LONG_ABSENCE else 0))


def convalesced(weeks: Sequence[WeekDays], absence: Absence, measures: Measures) -> tuple[WeekDays, ...]:
    """Return the weeks with the missed days empty and the first days back eased."""
    before = [day for week in weeks for day in week if day.day < absence.missed.start]
    return tuple(tuple(_day(day, week, absence, before, measures) for day in week) for week in weeks)


def _day(day: Day, week: WeekDays, absence: Absence, before: Sequence[Day], measures: Measures) -> Day:
    if day.day in absence.missed:
        return at_rest(day)
    run = key_run(day)
    if run is not None and day.day in absence.first_days:
        day = changed(day, run, plain(run, "easy", _easy_distance(run, week, measures)))
    elif run is not None and day.day in absence.first_week:
        day = changed(day, run, _calmer(run, before, measures))
    if day.day in absence.first_week and len(absence.missed) >= VERY_LONG_ABSENCE:
        day = _halved(day, before, measures)
    return day


def _easy_distance(run: Run, week: WeekDays, measures: Measures) -> int | None:
    """As far as the week's shortest easy or aerobic run, or half as far as it was where there is none."""
    if run.distance_m is None:
        return None
    others = [r.distance_m for day in week for r in day.runs if r.kind in ("easy", "aerobic") and r.distance_m]
    return min(run.distance_m, *others) if others else max(measures.shortest, measures.floor(run.distance_m / 2))


def _calmer(run: Run, before: Sequence[Day], measures: Measures) -> Run:
    """A quality run is run steady, a long run goes no farther than the last one before and has no hard end."""
    if run.kind == "quality":
        steady = run.distance_m is None or run.distance_m >= measures.least_aerobic
        return plain(run, "aerobic" if steady else "easy", run.distance_m)
    last = next((r.distance_m for r in _runs(reversed(before)) if r.kind == "long" and r.distance_m), run.distance_m)
    if run.distance_m is None or last is None:
        return plain(run, "long", None)
    return shorter(run, min(run.distance_m, last)) if run.steps or last < run.distance_m else run


def _halved(day: Day, before: Sequence[Day], measures: Measures) -> Day:
    start = before[-1].day - _LOOK_BACK if before else 0
    longest = max((r.distance_m or 0 for r in _runs(before) if r.kind != "race"), default=0)
    recent = max((r.distance_m or 0 for r in _runs(d for d in before if d.day > start) if r.kind != "race"), default=0)
    most = max(measures.shortest, measures.floor((recent or longest) / 2))
    for run in day.runs:
        if run.kind != "race" and run.distance_m is not None and run.distance_m > most:
            kind = "easy" if run.kind == "aerobic" and most < measures.least_aerobic else run.kind
            day = changed(day, run, plain(run, kind, most))
    return day


def _runs(days: Iterator[Day] | Sequence[Day]) -> Iterator[Run]:
    return (run for day in days for run in day.runs)
