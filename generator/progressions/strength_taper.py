"""The strength taper: two easy-feeling sets of the big lift and nothing that makes you sore.

| week | label | sessions | sets | reps | RIR | % 1RM | deload |
|---|---|---|---|---|---|---|---|
| any | T | 0-1 | 2 | 6 | 3 | 77 | no |

Half the sets of the heavy weeks, the weight almost kept: volume falls by 41 to 60 % while intensity stays in the
tapers that worked best for endurance (bosquet-2007). Lifts taper before running does; the last heavy lift stands
seven to ten days before the race (coaching convention).
"""

from __future__ import annotations

from generator.progressions.row import Cutbacks, Row, row
from generator.science.one_rm import percent_1rm

TABLE, SOURCES = "strength_taper", ("bosquet-2007",)
HIGHEST = percent_1rm(6, 3)
TAPER = row("T", (0, 1), (2, 6, 3), HIGHEST, table=TABLE)


def prescribe(cutbacks: Cutbacks, reached: int = HIGHEST) -> tuple[Row, ...]:
    """Return a row a week; ``reached`` is the load kept so far, in percent of 1RM.

    A cutback inside a taper changes nothing, the taper is lighter already.
    """
    return (TAPER.no_heavier_than(reached),) * len(cutbacks)
