"""What a plan adds up to, week by week and phase by phase: running, lifting, minutes, hard days.

Everything is added up from the expanded plan's own numbers; nothing is worked out anew but a lift's length where its
plan does not say it. Distances are metres, times seconds. Of ranges the number that the plan's JSON has under its
contract's key counts: the upper end of a run, the lower end of sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from generator.frozen import frozen
from generator.model.plan import Lift, Plan, Run, Week
from generator.model.vocabulary import KEY_LIFTS, KEY_RUNS, LiftKind, Slot, Unit
from generator.progress.doses import duration_s

LIFT_KINDS: tuple[LiftKind, ...] = get_args(LiftKind)
SLOTS: tuple[Slot, ...] = get_args(Slot)


@frozen
class WeekNumbers:
    """A week's numbers.

    ``by_time``: runs that have no distance. ``long_run_m``: the longest run of kind long; ``quality_m`` and ``race_m``:
    all runs of these kinds; ``run_distance_m`` has them all. ``lifts`` by kind and ``sets`` by movement hold what there
    is. ``run_s``, ``lift_s`` and ``cross_s`` leave out sessions that have no length, which ``untimed`` counts (races
    among them: no time is foretold).
    """

    number: int
    phase: str
    running: str
    strength: str
    cutback: bool
    runs: int
    by_time: int
    run_distance_m: int
    long_run_m: int
    quality_m: int
    race_m: int
    hard_days: int
    lifts: Mapping[str, int]
    sets: Mapping[str, int]
    sets_most: Mapping[str, int]
    run_s: int
    lift_s: int
    cross_s: int
    untimed: int

    @property
    def total_s(self) -> int:
        """All that has a length, together."""
        return self.run_s + self.lift_s + self.cross_s

    @property
    def long_share(self) -> float | None:
        """The long run's share of the week in percent, to a tenth; None where either is not there."""
        return share(self.long_run_m, self.run_distance_m)

    @property
    def quality_share(self) -> float | None:
        """The quality runs' share of the week in percent, to a tenth; None where the week has no distance."""
        if not self.quality_m:
            return 0.0 if self.run_distance_m > 0 else None
        return share(self.quality_m, self.run_distance_m)


@frozen
class PhaseNumbers:
    """A phase's weeks together; ``title`` is its name, ``first_week`` and ``last_week`` count from 1."""

    id: str
    title: str
    weeks: tuple[WeekNumbers, ...]

    @property
    def total(self) -> WeekNumbers:
        """The weeks added up; of the long runs the longest."""
        return together(self.weeks, self.id)


@frozen
class PlanNumbers:
    """A plan's numbers. ``units`` is how its distances are shown."""

    id: str
    title: str
    units: Unit
    weeks: tuple[WeekNumbers, ...]
    phases: tuple[PhaseNumbers, ...]

    @property
    def total(self) -> WeekNumbers:
        """All weeks added up."""
        return together(self.weeks, "")

    @property
    def slots(self) -> tuple[str, ...]:
        """The movements that the plan trains, in the library's order."""
        return tuple(slot for slot in SLOTS if any(week.sets.get(slot) for week in self.weeks))

    @property
    def lift_kinds(self) -> tuple[str, ...]:
        """The kinds of lifts that the plan has."""
        return tuple(kind for kind in LIFT_KINDS if any(week.lifts.get(kind) for week in self.weeks))


def measured(plan: Plan) -> PlanNumbers:
    """Return a plan's numbers."""
    weeks = tuple(_week(week) for week in plan.weeks)
    titles = {phase.id: phase.title for phase in plan.phases}
    phases = dict.fromkeys(week.phase for week in weeks)
    return PlanNumbers(
        plan.id,
        plan.title,
        plan.units,
        weeks,
        tuple(
            PhaseNumbers(phase, titles.get(phase, phase), tuple(week for week in weeks if week.phase == phase))
            for phase in phases
        ),
    )


def share(part: int, whole: int) -> float | None:
    """Return a share in percent, to a tenth; None where there is no part or no whole."""
    return round(part * 100 / whole, 1) if part > 0 and whole > 0 else None


def together(weeks: Iterable[WeekNumbers], phase: str) -> WeekNumbers:
    """Return weeks added up as one; the longest of their long runs."""
    found = tuple(weeks)
    return WeekNumbers(
        number=len(found),
        phase=phase,
        running="",
        strength="",
        cutback=False,
        runs=sum(week.runs for week in found),
        by_time=sum(week.by_time for week in found),
        run_distance_m=sum(week.run_distance_m for week in found),
        long_run_m=max((week.long_run_m for week in found), default=0),
        quality_m=sum(week.quality_m for week in found),
        race_m=sum(week.race_m for week in found),
        hard_days=sum(week.hard_days for week in found),
        lifts=_added(week.lifts for week in found),
        sets=_added(week.sets for week in found),
        sets_most=_added(week.sets_most for week in found),
        run_s=sum(week.run_s for week in found),
        lift_s=sum(week.lift_s for week in found),
        cross_s=sum(week.cross_s for week in found),
        untimed=sum(week.untimed for week in found),
    )


def lift_seconds(lift: Lift) -> int | None:
    """Return a lift's length: the plan's own, else an estimate from sets, repetitions and rests; None without rests."""
    if lift.duration_s is not None:
        return lift.duration_s
    rested = all(dose.rest_s or dose.sets == 1 for dose in lift.exercises)
    return duration_s(lift.exercises, lift.kind) if rested and lift.exercises else None


def _week(week: Week) -> WeekNumbers:
    runs, lifts = tuple(week.runs), tuple(week.lifts)
    crosses = tuple(cross for day in week.days for cross in day.crosses)
    run_times, cross_times = [run.duration_s for run in runs], [cross.duration_s for cross in crosses]
    lift_times = [lift_seconds(lift) for lift in lifts]
    doses = [dose for lift in lifts for dose in lift.exercises]
    return WeekNumbers(
        number=week.number,
        phase=week.phase,
        running=week.running,
        strength=week.strength,
        cutback=week.cutback,
        runs=len(runs),
        by_time=sum(run.distance_m is None for run in runs),
        run_distance_m=week.run_distance_m,
        long_run_m=max(_metres(runs, "long"), default=0),
        quality_m=sum(_metres(runs, "quality")),
        race_m=sum(_metres(runs, "race")),
        hard_days=sum(
            any(run.kind in KEY_RUNS for run in day.runs) or any(lift.kind in KEY_LIFTS for lift in day.lifts)
            for day in week.days
        ),
        lifts=_added({lift.kind: 1} for lift in lifts),
        sets=_added({dose.slot: dose.sets} for dose in doses),
        sets_most=_added({dose.slot: max(dose.sets, dose.sets_most or 0)} for dose in doses),
        run_s=sum(seconds or 0 for seconds in run_times),
        lift_s=sum(seconds or 0 for seconds in lift_times),
        cross_s=sum(seconds or 0 for seconds in cross_times),
        untimed=sum(seconds is None for seconds in (*run_times, *lift_times, *cross_times)),
    )


def _metres(runs: Iterable[Run], kind: str) -> list[int]:
    return [run.distance_m or 0 for run in runs if run.kind == kind]


def _added(parts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in parts:
        for name, count in part.items():
            found[name] = found.get(name, 0) + count
    return found
