"""Weekly distance grows only a little beyond the biggest of the last four weeks.

Why:
    The body adapts to what it has done lately. Comparing with the last four weeks, and not with the last one alone,
    lets a week come back to normal after a lighter one.

Reads:
    Each week's running without its races is compared with the biggest such week of the four before. More than 10%
    above it is a warning. More than 20% is an error if the step is also longer than 8 km (5 mi). The first week has
    nothing to be compared with. Runs given by time alone don't count.

Dissent:
    The limit many runners know, 10% over last week, fits no published plan with lighter weeks: eight well-known plans
    go up to 67% over the week before, but all except one stay within 8-21% of the last four weeks. In a large study
    the change from week to week showed no relationship with injury at all.

Holds:
    weeks: 50 55 58 cut 45 60 km
    weeks: 50 55 60 66 km

Fails:
    weeks: 50 56 km  -> warning in week 2: 12% more
    weeks: 50 61 km  -> week 2: 22% more
    weeks: 20 28 km  -> warning in week 2: 40% more, but a step of 8 km
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import ngettext
from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.measure import longest
from generator.rules.reading import without_races
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import distance, percent_over

LEVEL = "error"
PARAMETERS = (
    Parameter("warn", 10, "percent over the biggest of the weeks before; more is a warning", "lower"),
    Parameter("most", 20, "percent over the biggest of the weeks before; more is an error", "lower"),
    Parameter("free_step_m", 8047, "step in meters up to which a week is never an error (5 mi)", "lower"),
    Parameter("weeks", 4, "weeks before that each week is compared with", "lower"),
)
EVIDENCE = (
    Evidence(
        "frandsen-2025", "cited", "In 5,205 runners, change from week to week had no relationship with overuse injury."
    ),
    Evidence("", "convention", "The lines at 10 and 20% and the free 8 km come from looking at eight published plans."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a warning or an error for each week that jumps."""
    distances = [without_races(week) for week in plan.weeks]
    for index, week in enumerate(plan.weeks):
        ours, before = distances[index], longest(distances[max(0, index - p["weeks"]) : index])
        if not before.metres or not ours.over(100 + p["warn"], before):
            continue
        wrong = ours.over(100 + p["most"], before) and (ours - before).beyond(p["free_step_m"])
        share = percent_over((ours.metres / before.metres - 1) * 100, p["warn"])
        text = ngettext(
            "Week {week} runs {distance}, {share} more than the biggest of the {n} week before ({before}).",
            "Week {week} runs {distance}, {share} more than the biggest of the {n} weeks before ({before}).",
            p["weeks"],
        )
        far, far_before = distance(ours.metres, plan.units), distance(before.metres, plan.units)
        text = text.format(week=week.number, distance=far, share=share, before=far_before)
        yield Fault(week.number, None, text, None if wrong else "warning")
