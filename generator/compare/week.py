"""What differs in a week as a whole: its distance, its strength, its tests."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.names import strength_name
from generator.language import N_, _
from generator.model.plan import Week
from generator.model.vocabulary import Unit
from generator.rules.wording import distance

_TESTS_COME = {
    "first": N_("The tests of left against right stand in this week now."),
    "retest": N_("The repeated tests of left against right stand in this week now."),
}
_TESTS_GO = {
    "first": N_("The tests of left against right are no longer in this week."),
    "retest": N_("The repeated tests of left against right are no longer in this week."),
}


def week_changes(old: Week, new: Week, units: Unit) -> Iterator[str]:
    """Yield what differs in the week as a whole."""
    if old.run_distance_m != new.run_distance_m:
        before, after = distance(old.run_distance_m, units), distance(new.run_distance_m, units)
        yield _("The week's running: {before} → {after}.").format(before=before, after=after)
    if old.strength != new.strength:
        before, after = strength_name(old.strength), strength_name(new.strength)
        yield _("Strength: {before} → {after}.").format(before=before, after=after)
    if new.deload and not (old.deload or new.cutback):
        yield _("The lifting is lighter this week.")
    had, has = (week.assessment.kind if week.assessment else "" for week in (old, new))
    if had != has:
        yield _(_TESTS_COME[has] if has else _TESTS_GO[had])
