"""A plan longer than ten weeks changes its strength work along the way.

Why:
    Strength work has its seasons, as running has: what builds a runner in winter only tires one before a race.

Reads:
    A plan of more than ten weeks has at least two different strength phases. ``base`` and ``base_hold`` count as two,
    weeks off count as none. Plans in stages and plans without an end are exempt.

Holds:
    [strength=base] 8 weeks of Tu quality+base | Sa long+base || [strength=heavy] 4 weeks of Tu quality+heavy
    10 weeks of Tu quality+heavy
    [rolling] 12 weeks of Tu quality+heavy

Fails:
    11 weeks of Tu quality+heavy  -> plan: eleven weeks of the same
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "warning"
PARAMETERS = (Parameter("weeks", 10, "weeks up to which one strength phase is enough", "lower"),)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Lifting changes over the year as the running does."),
    Evidence(
        "beattie-2017",
        "cited",
        "Forty weeks of strength training in phases (20 competitive runners; read in a summary).",
    ),
    Evidence("", "convention", "Ten weeks as the limit is this project's choice."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault if a long plan keeps one strength phase throughout."""
    phases = {week.strength for week in plan.weeks} - {"off"}
    if len(plan.weeks) > p["weeks"] and len(phases) < 2 and not (plan.staged or plan.rolling):
        only = next(iter(phases), "off")
        text = _("All {weeks} weeks keep one strength phase ({phase}); {most} are the most.")
        yield Fault(None, None, text.format(weeks=len(plan.weeks), phase=only, most=p["weeks"]))
