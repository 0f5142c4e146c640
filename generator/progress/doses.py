"""From a picked exercise and a week's row to a prescription a person can follow."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language import _
from generator.model.library import Exercise, Library
from generator.model.plan import Prescription
from generator.model.vocabulary import LiftKind
from generator.progress.selection import Pick
from generator.progressions import abbreviated
from generator.progressions.row import Row

HOLD_S = 3
SECOND_BIG_SETS = 3
VERY_HEAVY_PERCENT = 85
WEAK_SIDE_WEEKS = 4
JUMP_REPS, CMJ_SETS, CMJ_REPS = 10, 5, 6
_SECONDS_A_REP, _SECONDS_TO_SET_UP, _SECONDS_TO_LOAD_A_BAR = 4, 60, 150
_WARM_UP_S = {"abbreviated": 120, "primer": 120}


def prescribed(pick: Pick, row: Row, kind: LiftKind, base_week: int, most_sets: int) -> Prescription:
    """Return the dose of one exercise. ``most_sets`` caps every exercise, as intense running phases ask."""
    if pick.role in ("big", "second"):
        sets = min(row.sets, SECOND_BIG_SETS) if pick.role == "second" else row.sets
        return _big(pick.exercise, row, min(sets, most_sets))
    sets, reps, rir = _accessory(pick, row, kind)
    weak = pick.role == "single" and 1 <= base_week <= WEAK_SIDE_WEEKS and pick.exercise.per_side
    hold = pick.exercise.unit == "holds"
    return Prescription(
        id=pick.exercise.slug,
        slot=pick.exercise.slot,
        sets=min(sets, most_sets),
        reps=8 if hold else reps,
        rir=rir,
        percent_1rm=None,
        rest_s={"single": 60 if kind == "base" else 90, "calf": 60}.get(pick.role, 45),
        per_side=pick.exercise.per_side,
        hold_s=HOLD_S if hold else None,
        weaker_side_first=pick.exercise.per_side,
        extra_weak_side_sets=1 if weak else 0,
    )


def _big(exercise: Exercise, row: Row, sets: int) -> Prescription:
    return Prescription(
        id=exercise.slug,
        slot=exercise.slot,
        sets=sets,
        reps=row.reps,
        rir=row.rir,
        percent_1rm=row.percent,
        rest_s=rest_s(row),
        per_side=exercise.per_side,
        rir_min=row.rir_min if row.rir_min != row.rir else None,
        weaker_side_first=exercise.per_side,
    )


def rest_s(row: Row) -> int:
    """Return the rest between sets of a big lift in seconds: 90 to 120 in the base, 180 heavy, 240 from 85 % on."""
    if row.percent >= VERY_HEAVY_PERCENT:
        return 240
    if row.reps + row.rir <= 10:
        return 180
    return 90 if row.reps >= 12 else 120


def _accessory(pick: Pick, row: Row, kind: LiftKind) -> tuple[int, int, int]:
    """Sets, reps and RIR of all but the big lifts: lighter in deloads, never fewer than eight repetitions."""
    light = row.deload
    if kind == "base":
        if pick.role == "single":
            return row.sets, max(10, row.reps), max(3, row.rir)
        return 1 if light else 2, 12 if pick.role == "calf" else 10, 4 if light else 3
    sets = 1 if light else 2
    return sets, 10 if pick.role == "calf" else 8, 4 if light else 3


def jumps(contacts: int, library: Library) -> tuple[Prescription, ...]:
    """Return the jumps of a power session, before the big lift: quick ones from the ankle, then high ones."""
    high = CMJ_SETS * CMJ_REPS
    wanted = (
        ("pogo-jump", (contacts - high) // JUMP_REPS, JUMP_REPS, 60),
        ("countermovement-jump", CMJ_SETS, CMJ_REPS, 90),
    )
    note = _("soft, quick landings; stop when the bounce is gone")
    return tuple(
        Prescription(slug, "plyometric", sets, reps, 5, None, rest, False, note=note)
        for slug, sets, reps, rest in wanted
        if slug in library.exercises and sets > 0
    )


def short_session(library: Library, cutback: bool) -> tuple[Prescription, ...]:
    """Return the abbreviated session."""
    return tuple(
        _light(library.exercises[part.exercise], part.sets, part.reps, abbreviated.RIR, part.hold_s)
        for part in abbreviated.prescribe(cutback)
        if part.exercise in library.exercises
    )


def primer(library: Library) -> tuple[Prescription, ...]:
    """Return a primer: one easy bodyweight set of each, days before a race, to wake the legs up."""
    wanted = ("glute-bridge", "step-up", "calf-raise")
    return tuple(_light(library.exercises[slug], 1, 8, 6, None) for slug in wanted if slug in library.exercises)


def _light(exercise: Exercise, sets: int, reps: int, rir: int, hold_s: int | None) -> Prescription:
    one = exercise.per_side
    return Prescription(
        exercise.slug, exercise.slot, sets, reps, rir, None, 45, one, hold_s=hold_s, weaker_side_first=one
    )


def duration_s(exercises: Iterable[Prescription], kind: LiftKind) -> int:
    """Return an estimate of a session's length in seconds, to whole five minutes; warm-up included."""
    total = float(_WARM_UP_S.get(kind, 480))
    for dose in exercises:
        each = dose.reps * (dose.hold_s + 1 if dose.hold_s else _SECONDS_A_REP) * (2 if dose.per_side else 1)
        total += dose.sets * each + max(0, dose.sets - 1) * dose.rest_s
        total += _SECONDS_TO_LOAD_A_BAR if dose.percent_1rm else _SECONDS_TO_SET_UP
        total += dose.extra_weak_side_sets * (each / 2 + dose.rest_s)
    return max(300, round(total / 300) * 300)
