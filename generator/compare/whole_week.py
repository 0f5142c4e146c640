"""What differs in a week as a whole: its distance, its purpose, its tests. Every field of a week is told of."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.change import Change, turned
from generator.compare.lengths import distance, distances
from generator.compare.names import STRENGTH
from generator.model.plan import Assessment, Week
from generator.model.vocabulary import Unit

_TESTS = {"first": "the first tests of left against right", "retest": "the repeated tests of left against right"}
#: Fields that hold or don't hold: what is said where they begin to, and where they no longer do.
_HOLDS = {
    "cutback": ("a lighter week now", "no lighter week any more"),
    "deload": ("lighter lifting now", "no lighter lifting any more"),
    "repeats": ("repeated until its goals are met", "no longer repeated"),
    "given": ("runs as a given calendar has them", "runs no longer from a given calendar"),
}


def whole_week(old: Week, new: Week, units: Unit) -> Iterator[Change]:
    """Yield what differs in the week as a whole."""
    if old.run_distance_m != new.run_distance_m:
        yield turned("week", "in all", *distances(old.run_distance_m, new.run_distance_m, units))
    for name, (begins, ends) in _HOLDS.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield Change("week", begins if after else ends, name, *(("no", "yes") if after else ("yes", "no")))
    if old.running != new.running:
        yield turned("week", "running:", old.running, new.running)
    if old.strength != new.strength:
        yield turned("week", "strength:", STRENGTH[old.strength], STRENGTH[new.strength])
    yield from _tested(old.assessment, new.assessment)
    if old.planned_m != new.planned_m:
        planned = [distance(metres, units) if metres else "as it is" for metres in (old.planned_m, new.planned_m)]
        yield turned("week", "planned before an illness:", *planned)
    yield from _notes(old, new)


def _tested(old: Assessment | None, new: Assessment | None) -> Iterator[Change]:
    kinds = tuple(_TESTS.get(each.kind, each.kind) if each else "" for each in (old, new))
    if kinds[0] != kinds[1]:
        said = f"{kinds[1]} stand here now" if kinds[1] else f"without {kinds[0]}"
        yield Change("week", said, "tests", *kinds)
    elif old and new and old != new:
        yield turned("week", "tests:", *(", ".join(each.tests) for each in (old, new)))


def _notes(old: Week, new: Week) -> Iterator[Change]:
    """Tell which of an athlete's own layers concern the week now; what they change in it is told by itself."""
    before, after = (dict.fromkeys((one.layer, one.because) for one in week.changes) for week in (old, new))
    for layer, because in [key for key in after if key not in before]:
        yield Change("week", f"{layer} (because: {because})", "layer", "", layer)
    for layer, because in [key for key in before if key not in after]:
        yield Change("week", f"no longer: {layer} (because: {because})", "layer", layer)
