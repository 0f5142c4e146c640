"""What differs in a week as a whole: its distance, its strength, its tests."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.names import STRENGTH
from generator.model.plan import Week
from generator.model.vocabulary import Unit
from generator.rules.wording import distance

_TESTS = {"first": "The tests of left against right", "retest": "The repeated tests of left against right"}


def week_changes(old: Week, new: Week, units: Unit) -> Iterator[str]:
    """Yield what differs in the week as a whole."""
    if old.run_distance_m != new.run_distance_m:
        before, after = distance(old.run_distance_m, units), distance(new.run_distance_m, units)
        yield f"The week's running: {before} → {after}."
    if old.strength != new.strength:
        yield f"Strength: {STRENGTH[old.strength]} → {STRENGTH[new.strength]}."
    if new.deload and not (old.deload or new.cutback):
        yield "The lifting is lighter this week."
    had, has = (week.assessment.kind if week.assessment else "" for week in (old, new))
    if had != has:
        yield f"{_TESTS[has]} stand in this week now." if has else f"{_TESTS[had]} are no longer in this week."
