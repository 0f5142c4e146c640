"""A written program: the doses stand as somebody wrote them, and only what follows from them is worked out.

Repetitions in reserve follow from a load: a load with which ten repetitions are just possible leaves two after eight;
a share of the maximum is looked up in the load chart. Below the chart's last line (65 %) Epley's formula stands in,
and ten in reserve stand for ten or more. Of a range both ends are kept, the most and the fewest left in reserve. Where
repetitions and load are both ranges, the fewer repetitions go with the heavier load, as such ranges are meant.

| written | sets | reps | RIR | RIR least | % 1RM |
|---|---|---|---|---|---|
| 4 x 4RM | 4 | 4 | 0 | - | - |
| 4 x 4 @ 6RM | 4 | 4 | 2 | - | - |
| 3 x 6 @ RIR 2 | 3 | 6 | 2 | - | - |
| 3 x 6 @ RPE 8-9 | 3 | 6 | 2 | 1 | - |
| 4 x 4 @ 85 % | 4 | 4 | 2 | - | 85 |
| 4 x 4-6 @ 8RM | 4 | 4-6 | 4 | 2 | - |
| 4 x 3-4 @ 85-90 % | 4 | 3-4 | 2 | 1 | 85-90 |
| 3 x 10 @ 70 % | 3 | 10 | 2 | - | 70 |
| 3 x 6 @ 70-80 % | 3 | 6 | 6 | 2 | 70-80 |
| 3-5 x 20-30 @ 40-60 % | 3-5 | 20-30 | 10 | 0 | 40-60 |
| 3 x 8 @ 80 %, RIR 2 | 3 | 8 | 2 | - | 80 |
| 3 x 12 to failure | 3 | 12 | 0 | - | - |

Where nothing is said of how heavy it is (jumps, holds), five in reserve stand for far from empty.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.library import Exercise
from generator.model.plan import Prescription
from generator.model.programme import WrittenExercise, WrittenSession
from generator.model.written_dose import MOST_RIR, Span, WrittenDose
from generator.science.one_rm import possible_reps

TABLE, SOURCES = "written", ("nsca-load-chart", "nsca-essentials-ch17")
UNSAID_RIR = 5


def prescribe(session: WrittenSession, week: int, exercises: Mapping[str, Exercise]) -> tuple[Prescription, ...]:
    """Return a written session's doses in a week of its phase (from 1); KeyError for an exercise nobody knows."""
    return tuple(_prescribed(written, written.at(week), exercises[written.exercise]) for written in session.exercises)


def _prescribed(written: WrittenExercise, dose: WrittenDose, exercise: Exercise) -> Prescription:
    reserve = _reserve(dose)
    return Prescription(
        id=exercise.slug,
        slot=exercise.slot,
        sets=dose.sets.least,
        reps=dose.reps.least,
        rir=reserve.most,
        percent_1rm=dose.percent.least if dose.percent else None,
        rest_s=dose.rest_s.least if dose.rest_s else 0,
        per_side=exercise.per_side,
        rir_min=_other(reserve.least, reserve.most),
        hold_s=dose.hold_s.least if dose.hold_s else None,
        note=written.note or None,
        sets_most=_most(dose.sets),
        reps_most=_most(dose.reps),
        percent_most=_most(dose.percent),
        hold_most_s=_most(dose.hold_s),
        rest_most_s=_most(dose.rest_s),
        load=dose.load,
    )


def _most(span: Span | None) -> int | None:
    return _other(span.most, span.least) if span else None


def _other(end: int, first: int) -> int | None:
    return end if end != first else None


def _reserve(dose: WrittenDose) -> Span:
    """Return the fewest and the most repetitions that the written dose leaves in reserve, 0 to 10."""
    if dose.rir:
        return dose.rir
    if dose.rm:
        return _left(dose.rm, dose.reps)
    if dose.percent:
        heavy, light = (possible_reps(percent) for percent in (dose.percent.most, dose.percent.least))
        return _left(Span(heavy, light), dose.reps)
    return Span(UNSAID_RIR, UNSAID_RIR)


def _left(possible: Span, reps: Span) -> Span:
    """What is left of the possible repetitions, which are fewest with the heaviest load."""
    pairs = [(possible.least, reps.least), (possible.most, reps.most)]
    if possible.least == possible.most or reps.least == reps.most:
        pairs = [(possible.least, reps.most), (possible.most, reps.least)]
    left = [max(0, min(MOST_RIR, able - done)) for able, done in pairs]
    return Span(min(left), max(left))
