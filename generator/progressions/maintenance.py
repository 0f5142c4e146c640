"""Maintenance: the weight stays, the sets go, and the legs stay fresh for the running.

| week | label | sessions | sets | reps | RIR | % 1RM | deload |
|---|---|---|---|---|---|---|---|
| loading | M | 1-2 | 2 | 6 | 2 | 80 | no |
| cutback | M deload | 1-2 | 1 | 6 | 3 | 77 | yes |

A heavy phase that ended below 80 % is kept at the load it reached, with more repetitions in reserve.

In younger people of the general population one session a week of one set per exercise kept strength for up to 32
weeks when the load was kept (spiering-2021, a narrative review; its authors saw too little data on athletes). Once
a week kept it in 12 cyclists (ronnestad-2010). Two a week for older runners is a coaching convention.
"""

from __future__ import annotations

from generator.progressions.row import Cutbacks, Row, row
from generator.science.one_rm import percent_1rm

TABLE, SOURCES = "maintenance", ("spiering-2021", "ronnestad-2010")
HIGHEST = percent_1rm(6, 2)
KEEP = row("M", (1, 2), (2, 6, 2), HIGHEST, table=TABLE)


def prescribe(cutbacks: Cutbacks, reached: int = HIGHEST) -> tuple[Row, ...]:
    """Return a row a week, any number of weeks; ``reached`` is the load kept, in percent of 1RM."""
    keep = KEEP.no_heavier_than(reached)
    light = keep.deloaded("M deload", reps=keep.reps, percent=percent_1rm(keep.reps, keep.rir + 1))
    return tuple(light if cutback else keep for cutback in cutbacks)
