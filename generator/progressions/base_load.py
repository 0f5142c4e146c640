"""The base: more work first, then more weight, always with repetitions to spare.

Six to eight weeks, two or three sessions each (the article). Loads are a coaching convention inside the article's
limits; nobody in the base needs a one-repetition maximum. Eight weeks, cut back in the fourth and eighth:

| week | label | sessions | sets | reps | RIR | % 1RM | deload |
|---|---|---|---|---|---|---|---|
| 1 | B1 | 2 | 2 | 12 | 4 | 62 | no |
| 2 | B2 | 2-3 | 3 | 12 | 4 | 62 | no |
| 3 | B3 | 2-3 | 3 | 12 | 3 | 65 | no |
| 4 | B4 | 2 | 2 | 10 | 4 | 65 | yes |
| 5 | B5 | 2-3 | 3 | 10 | 3 | 68 | no |
| 6 | B6 | 2-3 | 3 | 10 | 2 | 70 | no |
| 7 | B7 | 2-3 | 3 | 8 | 3 | 73 | no |
| 8 | B8 | 2 | 2 | 8 | 3 | 73 | yes |

Any other length takes the loading steps in order, holds at B7 when it is longer, and ends with the re-test week
B8. Six weeks without a cutback are B1, B2, B3, B5, B6, B8. A single week is B1: there is nothing to re-test yet.
"""

from __future__ import annotations

from dataclasses import replace

from generator.progressions.row import Backs, Cutbacks, Row, padded, row

TABLE, SOURCES = "base_load", ("seynders-2022", "rogerson-2024")
STEPS: tuple[Row, ...] = (
    row("B1", (2, 2), (2, 12, 4), 62, table=TABLE),
    row("B2", (2, 3), (3, 12, 4), 62, table=TABLE),
    row("B3", (2, 3), (3, 12, 3), 65, table=TABLE),
    row("B5", (2, 3), (3, 10, 3), 68, table=TABLE),
    row("B6", (2, 3), (3, 10, 2), 70, table=TABLE),
    row("B7", (2, 3), (3, 8, 3), 73, table=TABLE),
)
RETEST = row("B8", (2, 2), (2, 8, 3), 73, table=TABLE)


def prescribe(cutbacks: Cutbacks, back: Backs = ()) -> tuple[Row, ...]:
    """Return a row for every week of the base; ``cutbacks`` says which weeks are lighter (any length).

    ``back``: how many steps the table goes back before each week, after an absence (none if left out).
    """
    if len(cutbacks) <= 1:
        return tuple(_deload(0) if cutback else STEPS[0] for cutback in cutbacks)
    rows, done = [], 0
    for cutback, steps in zip(cutbacks[:-1], padded(back, cutbacks[:-1]), strict=True):
        done = max(0, done - steps)
        if cutback:
            rows.append(_deload(max(done - 1, 0)))
        else:
            rows.append(STEPS[min(done, len(STEPS) - 1)])
            done += 1
    return (*rows, replace(RETEST, deload=cutbacks[-1]))


def held(stage: int, cutback: bool = False) -> Row:
    """Return the row of the ``stage``-th (from 0) repeated week of a plan that advances on criteria: B1, B2, B3 …"""
    step = min(stage, len(STEPS) - 1)
    return _deload(step) if cutback else STEPS[step]


def _deload(step: int) -> Row:
    done, ahead = STEPS[min(step, len(STEPS) - 1)], STEPS[min(step + 1, len(STEPS) - 1)]
    label = "B4" if done.label == "B3" else f"{done.label} deload"
    return done.deloaded(label, reps=ahead.reps, percent=done.percent)
