"""No run goes far beyond the longest of the last thirty days.

Why:
    Among 5,205 runners, a single run well beyond what they had lately done came with more overuse injuries. Jumps from
    week to week showed no such relationship.

Reads:
    Each run except a race is compared with the longest run, races included, of the thirty days before it. More than
    10% beyond is a warning. More than 30% is an error if the step is also longer than a mile (1.6 km). The plan's
    first week shows what the runner is used to, so its runs are not judged. Runs given by time alone don't count.

Dissent:
    Only the line at 10% comes from the study, and the risk did not rise evenly with the size of the step (rate ratio
    1.64 at 10-30%, 1.52 at 30-100%, 2.28 beyond). Every classic plan crosses 10% somewhere, which is why that is a
    warning and stays visible.

Holds:
    Su long 20 km || Su long 22 km
    Tu easy 5 km | Su long 20 km || Tu aerobic 10 km | Su race

Fails:
    Su long 20 km || Su long 23 km  -> warning on Su of week 2: 15% farther
    Su long 20 km || Su long 27 km  -> Su of week 2: 35% farther
    Su long 4 km || Su long 5.6 km  -> warning on Su of week 2: 40% farther, but by less than a mile
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan, Run
from generator.model.vocabulary import Severity, Unit
from generator.rules.measure import Measured
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import distance, of_week, percent_over

LEVEL = "error"
PARAMETERS = (
    Parameter("warn", 10, "percent over the longest run of the days before; more is a warning", "lower"),
    Parameter("most", 30, "percent over the longest run of the days before; more is an error", "lower"),
    Parameter("free_step_m", 1609, "step in meters up to which a run is never an error (1 mi)", "lower"),
    Parameter("days", 30, "days before that each run is compared with", "lower"),
)
EVIDENCE = (
    Evidence(
        "frandsen-2025",
        "cited",
        "Runs over 10% beyond the longest of 30 days: more overuse injuries (rate ratio 1.64 at 10-30%; n = 5205).",
    ),
    Evidence("", "convention", "The line at 30% and the free mile are this project's choice."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a warning or an error for each run that leaps."""
    recent: deque[tuple[int, int]] = deque()  # (day, meters), falling: the first is the longest of the window
    for week in plan.weeks:
        for day in week.days:
            while recent and recent[0][0] < day.day - p["days"]:
                recent.popleft()
            if recent and week is not plan.weeks[0]:
                for run in day.runs:
                    leap = _leap(run, recent[0][1], plan.units, p)
                    if leap:
                        text = leap[0].replace("{day}", of_week(day, week.number))
                        yield Fault(week.number, day.day, text, None if leap[1] else "warning")
            today = max((run.distance_m or 0 for run in day.runs), default=0)
            while recent and recent[-1][1] <= today:
                recent.pop()
            if today:
                recent.append((day.day, today))


def leap(run_m: int, longest_m: int, p: Params) -> Severity | None:
    """Return how bad a run of so many meters is after a longest of ``longest_m`` in the days before; None if fine."""
    ours, before = Measured(run_m), Measured(longest_m)
    if not ours.over(100 + p["warn"], before):
        return None
    wrong = ours.over(100 + p["most"], before) and (ours - before).beyond(p["free_step_m"])
    return "error" if wrong else "warning"


def _leap(run: Run, longest_m: int, unit: Unit, p: Params) -> tuple[str, bool] | None:
    """Return what is wrong with a run and whether it is an error, or None."""
    run_m = run.distance_m or 0
    found = None if run.kind == "race" else leap(run_m, longest_m, p)
    if found is None:
        return None
    share = percent_over((run_m / longest_m - 1) * 100, p["warn"])
    text = _("On {day}, a run of {distance} is {share} farther than the longest of the {days} days before ({before}).")
    said = {"{distance}": distance(run_m, unit), "{before}": distance(longest_m, unit)}
    said |= {"{share}": share, "{days}": str(p["days"])}
    for name, value in said.items():
        text = text.replace(name, value)
    return text, found == "error"
