"""A week asks for no more lifts than it has days that may carry one.

Why:
    Lifts stand on quality, long and aerobic days. A week of easy runs and one long run has room for a single lift. A
    plan that asks for more would have to break its easy days.

Reads:
    Days that may carry a lift are quality, long and aerobic days, and cross-training days meant as aerobic work. A
    week has no more strength sessions than such days. The way out is to make an easy run in midweek an aerobic one, or
    to lift less often.

Holds:
    Tu easy | We aerobic+abbreviated | Sa long+heavy
    Mo aerobic cross+abbreviated | Sa long+heavy

Fails:
    Tu easy | We easy+abbreviated | Sa long+heavy  -> week 1: two lifts, one day that may carry one
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import ngettext
from generator.model.finding import Fault
from generator.model.plan import Day, Plan
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence(
        "seynders-2022", "cited", "Lifting goes with the fast and the long runs and stays off easy and rest days."
    ),
    Evidence("", "convention", "Aerobic days may carry lifts too, as Thursday does in the author's own week."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each week with more lifts than days that may carry one."""
    for week in plan.weeks:
        lifts = sum(1 for _ in week.lifts)
        hosts = sum(may_host(day) for day in week.days)
        if lifts > hosts:
            asked = ngettext("{n} lift", "{n} lifts", lifts)
            text = ngettext(
                "Week {week} has {lifts} and {n} day that may carry one; make an easy run aerobic or lift less often.",
                "Week {week} has {lifts} and {n} days that may carry one; make an easy run aerobic or lift less often.",
                hosts,
            )
            yield Fault(week.number, None, text.format(week=week.number, lifts=asked))


def may_host(day: Day) -> bool:
    """True for quality, long and aerobic days and for cross-training meant as aerobic work."""
    aerobic_cross = day.kind == "cross" and any(cross.kind == "aerobic" for cross in day.crosses)
    return day.kind in ("quality", "long", "aerobic") or aerobic_cross
