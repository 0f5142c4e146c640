"""Power: the weight of the heavy phase in fewer sets, and jumps before it while the legs are fresh.

| week | label | sessions | sets | reps | RIR | % 1RM | deload | jumps |
|---|---|---|---|---|---|---|---|---|
| 1 | P | 1-2 | 3 | 6 | 2 | 80 | no | 40 |
| 2 | P | 1-2 | 3 | 6 | 2 | 80 | no | 60 |
| 3 | P | 1-2 | 3 | 6 | 2 | 80 | no | 80 |
| 4 | P deload | 1-2 | 2 | 6 | 3 | 77 | yes | 40 |

Explosive work improved 5 km time in trained runners (paavolainen-1999). The number of contacts is a coaching
convention: 40 to start with, 80 at most, at least 48 hours apart, and never straight after heavy lifting.
"""

from __future__ import annotations

from dataclasses import replace

from generator.progressions.row import Cutbacks, Row, row
from generator.science.one_rm import percent_1rm

TABLE, SOURCES = "power", ("paavolainen-1999",)
HIGHEST = percent_1rm(6, 2)
LOWEST = 75  # percent; below it a lift is no heavy one any more, so only the sets of a lighter week go
POWER = row("P", (1, 2), (3, 6, 2), HIGHEST, table=TABLE)
FEWEST_JUMPS, MOST_JUMPS, JUMP_STEP = 40, 80, 10


def prescribe(cutbacks: Cutbacks, reached: int = HIGHEST) -> tuple[Row, ...]:
    """Return a row a week, any number of weeks; ``reached`` is the load the heavy phase came to, in percent."""
    full = POWER.no_heavier_than(reached)
    light = full.deloaded("P deload", reps=full.reps, percent=percent_1rm(full.reps, full.rir + 1))
    if light.percent < LOWEST:
        notes = (*full.notes, f"half the sets of {full.label}")
        light = replace(light, rir=full.rir, rir_min=full.rir_min, percent=full.percent, notes=notes)
    return tuple(light if cutback else full for cutback in cutbacks)


def jumps(cutbacks: Cutbacks, passed_over: int = 0) -> tuple[int, ...]:
    """Return the ground contacts of a session for each week, 40 to 80 in tens; 40 on cutback weeks.

    ``passed_over``: loading weeks that the phase has beside these but that a layer takes; the climb stays as it was.
    """
    last = max(cutbacks.count(False) + passed_over - 1, 1)
    contacts, loaded = [], 0
    for cutback in cutbacks:
        rise = (MOST_JUMPS - FEWEST_JUMPS) * loaded / last
        contacts.append(FEWEST_JUMPS if cutback else FEWEST_JUMPS + int(rise / JUMP_STEP) * JUMP_STEP)
        loaded += not cutback
    return tuple(contacts)
