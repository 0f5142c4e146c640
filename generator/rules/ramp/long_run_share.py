"""The long run is a fair part of the week, not most of it.

Why:
    A long run that towers over the rest of the week is one the week has not prepared.

Reads:
    In weeks of five runs or more the long run is at most 35 % of the distance, in weeks of three or four at most half.
    Weeks with fewer runs, with a race, of a taper, or with runs given by time alone are not judged.

Dissent:
    Daniels advises less: up to 30 % below 64 km (40 mi) a week, else the lesser of 25 % and 150 minutes. Published
    plans with four runs a week go up to 57 %.

Holds:
    Mo easy 8 km | Tu quality 10 km | Th aerobic 10 km | Fr easy 8 km | Su long 18 km
    Tu quality 10 km | Th aerobic 8 km | Su long 18 km

Fails:
    Mo easy 8 km | Tu quality 10 km | Th aerobic 10 km | Fr easy 8 km | Su long 22 km  -> Su: 38 % with five runs
    Tu quality 6 km | Th aerobic 6 km | Su long 14 km  -> Su: 54 % with three runs
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "warning"
PARAMETERS = (
    Parameter("many", 35, "percent of the week for the long run, in weeks of five runs or more", "lower"),
    Parameter("few", 50, "percent of the week for the long run, in weeks of three or four runs", "lower"),
)
EVIDENCE = (
    Evidence(
        "daniels-running-formula",
        "cited",
        "Long run up to 30 % below 64 km a week, else the lesser of 25 % and 150 minutes (readers' notes).",
    ),
    Evidence("", "convention", "35 and 50 % fit what eight published plans do."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault on the long run that takes too much of its week."""
    for week in plan.weeks:
        runs = list(week.runs)
        if len(runs) < 3 or not _is_judged(week):
            continue
        most = p["many"] if len(runs) >= 5 else p["few"]
        whole = sum(run.distance_m or 0 for run in runs)
        day, longest = max(
            ((day.day, run.distance_m or 0) for day in week.days for run in day.runs if run.kind == "long"),
            key=lambda found: found[1],
            default=(None, 0),
        )
        if longest * 100 > whole * most:
            text = f"The long run is {longest * 100 / whole:.0f} % of week {week.number}; {most} % is the limit "
            yield Fault(week.number, day, f"{text}with {len(runs)} runs.")


def _is_judged(week: Week) -> bool:
    timed = any(run.distance_m is None for run in week.runs)
    raced = any(run.kind == "race" for run in week.runs)
    return not (timed or raced or week.running in ("taper", "race"))
