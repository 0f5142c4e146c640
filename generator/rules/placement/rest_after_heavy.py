"""The day after a heavy lift is best spent resting or cross-training.

Why:
    Legs are often sore and tired on that day. The article's author plans her own week so that no run follows a hard
    lift on the next day.

Reads:
    The day after a heavy lift should be rest or cross-training of either kind. An easy or aerobic run gets a warning
    and no more, since plans with five or six runs can't always avoid a short recovery run there. Key runs are the
    business of ``no-key-run-after-heavy``.

Holds:
    Tu quality+heavy | We rest | Sa long+heavy | Su cross

Fails:
    Tu quality+heavy | We easy  -> We: a run the day after a heavy lift
    Su long+heavy || Mo aerobic  -> Mo of week 2: the same across the end of a week
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import day_name, the_day

LEVEL = "warning"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "The author follows a hard lift with rest or cross-training instead of a run."),
    Evidence("", "convention", "It is in the author's example week, not in her list of rules: only a warning."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault if yesterday was heavy and today is an easy or aerobic run."""
    if i == 0:
        return
    day, before = line[i], line[i - 1]
    if day.kind in ("easy", "aerobic") and before.heavy and before.day == day.day - 1:
        text = _("{day} has a run the day after {yesterday}'s heavy lift; rest or cross-training would be better.")
        yield Fault(day.week, day.day, text.format(day=the_day(day), yesterday=day_name(before.weekday)))
