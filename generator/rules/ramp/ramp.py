"""Weekly distance grows by little beyond the most of the last four weeks.

Why:
    The body adapts to what it has lately done. Comparing with the last four weeks, and not just with the last one, lets
    a week come back to normal after a lighter one.

Reads:
    Each week's running without its races is compared with the greatest such week of the four before. More than 10 %
    above it is a warning, more than 20 % an error, unless the step is 8 km (5 mi) or less. The first week has nothing
    to be compared with. Runs given by time alone don't count.

Dissent:
    The often-told limit of 10 % over last week fits no published plan with lighter weeks: eight well-known ones go up
    to 67 % over the week before, but only 8-21 % over the trailing four weeks in all but one. In a large study the
    week-to-week change showed no relationship with injury at all.

Holds:
    weeks: 50 55 58 cut 45 60 km
    weeks: 50 55 60 66 km

Fails:
    weeks: 50 56 km  -> warning in week 2: 12 % more
    weeks: 50 61 km  -> week 2: 22 % more
    weeks: 20 28 km  -> warning in week 2: 40 % more, but a step of 8 km
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.reading import race_free_m
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import km

LEVEL = "error"
PARAMETERS = (
    Parameter("warn", 10, "percent above the trailing maximum from which a week is pointed out", "lower"),
    Parameter("most", 20, "percent above the trailing maximum from which a week is an error", "lower"),
    Parameter("free_step_m", 8047, "step in meters that is never an error", "lower"),
    Parameter("weeks", 4, "how many weeks before count for the maximum", "lower"),
)
EVIDENCE = (
    Evidence("frandsen-2025", "cited", "The week-to-week ratio showed no relationship with overuse injury (n = 5205)."),
    Evidence("", "convention", "10 and 20 % over four weeks, calibrated on eight published plans; 8 km free."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a warning or an error for each week that jumps."""
    distances = [race_free_m(week) for week in plan.weeks]
    for index, week in enumerate(plan.weeks):
        before = max(distances[max(0, index - p["weeks"]) : index], default=0)
        step = distances[index] - before
        if before <= 0 or step * 100 <= before * p["warn"]:
            continue
        wrong = step * 100 > before * p["most"] and step > p["free_step_m"]
        text = f"{km(distances[index])} in week {week.number} is {_over(step, before)} % above the most of the "
        text += f"{p['weeks']} weeks before ({km(before)})."
        yield Fault(week.number, None, text, None if wrong else "warning")


def _over(step: int, before: int) -> str:
    return f"{step * 100 / before:.1f}".removesuffix(".0")
