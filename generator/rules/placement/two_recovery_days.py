"""Two full days lie between days that combine a key run and a key lift.

Why:
    A hard run and a hard lift on one day cost more than either alone. Two days in between give the legs time to
    recover before the next such day.

Reads:
    A combined day has a key run (quality, long, race) and a key lift (base, heavy, maintenance). At least two full
    days lie between two combined days, also across the end of a week: Tuesday to Saturday has three in between,
    Saturday to the next Tuesday has two. Only these pairs of days can repeat every week: Mon-Thu, Mon-Fri, Tue-Fri,
    Tue-Sat, Wed-Sat, Wed-Sun and Thu-Sun.

Holds:
    Tu quality+heavy | Sa long+heavy || Tu quality+heavy | Sa long+heavy
    Tu quality+heavy | Th quality | Fr aerobic+abbreviated

Fails:
    Th quality+heavy | Sa long+heavy  -> Sa: one full day only
    Tu quality+heavy | Su long+heavy || Tu quality+heavy  -> Tu of week 2: Sunday to Tuesday is one full day
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import both_days, days_between

LEVEL = "error"
PARAMETERS = (Parameter("days", 2, "full days between two combined days", "higher"),)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Days with both a hard run and a hard lift are two recovery days apart."),
    Evidence(
        "doma-2017",
        "cited",
        "One strength session can make running harder for hours, or even for days (narrative review).",
    ),
    Evidence("", "convention", "Recovery days are the full days in between, also from one week to the next."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault if the nearest earlier combined day is too close."""
    day = line[i]
    if not day.combined:
        return
    j = i - 1
    while j >= 0 and day.day - line[j].day <= p["days"]:
        if line[j].combined:
            text = _("{days} both have a key run and a key lift, with {between} in between; {needed} are needed.")
            between = days_between(line[j].day, day.day)
            text = text.format(days=both_days(line[j], day), between=between, needed=p["days"])
            yield Fault(day.week, day.day, text)
            return
        j -= 1
