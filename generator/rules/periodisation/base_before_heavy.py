"""Six to eight weeks of base strength come before heavier lifts.

Why:
    Tendons, technique and the weaker side need time at lighter loads before the load goes up.

Reads:
    Before the first week with heavy lifts (or with maintenance lifts in a heavy, power, maintenance or taper phase)
    stand six to eight weeks of the phase ``base``. Weeks that hold the base may follow, as many as needed; weeks off
    in between neither count nor spoil the count. A plan entered with the base done and signed off may start heavy. A
    plan that is not entered with the base done starts its key lifts in ``base``. Base weeks beyond the eighth are
    called ``base_hold``. Whether enough of the sessions were really done is for the runner to judge, on the sign-off
    page.

Holds:
    [entry=new strength=base] 6 weeks of Tu quality+base | Sa long+base || [strength=heavy] Tu quality+heavy
    [strength=heavy] Tu quality+heavy | Sa long+heavy
    [entry=new strength=base] 8 weeks of Tu quality+base | Sa long+base || [strength=base_hold] Tu quality+base

Fails:
    [entry=new strength=base] 5 weeks of Tu quality+base | Sa long+base || [strength=heavy] Tu quality+heavy
        -> week 6: five base weeks only
    [entry=new strength=base] 9 weeks of Tu quality+base | Sa long+base
        -> week 9: from here on it is holding the base
    [entry=new strength=base_hold] Tu quality+base | Sa long+base  -> week 1: the base itself is missing
    [entry=base-done strength=heavy] Tu quality+heavy  -> week 1: the base is done, but nobody has signed off
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _, ngettext
from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.model.vocabulary import LOADED_PHASES
from generator.rules.reading import key_lifts
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS = (
    Parameter("least", 6, "base weeks before the first heavy week, at least", "higher"),
    Parameter("most", 8, "base weeks, at most; further weeks at base load are called base_hold", "lower"),
)
EVIDENCE = (
    Evidence(
        "seynders-2022",
        "cited",
        "Heavier lifting waits for six to eight weeks of base, two or three sessions each.",
    ),
    Evidence(
        "luckin-baldwin-2021",
        "cited",
        "Triathletes lifted up to 75% for 12 weeks, then 85% or more: running economy improved in the heavy part.",
    ),
    Evidence("", "convention", "Weeks at base load beyond the eighth are called base_hold."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for a base that is too short, too long or missing."""
    entered = plan.base_done and plan.signed_off
    base, lifted, loaded = 0, False, False
    for week in plan.weeks:
        if week.strength == "base":
            base += 1
            if base == p["most"] + 1:
                text = _("Week {week} is base week {number}; after {most} the phase is base_hold.")
                yield Fault(week.number, None, text.format(week=week.number, number=base, most=p["most"]))
        if _is_loaded(week):
            if not loaded and not entered and base < p["least"]:
                text = ngettext(
                    "Week {week} lifts heavy after {n} base week; {least} come first.",
                    "Week {week} lifts heavy after {n} base weeks; {least} come first.",
                    base,
                )
                yield Fault(week.number, None, text.format(week=week.number, least=p["least"]))
            loaded, base = True, 0
        elif key_lifts(week) and not lifted and week.strength != "base" and not plan.base_done:
            text = _("Week {week} has the plan's first key lifts; they belong to a base phase.")
            yield Fault(week.number, None, text.format(week=week.number))
        lifted = lifted or bool(key_lifts(week))


def _is_loaded(week: Week) -> bool:
    kinds = {lift.kind for lift in week.lifts}
    return "heavy" in kinds or ("maintenance" in kinds and week.strength in LOADED_PHASES)
