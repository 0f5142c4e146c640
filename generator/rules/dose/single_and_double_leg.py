"""Every base week trains the legs one at a time and both together.

Why:
    Two-legged lifts build strength fastest; one-legged ones show and even out what the stronger side hides. Running
    is done on one leg at a time.

Reads:
    Every base week has at least one leg exercise done one side at a time and at least one done on both legs. Leg
    exercises are squats, deadlifts, thrusts, single-leg work for knee and hip, and calves.

Holds:
    [strength=base] Tu quality+base | Sa long+base

Fails:
    [strength=base] Tu quality+base(goblet-squat knee-dominant 3x10@3)  -> week 1: nothing on one leg
    [strength=base] Tu quality+base(step-up single-leg-knee 3x10@3 side)  -> week 1: nothing on both legs
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.reading import LEG_SLOTS
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "The base includes both single-leg and double-leg exercises."),
    Evidence("", "convention", "At least one of each every week, among leg exercises."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each base week that leaves out one kind."""
    for week in plan.weeks:
        if week.strength != "base":
            continue
        sides = {dose.per_side for lift in week.lifts for dose in lift.exercises if dose.slot in LEG_SLOTS}
        for one_sided, name in ((True, "one leg at a time"), (False, "both legs together")):
            if one_sided not in sides:
                yield Fault(week.number, None, f"Week {week.number} has no leg exercise on {name}.")
