"""On a day with both, the run comes first and the lift after it.

Why:
    The run is what the plan is for, so it gets the fresh legs. In one experiment, lifting first also made the same
    pace cost more the next day.

Reads:
    Every strength session of a day comes after every run and every cross-training session of that day. Six hours or
    more in between are best where the day allows it, three hours are second best, and straight after the run is fine
    too: that part is advice, not a rule.

Dissent:
    Over weeks the order seems to matter little: in 15 randomized trials endurance rose with either order in all groups
    except one. The rule rests on how the next day feels, not on long-term gains.

Holds:
    Tu quality+heavy | Sa long+heavy

Fails:
    Tu heavy+quality | Sa long+heavy  -> Tu: the lift comes before the run
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import the_day

LEVEL = "error"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Running comes first and lifting second."),
    Evidence(
        "doma-deakin-2013",
        "cited",
        "With sessions six hours apart, next-day time to exhaustion fell from 335 to 275 s after run then lift and to "
        "238 s after lift then run; only lift first raised the cost of running (n = 14 men).",
    ),
    Evidence(
        "sequence-review-2024",
        "cited",
        "15 randomized trials, 426 people: endurance rose with either order, except in one group.",
    ),
    Evidence(
        "robineau-2016",
        "cited",
        "In rugby players, who always lifted first, strength grew less with no gap than with 6 or 24 hours.",
    ),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault if a lift precedes a run of its day."""
    day = line[i]
    if not day.lift_after_run:
        text = _("{day} has its lift before its run; the run comes first.")
        if day.kind == "cross":
            text = _("{day} has its lift before its cross-training; the cross-training comes first.")
        yield Fault(day.week, day.day, text.format(day=the_day(day)))
