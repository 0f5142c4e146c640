"""No run goes far beyond the longest of the last thirty days.

Why:
    Among 5,205 runners a single run well beyond what they had lately done came with more overuse injuries, while jumps
    from week to week showed no such relationship.

Reads:
    Each run but a race is compared with the longest run, races included, of the thirty days before it. More than 10 %
    beyond is a warning, more than 30 % an error, unless the step is a mile or less. The plan's first week shows what
    the runner is used to, so its runs are not judged. Runs given by time alone don't count.

Dissent:
    Only the line at 10 % comes from the study, and its risks did not rise evenly (1.64 at 10-30 %, 1.52 at 30-100 %,
    2.28 beyond). Every classic plan crosses 10 % somewhere, which is why that is a warning and stays visible.

Holds:
    Su long 20 km || Su long 22 km
    Tu easy 5 km | Su long 20 km || Tu aerobic 10 km | Su race

Fails:
    Su long 20 km || Su long 23 km  -> warning on Su of week 2: 15 % further
    Su long 20 km || Su long 27 km  -> Su of week 2: 35 % further
    Su long 4 km || Su long 5.6 km  -> warning on Su of week 2: 40 % further, but less than a mile
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan, Run
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import km

LEVEL = "error"
PARAMETERS = (
    Parameter("warn", 10, "percent beyond the longest run from which a run is pointed out", "lower"),
    Parameter("most", 30, "percent beyond the longest run from which a run is an error", "lower"),
    Parameter("free_step_m", 1609, "step in meters that is never an error", "lower"),
    Parameter("days", 30, "how many days before count", "lower"),
)
EVIDENCE = (
    Evidence(
        "frandsen-2025",
        "cited",
        "Runs over 10 % beyond the longest of 30 days: more overuse injury (rate ratio 1.64 at 10-30 %; n = 5205).",
    ),
    Evidence("", "convention", "The line at 30 % and the free mile are this project's choice."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a warning or an error for each run that leaps."""
    recent: deque[tuple[int, int]] = deque()  # (day, meters), falling: the first is the longest of the window
    for week in plan.weeks:
        for day in week.days:
            while recent and recent[0][0] < day.day - p["days"]:
                recent.popleft()
            longest = recent[0][1] if recent else 0
            if longest and week is not plan.weeks[0]:
                for run in day.runs:
                    yield from _leap(week.number, day.day, run, longest, p)
            today = max((run.distance_m or 0 for run in day.runs), default=0)
            while today and recent and recent[-1][1] <= today:
                recent.pop()
            if today:
                recent.append((day.day, today))


def _leap(week: int, day: int, run: Run, longest: int, p: Params) -> Iterator[Fault]:
    step = (run.distance_m or 0) - longest
    if run.kind == "race" or step * 100 <= longest * p["warn"]:
        return
    wrong = step * 100 > longest * p["most"] and step > p["free_step_m"]
    over = f"{step * 100 / longest:.1f}".removesuffix(".0")
    text = f"A run of {km(longest + step)} is {over} % beyond the longest of the last {p['days']} days ({km(longest)})."
    yield Fault(week, day, text, None if wrong else "warning")
