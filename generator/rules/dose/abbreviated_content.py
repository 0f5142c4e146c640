"""A short session holds no squat, deadlift or hip thrust and stays far from empty.

Why:
    A short session in midweek keeps the routine going because it costs almost nothing. That is true of bodyweight and
    single-leg work; the big lifts cost more.

Reads:
    An abbreviated session has no exercise from the knee-dominant, hip-dominant or thrust groups. Every set leaves at
    least four repetitions in reserve, and the session takes at most 30 minutes where a time is given.

Holds:
    Th aerobic+abbreviated
    Th aerobic+abbreviated(step-up single-leg-knee 2x8@4 side; side-plank frontal-plane 2x1@4 side hold 25 s; 25 min)

Fails:
    Th aerobic+abbreviated(goblet-squat knee-dominant 2x10@4)  -> Th: a squat
    Th aerobic+abbreviated(split-squat single-leg-knee 2x10@2 side)  -> Th: two repetitions in reserve
    Th aerobic+abbreviated(dead-bug trunk 2x8@4; 45 min)  -> Th: 45 minutes
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Lift, Plan
from generator.model.vocabulary import Slot
from generator.rules.reading import dated_lifts, least_reserve
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import of_week

LEVEL = "error"
PARAMETERS = (
    Parameter(
        "slots",
        ("knee-dominant", "hip-dominant", "thrust"),
        "groups of exercises that a short session leaves out",
        "more",
        get_args(Slot),
    ),
    Parameter("rir", 4, "repetitions left in reserve in every set, at least", "higher"),
    Parameter("minutes", 30, "minutes that a short session takes, at most", "lower"),
)
EVIDENCE = (
    Evidence(
        "seynders-2022",
        "cited",
        "The author's third session leaves the big lifts out and works one leg at a time, with little weight.",
    ),
    Evidence("", "convention", "Four repetitions in reserve and 30 minutes are this project's choice."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for big lifts, hard sets and long sessions among abbreviated ones."""
    for week, day, lift in dated_lifts(plan):
        if lift.kind == "abbreviated":
            for text in _faults(lift, p):
                yield Fault(week.number, day.day, text.replace("{day}", of_week(day, week.number)))


def _faults(lift: Lift, p: Params) -> Iterator[str]:
    big = [dose.id for dose in lift.exercises if dose.slot in p["slots"]]
    if big:
        text = _("{day} has a short session that holds {exercises}; big lifts don't belong there.")
        yield text.replace("{exercises}", ", ".join(big))
    hard = [dose.id for dose in lift.exercises if least_reserve(dose) < p["rir"]]
    if hard:
        text = _("{day} has a short session that leaves fewer than {least} repetitions in reserve ({exercises}).")
        yield text.replace("{least}", str(p["rir"])).replace("{exercises}", ", ".join(hard))
    if lift.duration_s is not None and lift.duration_s > p["minutes"] * 60:
        text = _("{day} has a short session that takes {minutes} minutes; {most} are the limit.")
        yield text.replace("{minutes}", str(lift.duration_s // 60)).replace("{most}", str(p["minutes"]))
