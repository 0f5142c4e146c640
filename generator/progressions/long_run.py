"""The long run: from the first distance to the last, shorter in cutback weeks.

18 to 26 km over eight weeks, cut back in the fourth and eighth:

| week | cutback | km |
|---|---|---|
| 1 | no | 18 |
| 2 | no | 19 |
| 3 | no | 20 |
| 4 | yes | 15 |
| 5 | no | 22 |
| 6 | no | 24 |
| 7 | no | 26 |
| 8 | yes | 20 |

Runs more than a tenth longer than the longest of the past 30 days went with more overuse injuries (frandsen-2025,
observational), so the steps are even, and a tenth at most where the author's first and last distance permit. In
cutback weeks the long run is 20 to 30 % shorter than the week before, as in published plans.
"""

from __future__ import annotations

from generator.progressions import volume
from generator.progressions.row import Cutbacks

TABLE, SOURCES = "long_run", ("frandsen-2025",)
LEAST_CUT, MOST_CUT = 20.0, 30.0


def prescribe(start: float, end: float, cutbacks: Cutbacks, by: float, before: int | None = None) -> tuple[int, ...]:
    """Return each week's long run in whole units; ``by`` is the week's cutback in percent, kept within 20 to 30."""
    return volume.prescribe(start, end, cutbacks, min(MOST_CUT, max(LEAST_CUT, by)), before)
