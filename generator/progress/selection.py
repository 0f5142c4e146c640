"""Which exercises a strength session holds: the big lift first, one leg at a time, calf, hip from the side, trunk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from generator.frozen import frozen
from generator.model.library import Exercise, Library
from generator.model.vocabulary import Slot

Role = Literal["jump", "big", "second", "single", "calf", "side", "trunk"]
Tier = Literal["first", "base", "loaded"]

#: Exercises by movement and tier: a runner's first weeks, the base, and the time of heavy loads.
LADDERS: dict[str, dict[Tier, str]] = {
    "single-leg-knee": {"first": "step-up", "base": "split-squat", "loaded": "rear-foot-elevated-split-squat"},
    "single-leg-hip": {
        "first": "supported-single-leg-hinge",
        "base": "b-stance-romanian-deadlift",
        "loaded": "single-leg-romanian-deadlift",
    },
    "calf": {"first": "calf-raise", "base": "single-leg-calf-raise", "loaded": "loaded-single-leg-calf-raise"},
    "calf, knee bent": {
        "first": "bent-knee-calf-raise",
        "base": "bent-knee-calf-raise",
        "loaded": "single-leg-bent-knee-calf-raise",
    },
    "frontal-plane": {"first": "side-plank-from-knees", "base": "side-plank", "loaded": "lateral-step-down"},
    "trunk": {"first": "bird-dog", "base": "dead-bug", "loaded": "pallof-press"},
}
#: The safest stand-in where only deadlifts were chosen and the day allows none.
STAND_IN = "goblet-squat"
PATTERNS: tuple[Slot, ...] = ("knee-dominant", "hip-dominant", "thrust")


@frozen
class Pick:
    """An exercise and its part in the session."""

    exercise: Exercise
    role: Role


@frozen
class Place:
    """Where a session stands: which of the week's key lifts it is (from 0), of how many, in which week."""

    index: int
    count: int
    week: int


def full(big_lifts: tuple[str, ...], place: Place, tier: Tier, library: Library) -> tuple[Pick, ...]:
    """Return a base, heavy or power session. The week's first has the side of the hip, the second the trunk."""
    groups = _groups(_by_pattern(big_lifts, library))
    group = groups[(place.week if place.count == 1 else place.index) % len(groups)]
    return tuple(_session(group, place, tier, library, side=place.index % 2 == 0, trunk=place.index > 0))


def maintaining(big_lifts: tuple[str, ...], place: Place, tier: Tier, library: Library, side: bool) -> tuple[Pick, ...]:
    """Return a maintenance session: one big lift, taking turns, one single-leg exercise, the calf."""
    patterns = _by_pattern(big_lifts, library)
    turns = [lifts[0] for lifts in patterns.values()]
    lead = turns[(place.week * place.count + place.index) % len(turns)]
    return tuple(_session([lead], place, tier, library, side=side, trunk=False))


def after_very_long_run(big_lifts: tuple[str, ...], place: Place, tier: Tier, library: Library) -> tuple[Pick, ...]:
    """Return a light session without a deadlift: a hip thrust or squat, one leg at a time, the calf."""
    patterns = _by_pattern(big_lifts, library)
    allowed = patterns.get("thrust") or patterns.get("knee-dominant") or [_stand_in(library)]
    picks = list(_session([allowed[0]], place, tier, library, side=True, trunk=False))
    return tuple(_knee(pick, tier, library) for pick in picks)


def only_big(big_lifts: tuple[str, ...], place: Place, library: Library) -> tuple[Pick, ...]:
    """Return a taper session: one big lift and nothing else."""
    turns = [lifts[0] for lifts in _by_pattern(big_lifts, library).values()]
    return (Pick(turns[(place.week * place.count + place.index) % len(turns)], "big"),)


def _by_pattern(big_lifts: tuple[str, ...], library: Library) -> dict[str, list[Exercise]]:
    chosen = [library.exercises[slug] for slug in big_lifts if slug in library.exercises]
    found = {slot: [lift for lift in chosen if lift.slot == slot] for slot in PATTERNS}
    return {slot: lifts for slot, lifts in found.items() if lifts} or {"knee-dominant": [_stand_in(library)]}


def _groups(patterns: dict[str, list[Exercise]]) -> list[list[Exercise]]:
    """The big lifts of the week's sessions in turn: squat and thrust, then deadlift; or what of them was chosen."""
    lifts = list(patterns.values())
    if len(lifts) == 3:
        knee, hip, thrust = lifts
        return [[knee[0], thrust[0]], [hip[0]], [(thrust + knee[1:])[-1]]]
    if len(lifts) == 2:
        return [[lifts[0][0]], [lifts[1][0]], [lifts[0][-1]]]
    return [[lifts[0][0]], [lifts[0][-1]]]


def _session(
    group: list[Exercise], place: Place, tier: Tier, library: Library, side: bool, trunk: bool
) -> Iterator[Pick]:
    for number, lift in enumerate(group):
        yield Pick(lift, "second" if number else "big")
    yield from _picked(_missing_pattern(group[0], place), tier, library, "single")
    yield from _picked("calf, knee bent" if place.index % 2 else "calf", tier, library, "calf")
    if side:
        yield from _picked("frontal-plane", tier, library, "side")
    if trunk:
        yield from _picked("trunk", tier, library, "trunk")


def _missing_pattern(lead: Exercise, place: Place) -> str:
    """A squat leaves the hip to one leg, a deadlift the knee; a thrust the knee first, then the hip."""
    if lead.slot == "knee-dominant":
        return "single-leg-hip"
    return "single-leg-hip" if lead.slot == "thrust" and place.index % 2 else "single-leg-knee"


def _picked(movement: str, tier: Tier, library: Library, role: Role) -> Iterator[Pick]:
    found = library.exercises.get(LADDERS[movement][tier]) or _nearest(movement, tier, library)
    if found is not None:
        yield Pick(found, role)


def _nearest(movement: str, tier: Tier, library: Library) -> Exercise | None:
    """The library may lack a rung: then the hardest exercise of the slot that is not harder than the tier."""
    most = {"first": 1, "base": 3, "loaded": 5}[tier]
    slot = movement.split(",")[0]
    return max(
        (e for e in library.exercises.values() if e.slot == slot and e.level <= most),
        key=lambda e: (e.level, e.slug),
        default=None,
    )


def _stand_in(library: Library) -> Exercise:
    known = library.exercises.get(STAND_IN)
    if known is not None:
        return known
    return min((e for e in library.exercises.values() if e.big), key=lambda e: (e.slot != "knee-dominant", e.level))


def _knee(pick: Pick, tier: Tier, library: Library) -> Pick:
    if pick.role != "single":
        return pick
    return next(_picked("single-leg-knee", tier, library, "single"), pick)
