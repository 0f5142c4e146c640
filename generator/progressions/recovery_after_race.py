"""After the race: first walk and rest, then easy running, then short lifts, and only then the base again.

| race | days without quality or lifts | week of short lifts | week of base lifts | days without a run |
|---|---|---|---|---|
| 10 km and shorter | 4 | 1 | 2 | 1 |
| half marathon | 7 | 2 | 3 | 2 |
| marathon and longer | 14 | 3 | 4 | 3 |

Weeks count from the race. All of it is a coaching convention; no study seen compares ways back into lifting.
"""

from __future__ import annotations

from generator.frozen import frozen


@frozen
class Recovery:
    """What the time after a race leaves out, and the first weeks in which short and base lifts are back."""

    quiet_days: int
    short_lifts_from: int
    base_lifts_from: int
    rest_days: int


AFTER_10K = Recovery(4, 1, 2, 1)
AFTER_HALF = Recovery(7, 2, 3, 2)
AFTER_MARATHON = Recovery(14, 3, 4, 3)


def prescribe(distance_m: int) -> Recovery:
    """Return the recovery that a race of that many metres asks for."""
    if distance_m <= 10_000:
        return AFTER_10K
    return AFTER_HALF if distance_m <= 21_100 else AFTER_MARATHON
