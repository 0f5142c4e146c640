"""Every full strength session is built on a squat, a deadlift or a hip thrust.

Why:
    These lifts load the most muscle at once. One of them is enough, and which one is the runner's choice.

Reads:
    Each base, heavy and maintenance session has at least one exercise on both legs from the knee-dominant,
    hip-dominant or thrust group. Short sessions and primers are exempt.

Holds:
    Tu quality+heavy(conventional-deadlift hip-dominant 3x6@2 80%)
    Th aerobic+abbreviated

Fails:
    Tu quality+heavy(split-squat single-leg-knee 3x8@2 side)  -> Tu: no squat, deadlift or thrust
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.model.vocabulary import KEY_LIFTS
from generator.rules.reading import dated_lifts, is_big
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import a_lift, of_week

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence(
        "seynders-2022",
        "cited",
        "The program rests on squat, deadlift and hip thrust; any one of the three will do.",
    ),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each full session without a big lift."""
    for week, day, lift in dated_lifts(plan):
        if lift.kind in KEY_LIFTS and not any(is_big(dose) for dose in lift.exercises):
            text = _("{day} has {lift} without a squat, deadlift or hip thrust.")
            yield Fault(week.number, day.day, text.format(day=of_week(day, week.number), lift=a_lift(lift.kind)))
