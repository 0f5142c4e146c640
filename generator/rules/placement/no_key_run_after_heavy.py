"""The day after a heavy lift is never a quality, long or race day.

Why:
    After a day with a run and then a lift, runners in one experiment gave out clearly sooner the next day. A key run
    on such a day would be a poor one.

Reads:
    Only heavy lifts count. The day after one may be rest or cross-training. An easy or aerobic run is possible too,
    with a warning from ``rest-after-heavy``.

Holds:
    Tu quality+heavy | We rest | Th quality
    Tu quality+heavy | We easy | Sa long+heavy | Su cross

Fails:
    Fr quality+heavy | Sa long  -> Sa: a long run the day after a heavy lift
    Sa long+heavy | Su quality  -> Su: a quality run the day after a heavy lift
    Su quality+heavy || Mo quality  -> Mo of week 2: the same across the end of a week
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.model.vocabulary import KEY_RUNS
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import a_day, day_name, of_day, the_day

LEVEL = "error"
PARAMETERS = (
    Parameter(
        "lifts",
        ("heavy",),
        "lifts after which the next day has no key run",
        "more",
        ("base", "heavy", "maintenance", "abbreviated", "primer"),
    ),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "After a hard lift the author takes a day without running."),
    Evidence(
        "doma-deakin-2013",
        "cited",
        "After a day of running then lifting, next-day time to exhaustion was 18% shorter (335 to 275 s, n = 14 men).",
    ),
    Evidence("", "convention", "Making this a hard rule for key runs is this project's choice."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault if yesterday was heavy and today is a key run."""
    if i == 0:
        return
    day, before = line[i], line[i - 1]
    if day.kind not in KEY_RUNS or before.day != day.day - 1:
        return
    for lift in before.lifts:
        if lift in p["lifts"]:
            text = _("{day} is {kind} right after {yesterday}'s {lift}; leave a day in between.")
            lifted = of_day(lift)
            text = text.format(day=the_day(day), kind=a_day(day.kind), yesterday=day_name(before.weekday), lift=lifted)
            yield Fault(day.week, day.day, text)
            return
