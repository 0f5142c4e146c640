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

from generator.model.finding import Fault
from generator.model.line import Line
from generator.model.vocabulary import DAY_KINDS, LiftKind
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import the_day

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
    name, lift = the_day(day), _named(day.lifts[0])
    if day.kind in p["never"]:
        text = f"{name} is {'an easy' if day.kind == 'easy' else f'a {day.kind}'} day and has {lift}."
        yield Fault(day.week, day.day, text)
    elif day.kind == "cross" and day.cross_role == "recovery":
        yield Fault(day.week, day.day, f"{name} has {lift} on a day of cross-training meant for recovery.")
    elif day.kind == "cross" and not all(lift in p["on_aerobic_cross"] for lift in day.lifts):
        allowed = " or ".join(map(_named, p["on_aerobic_cross"])) or "none"
        yield Fault(day.week, day.day, f"{name} has {lift} on a cross-training day, which may carry {allowed}.")
    elif day.light_run:
        text = f"{name} has {lift} after a run called aerobic but under 35 minutes or below RPE 3: that is an easy day."
        yield Fault(day.week, day.day, text, "warning")


def _named(lift: LiftKind) -> str:
    return {"abbreviated": "a short session", "primer": "a primer"}.get(lift, f"a {lift} lift")
