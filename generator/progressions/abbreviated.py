"""The short session: bodyweight and single-leg work on an aerobic day, done in under half an hour.

| exercise | sets | reps | hold s | per |
|---|---|---|---|---|
| single-leg-squat-to-box | 2 | 8 | - | side |
| single-leg-romanian-deadlift | 2 | 8 | - | side |
| single-leg-calf-raise | 2 | 12 | - | side |
| side-plank | 2 | 8 | 3 | side |
| dead-bug | 2 | 8 | - | both |

No squat, deadlift or hip thrust, and at least four repetitions in reserve: it should leave no trace the next day.
The content follows the article's own Thursday; sets and repetitions are a coaching convention. Holds are written
as repetitions of three seconds, so that every line reads the same. A cutback week does one set of each.
"""

from __future__ import annotations

from dataclasses import replace

from generator.frozen import frozen

TABLE, SOURCES = "abbreviated", ("seynders-2022",)
RIR = 4


@frozen
class Part:
    """One exercise of the short session, by the library's slug. ``hold_s`` is how long each repetition is held."""

    exercise: str
    sets: int
    reps: int
    hold_s: int | None = None


PARTS: tuple[Part, ...] = (
    Part("single-leg-squat-to-box", 2, 8),
    Part("single-leg-romanian-deadlift", 2, 8),
    Part("single-leg-calf-raise", 2, 12),
    Part("side-plank", 2, 8, hold_s=3),
    Part("dead-bug", 2, 8),
)


def prescribe(cutback: bool = False) -> tuple[Part, ...]:
    """Return the session's exercises in order; one set each on a cutback week."""
    return tuple(replace(part, sets=1) for part in PARTS) if cutback else PARTS
