"""What differs in how an exercise is done: ``4 × 6 → 3 × 6 at RIR 3``. Every field of a dose is told."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compare.lengths import span, time
from generator.model.plan import Prescription

_Texts = Mapping[str, str]


def dose_text(dose: Prescription) -> str:
    """Return a dose in short: ``4 × 6 at RIR 2``, ``2 × 30 s each side``."""
    side = " each side" if dose.per_side else ""
    if dose.load:
        return f"{_core(dose)}{side} @ {dose.load}"
    return f"{_core(dose)}{side}" + ("" if dose.hold_s else f" at RIR {_reserve(dose)}")


def dose_turned(old: Prescription, new: Prescription) -> tuple[str, str] | None:
    """Return both sides of what differs, or None if nothing does.

    Sets and repetitions lead where they differ; the new side then says how hard it is.
    """
    if old == new:
        return None
    one, other = _extras(old), _extras(new)
    apart = [name for name in one if one[name] != other[name]]
    before, after = ([texts[name] or f"no {name}" for name in apart] for texts in (one, other))
    if _core(old) != _core(new):
        hard = "" if "reserve" in apart or new.hold_s or new.load else f" at {other['reserve']}"
        return ", ".join([_core(old), *before]), ", ".join([f"{_core(new)}{hard}", *after])
    return ", ".join(before), ", ".join(after)


def _core(dose: Prescription) -> str:
    sets, reps = span(dose.sets, dose.sets_most), span(dose.reps, dose.reps_most)
    if dose.hold_s is None:
        return f"{sets} × {reps}"
    held = f"{span(dose.hold_s, dose.hold_most_s)} s"
    return f"{sets} × {held}" if reps == "1" else f"{sets} × {reps} × {held}"


def _reserve(dose: Prescription) -> str:
    return span(dose.rir if dose.rir_min is None else dose.rir_min, dose.rir)


def _extras(dose: Prescription) -> _Texts:
    """Return all but sets, repetitions and holding, each as a text; empty where nothing is said."""
    rest = time(dose.rest_s) if dose.rest_most_s is None else f"{dose.rest_s}–{dose.rest_most_s} s"
    return {
        "reserve": f"RIR {_reserve(dose)}",
        "share of the maximum": f"{span(dose.percent_1rm, dose.percent_most)} %" if dose.percent_1rm else "",
        "load": f"@ {dose.load}" if dose.load else "",
        "rest": f"rest {rest}",
        "one side at a time": "each side" if dose.per_side else "",
        "weaker side first": "weaker side first" if dose.weaker_side_first else "",
        "extra sets": f"{dose.extra_weak_side_sets} more for the weaker side" if dose.extra_weak_side_sets else "",
        "note": f"“{dose.note}”" if dose.note else "",
        "slot": dose.slot.replace("-", " "),
        "ends": _odd_ends(dose),
    }


def _odd_ends(dose: Prescription) -> str:
    """Return upper ends that say nothing beside the lower ones, which only a plan of somebody else's has."""
    pairs = (
        *((dose.sets, dose.sets_most), (dose.reps, dose.reps_most), (dose.rest_s, dose.rest_most_s)),
        *((dose.hold_s, dose.hold_most_s), (dose.percent_1rm, dose.percent_most), (dose.rir, dose.rir_min)),
    )
    return "".join("=" if most is not None and most == least else "." for least, most in pairs).strip(".")
