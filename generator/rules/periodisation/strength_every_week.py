"""Every week has some strength work, apart from race weeks and the break after them.

Why:
    Strength that is not kept up fades, and a little each week is enough to keep it.

Reads:
    Each week has at least one strength session of any kind. Race weeks, weeks of transition and the week of the goal
    race are exempt. Base weeks need more than one; ``base-dose`` counts theirs.

Holds:
    Tu quality+heavy | Sa long
    [running=race strength=off] Tu quality | Su race

Fails:
    Tu quality | Sa long  -> week 1: no strength work at all
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "warning"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "The article wants all runners to lift in one way or another."),
    Evidence(
        "blagrove-2018",
        "cited",
        "In 24 studies with 469 runners, 2-3 sessions a week for 6-20 weeks made running 2-8% more economical.",
    ),
    Evidence(
        "vikmoen-2016",
        "cited",
        "After 11 heavy weeks, neither economy nor a 40-minute run had changed (19 women).",
    ),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each week without any strength session."""
    goal = plan.race.week if plan.race else None
    for week in plan.weeks:
        if week.strength == "base" or week.running in ("race", "transition") or week.number == goal:
            continue
        if next(week.lifts, None) is None:
            text = _("Week {week} has no strength session.")
            yield Fault(week.number, None, text.format(week=week.number))
