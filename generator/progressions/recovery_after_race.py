"""After the race: first walk and rest, then easy running, then short lifts, and only then the base again.

| race | days without quality or lifts | week of short lifts | week of base lifts |
|---|---|---|---|
| 10 km and shorter | 4 | 1 | 2 |
| half marathon | 7 | 2 | 3 |
| marathon and longer | 14 | 3 | 4 |

Weeks count from the race. All of it is a coaching convention; no study seen compares ways back into lifting.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recovery:
    """What the weeks after a race leave out: quiet days, then the first week with short and with base lifts."""

    quiet_days: int
    short_lifts_from: int
    base_lifts_from: int


AFTER_10K = Recovery(4, 1, 2)
AFTER_HALF = Recovery(7, 2, 3)
AFTER_MARATHON = Recovery(14, 3, 4)


def prescribe(distance_m: int) -> Recovery:
    """Return the recovery that a race of that many metres asks for."""
    if distance_m <= 10_000:
        return AFTER_10K
    return AFTER_HALF if distance_m <= 21_100 else AFTER_MARATHON
