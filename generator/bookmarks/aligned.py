"""Which week of a plan a week of its last version is now, as far as the names of the trainings tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Now:
    """The week's number now; ``exact`` if it is the same training, not only the nearest one."""

    week: int
    exact: bool


def aligned(old: Sequence[tuple[int, str]], new: Sequence[str]) -> Mapping[int, Now]:
    """Return for each old week, given with its training, the new week; ``new`` are the trainings of week 1, 2, ...

    A training of the same name is the same. Trainings without one, between two that have theirs, are taken for the new
    ones that stand between the same two, in their order; where there are too few, the nearest before them is taken.
    """
    places = {training: place for place, training in enumerate(new)}
    names = {training for _, training in old}
    found: dict[int, Now] = {}
    for before, run, after in _runs(old, places):
        between = [place for place in range(before + 1, after) if new[place] not in names]
        for nth, (week, _) in enumerate(run):
            if between:
                found[week] = Now(between[min(nth, len(between) - 1)] + 1, nth < len(between))
            else:
                found[week] = Now(max(before, 0) + 1, False)
    found |= {week: Now(places[training] + 1, True) for week, training in old if training in places}
    return found


def _runs(
    old: Sequence[tuple[int, str]], places: Mapping[str, int]
) -> Iterator[tuple[int, list[tuple[int, str]], int]]:
    """Yield weeks in a row whose trainings are gone, with the new places of the trainings before and after them."""
    run: list[tuple[int, str]] = []
    before = -1
    for week, training in old:
        if training not in places:
            run.append((week, training))
            continue
        if run:
            yield before, run, places[training]
        run, before = [], places[training]
    if run:
        yield before, run, len(places)
