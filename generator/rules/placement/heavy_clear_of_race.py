"""Heavy lifting ends a week before the goal race and two days before a tune-up.

Why:
    A heavy lift can be felt for days. By race day the last one should be long past.

Reads:
    The last heavy lift is at least seven days before the goal race and at least two days before a tune-up race. A lift
    that comes later is a fault on its own day. Maintenance lifts and short primers don't count here.

Holds:
    Sa long+heavy || Sa race
    Tu quality+heavy | Fr tune-up

Fails:
    Su long+heavy || Sa race  -> Su of week 1: six days before the goal race
    Fr quality+heavy | Sa tune-up  -> Fr: the day before a tune-up
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import ngettext
from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import the_day

LEVEL = "error"
PARAMETERS = (
    Parameter("goal_days", 7, "days from the last heavy lift to the goal race", "higher"),
    Parameter("tune_up_days", 2, "days from the last heavy lift to a tune-up race", "higher"),
)
EVIDENCE = (
    Evidence(
        "doma-2017",
        "cited",
        "One strength session can make running harder for hours, or even for days (narrative review).",
    ),
    Evidence("", "convention", "Seven days before the goal race and two before a tune-up are this project's choice."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault for each heavy lift too close before the race on day ``i``."""
    race = line[i]
    if race.kind != "race":
        return
    least = p["goal_days"] if race.goal_race else p["tune_up_days"]
    j = i
    while j >= 0 and race.day - line[j].day < least:
        if line[j].heavy:
            away = race.day - line[j].day
            text = (
                ngettext(
                    "{day} has a heavy lift {n} day before the goal race; {least} are needed.",
                    "{day} has a heavy lift {n} days before the goal race; {least} are needed.",
                    away,
                )
                if race.goal_race
                else ngettext(
                    "{day} has a heavy lift {n} day before a tune-up race; {least} are needed.",
                    "{day} has a heavy lift {n} days before a tune-up race; {least} are needed.",
                    away,
                )
            )
            yield Fault(line[j].week, line[j].day, text.format(day=the_day(line[j]), least=least))
        j -= 1
