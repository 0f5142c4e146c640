"""Every base week trains the legs one at a time and both together.

Why:
    Two-legged lifts carry the most weight; one-legged ones show and even out what the stronger side hides. Running is
    done on one leg at a time.

Reads:
    Every base week with strength work has at least one leg exercise done on one side at a time and at least one done
    on both legs. Leg exercises are squats, deadlifts, thrusts, calf raises, and single-leg work for knee and hip.

Holds:
    [strength=base] Tu quality+base | Sa long+base

Fails:
    [strength=base] Tu quality+base(goblet-squat knee-dominant 3x10@3)  -> week 1: nothing on one leg
    [strength=base] Tu quality+base(step-up single-leg-knee 3x10@3 side)  -> week 1: nothing on both legs
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.reading import LEG_SLOTS
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Base work is done on one leg as well as on two."),
    Evidence("", "convention", "At least one of each in every week, counted among leg exercises."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each base week that leaves out one kind."""
    for week in plan.weeks:
        if week.strength != "base" or next(week.lifts, None) is None:
            continue
        sides = {dose.per_side for lift in week.lifts for dose in lift.exercises if dose.slot in LEG_SLOTS}
        if True not in sides:
            text = _("Week {week} has no leg exercise on one leg at a time.")
            yield Fault(week.number, None, text.format(week=week.number))
        if False not in sides:
            text = _("Week {week} has no leg exercise on both legs together.")
            yield Fault(week.number, None, text.format(week=week.number))
