"""The scheduler's job done the slow and simple way: list every week, try every sequence, measure the whole line.

Written from the rules and from what ``preferences`` says in words. Shares with the scheduler the data model, the rules
and the table of days that a lift can stand on, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from generator.model.frame import Frame
from generator.model.line import DayRole
from generator.model.vocabulary import DAY_KINDS, KEY_LIFTS, KEY_RUNS, WEEKDAYS
from generator.rules import PLACEMENT
from generator.rules.policy import Policy
from generator.schedule.cell import LIFT_ORDER, hosts

Day = tuple[str, str | None]
Week = tuple[Day, ...]
SHORT = ("abbreviated", "primer")


def best(frames: tuple[Frame, ...], policy: Policy) -> tuple[Week, ...] | None:
    """Return the legal sequence that costs least, the first in order among equals; None if none is legal."""
    legal = [s for s in product(*(weeks_of(frame, policy) for frame in frames)) if not errors(frames, s, policy)]
    return min(legal, key=lambda s: (cost(frames, s, policy), order(s)), default=None)


def weeks_of(frame: Frame, policy: Policy) -> list[Week]:
    """Return every week that has what the frame asks for and breaks no rule by itself."""
    kinds = {ask.kind: ask.count for ask in frame.kinds if ask.count}
    asked = {}
    for ask in frame.lifts:
        least, most = asked.get(ask.kind, (0, 0))
        asked[ask.kind] = least + ask.least, most + ask.most
    return list(_fill(frame, policy, kinds, asked, (), ()))


def _fill(
    frame: Frame, policy: Policy, kinds: dict, asked: dict, days: Week, line: tuple[DayRole, ...]
) -> Iterator[Week]:
    position = len(days)
    if position == frame.length:
        if all(least <= sum(d[1] == kind for d in days) <= most for kind, (least, most) in asked.items()):
            yield days
        return
    musts = [must for must in frame.musts if must.position == position]
    for kind, count in kinds.items():
        race = position in (frame.goal_race, *frame.tune_ups)
        if sum(d[0] == kind for d in days) == count or (kind == "race") != race:
            continue
        for lift in (None, *asked):
            if lift and (not hosts(lift, kind, frame.cross_role) or sum(d[1] == lift for d in days) == asked[lift][1]):
                continue
            if all(kind in must.kinds and (lift or "none") in must.lifts for must in musts):
                longer = (*line, _role(frame, position, kind, lift))
                if not _faults(longer, position, policy, "error"):
                    yield from _fill(frame, policy, kinds, asked, (*days, (kind, lift)), longer)


def line_of(frames: tuple[Frame, ...], weeks: tuple[Week, ...]) -> tuple[DayRole, ...]:
    """Return all days as the rules read them."""
    return tuple(
        _role(frame, i, kind, lift)
        for frame, week in zip(frames, weeks, strict=True)
        for i, (kind, lift) in enumerate(week)
    )


def _role(frame: Frame, i: int, kind: str, lift: str | None) -> DayRole:
    return DayRole(
        day=frame.first_day + i,
        week=frame.number,
        weekday=frame.weekdays[i],
        kind=kind,
        lifts=(lift,) if lift else (),
        running=frame.running,
        strength=frame.strength,
        cross_role=frame.cross_role,
        goal_race=kind == "race" and i == frame.goal_race,
        tune_up=kind == "race" and i in frame.tune_ups,
    )


def _faults(line: tuple[DayRole, ...], i: int, policy: Policy, severity: str) -> int:
    found = 0
    for rule in PLACEMENT:
        level = policy.level(rule.slug)
        for fault in rule.at(line, i, policy.params(rule.slug)) if level != "off" else ():
            found += ("warning" if "warning" in (level, fault.severity) else "error") == severity
    return found


def errors(frames: tuple[Frame, ...], weeks: tuple[Week, ...], policy: Policy) -> int:
    """Return how many faults at level error the rules find on the line."""
    line = line_of(frames, weeks)
    return sum(_faults(line, i, policy, "error") for i in range(len(line)))


def order(weeks: tuple[Week, ...]) -> tuple:
    """Return the sequence as numbers: kinds in their order, then lifts in theirs."""
    return tuple((DAY_KINDS.index(kind), LIFT_ORDER.index(lift)) for week in weeks for kind, lift in week)


def cost(frames: tuple[Frame, ...], weeks: tuple[Week, ...], policy: Policy) -> tuple[int, ...]:
    """Return the components of a sequence's cost, in their order."""
    days = [day for week in weeks for day in week]
    # the plan is taken to go on with an ordinary run
    last = frames[-1]
    line = line_of(frames, weeks)
    after = DayRole(line[-1].day + 1, last.number + 1, WEEKDAYS[0], "aerobic", (), last.running, last.strength)
    line = (*line, after)
    pairs = list(pairwise([*days, ("aerobic", None)]))
    apart = bool(policy.params("hard-days-hard")["also"])
    return (
        _missing(frames, weeks, KEY_LIFTS),
        _missing(frames, weeks, SHORT),
        sum(_missed(frame, week) for frame, week in zip(frames, weeks, strict=True)),
        sum(_faults(line, i, policy, "warning") for i in range(len(line))),
        sum(_off_weekend(frame, week) for frame, week in zip(frames, weeks, strict=True)),
        sum(changes(*two) for two in pairwise(zip(frames, weeks, strict=True))),
        sum(lift in KEY_LIFTS and (kind in KEY_RUNS) == apart for kind, lift in days)
        + sum(one[1] not in (None, "primer") and other[0] in KEY_RUNS for one, other in pairs),
        _spread(weeks),
        sum(day == ("long", "maintenance") for day in days),
        sum(_close(days, i, i + away) * (4 - away) ** 2 for away in (1, 2, 3) for i in range(len(days) - away)),
        sum(_off(one) and _off(other) for one, other in pairs),
        sum((1 + (one[1] in KEY_LIFTS)) * (one[0] in KEY_RUNS and not _off(other)) for one, other in pairs),
        sum(_swapped(one, other) for one, other in pairs),
        sum(_shuffled(*two) for two in pairwise(zip(frames, weeks, strict=True))),
    )


