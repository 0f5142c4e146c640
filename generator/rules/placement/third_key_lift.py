"""Three key lifts in a week belong to the base or off-season only.

Why:
    Three solid sessions fit while the running is calm. Once quality runs matter, a third one takes more from them than
    it gives.

Reads:
    A week of base or off-season running may hold three key lifts, at most two of them on key run days; the third then
    stands on an aerobic day. Every other week holds two at most. More than three never. Key lifts are base, heavy and
    maintenance lifts. In a longer microcycle, such as nine days, three combined days fit: raise ``combined`` and
    say so.

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

from generator.model.finding import Fault
from generator.model.line import Line
from generator.rules.rule import Evidence, Parameter, Params

LEVEL = "error"
PARAMETERS = (
    Parameter("most", 3, "key lifts in a week of base or off-season running", "lower"),
    Parameter("otherwise", 2, "key lifts in any other week", "lower"),
    Parameter("combined", 2, "of the week's key lifts, so many on key run days when there are three", "lower"),
    Parameter(
        "in_phases",
        ("base", "off-season"),
        "running phases that allow the third key lift",
        "fewer",
        ("off-season", "base", "build", "specific", "taper", "race", "transition"),
    ),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "In base or off-season the author does three solid sessions, otherwise two."),
    Evidence(
        "doma-deakin-2015",
        "cited",
        "Six days of daily running with lifting on alternate days reduced running performance moderately to largely.",
    ),
    Evidence("", "convention", "At most two combined days among the three: three would need nine days."),
)


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault on the key lift that is one too many for its week."""
    day = line[i]
    if not day.key_lift:
        return
    lifts = combined = 0
    j = i
    while j >= 0 and line[j].week == day.week:
        lifts += line[j].key_lift
        combined += line[j].combined
        j -= 1
    most = p["most"] if day.running in p["in_phases"] else p["otherwise"]
    name = day.weekday.capitalize()
    if lifts > most:
        text = f"{name} is key lift number {lifts} of a {day.running} week, which holds {most} at most."
        yield Fault(day.week, day.day, text)
    elif lifts > p["otherwise"] and combined > p["combined"]:
        text = f"{name} makes {combined} days with a key run and a key lift; at most {p['combined']} of three may be."
        yield Fault(day.week, day.day, text)
