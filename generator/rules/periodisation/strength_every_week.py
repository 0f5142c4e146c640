"""Every week has some strength work, apart from race weeks and the break after them.

Why:
    Every runner gains from some resistance training, and what is not kept up fades.

Reads:
    Each week has at least one strength session of any kind. Race weeks, weeks of transition and the week of the goal
    race are exempt.

Holds:
    Tu quality+heavy | Sa long
    [running=race strength=off] Tu quality | Su race

Fails:
    Tu quality | Sa long  -> week 1: no strength work at all
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "warning"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Every runner should do some form of resistance training."),
    Evidence(
        "blagrove-2018",
        "cited",
        "24 studies, 469 runners: 2-3 sessions a week for 6-20 weeks improved running economy by 2-8 %.",
    ),
    Evidence("vikmoen-2016", "cited", "No change in economy or 40-minute running after 11 heavy weeks (19 women)."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each week without any strength session."""
    goal = plan.race.week if plan.race else None
    for week in plan.weeks:
        if week.running in ("race", "transition") or week.number == goal:
            continue
        if next(week.lifts, None) is None:
            yield Fault(week.number, None, f"Week {week.number} has no strength session.")
