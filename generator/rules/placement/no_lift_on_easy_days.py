"""Easy, rest and race days carry no lifting.

Why:
    An easy day is there to recover. Lifting on it, however light, takes that away, and soon no day of the week is
    easy.

Reads:
    Easy, rest and race days carry no lift of any kind, short sessions included, and neither do cross-training days
    meant for recovery. A cross-training day meant as aerobic work may carry a short session. An aerobic day is not an
    easy day and may carry a lift, but its run must earn the name: on a day with a lift, an aerobic run under 35
    minutes or below RPE 3 gets a warning.

Dissent:
    Some training companies advise lifting on easy days. This project follows the article.

Holds:
    Mo easy | Tu quality+heavy | We rest | Th aerobic+abbreviated
    Mo aerobic cross+abbreviated | Tu quality

Fails:
    Tu quality+heavy | We rest+abbreviated  -> We: a short session on a rest day
    Fr easy+abbreviated  -> Fr: a short session on an easy day
    Su cross+abbreviated  -> Su: cross-training that is there to recover
    Mo aerobic cross+base  -> Mo: more than a short session on a cross-training day
    Th aerobic 5 km 30 min+abbreviated  -> warning on Th: 30 minutes are not yet an aerobic run
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.model.vocabulary import DAY_KINDS, Severity
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import a_day, a_lift, the_day

LEVEL = "error"
PARAMETERS = (
    Parameter("never", ("easy", "rest", "race"), "kinds of day that carry no lift at all", "more", DAY_KINDS),
    Parameter(
        "on_aerobic_cross",
        ("abbreviated",),
        "lifts that an aerobic cross-training day may carry",
        "fewer",
        ("base", "heavy", "maintenance", "abbreviated", "primer"),
    ),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Days for rest and recovery stay free of lifting, and so do easy days."),
    Evidence(
        "", "convention", "An aerobic run lasts at least 35 minutes at RPE 3 or more; a shorter or easier one is easy."
    ),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault if a day that should stay free of lifting carries a lift."""
    day = line[i]
    if not day.lifts:
        return
    text = ""
    severity: Severity | None = None
    if day.kind in p["never"]:
        text = _("{day} is {kind} and has {lift}.")
    elif day.kind == "cross" and day.cross_role == "recovery":
        text = _("{day} has {lift} on a day of cross-training meant for recovery.")
    elif day.kind == "cross" and not all(lift in p["on_aerobic_cross"] for lift in day.lifts):
        text = _("{day} has {lift} on a cross-training day, which may carry {allowed}.")
    elif day.light_run:
        text = _(
            "{day} has {lift} after a run called aerobic but under 35 minutes or below RPE 3: that is an easy day."
        )
        severity = "warning"
    if text:
        allowed = _(" or ").join(map(a_lift, p["on_aerobic_cross"])) or _("none")
        text = text.format(day=the_day(day), kind=a_day(day.kind), lift=a_lift(day.lifts[0]), allowed=allowed)
        yield Fault(day.week, day.day, text, severity)
