"""No heavy load before a professional has watched the lifts and signed off.

Why:
    Heavy weight on a movement that is not yet sound is how lifting goes wrong. A physical therapist, trainer or
    strength coach has to see the movement first. This site can't check that anybody did.

Reads:
    Unless the plan is for runners who are already signed off, every heavy and every maintenance lift has beside it
    what to do without a sign-off: a session at base load. There, repetitions done plus those left in reserve are at
    least eleven, and the weight is below 75% of the maximum where a percentage is given. No heavy lift stands in a
    week of ``base`` or ``base_hold``.

Holds:
    [entry=base-done] Tu quality+heavy(back-squat knee-dominant 4x6@2 80% else goblet-squat knee-dominant 2x8@3 73%)
    [entry=signed-off] Tu quality+heavy(back-squat knee-dominant 4x6@2 80% else none)

Fails:
    [entry=base-done] Tu quality+heavy(back-squat knee-dominant 4x6@2 80% else none)  -> Tu: nothing for the unsigned
    [entry=base-done] Tu quality+heavy(back-squat knee-dominant 4x6@2 80% else back-squat knee-dominant 3x6@3 77%)
        -> Tu: the way out is heavy too
    [entry=base-done strength=base_hold] Tu quality+heavy  -> Tu: a heavy lift while the base is held
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Lift, Plan
from generator.rules.reading import at_base_dose, dated_lifts
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import a_lift, of_week

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "A professional has to approve how somebody lifts before the weight goes up."),
    Evidence("", "convention", "Base load: eleven or more repetitions from empty, under 75% of the maximum."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for loaded lifts without a way out at base load, and for heavy lifts in base weeks."""
    if plan.signed_off:
        return
    for week, day, lift in dated_lifts(plan):
        if lift.kind not in ("heavy", "maintenance"):
            continue
        name = of_week(day, week.number)
        if lift.kind == "heavy" and week.strength in ("base", "base_hold"):
            text = _("{day} has a heavy lift in a base week, before the sign-off.")
            if week.strength == "base_hold":
                text = _("{day} has a heavy lift in a base_hold week, before the sign-off.")
            yield Fault(week.number, day.day, text.format(day=name))
        wrong = _way_out_fault(lift)
        if wrong:
            yield Fault(week.number, day.day, wrong.format(day=name, lift=a_lift(lift.kind), exercises=_over(lift)))


def _way_out_fault(lift: Lift) -> str:
    way_out = lift.unless_signed_off
    if way_out is None or not way_out.exercises:
        return _("{day} has {lift} that says nothing for runners who are not signed off.")
    if way_out.kind == "heavy":
        return _("{day} has {lift} that sends runners without a sign-off to a heavy session.")
    if way_out.kind == "maintenance":
        return _("{day} has {lift} that sends runners without a sign-off to a maintenance session.")
    if _over(lift):
        return _("{day} has {lift} that gives runners without a sign-off more than base load ({exercises}).")
    return ""


def _over(lift: Lift) -> str:
    """The exercises that a runner without a sign-off is given with more than base load."""
    done = lift.unless_signed_off.exercises if lift.unless_signed_off else ()
    return ", ".join(dose.id for dose in done if not at_base_dose(dose))
