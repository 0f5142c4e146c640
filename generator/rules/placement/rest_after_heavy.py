"""The day after a heavy lift is best spent resting or cross-training.

Why:
    The article's author arranges her own week so that she never runs the day after an intense lift. Soreness and
    tiredness are usually greatest then.

Reads:
    After a heavy lift the next day should be rest or cross-training of either kind. Any run is pointed out as a
    warning, since plans with five or six runs cannot always avoid a short recovery run there. Key runs are refused by
    ``no-key-run-after-heavy``.

Holds:
    Tu quality+heavy | We rest | Sa long+heavy | Su cross

Fails:
    Tu quality+heavy | We easy  -> We: a run the day after a heavy lift
    Su long+heavy || Mo aerobic  -> Mo of week 2: the same across the end of a week
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "warning"
PARAMETERS: tuple[Parameter, ...] = ()
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Cross-training or rest the day after an intense lift, so as not to run on it."),
    Evidence("", "convention", "It stands in the author's example, not in her list of rules: hence only a warning."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault if yesterday was heavy and today is a run."""
    if i == 0:
        return
    day, before = line[i], line[i - 1]
    if day.kind not in ("rest", "cross") and before.heavy and before.day == day.day - 1:
        text = f"{day.weekday.capitalize()} has a run the day after {before.weekday.capitalize()}'s heavy lift; "
        yield Fault(day.week, day.day, text + "rest or cross-training would be better.")
