"""Sessions of the examples on rule pages: ``long 24 km 140 min``, ``heavy(back-squat knee-dominant 4x6@2 80%)``.

A run is its kind, then what should differ from the usual: distance, time, ``RPE 2``, steps in brackets. A lift is its
kind, with its exercises in brackets where they matter: name, slot, sets x reps @ reserve, share of the maximum,
``side`` for one side at a time, ``hold 25 s``; exercises are parted by semicolons, a time ends the list, and ``else``
gives what the unsigned do (``else none``: nothing).
"""

from __future__ import annotations

import re
from typing import get_args

from generator.model.plan import Alternative, Cross, Lift, Prescription, Reason, Repeat, Run, Session, Step
from generator.model.step_text import Workout
from generator.model.units import Distance, Duration
from generator.model.vocabulary import LiftKind, RunKind, Slot

TUNE_UP = "tune-up"  # the title of a race that is not the goal

_REASONS = (Reason("wish", "It stands so in the example."),)
_USUAL_KM: dict[RunKind, int] = {"quality": 10, "long": 18, "race": 10, "aerobic": 10, "easy": 6}
_USUAL_RPE: dict[RunKind, tuple[int, int]] = {
    "quality": (6, 7),
    "long": (4, 5),
    "race": (8, 9),
    "aerobic": (3, 4),
    "easy": (2, 3),
}
_SECONDS_PER_KM = 345
_SHORT = "step-up single-leg-knee 2x8@4 side; dead-bug trunk 2x8@4; 25 min"
_BASE = "goblet-squat knee-dominant 3x10@3 68%; step-up single-leg-knee 2x10@3 side; calf-raise calf 2x12@4"
_HELD = "goblet-squat knee-dominant 2x8@3 73%; step-up single-leg-knee 2x10@3 side"
_USUAL_DOSE: dict[str, str] = {
    "base": _BASE,
    "heavy": f"back-squat knee-dominant 3x6@2 80%; split-squat single-leg-knee 2x8@3 side else {_HELD}",
    "maintenance": f"back-squat knee-dominant 2x6@2 80%; split-squat single-leg-knee 2x8@3 side else {_HELD}",
    "abbreviated": _SHORT,
    "primer": "step-up single-leg-knee 1x8@5 side",
}
_DOSE = re.compile(
    r"^(?P<id>[a-z-]+) (?P<slot>[a-z-]+) (?P<sets>\d)x(?P<reps>\d{1,2})@(?P<rir>\d)"
    r"(?: (?P<percent>\d{1,3})%)?(?P<side> side)?(?: hold (?P<hold>\d{1,3}) s)?$"
)
_BRACKET = re.compile(r"^([^(]*)(?:\((.*)\))?$")


def sessions_from(text: str) -> tuple[Session, ...]:
    """Read a day's sessions, joined by ``+``, in the order they are done; ``rest`` is no session."""
    parts = [part.strip() for part in text.split("+")]
    return tuple(_session(order, part) for order, part in enumerate((p for p in parts if p != "rest"), 1))


def _session(order: int, text: str) -> Session:
    found = _BRACKET.match(text)
    if not found:
        raise ValueError(f"the brackets in '{text}' don't match")
    head, inside = found[1].strip(), found[2]
    if head == "cross":
        return Cross(order, "recovery", 2400, (1, 2), _REASONS)
    if head == "aerobic cross":
        return Cross(order, "aerobic", 2400, (3, 4), _REASONS)
    lift = next((kind for kind in get_args(LiftKind) if kind == head), None)
    return _run(order, head, inside) if lift is None else _lift(order, lift, inside)


def _run(order: int, head: str, inside: str | None) -> Run:
    name, _, rest = head.partition(" ")
    kind = next((kind for kind in get_args(RunKind) if kind == ("race" if name == TUNE_UP else name)), None)
    if kind is None:
        raise ValueError(f"'{name}' is not a session")
    distance, duration, rpe = _amounts(rest, kind)
    steps: tuple[Step | Repeat, ...] = Workout.parse(inside).steps if inside else ()
    title = TUNE_UP if name == TUNE_UP else ""
    return Run(order, kind, distance, duration, rpe, steps, _REASONS, title)


def _amounts(text: str, kind: RunKind) -> tuple[int | None, int | None, tuple[int, int]]:
    """Return meters, seconds and the RPE band: what is written, else the usual for the kind."""
    distance = duration = None
    rpe = _USUAL_RPE[kind]
    for word in re.findall(r"RPE \d+|[\d.]+ \w+|\S+", text):
        if word.startswith("RPE "):
            rpe = (int(word[4:]), int(word[4:]) + 1)
        elif word.endswith(" min"):
            duration = Duration.parse(word).seconds
        else:
            distance = Distance.parse(word).metres
    if distance is None and duration is None:
        distance = _USUAL_KM[kind] * 1000
    if distance is not None and duration is None:
        duration = distance * _SECONDS_PER_KM // 1000
    return distance, duration, rpe


def _lift(order: int, kind: LiftKind, inside: str | None) -> Lift:
    usual = _USUAL_DOSE[kind].partition(" else ")
    dose, _, instead = (inside or _USUAL_DOSE[kind]).partition(" else ")
    way_out = () if instead == "none" else _exercises(instead or usual[2])
    parts = dose.split("; ")
    minutes = re.match(r"^(\d+) min$", parts[-1])
    return Lift(
        order=order,
        kind=kind,
        exercises=_exercises("; ".join(parts[:-1] if minutes else parts)),
        reasons=_REASONS,
        unless_signed_off=Alternative("base", way_out) if way_out else None,
        duration_s=int(minutes[1]) * 60 if minutes else None,
    )


def _exercises(text: str) -> tuple[Prescription, ...]:
    return tuple(_prescription(part) for part in text.split("; ") if part)


def _prescription(text: str) -> Prescription:
    found = _DOSE.match(text)
    slot = next((slot for slot in get_args(Slot) if found and slot == found["slot"]), None)
    if not found or slot is None:
        raise ValueError(f"'{text}' is not a dose such as back-squat knee-dominant 4x6@2 80%")
    return Prescription(
        id=found["id"],
        slot=slot,
        sets=int(found["sets"]),
        reps=int(found["reps"]),
        rir=int(found["rir"]),
        percent_1rm=int(found["percent"]) if found["percent"] else None,
        rest_s=120,
        per_side=bool(found["side"]),
        hold_s=int(found["hold"]) if found["hold"] else None,
    )
