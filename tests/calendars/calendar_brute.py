"""The article's rules said again in the shortest way, and every way to lift on a given calendar tried by them.

Nothing of hardday is used here: a calendar is a row of days, a day is its run, what the week's running is, and which
lift it carries. The statements S1-S7, S2b, T3 and the days kept before races are those of the domain reference.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

KEY_RUN = frozenset({"quality", "long", "race"})
KEY_LIFT = frozenset({"base", "heavy", "maintenance"})
CALM = frozenset({"base", "off-season"})


@dataclass(frozen=True)
class Run:
    """What is run on a day. ``week`` counts from 0, ``running`` is the week's phase of running."""

    kind: str
    week: int
    running: str
    goal_race: bool = False
    may_lift: bool = True


@dataclass(frozen=True)
class Asked:
    """A week's key lifts: which kind, how many; fewer are refused where ``exactly``. Short sessions beside them."""

    lift: str
    keys: int
    shorts: int
    exactly: bool = False


Row = tuple[str | None, ...]


def broken(runs: Sequence[Run], lifts: Sequence[str | None]) -> Iterator[tuple[str, int]]:
    """Yield each broken rule by its slug, with the day whose lift or run breaks it."""
    keys = [i for i, lift in enumerate(lifts) if lift in KEY_LIFT]
    combined = [i for i in keys if runs[i].kind in KEY_RUN]
    for i, (run, lift) in enumerate(zip(runs, lifts, strict=True)):
        if lift and run.kind in ("easy", "rest", "race", "cross"):
            yield "no-lift-on-easy-days", i
        if lift in KEY_LIFT and not _stands(run, lift):
            yield "hard-days-hard", i
        if lift == "heavy" and i + 1 < len(runs) and runs[i + 1].kind in KEY_RUN:
            yield "no-key-run-after-heavy", i
        if lift == "heavy" and _too_near_a_race(runs, i):
            yield "heavy-clear-of-race", i
    yield from (("lift-spacing", j) for i, j in itertools.pairwise(keys) if j - i < 2)
    yield from (("two-recovery-days", j) for i, j in itertools.pairwise(combined) if j - i < 3)
    for week in sorted({runs[i].week for i in keys}):
        here = [i for i in keys if runs[i].week == week]
        calm = runs[here[0]].running in CALM
        if len(here) > (3 if calm else 2) or (len(here) > 2 and len(set(here) & set(combined)) > 2):
            yield "third-key-lift", here[-1]


def _stands(run: Run, lift: str) -> bool:
    if run.kind in ("quality", "long"):
        return True
    return run.kind == "aerobic" and (lift == "base" or (lift == "heavy" and run.running in CALM))


def _too_near_a_race(runs: Sequence[Run], i: int) -> bool:
    ahead = ((j - i, run) for j, run in enumerate(runs[i + 1 : i + 7], i + 1) if run.kind == "race")
    return any(away < (7 if run.goal_race else 2) for away, run in ahead)


def short_may_stand(run: Run) -> bool:
    """Short sessions have one home: an aerobic run."""
    return run.kind == "aerobic" and run.may_lift


def most_lifts(runs: Sequence[Run], asked: Sequence[Asked]) -> tuple[int, int] | None:
    """Return the most key lifts, and the most short sessions beside so many; None if a week can't have what it must."""
    weeks = [[i for i, run in enumerate(runs) if run.week == week] for week in range(len(asked))]
    ways = [list(_ways(runs, days, ask)) for days, ask in zip(weeks, asked, strict=True)]
    counts = (
        (len(keys), _shorts(runs, weeks, asked, keys))
        for chosen in itertools.product(*ways)
        if _legal(runs, asked, keys := frozenset(itertools.chain(*chosen)))
    )
    return max(counts, default=None)


def _ways(runs: Sequence[Run], days: list[int], ask: Asked) -> Iterable[tuple[int, ...]]:
    """Yield every set of a week's days; those illegal by themselves are illegal beside others too, so left out."""
    open_days = [i for i in days if runs[i].may_lift]
    for count in [ask.keys] if ask.exactly else range(ask.keys + 1):
        for chosen in itertools.combinations(open_days, count):
            lifts = [ask.lift if i in chosen else None for i in range(len(runs))]
            if not any(broken(runs, lifts)):
                yield chosen


def _legal(runs: Sequence[Run], asked: Sequence[Asked], keys: frozenset[int]) -> bool:
    return not any(broken(runs, [asked[run.week].lift if i in keys else None for i, run in enumerate(runs)]))


def _shorts(runs: Sequence[Run], weeks: list[list[int]], asked: Sequence[Asked], keys: frozenset[int]) -> int:
    """Short sessions forbid each other nothing: as many as are asked, on the aerobic days that are left."""
    left = [sum(short_may_stand(runs[i]) and i not in keys for i in days) for days in weeks]
    return sum(min(ask.shorts, count) for ask, count in zip(asked, left, strict=True))
