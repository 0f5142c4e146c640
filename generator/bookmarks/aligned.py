"""Which week of a plan a week of its last version is now, as far as the names of the trainings tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from generator.frozen import frozen

#: A week of the published plan with its training.
Old = tuple[int, str]


@frozen
class Now:
    """The week's number now; ``exact`` if it is the same training, not only the nearest one."""

    week: int
    exact: bool


def aligned(old: Sequence[Old], new: Sequence[str]) -> Mapping[int, Now]:
    """Return for each old week, given with its training, the new week; ``new`` are the trainings of week 1, 2, ...

    A training of the same name is the same. Between two that have their names still, trainings of phases that are
    called otherwise are taken for the new ones there: as many for as many in their order, else phase for phase, so that
    most weeks find theirs. Where none is left, the nearest before is taken.
    """
    places = {training: place for place, training in enumerate(new)}
    names = {training for _, training in old}
    found: dict[int, Now] = {}
    for before, run, after in _runs(old, places):
        between = [place for place in range(before + 1, after) if new[place] not in names]
        matched = dict(_matched(run, between, new))
        last = max(before, 0)
        for week, _ in run:
            last = matched.get(week, last)
            found[week] = Now(last + 1, week in matched)
    found |= {week: Now(places[training] + 1, True) for week, training in old if training in places}
    return found


def _runs(old: Sequence[Old], places: Mapping[str, int]) -> Iterator[tuple[int, list[Old], int]]:
    """Yield weeks in a row whose trainings are gone, with the new places of the trainings before and after them."""
    run: list[Old] = []
    before = -1
    for week, training in old:
        if training not in places:
            run.append((week, training))
            continue
        if run:
            yield before, run, places[training]
        run, before = [], places[training]
    if run:
        yield before, run, max([*places.values(), -1]) + 1


def _matched(run: Sequence[Old], between: Sequence[int], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield which of the old weeks is which of the new places."""
    if len(run) == len(between):
        yield from ((week, place) for (week, _), place in zip(run, between, strict=True))
        return
    olds = [[week for week, _ in block] for _, block in groupby(run, key=lambda one: _phase(one[1]))]
    news = [list(block) for _, block in groupby(between, key=lambda place: _phase(new[place]))]
    for one, other in _pairs(tuple(map(len, olds)), tuple(map(len, news))):
        yield from zip(olds[one], news[other], strict=False)


def _phase(training: str) -> str:
    return training.rpartition(" ")[0]


def _pairs(olds: tuple[int, ...], news: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Return which phases to take for which, both in their order, so that most weeks find theirs."""

    @cache
    def best(one: int, other: int) -> tuple[int, tuple[tuple[int, int], ...]]:
        if one == len(olds) or other == len(news):
            return 0, ()
        weeks, pairs = best(one + 1, other + 1)
        taken = (weeks + min(olds[one], news[other]), ((one, other), *pairs))
        return max(taken, best(one + 1, other), best(one, other + 1), key=lambda found: found[0])

    return best(0, 0)[1]
