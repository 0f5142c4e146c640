"""Heavy lifting stands on days that are already hard.

Why:
    When the demanding lifts share a day with the demanding runs, the other days stay truly easy. The body gets whole
    days to recover instead of a little stress every day.

Reads:
    Heavy and maintenance lifts stand on days with a quality or long run. While the running is in its base or
    off-season, a heavy lift may also stand on an aerobic day. Base lifts stand on quality, long or aerobic days. Short
    sessions are the business of other rules. A policy for runners who keep lifting and hard running apart can allow
    more kinds of day with ``also``.

Dissent:
    Other experts advise lifting on easy days, or keeping lifting and hard running on separate days. The policy
    ``separate-days`` allows the second and says why.

Holds:
    Tu quality+heavy | We rest | Sa long+heavy
    [running=base strength=base] Tu aerobic+base | Sa long+base
    [running=off-season] Tu quality+heavy | Th aerobic+heavy | Fr rest | Sa long

Fails:
    [running=build] Tu quality | Th aerobic+heavy  -> Th: a heavy lift on an aerobic day in a build week
    [running=specific strength=maintenance] Mo aerobic+maintenance  -> Mo: maintenance belongs with a key run too
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import N_, _
from generator.model.finding import Fault
from generator.model.line import Line
from generator.model.vocabulary import DAY_KINDS
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import a_lift, on_a_day, the_day

LEVEL = "error"
PARAMETERS = (
    Parameter("also", (), "kinds of day, besides quality and long, that may carry a key lift", "fewer", DAY_KINDS),
    Parameter(
        "aerobic_in",
        ("base", "off-season"),
        "running phases in which a heavy lift may stand on an aerobic day",
        "fewer",
        ("off-season", "base", "build", "specific", "taper", "race", "transition"),
    ),
)
EVIDENCE = (
    Evidence("seynders-2022", "cited", "Lifting shares the days of the fast and the long runs; easy days stay easy."),
    Evidence(
        "doma-deakin-2015",
        "cited",
        "Six days of running, with lifting on every other one, clearly lowered running performance (n = 24).",
    ),
    Evidence("", "convention", "An aerobic day may carry a heavy lift in base or off-season, when no quality suffers."),
)

_HARD = ("quality", "long")
_WHERE: dict[str, str] = {
    "base": N_("base lifts stand on quality, long or aerobic days"),
    "heavy": N_("heavy lifts stand on quality or long run days"),
    "maintenance": N_("maintenance lifts stand on quality or long run days"),
}


def at(line: Line, i: int, p: Params) -> Iterator[Fault]:
    """Yield a fault for a key lift on a day whose run is not hard enough to carry it."""
    day = line[i]
    for lift in day.lifts:
        if day.kind in _HARD or lift not in ("base", "heavy", "maintenance") or day.kind in p["also"]:
            continue
        if day.kind == "aerobic" and (lift == "base" or (lift == "heavy" and day.running in p["aerobic_in"])):
            continue
        text = _("{day} has {lift} {on_a_day}; {where}.")
        where = _(_WHERE[lift])
        text = text.format(day=the_day(day), lift=a_lift(lift), on_a_day=on_a_day(day.kind), where=where)
        yield Fault(day.week, day.day, text)
