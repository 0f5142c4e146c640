"""Three key lifts in a week belong to the base or off-season only.

Why:
    Three full sessions fit while the running is calm. Once quality runs matter, the third takes more from them than it
    gives.

Reads:
    A week of base or off-season running may hold three key lifts, at most two of them on days with a key run; the
    third then stands on an aerobic day. Every other week holds at most two. Key lifts are base, heavy and maintenance
    lifts. In a training week of nine days three days with a key run and a key lift fit: raise ``combined`` and say
    why.

Holds:
    [running=base] Tu quality+heavy | Th aerobic+heavy | Sa long+heavy
    [running=build] Tu quality+heavy | Th aerobic+abbreviated | Sa long+heavy

Fails:
    [running=build strength=base] Tu quality+base | Th aerobic+base | Sa long+base  -> Sa: a third key lift in build
    [running=base strength=base] Mo quality+base | Th quality+base | Su long+base  -> Su: a third combined day
    [running=base strength=base] Mo aerobic+base | We aerobic+base | Fr aerobic+base | Su long+base  -> Su: a fourth
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import of_phase_week, the_day

LEVEL = "error"
PARAMETERS = (
    Parameter("most", 3, "key lifts in a week of base or off-season running", "lower"),
    Parameter("otherwise", 2, "key lifts in any other week", "lower"),
    Parameter("combined", 2, "of three key lifts in a week, how many may share a day with a key run", "lower"),
    Parameter(
        "in_phases",
        ("base", "off-season"),
        "running phases that allow the third key lift",
        "fewer",
        ("off-season", "base", "build", "specific", "taper", "race", "transition"),
    ),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "The author lifts heavier three times a week out of season, twice otherwise."),
    Evidence(
        "doma-deakin-2015",
        "cited",
        "Six days of running, with lifting on every other one, clearly lowered running performance (n = 24).",
    ),
    Evidence("", "convention", "At most two of the three with a key run on the same day; three would need nine days."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault on the key lift that is one too many for its week."""
    day = line[i]
    if not day.key_lift:
        return
    lifts = combined = 0
    j = i
    while j >= 0 and line[j].week == day.week:
        lifts += line[j].key_lifts
        combined += line[j].combined
        j -= 1
    most = p["most"] if day.running in p["in_phases"] else p["otherwise"]
    text = ""
    if lifts > most:
        text = _("{day} has key lift number {lifts} {of_week}, which holds {most} at most.")
    elif lifts > p["otherwise"] and combined > p["combined"]:
        text = _("{day} makes {combined} days with a key run and a key lift; {allowed} a week are the most.")
    if text:
        counted = {"lifts": lifts, "most": most, "combined": combined, "allowed": p["combined"]}
        yield Fault(day.week, day.day, text.format(day=the_day(day), of_week=of_phase_week(day.running), **counted))
