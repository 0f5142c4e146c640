"""What rules over doses and weeks read out of a plan: big lifts, work at a target, distances with and without races."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.plan import Day, Lift, Plan, Prescription, Repeat, Run, Step, Week
from generator.model.vocabulary import KEY_LIFTS, LOADED_PHASES, LiftKind, StrengthPhase
from generator.rules.measure import Measured, total

#: The movements of the article's cornerstone lifts: squat, deadlift, hip thrust.
BIG_SLOTS: frozenset[str] = frozenset({"knee-dominant", "hip-dominant", "thrust"})
#: All movements of the legs that base work covers on one leg and on both.
LEG_SLOTS: frozenset[str] = BIG_SLOTS | {"single-leg-knee", "single-leg-hip", "calf"}
#: All that loads the legs, machines for one joint among it.
LOADED_SLOTS: frozenset[str] = LEG_SLOTS | {"single-joint"}
#: Base work is at least eleven repetitions from empty (reps + reserve), heavy work at most ten.
BASE_REACH = 11
#: Share of the one-repetition maximum that parts base (below) from heavy (from here up), in percent.
HEAVY_PERCENT = 75
#: Repetitions in reserve from which a set leaves no trace, as in short sessions.
SHORT_RESERVE = 4


def is_big(dose: Prescription) -> bool:
    """True for a squat, deadlift or hip thrust on both legs."""
    return dose.slot in BIG_SLOTS and not dose.per_side


def least_reserve(dose: Prescription) -> int:
    """Return the repetitions left in reserve, at the lower end where a band is given."""
    return dose.rir if dose.rir_min is None else min(dose.rir, dose.rir_min)


def most_percent(dose: Prescription) -> int | None:
    """Return the share of the maximum in percent, at the upper end where a range is given."""
    return dose.percent_1rm if dose.percent_most is None else dose.percent_most


def most_reps(dose: Prescription) -> int:
    """Return the repetitions, at the upper end where a range is given."""
    return max(dose.reps, dose.reps_most or 0)


def most_sets(lift: Lift) -> int:
    """Return the most sets that any exercise of a lift has, at the upper end where a range is given."""
    return max((max(dose.sets, dose.sets_most or 0) for dose in lift.exercises), default=0)


def at_base_dose(dose: Prescription) -> bool:
    """True if a set leaves off at least eleven repetitions from empty and below 75%; holds always do.

    Of ranges the heavier end counts: that of the percentages where there are some, else that of the reserve.
    """
    if dose.hold_s is not None:
        return True
    percent = most_percent(dose)
    if percent is None:
        return dose.reps + least_reserve(dose) >= BASE_REACH
    return dose.reps + dose.rir >= BASE_REACH and percent < HEAVY_PERCENT


def kind_of_lift(doses: Iterable[Prescription], strength: StrengthPhase) -> LiftKind:
    """Return what kind of lift doses make in a week of that strength phase.

    Heavy load on a big lift (or, where there is none, on any exercise of the legs) makes a heavy lift, in phases of
    maintenance and taper a maintenance lift. Other big lifts make a base lift. Jumps alone are what their phase
    is. What is left is short if every set leaves at least four in reserve, else base.
    """
    done = tuple(doses)
    loaded: LiftKind = "maintenance" if strength in ("maintenance", "taper") else "heavy"
    big = [dose for dose in done if is_big(dose)]
    legs = big or [dose for dose in done if dose.slot in LOADED_SLOTS]
    if not all(map(at_base_dose, legs)):
        return loaded
    if big:
        return "base"
    if any(dose.slot == "plyometric" for dose in done):
        return loaded if strength in LOADED_PHASES else "base"
    return "abbreviated" if all(least_reserve(dose) >= SHORT_RESERVE for dose in done) else "base"


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
