"""The scheduler against every possible plan: short weeks, tried whole, judged by the rules alone.

Nothing of the scheduler is used but its answer. Every way to fill one to three weeks is tried; what the rules at level
error forbid is thrown out. The scheduler must answer with one of the rest, or with a clash where nothing is left, and
no legal plan may have fewer lifts missing, or as few and fewer wishes missed, or both the same and fewer warnings.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from generator.model.finding import Place
from generator.model.frame import Clash, Frame, KindAsk, LiftAsk, Must, PlacedWeek, Wish
from generator.model.line import DayRole, Line
from generator.model.vocabulary import DayKind, LiftKind, weekday_of
from generator.rules import PLACEMENT, resolve
from generator.schedule import schedule

PLACE = Place("drawn.yaml", 1, 1)
POLICY = resolve()
ALL_LIFTS = frozenset({"none", "base", "heavy", "maintenance", "abbreviated"})
HOSTS = {"heavy": ("quality", "long", "aerobic"), "base": ("quality", "long", "aerobic")}
HOSTS |= {"maintenance": ("quality", "long", "aerobic"), "abbreviated": ("aerobic",)}
Days = tuple[tuple[DayKind, LiftKind | None], ...]
PHASES = (("base", "base", "base"), ("build", "heavy", "heavy"), ("off-season", "heavy", "heavy"))
PHASES += (("specific", "maintenance", "maintenance"),)


def _frame(draw: random.Random, number: int, first_day: int, phase: tuple[str, str, LiftKind]) -> Frame:
    length = draw.choice([5, 5, 6, 7])
    kinds = draw.choices(["quality", "long", "aerobic", "easy", "rest", "cross"], [3, 2, 3, 1, 3, 1], k=length)
    asks = tuple(KindAsk(k, kinds.count(k), f"{kinds.count(k)} {k}", PLACE) for k in dict.fromkeys(kinds))
    most = draw.randint(0, 2)
    lifts = [LiftAsk(phase[2], draw.randint(0, most), most, "lifts", PLACE)] if most else []
    if draw.random() < 0.4:
        lifts.append(LiftAsk("abbreviated", draw.randint(0, 1), 1, "short", PLACE))
    said = []
    for day in draw.sample(range(length), draw.randint(0, 2)):
        lift = draw.choice([ALL_LIFTS, ALL_LIFTS, frozenset({"none"})])
        said.append((day, frozenset(draw.sample(sorted(set(kinds)), 1)), lift, "said", PLACE))
    as_must = draw.random() < 0.5
    return Frame(
        number=number,
        first_day=first_day,
        weekdays=tuple(weekday_of(first_day + i, "monday") for i in range(length)),
        phase="p",
        week_in_phase=number,
        weeks_in_phase=3,
        loading=number,
        cutback=False,
        running=phase[0],
        strength=phase[1],
        kinds=asks,
        lifts=tuple(lifts),
        musts=tuple(Must(*parts) for parts in said) if as_must else (),
        wishes=() if as_must else tuple(Wish(*parts) for parts in said),
    )


def _fillings(frame: Frame) -> Iterator[Days]:
    """Every way to fill a week that keeps its counts and fixed days, whatever the rules say."""
    kinds = [ask.kind for ask in frame.kinds for _ in range(ask.count)]
    for order in sorted(set(itertools.permutations(kinds))):
        if any(order[must.position] not in must.kinds for must in frame.musts):
            continue
        hosts = [[None, *(a.kind for a in frame.lifts if kind in HOSTS[a.kind])] for kind in order]
        for lifts in itertools.product(*hosts):
            enough = all(ask.least <= lifts.count(ask.kind) <= ask.most for ask in frame.lifts)
            if enough and all((lifts[m.position] or "none") in m.lifts for m in frame.musts):
                yield tuple(zip(order, lifts, strict=True))


def _line(frames: tuple[Frame, ...], weeks: tuple[Days, ...]) -> Line:
    return tuple(
        DayRole(
            day=frame.first_day + i,
            week=frame.number,
            weekday=frame.weekdays[i],
            kind=kind,
            lifts=(lift,) if lift else (),
            running=frame.running,
            strength=frame.strength,
        )
        for frame, days in zip(frames, weeks, strict=True)
        for i, (kind, lift) in enumerate(days)
    )


def _faults(line: Line, severity: str, start: int = 0) -> int:
    """Count what the placement rules say at that severity of the line's days from ``start`` on."""
    found = 0
    for rule in PLACEMENT:
        level = POLICY.level(rule.slug)
        for i in range(start, len(line)):
            assert rule.at is not None
            for fault in rule.at(line, i, POLICY.params(rule.slug)):
                found += ("warning" if "warning" in (level, fault.severity) else "error") == severity
    return found


