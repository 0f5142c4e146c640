"""When running gets race-specific, strength only maintains.

Why:
    In the hardest part of a season the running needs fresh legs, and the lifts must not take them away. Strength holds
    for months on very little, as long as the load stays up.

Reads:
    In specific, taper and race weeks there is no heavy lift. Key lifts have at most two sets of each exercise there,
    and there are at most two of them a week. Soreness above 2 out of 10 two days later means fewer sets: that part is
    advice to the runner.

Holds:
    [running=specific strength=maintenance] Tu quality+maintenance | Th aerobic+abbreviated | Sa long
    [running=specific strength=base_hold] Sa long+base(goblet-squat knee-dominant 2x8@3)

Fails:
    [running=specific strength=maintenance] Tu quality+heavy  -> Tu: a heavy lift
    [running=specific strength=maintenance] Tu quality+maintenance(back-squat knee-dominant 3x6@2)  -> Tu: a third set
    [running=taper strength=taper] Mo quality+maintenance | Th quality+maintenance | Su long+maintenance
        -> week 1: three key lifts
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _, ngettext
from generator.model.finding import Fault
from generator.model.plan import Day, Plan, Week
from generator.model.vocabulary import INTENSE_PHASES, KEY_LIFTS
from generator.rules.reading import key_lifts, most_sets
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import a_lift, in_phase, of_week

LEVEL = "error"
PARAMETERS = (
    Parameter("sets", 2, "sets of an exercise in a key lift", "lower"),
    Parameter("sessions", 2, "key lifts a week", "lower"),
)
EVIDENCE = (
    Evidence(
        "seynders-2022",
        "cited",
        "In intense training, lifting only keeps what is there and hardly tires.",
    ),
    Evidence(
        "spiering-2021",
        "cited",
        "Younger adults kept their strength for up to 32 weeks on one session a week and one set of each exercise, as "
        "long as the load stayed up; on athletes there are too few data (narrative review).",
    ),
    Evidence(
        "ronnestad-2010", "cited", "Cyclists kept leg strength through 13 weeks of the season on one session a week."
    ),
    Evidence("", "convention", "Two sets and two sessions as the upper limit are this project's choice."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for too much lifting in race-specific, taper and race weeks."""
    for week in plan.weeks:
        if week.running not in INTENSE_PHASES:
            continue
        for day in week.days:
            yield from _too_much(week, day, p)
        sessions = len(key_lifts(week))
        if sessions > p["sessions"]:
            text = ngettext(
                "Week {week} has {n} key lift {in_phase}; {most} are enough.",
                "Week {week} has {n} key lifts {in_phase}; {most} are enough.",
                sessions,
            )
            text = text.format(week=week.number, in_phase=in_phase(week.running), most=p["sessions"])
            yield Fault(week.number, None, text)


def _too_much(week: Week, day: Day, p: Params) -> Iterator[Fault]:
    name = of_week(day, week.number)
    for lift in day.lifts:
        if lift.kind == "heavy":
            text = _("{day} has a heavy lift {in_phase}, where strength only maintains.")
            yield Fault(week.number, day.day, text.format(day=name, in_phase=in_phase(week.running)))
        elif lift.kind in KEY_LIFTS:
            most = most_sets(lift)
            if most > p["sets"]:
                text = _("{day} has {lift} with {sets} sets of an exercise {in_phase}; {most} are enough.")
                words = {"lift": a_lift(lift.kind), "in_phase": in_phase(week.running)}
                yield Fault(week.number, day.day, text.format(day=name, sets=most, most=p["sets"], **words))
