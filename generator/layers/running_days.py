"""A day's running without its lifts, and the few things that layers do with it: take it away, ease it, shorten it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.frozen import frozen
from generator.model.plan import Cross, Day, Plan, Repeat, Run, Step, Week
from generator.model.units import METRES_PER, metres
from generator.model.vocabulary import DayKind, RunKind, Unit

#: From the hardest to the easiest; the hardest session of a day makes its kind.
HARDNESS: tuple[DayKind, ...] = ("race", "long", "quality", "aerobic", "easy", "cross", "rest")
SHORTEST_RUN = {"km": 3, "mi": 2}
SHORTEST_AEROBIC_S = 35 * 60
_MARGIN_S = 60  # times are told in whole minutes

WeekDays = tuple[Day, ...]


@frozen
class Measures:
    """What it takes to make a run shorter: the plan's unit, and how many seconds a meter of aerobic running takes."""

    unit: Unit
    seconds_per_m: float

    @property
    def least_aerobic(self) -> int:
        """The fewest whole units, in meters, that last 35 minutes."""
        units = SHORTEST_RUN[self.unit]
        while metres(units, self.unit) * self.seconds_per_m < SHORTEST_AEROBIC_S + _MARGIN_S:
            units += 1
        return metres(units, self.unit)

    @property
    def shortest(self) -> int:
        """The shortest useful run, in meters."""
        return metres(SHORTEST_RUN[self.unit], self.unit)

    def floor(self, distance_m: float) -> int:
        """Return the whole units within a distance, in meters."""
        return metres(int(distance_m / float(METRES_PER[self.unit]) + 1e-6), self.unit)


def measures_of(plan: Plan, easy_seconds_per_km: float) -> Measures:
    """Return the plan's measures: the pace of its own aerobic runs, or of easy running where it has none."""
    known = [run for week in plan.weeks for run in week.runs if run.kind == "aerobic" and run.distance_m]
    paces = [run.duration_s / run.distance_m for run in known if run.duration_s and run.distance_m]
    return Measures(plan.units, min(paces, default=easy_seconds_per_km / 1000 * 0.9))


def running_of(week: Week) -> WeekDays:
    """Return the week's days without their lifts."""
    return tuple(with_sessions(day, (*day.runs, *day.crosses)) for day in week.days)


def with_sessions(day: Day, sessions: Iterable[Run | Cross]) -> Day:
    """Return the day with these sessions and no lift, in order, its kind that of the hardest."""
    ordered = tuple(replace(session, order=order) for order, session in enumerate(sessions, 1))
    kinds: list[DayKind] = [session.kind if isinstance(session, Run) else "cross" for session in ordered]
    return replace(day, kind=min(kinds, key=HARDNESS.index, default="rest"), sessions=ordered)


def at_rest(day: Day) -> Day:
    """Return the day with nothing on it."""
    return with_sessions(day, ())


def moved(sessions: Day, to: Day) -> Day:
    """Return the day ``to`` with the runs and cross-training of another."""
    return with_sessions(to, _sessions(sessions))


def key_run(day: Day) -> Run | None:
    """Return the day's quality or long run; a race is nobody's to change."""
    return next((run for run in day.runs if run.kind in ("quality", "long")), None)


def changed(day: Day, run: Run, to: Run | None) -> Day:
    """Return the day with another run in a run's place, or without it."""
    kept = (to if session is run else session for session in _sessions(day))
    return with_sessions(day, (session for session in kept if session is not None))


def plain(run: Run, kind: RunKind, distance_m: int | None) -> Run:
    """Return a run of another kind or length without steps; effort, time and words are told when it is dosed.

    A run given by time alone keeps its time.
    """
    seconds = run.duration_s if distance_m is None else None
    return Run(run.order, kind, distance_m, seconds, run.rpe, (), (), optional=run.optional)


def shorter(run: Run, distance_m: int) -> Run:
    """Return the run cut to a distance; steps at an effort are left out."""
    return plain(run, run.kind, distance_m)


def fewer_repeats(run: Run) -> Run | None:
    """Return a quality run with one repetition less, its cool-down as much longer; None if it can't spare one."""
    index = next((i for i, step in enumerate(run.steps) if isinstance(step, Repeat) and step.repeat > 1), None)
    if index is None:
        return None
    repeated = run.steps[index]
    assert isinstance(repeated, Repeat)
    fewer = replace(repeated, repeat=repeated.repeat - 1)
    steps = (*run.steps[:index], fewer, *run.steps[index + 1 :])
    last = steps[-1]
    spared = sum(step.distance_m or 0 for step in _flat(repeated.steps))
    if isinstance(last, Step) and last.kind == "cooldown" and last.distance_m is not None:
        steps = (*steps[:-1], replace(last, distance_m=last.distance_m + spared))
    title = run.title.replace(f"{repeated.repeat} ×", f"{fewer.repeat} ×", 1)
    return replace(run, steps=steps, title=title)


def distance_of(days: Iterable[Day]) -> int:
    """Return the distance of these days' runs in meters."""
    return sum(run.distance_m or 0 for day in days for run in day.runs)


def _sessions(day: Day) -> tuple[Run | Cross, ...]:
    return tuple(session for session in day.sessions if isinstance(session, (Run, Cross)))


def _flat(steps: Iterable[Step | Repeat]) -> Iterator[Step]:
    for step in steps:
        if isinstance(step, Repeat):
            for _ in range(step.repeat):
                yield from _flat(step.steps)
        else:
            yield step
