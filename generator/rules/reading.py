"""What rules over doses and weeks read out of a plan: big lifts, work at a target, distances with and without races."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.plan import Day, Lift, Plan, Prescription, Repeat, Run, Step, Week
from generator.model.vocabulary import KEY_LIFTS
from generator.rules.measure import Measured, total

#: The movements of the article's cornerstone lifts: squat, deadlift, hip thrust.
BIG_SLOTS: frozenset[str] = frozenset({"knee-dominant", "hip-dominant", "thrust"})
#: All movements of the legs that base work covers on one leg and on both.
LEG_SLOTS: frozenset[str] = BIG_SLOTS | {"single-leg-knee", "single-leg-hip", "calf"}
#: Base work is at least eleven repetitions from empty (reps + reserve), heavy work at most ten.
BASE_REACH = 11
#: Share of the one-repetition maximum that parts base (below) from heavy (from here up), in percent.
HEAVY_PERCENT = 75


def is_big(dose: Prescription) -> bool:
    """True for a squat, deadlift or hip thrust on both legs."""
    return dose.slot in BIG_SLOTS and not dose.per_side


def least_reserve(dose: Prescription) -> int:
    """Return the repetitions left in reserve, at the lower end where a band is given."""
    return dose.rir if dose.rir_min is None else min(dose.rir, dose.rir_min)


def at_base_dose(dose: Prescription) -> bool:
    """True if a set leaves off at least eleven repetitions from empty and below 75%; holds always do."""
    if dose.hold_s is not None:
        return True
    return dose.reps + dose.rir >= BASE_REACH and (dose.percent_1rm is None or dose.percent_1rm < HEAVY_PERCENT)


def key_lifts(week: Week) -> tuple[Lift, ...]:
    """Return the week's base, heavy and maintenance lifts."""
    return tuple(lift for lift in week.lifts if lift.kind in KEY_LIFTS)


def big_sets(lifts: Iterable[Lift]) -> int:
    """Return how many sets of big lifts these sessions hold in all."""
    return sum(dose.sets for lift in lifts for dose in lift.exercises if is_big(dose))


def dated_lifts(plan: Plan) -> Iterator[tuple[Week, Day, Lift]]:
    """Yield every strength session with its week and day."""
    return ((week, day, lift) for week in plan.weeks for day in week.days for lift in day.lifts)


def flat_steps(steps: Iterable[Step | Repeat], times: int = 1) -> Iterator[tuple[Step, int]]:
    """Yield each step and how many times it is done, repeats unrolled by counting."""
    for step in steps:
        if isinstance(step, Repeat):
            yield from flat_steps(step.steps, times * step.repeat)
        else:
            yield step, times


def work_at(run: Run, targets: Iterable[str]) -> Measured:
    """Return the distance a run spends at these targets.

    Steps given by time are counted at the run's mean speed where both its distance and duration are known, else as
    none: a slight underestimate, since work is faster than the mean.
    """
    speed = run.distance_m / run.duration_s if run.distance_m and run.duration_s else 0.0
    wanted = frozenset(targets)
    found = [
        Measured(times * (step.distance_m if step.distance_m is not None else (step.duration_s or 0) * speed), times)
        for step, times in flat_steps(run.steps)
        if step.target in wanted
    ]
    return total(found)


def work_s(run: Run, targets: Iterable[str]) -> int:
    """Return the seconds that steps given by time spend at these targets."""
    wanted = frozenset(targets)
    return sum(times * (step.duration_s or 0) for step, times in flat_steps(run.steps) if step.target in wanted)


def measured(runs: Iterable[Run]) -> Measured:
    """Return the distance of runs together; those given by time alone count as none."""
    return total(Measured(run.distance_m) for run in runs if run.distance_m)


def week_distance(week: Week) -> Measured:
    """Return the week's running distance."""
    return Measured(week.run_distance_m, sum(1 for run in week.runs if run.distance_m))


def without_races(week: Week) -> Measured:
    """Return the week's running distance without its races."""
    return measured(run for run in week.runs if run.kind != "race")
