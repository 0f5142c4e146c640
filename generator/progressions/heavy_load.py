"""Heavy: weight up, repetitions down, to three or four sets of six with one or two left in reserve.

Two sessions a week (three only in base or off-season running). Each percentage is chart[reps + RIR]. Eight weeks,
cut back in the fourth and eighth:

| week | label | sessions | sets | reps | RIR | % 1RM | deload |
|---|---|---|---|---|---|---|---|
| 1 | H1 | 2-3 | 3 | 8 | 2 | 75 | no |
| 2 | H2 | 2-3 | 3 | 7 | 2 | 77 | no |
| 3 | H3 | 2-3 | 3 | 6 | 3 | 77 | no |
| 4 | H4 | 2 | 2 | 6 | 4 | 75 | yes |
| 5 | H5 | 2-3 | 3 | 6 | 2 | 80 | no |
| 6 | H6 | 2-3 | 4 | 6 | 2 | 80 | no |
| 7 | H7 | 2-3 | 4 | 6 | 1-2 | 80 | no |
| 8 | H8 | 2 | 2 | 6 | 3 | 77 | yes |

Longer phases hold at H7. Masters keep every step for two loading weeks (``every=2``). ``advanced`` goes on to
sets of five, four and three with two in reserve (83, 85, 87 %): beyond the article, and it needs a second sign-off.
"""

from __future__ import annotations

from generator.progressions.row import Backs, Cutbacks, Row, padded, row
from generator.science.one_rm import percent_1rm

TABLE, SOURCES = "heavy_load", ("seynders-2022", "nsca-load-chart", "nsca-essentials-ch17", "rogerson-2024")
STEPS: tuple[Row, ...] = (
    row("H1", (2, 3), (3, 8, 2), percent_1rm(8, 2), table=TABLE),
    row("H2", (2, 3), (3, 7, 2), percent_1rm(7, 2), table=TABLE),
    row("H3", (2, 3), (3, 6, 3), percent_1rm(6, 3), table=TABLE),
    row("H5", (2, 3), (3, 6, 2), percent_1rm(6, 2), table=TABLE),
    row("H6", (2, 3), (4, 6, 2), percent_1rm(6, 2), table=TABLE),
    row("H7", (2, 3), (4, 6, 2), percent_1rm(6, 2), rir_min=1, table=TABLE),
)
ADVANCED_STEPS: tuple[Row, ...] = (
    *STEPS[:4],
    row("A6", (2, 2), (4, 5, 2), percent_1rm(5, 2), table=TABLE),
    row("A7", (2, 2), (4, 4, 2), percent_1rm(4, 2), table=TABLE),
    row("A9", (2, 2), (4, 3, 2), percent_1rm(3, 2), table=TABLE),
)


def prescribe(cutbacks: Cutbacks, every: int = 1, advanced: bool = False, back: Backs = ()) -> tuple[Row, ...]:
    """Return a row for every heavy week; ``every`` is how many loading weeks (1 or more) each step is kept.

    ``back``: how many steps the table goes back before each week, after an absence (none if left out).
    """
    steps = ADVANCED_STEPS if advanced else STEPS
    rows, loaded = [], 0
    for cutback, fewer in zip(cutbacks, padded(back, cutbacks), strict=True):
        loaded = max(0, loaded - fewer * every)
        step = min(loaded // every, len(steps) - 1)
        if cutback:
            rows.append(_deload(steps, min(max(loaded - 1, 0) // every, len(steps) - 1)))
        else:
            rows.append(steps[step])
            loaded += 1
    return tuple(rows)


def _deload(steps: tuple[Row, ...], step: int) -> Row:
    done, ahead = steps[step], steps[min(step + 1, len(steps) - 1)]
    label = {"H3": "H4", "H7": "H8"}.get(done.label, f"{done.label} deload")
    reps = max(ahead.reps, 6) if done.reps >= 6 else done.reps
    return done.deloaded(label, reps=reps, percent=percent_1rm(reps, done.rir + 1))