def _missing(frames: tuple[Frame, ...], weeks: tuple[Week, ...], kinds: object) -> int:
    asked = sum(ask.most for frame in frames for ask in frame.lifts if ask.kind in kinds)
    return asked - sum(lift in kinds for week in weeks for _, lift in week if lift)


def _missed(frame: Frame, week: Week) -> int:
    return sum(
        (week[w.position][0] not in w.kinds) + ((week[w.position][1] or "none") not in w.lifts) for w in frame.wishes
    )


def _off_weekend(frame: Frame, week: Week) -> int:
    found = 0
    for i, (kind, _) in enumerate(week):
        best_days = ("saturday", "sunday") if len(week) == 7 else (len(week) - 2, len(week) - 1)
        here = frame.weekdays[i] if len(week) == 7 else i
        found += (best_days.index(here) if here in best_days else 2) if kind == "long" else 0
    return found


def _asks(frame: Frame) -> tuple:
    kinds = sorted((ask.kind, ask.count) for ask in frame.kinds if ask.count)
    return kinds, sorted((ask.kind, ask.least, ask.most) for ask in frame.lifts if ask.most)


def changes(before: tuple[Frame, Week], after: tuple[Frame, Week]) -> int:
    """Return the weekdays that change from one week to the next."""
    (one, earlier), (other, later) = before, after
    if len(earlier) != len(later):
        return 0
    if _asks(one) == _asks(other):
        return sum(a != b for a, b in zip(earlier, later, strict=True))
    roles = [lambda day, k=k: day[0] == k for k in ("quality", "long", "race", "rest", "cross")]
    roles += [lambda day: day[1] in KEY_LIFTS, lambda day: day[1] in SHORT]
    return sum(_moved(earlier, later, role) for role in roles)


def _moved(earlier: Week, later: Week, role: object) -> int:
    here, there = ({i for i, day in enumerate(week) if role(day)} for week in (earlier, later))
    return min(len(here), len(there)) - len(here & there)


def _shuffled(before: tuple[Frame, Week], after: tuple[Frame, Week]) -> int:
    (one, earlier), (other, later) = before, after
    if len(earlier) != len(later) or _asks(one) == _asks(other):
        return 0
    return sum(_moved(earlier, later, lambda day, k=k: day[0] == k) for k in ("aerobic", "easy"))


def _spread(weeks: tuple[Week, ...]) -> int:
    """Squares of the gaps; a week without hard days counts its length on both sides."""
    found, ends = 0, []
    for week in weeks:
        hard = [i for i, (kind, lift) in enumerate(week) if kind in KEY_RUNS or lift in KEY_LIFTS]
        head, tail = (hard[0], len(week) - 1 - hard[-1]) if hard else (len(week), len(week))
        found += head**2 + tail**2 + sum((b - a - 1) ** 2 for a, b in pairwise(hard))
        ends.append((head, tail))
    across = sum(2 * before[1] * after[0] for before, after in pairwise(ends))
    return found + across + 2 * ends[0][0] * ends[0][1]


def _close(days: list[Day], i: int, j: int) -> int:
    kinds = (days[i][1], days[j][1])
    return "abbreviated" in kinds and any(lift in KEY_LIFTS for lift in kinds if lift)


def _off(day: Day) -> bool:
    return day[0] in ("rest", "cross")


def _swapped(one: Day, other: Day) -> int:
    after_quality = one[0] == "quality" and one[1] in KEY_LIFTS and other[0] == "cross"
    return after_quality + (one[0] == "long" and other[0] == "rest")
