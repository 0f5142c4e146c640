"""After a very long run the lift is light or waits for another day.

Why:
    Lifting well needs a fresh head and steady legs. After hours of running technique slips, so the heavy session is
    better placed on the quality day.

Reads:
    A very long run takes 150 minutes or more, or 29 km (18 mi), or has 9.7 km (6 mi) or more at marathon pace. On its
    day a heavy lift is pointed out, and so is a maintenance lift with a deadlift or with more than two sets an
    exercise.

Holds:
    Sa long 24 km 140 min+heavy
    Sa long 32 km+maintenance(back-squat knee-dominant 2x6@2)

Fails:
    Sa long 26 km 155 min+heavy  -> Sa: a heavy lift after 155 minutes
    Sa long 24 km 120 min (10 km @ marathon)+heavy  -> Sa: after 10 km at marathon pace
    Sa long 32 km+maintenance(trap-bar-deadlift hip-dominant 2x6@2)  -> Sa: a deadlift after 32 km
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Day, Lift, Plan, Run
from generator.rules.reading import work_m
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "warning"
PARAMETERS = (
    Parameter("minutes", 150, "length in minutes from which a long run is very long", "lower"),
    Parameter("distance_m", 28968, "distance in meters from which a long run is very long", "lower"),
    Parameter("marathon_m", 9656, "meters at marathon pace from which a long run counts as very long", "lower"),
    Parameter("sets", 2, "sets an exercise in a maintenance lift after a very long run", "lower"),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Long run days may carry strength workouts; the article names no limit."),
    Evidence(
        "", "convention", "150 minutes, 18 miles or 6 miles at marathon pace, and what is light enough after them."
    ),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each lift too demanding after a very long run."""
    for week in plan.weeks:
        for day in week.days:
            if any(run.kind == "long" and _is_very_long(run, p) for run in day.runs):
                for text in _too_demanding(day, p):
                    yield Fault(week.number, day.day, f"{day.weekday.capitalize()} has {text} after a very long run.")


def _is_very_long(run: Run, p: Params) -> bool:
    long = (run.duration_s or 0) >= p["minutes"] * 60 or (run.distance_m or 0) >= p["distance_m"]
    return bool(long or work_m(run, ("marathon",)) >= p["marathon_m"])


def _too_demanding(day: Day, p: Params) -> Iterator[str]:
    for lift in day.lifts:
        if lift.kind == "heavy":
            yield "a heavy lift"
        elif lift.kind == "maintenance":
            yield from _not_light(lift, p)


def _not_light(lift: Lift, p: Params) -> Iterator[str]:
    if any(dose.slot == "hip-dominant" for dose in lift.exercises):
        yield "a deadlift"
    if any(dose.sets > p["sets"] for dose in lift.exercises):
        yield f"a maintenance lift of more than {p['sets']} sets"