def _warnings(frames: tuple[Frame, ...], weeks: tuple[Days, ...]) -> int:
    """Count the warnings, as if an ordinary run followed: a plan's last day must not hide what it costs."""
    line = _line(frames, weeks)
    after = replace(line[-1], day=line[-1].day + 1, week=line[-1].week + 1, kind="aerobic", lifts=())
    return _faults((*line, after), "warning")


def _score(frames: tuple[Frame, ...], weeks: tuple[Days, ...]) -> tuple[int, int, int]:
    """Key lifts missing, short lifts missing, wishes missed: the first things that count."""
    missing = {True: 0, False: 0}
    wishes = 0
    for frame, days in zip(frames, weeks, strict=True):
        for ask in frame.lifts:
            missing[ask.kind != "abbreviated"] += ask.most - sum(lift == ask.kind for _, lift in days)
        for wish in frame.wishes:
            kind, lift = days[wish.position]
            wishes += (kind not in wish.kinds) + ((lift or "none") not in wish.lifts)
    return missing[True], missing[False], wishes


def _legal_plans(frames: tuple[Frame, ...]) -> list[tuple[Days, ...]]:
    plans: list[tuple[Days, ...]] = [()]
    for n, frame in enumerate(frames, 1):
        # Rules look back only, and what is forbidden after nothing is forbidden after anything: so a week that is
        # illegal alone need not be tried behind others.
        fillings = [days for days in _fillings(frame) if not _faults(_line((frame,), (days,)), "error")]
        start = frame.first_day
        longer = ((*plan, days) for plan in plans for days in fillings)
        plans = [plan for plan in longer if n == 1 or not _faults(_line(frames[:n], plan), "error", start)]
    return plans


def _narrowed(draw: random.Random, frame: Frame, most: int) -> Frame:
    """Fix more days until so few ways are left that all of them can be tried behind each other."""
    ways = list(_fillings(frame))
    free = sorted(set(range(frame.length)) - {must.position for must in frame.musts})
    while len(ways) > most and free:
        days, position = draw.choice(ways), free.pop(draw.randrange(len(free)))
        must = Must(position, frozenset({days[position][0]}), ALL_LIFTS, "fixed", PLACE)
        frame = replace(frame, musts=(*frame.musts, must))
        ways = list(_fillings(frame))
    return frame


@pytest.mark.parametrize("seed", [*range(36), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(36, 200))])
def test_the_scheduler_agrees_with_trying_everything(seed: int) -> None:
    draw = random.Random(seed)
    weeks = 1 + seed % 3
    frames: list[Frame] = []
    phase = draw.choice(PHASES)
    for number in range(1, weeks + 1):
        first_day = sum(frame.length for frame in frames)
        frames.append(_narrowed(draw, _frame(draw, number, first_day, phase), {1: 2000, 2: 100, 3: 20}[weeks]))
    asked = tuple(frames)
    answer = schedule(asked, POLICY)
    plans = _legal_plans(asked)
    if not plans:
        assert answer
        assert all(isinstance(found, Clash) for found in answer)
        return
    assert all(isinstance(found, PlacedWeek) for found in answer)
    ours = tuple(tuple((day.kind, day.lift) for day in week.days) for week in answer if isinstance(week, PlacedWeek))
    assert ours in plans
    scores = [_score(asked, plan) for plan in plans]
    assert _score(asked, ours) == min(scores)
    alike = [plan for plan, score in zip(plans, scores, strict=True) if score == min(scores)]
    assert _warnings(asked, ours) == min(_warnings(asked, plan) for plan in alike)
