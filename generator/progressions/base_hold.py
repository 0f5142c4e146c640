"""Base, held: for everybody who has done the base and is not signed off for heavy lifts.

The load of B7 for as long as it takes, once or twice a week, with three repetitions in reserve:

| week | label | sessions | sets | reps | RIR | % 1RM | deload |
|---|---|---|---|---|---|---|---|
| loading | hold | 1-2 | 3 | 8 | 3 | 73 | no |
| cutback | hold deload | 1-2 | 2 | 8 | 4 | 73 | yes |
| intense | hold, light | 1-2 | 2 | 8 | 3 | 73 | no |

Intense weeks (specific, taper, race) keep the load and drop a set, as maintenance does.
"""

from __future__ import annotations

from dataclasses import replace

from generator.progressions.row import Cutbacks, Row, row

TABLE, SOURCES = "base_hold", ()
HOLD = row("hold", (1, 2), (3, 8, 3), 73, table=TABLE)


def prescribe(cutbacks: Cutbacks, intense: Cutbacks = ()) -> tuple[Row, ...]:
    """Return a row a week; ``intense`` says which weeks are in an intense running phase (none if left out)."""
    padded = (*intense, *(False,) * (len(cutbacks) - len(intense)))
    return tuple(_week(cutback, hard) for cutback, hard in zip(cutbacks, padded, strict=True))


def _week(cutback: bool, intense: bool) -> Row:
    if cutback:
        return HOLD.deloaded("hold deload", reps=HOLD.reps, percent=HOLD.percent)
    if intense:
        return replace(HOLD, label="hold, light", sets=2, notes=("a set less, since the running is intense",))
    return HOLD
