"""The long run is a fair part of the week, not most of it.

Why:
    A long run that towers over the rest of the week is one the week has not prepared the runner for.

Reads:
    In weeks of five runs or more the long run is at most 35% of the distance, in weeks of three or four at most half.
    Weeks with fewer runs, weeks with a race, taper weeks, and weeks with runs given by time alone are not judged.

Dissent:
    Daniels advises less: up to 30% in weeks below 64 km (40 mi), and in bigger weeks up to 25% or 150 minutes,
    whichever comes first. Published plans with four runs a week go up to 57%.

Holds:
    Mo easy 8 km | Tu quality 10 km | Th aerobic 10 km | Fr easy 8 km | Su long 18 km
    Tu quality 10 km | Th aerobic 8 km | Su long 18 km

Fails:
    Mo easy 8 km | Tu quality 10 km | Th aerobic 10 km | Fr easy 8 km | Su long 22 km  -> Su: 38% with five runs
    Tu quality 6 km | Th aerobic 6 km | Su long 14 km  -> Su: 54% with three runs
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.measure import Measured
from generator.rules.reading import measured
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import distance, of_week, percent, percent_over

LEVEL = "warning"
PARAMETERS = (
    Parameter("many", 35, "percent of the week that the long run may be, with five runs or more", "lower"),
    Parameter("few", 50, "percent of the week that the long run may be, with three or four runs", "lower"),
)
EVIDENCE = (
    Evidence(
        "daniels-running-formula",
        "cited",
        "At most 30% of weeks under 64 km; at most 25% and 150 minutes in bigger ones (from readers' notes).",
    ),
    Evidence("", "convention", "The lines at 35 and 50% come from looking at eight published plans."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault on the long run that takes too much of its week."""
    for week in plan.weeks:
        long_runs = [(run.distance_m or 0, day) for day in week.days for run in day.runs if run.kind == "long"]
        if not long_runs or not _is_judged(week):
            continue
        runs = sum(1 for _ in week.runs)
        most = p["many"] if runs >= 5 else p["few"]
        metres, day = max(long_runs, key=lambda found: found[0])
        whole = measured(week.runs)
        if Measured(metres).over(most, whole):
            share = percent_over(metres / whole.metres * 100, most)
            text = _("The long run on {day} ({distance}) is {share} of the week; with {runs} runs {most} is the limit.")
            far = distance(metres, plan.units)
            name = of_week(day, week.number)
            text = text.format(day=name, distance=far, share=share, runs=runs, most=percent(most))
            yield Fault(week.number, day.day, text)


def _is_judged(week: Week) -> bool:
    runs = list(week.runs)
    timed = any(run.distance_m is None for run in runs)
    raced = any(run.kind == "race" for run in runs)
    return len(runs) >= 3 and not (timed or raced or week.running in ("taper", "race"))
