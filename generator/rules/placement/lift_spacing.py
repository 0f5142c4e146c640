"""At least one full day lies between key lifts, and a day has at most one lift.

Why:
    Muscles that worked hard need at least a day before they work hard again, whatever the running around them is.

Reads:
    Key lifts are base, heavy and maintenance lifts; short sessions don't count. At least one full day lies between any
    two of them, also across the end of a week. Two strength sessions of any kind on one day are a fault.

Holds:
    [running=base] Tu quality+heavy | Th aerobic+heavy | Sa long+heavy
    Tu quality+heavy | We aerobic+abbreviated

Fails:
    [running=base strength=base] We aerobic+base | Th aerobic+base  -> Th: no full day in between
    [running=base strength=base] Su long+base || Mo aerobic+base  -> Mo of week 2: the same across the end of a week
    Th aerobic+abbreviated+abbreviated  -> Th: two lifts on one day
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import both_days, days_between, the_day

LEVEL = "error"
PARAMETERS = (Parameter("days", 1, "full days between two key lifts", "higher"),)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "In the author's week the two heavy lifts have days in between."),
    Evidence(
        "doma-2017",
        "cited",
        "One strength session can make running harder for hours, or even for days (narrative review).",
    ),
    Evidence("", "convention", "One full day as the shortest gap between two key lifts is this project's choice."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield faults for two lifts on a day and for the nearest key lift that is too close."""
    day = line[i]
    if len(day.lifts) > 1:
        text = _("{day} has {number} lifts; one a day is enough.")
        yield Fault(day.week, day.day, text.format(day=the_day(day), number=len(day.lifts)))
    if not day.key_lift:
        return
    j = i - 1
    while j >= 0 and day.day - line[j].day <= p["days"]:
        if line[j].key_lift:
            between = days_between(line[j].day, day.day)
            text = _("{days} both have a key lift, with {between} in between; leave {number}.")
            text = text.format(days=both_days(line[j], day), between=between, number=p["days"])
            yield Fault(day.week, day.day, text)
            return
        j -= 1
