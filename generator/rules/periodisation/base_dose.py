"""Every base week has two or three strength sessions.

Why:
    The base does its work only when the sessions come regularly, week after week.

Reads:
    Every week of the phase ``base`` has two or three strength sessions of any kind but a primer, cutback weeks
    included. Weeks that hold a finished base may have fewer.

Holds:
    [strength=base] Tu quality+base | Sa long+base
    [running=base strength=base] Tu quality+base | Th aerobic+base | Sa long+base

Fails:
    [strength=base] Sa long+base  -> week 1: one session only
    [strength=base] Mo aerobic+abbreviated | Tu quality+base | Th aerobic+abbreviated | Sa long+base
        -> week 1: a fourth session
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import ngettext
from generator.model.finding import Fault
from generator.model.plan import Plan
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS = (
    Parameter("least", 2, "strength sessions in a base week, at least", "higher"),
    Parameter("most", 3, "strength sessions in a base week, at most", "lower"),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "In the base two or three strength sessions belong in every week."),
    Evidence("acsm-2009", "cited", "For novices: two to three days a week (position stand, since replaced)."),
    Evidence("acsm-2026", "cited", "At least two sessions a week for strength (read in a summary)."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield a fault for each base week with too few or too many sessions."""
    for week in plan.weeks:
        if week.strength != "base":
            continue
        sessions = sum(lift.kind != "primer" for lift in week.lifts)
        if not p["least"] <= sessions <= p["most"]:
            text = ngettext(
                "Week {week} has {n} strength session; a base week has {least} to {most}.",
                "Week {week} has {n} strength sessions; a base week has {least} to {most}.",
                sessions,
            )
            yield Fault(week.number, None, text.format(week=week.number, least=p["least"], most=p["most"]))
