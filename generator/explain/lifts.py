"""Where one lift comes from: its table and row, each exercise's part in it; or the line in which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.explain.number import Number, time_text
from generator.explain.running import Block
from generator.model.plan import Lift, Prescription
from generator.model.programme import WrittenSession, named
from generator.model.vocabulary import LiftKind
from generator.progress import lifting
from generator.progress.lifting import Dosing, LiftAt
from generator.progress.selection import Pick
from generator.progress.working import LiftWorking
from generator.progressions import abbreviated, power, written
from generator.progressions.row import Row
from generator.rules.wording import span

_TIERS = {"first": "the first weeks", "base": "base weight", "loaded": "heavy weeks"}
_CHOSEN = {
    "big": "the big lift whose turn it is in big_lifts",
    "second": "the second big lift of the session",
    "single": "one leg at a time, for the movement that the big lift leaves out",
    "calf": "for the calf",
    "side": "for the side of the hip",
    "trunk": "for the trunk",
}


def lift_numbers(block: Block, working: LiftWorking, kind: LiftKind, lift: Lift) -> Iterator[Number]:
    """Yield the numbers of a lift that was placed as one of that kind."""
    if working.written is not None:
        yield from _of_programme(block, working.written, working.at, lift)
    elif kind == "abbreviated":
        yield from _short(lift, working.at)
    elif kind == "primer":
        why = "a primer: one easy set of eight of each, to wake the legs up before a race"
        for dose in lift.exercises:
            yield Number(_name(working.at, dose), dose_text(dose), "primer", why, details=_dose(dose))
    else:
        yield from _of_table(block, lifting.dosing(kind, working.at), working.at, lift.exercises)
    if lift.unless_signed_off is not None:
        dosed = lifting.dosing_unsigned(lift.kind, working.at)
        for number in _of_table(block, dosed, working.at, lift.unless_signed_off.exercises):
            yield replace(number, unsigned=True)
    if lift.duration_s is not None:
        why = "estimated: the warm-up, 4 s a repetition, the rests, 2.5 min to load each bar and 1 min "
        why += "to set up anything else; to five minutes"
        yield Number(
            "length", f"about {time_text(lift.duration_s)}", "length", why, details={"seconds": lift.duration_s}
        )


def _name(at: LiftAt, dose: Prescription) -> str:
    known = at.library.exercises.get(dose.id)
    return known.name if known else dose.id


def _of_table(block: Block, dosed: Dosing, at: LiftAt, exercises: tuple[Prescription, ...]) -> Iterator[Number]:
    jumps = exercises[: len(exercises) - len(dosed.picks)]
    yield _row_number(dosed, at)
    for dose in jumps:
        why = f"of the {dosed.contacts} jumps that the week's line of the table has"
        details = _dose(dose) | {"contacts": dosed.contacts}
        name = _name(at, dose)
        yield Number(name, dose_text(dose), "jumps", why, table=power.TABLE, row=dosed.row.label, details=details)
    for pick, dose in zip(dosed.picks, exercises[len(jumps) :], strict=True):
        yield _exercise(block, dosed, at, pick, dose)


def _row_number(dosed: Dosing, at: LiftAt) -> Number:
    row = dosed.row
    why = f"row {row.label}, of the week's {at.frame.strength.replace('_', ' ')} phase"
    if row is at.week.hold and row is not at.week.row:
        why = f"row {row.label}: the base weight, held"
    elif row is at.week.keep and row is not at.week.row:
        why = f"row {row.label}: maintenance"
    why += "".join(f"; {note}" for note in row.notes)
    if at.very_long and dosed.kind == "maintenance":
        why += "; the long run is very long today, so the lift is a maintenance lift and leaves deadlifts out"
    details = _row(row) | {"strength": at.frame.strength, "running": at.frame.running, "very_long": at.very_long}
    return Number("the row for the lift", row_text(row), "row", why, None, row.table or None, row.label, details)


def _exercise(block: Block, dosed: Dosing, at: LiftAt, pick: Pick, dose: Prescription) -> Number:
    row, big = dosed.row, pick.role in ("big", "second")
    why = _CHOSEN[pick.role]
    if not big:
        why += f", the step for {_TIERS[dosed.tier]}"
    why += f"; {_dosed_by(pick, dosed)}"
    uncapped = row.sets if pick.role != "second" else min(row.sets, 3)
    capped = dosed.most_sets < 99 and (uncapped if big else max(uncapped, 2)) > dosed.most_sets
    if capped:
        since = "the long run is very long" if at.very_long else "the running is intense"
        why += f"; {dosed.most_sets} sets at most, since {since}"
    if dose.extra_weak_side_sets:
        why += "; one more set on the weaker side in the base's first four weeks"
    details = _dose(dose) | {
        "role": pick.role,
        "kind": dosed.kind,
        "most_sets": dosed.most_sets if dosed.most_sets < 99 else None,
        "base_week": dosed.base_week,
        "row": _row(row),
    }
    place = block.authored.place("big_lifts") if big and ("big_lifts",) in block.authored.places else None
    by_row = big or (pick.role == "single" and dosed.kind == "base")
    table, label = (row.table or None, row.label) if by_row else (None, None)
    origin = pick.role if big else "beside"
    return Number(_name(at, dose), dose_text(dose), origin, why, place, table, label, details)


def _dosed_by(pick: Pick, dosed: Dosing) -> str:
    """Return in words how the row makes the dose; the numbers are those of ``progress.doses``."""
    row = dosed.row
    if pick.role == "big":
        return f"the row as it stands; {_rested(row)}"
    if pick.role == "second":
        return f"the row, three sets at most; {_rested(row)}"
    if dosed.kind == "base" and pick.role == "single":
        return "the row's sets, ten repetitions or more, three in reserve or more"
    reps = (8 if dosed.kind != "base" else 10) + 2 * (pick.role == "calf")
    light = "one set in a lighter week, four in reserve" if row.deload else "two sets, three in reserve"
    held = ", of three seconds each" if pick.exercise.unit == "holds" else ""
    return f"not of the table: {light}, {8 if held else reps} repetitions{held}"


def _rested(row: Row) -> str:
    if row.percent >= 85:
        return "rest 4 min from 85 % on"
    if row.reps + row.rir <= 10:
        return "rest 3 min, since ten repetitions or fewer would be possible"
    return "rest 90 s from 12 repetitions on" if row.reps >= 12 else "rest 2 min, the weight of a base"


def _short(lift: Lift, at: LiftAt) -> Iterator[Number]:
    why = "the short session's line; four in reserve, rest 45 s"
    why += "; one set of each in a lighter week" if at.frame.cutback else ""
    for dose in lift.exercises:
        details = _dose(dose) | {"cutback": at.frame.cutback}
        yield Number(_name(at, dose), dose_text(dose), "short", why, None, abbreviated.TABLE, dose.id, details)


def _of_programme(block: Block, session: WrittenSession, at: LiftAt, lift: Lift) -> Iterator[Number]:
    names = [one.name for one in named(block.text.strength.programme)]
    keys = (*block.keys, "strength", "programme", names.index(session.name))
    for index, (line, dose) in enumerate(zip(session.exercises, lift.exercises, strict=True)):
        place = block.authored.place(*keys, "exercises", index)
        why = f"written: {line.text}"
        why += f", week {at.frame.week_in_phase} of the phase" if len(line.doses) > 1 else ""
        said = line.at(at.frame.week_in_phase)
        if said.rm or (said.percent and not said.rir):
            why += "; what is left in reserve follows from the load"
        details = _dose(dose) | {"text": line.text, "week": at.frame.week_in_phase}
        yield Number(_name(at, dose), dose_text(dose), "programme", why, place, written.TABLE, None, details)


def row_text(row: Row) -> str:
    """Return ``3 x 6, RIR 2, 80 % of 1RM``."""
    return f"{row.sets} x {row.reps}, RIR {span(row.rir_min, row.rir)}, {row.percent} % of 1RM"


def dose_text(dose: Prescription) -> str:
    """Return ``3 x 8 each side, RIR 2, 75 % of 1RM, rest 2 min``."""
    hold = f" x {span(dose.hold_s, dose.hold_most_s)} s" if dose.hold_s else ""
    text = f"{span(dose.sets, dose.sets_most)} x {span(dose.reps, dose.reps_most)}{hold}"
    text += " each side" if dose.per_side else ""
    least = dose.rir if dose.rir_min is None else dose.rir_min
    text += f", {dose.load}" if dose.load else f", RIR {span(least, dose.rir)}"
    text += f", {span(dose.percent_1rm, dose.percent_most)} % of 1RM" if dose.percent_1rm and not dose.load else ""
    rest = time_text(dose.rest_s) if dose.rest_s else ""
    rest += f" to {time_text(dose.rest_most_s)}" if dose.rest_most_s else ""
    return f"{text}, rest {rest}" if rest else text


def _row(row: Row) -> dict[str, Any]:
    return {
        "label": row.label,
        "sets": row.sets,
        "reps": row.reps,
        "rir": row.rir,
        "rir_min": row.rir_min,
        "percent": row.percent,
        "deload": row.deload,
        "notes": list(row.notes),
    }


def _dose(dose: Prescription) -> dict[str, Any]:
    return {
        "id": dose.id,
        "sets": dose.sets,
        "reps": dose.reps,
        "rir": dose.rir,
        "percent_1rm": dose.percent_1rm,
        "rest_s": dose.rest_s,
        "hold_s": dose.hold_s,
    }
