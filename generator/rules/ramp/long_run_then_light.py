"""After a very long run the lift is light or waits for another day.

Why:
    Lifting well needs a fresh head and steady legs. After hours of running, technique slips, so the heavy session is
    better placed on the quality day.

Reads:
    A very long run takes 150 minutes or more, or covers 29 km (18 mi) or more, or has 9.7 km (6 mi) or more at
    marathon pace. On its day a heavy lift gets a warning, and so does a maintenance lift with a deadlift or with more
    than two sets of any exercise.

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

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Lift, Plan, Run
from generator.model.vocabulary import Unit
from generator.rules.measure import Measured
from generator.rules.reading import most_sets, work_at
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import distance, of_week

LEVEL = "warning"
PARAMETERS = (
    Parameter("minutes", 150, "minutes from which a long run is very long", "lower"),
    Parameter("distance_m", 28968, "meters from which a long run is very long (18 mi)", "lower"),
    Parameter("marathon_m", 9656, "meters at marathon pace from which a long run is very long (6 mi)", "lower"),
    Parameter("sets", 2, "sets of an exercise in a maintenance lift after a very long run", "lower"),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Long run days may carry strength work; the article sets no limit."),
    Evidence(
        "", "convention", "150 minutes, 18 miles or 6 miles at marathon pace, and what is light enough after them."
    ),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each lift too demanding after a very long run."""
    for week in plan.weeks:
        for day in week.days:
            after = next((why for run in day.runs if (why := _very_long(run, plan.units, p))), "")
            for lift in day.lifts if after else ():
                wrong = _too_demanding(lift, p)
                if wrong:
                    counted = {"sets": most_sets(lift), "most": p["sets"]}
                    name = of_week(day, week.number)
                    yield Fault(week.number, day.day, wrong.format(day=name, run=after, **counted))


def _very_long(run: Run, unit: Unit, p: Params) -> str:
    """Return what makes a long run very long, or an empty text."""
    if run.kind != "long":
        return ""
    if run.distance_m and Measured(run.distance_m).reaches(p["distance_m"]):
        return distance(run.distance_m, unit)
    if (run.duration_s or 0) >= p["minutes"] * 60:
        return _("{number} minutes").format(number=(run.duration_s or 0) // 60)
    work = work_at(run, ("marathon",))
    if not work.parts or not work.reaches(p["marathon_m"]):
        return ""
    return _("{distance} at marathon pace").format(distance=distance(work.metres, unit))


def _too_demanding(lift: Lift, p: Params) -> str:
    if lift.kind == "heavy":
        return _("{day} has a heavy lift after a very long run ({run}).")
    if lift.kind != "maintenance":
        return ""
    deadlift = any(dose.slot == "hip-dominant" for dose in lift.exercises)
    if most_sets(lift) <= p["sets"]:
        return _("{day} has a deadlift after a very long run ({run}).") if deadlift else ""
    if deadlift:
        return _(
            "{day} has a deadlift and {sets} sets of an exercise, where {most} are enough, after a very long run "
            "({run})."
        )
    return _("{day} has {sets} sets of an exercise, where {most} are enough, after a very long run ({run}).")
