"""The rules over days a second time, from the words of the domain reference (1.1, 1.2, 1.4) and the contract's table.

Nothing of ``generator.rules`` is used, nor what it reads a plan through: days are looked at as they stand in the plan,
all pairs of them, with no cleverness. A finding is the rule's slug, the week's number, the day (None for a week's own)
and the severity.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from generator.model.plan import Day, Lift, Plan, Week

Found = tuple[str, int, int | None, str]

K = ("quality", "long", "race")  # the key runs
KEY_LIFTS = ("base", "heavy", "maintenance")
BIG = ("knee-dominant", "hip-dominant", "thrust")

#: The contract's levels of the rules that are compared.
LEVELS = {
    "hard-days-hard": "error",
    "two-recovery-days": "error",
    "no-lift-on-easy-days": "error",
    "lift-after-run": "error",
    "no-key-run-after-heavy": "error",
    "rest-after-heavy": "warning",
    "lift-spacing": "error",
    "third-key-lift": "error",
    "heavy-clear-of-race": "error",
    "hosts": "error",
    "strength-every-week": "warning",
    "base-dose": "error",
    "maintenance-when-intense": "error",
    "long-run-then-light": "warning",
    "cornerstone-lift": "error",
    "abbreviated-content": "error",
}


@dataclass(frozen=True)
class Wanted:
    """What a policy may set. As it stands, it is what the domain reference says."""

    levels: dict[str, str] = field(default_factory=dict)
    recovery_days: int = 2
    days_between_lifts: int = 1
    days_before_goal: int = 7
    days_before_tune_up: int = 2
    most_lifts: int = 3
    most_lifts_otherwise: int = 2
    most_combined: int = 2
    three_in: tuple[str, ...] = ("base", "off-season")
    aerobic_in: tuple[str, ...] = ("base", "off-season")
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ("easy", "rest", "race")
    on_aerobic_cross: tuple[str, ...] = ("abbreviated",)
    bars_key_run: tuple[str, ...] = ("heavy",)


def findings(plan: Plan, wanted: Wanted = Wanted()) -> set[Found]:
    """Return what the day rules find in a plan."""
    told = set()
    for rule, week, day, lighter in _broken(plan, wanted):
        level = wanted.levels.get(rule, LEVELS[rule])
        if level != "off":
            told.add((rule, week, day, "warning" if lighter or level == "warning" else "error"))
    return told


def _broken(plan: Plan, wanted: Wanted) -> Iterator[tuple[str, int, int | None, bool]]:
    """Yield rule, week, day, and whether it is a warning whatever the rule's level."""
    dated = [(week, day) for week in plan.weeks for day in week.days]
    for week, day in dated:
        for rule, lighter in _of_day(week, day, wanted):
            yield rule, week.number, day.day, lighter
    for (_, before), (week, day) in pairwise(dated):
        yesterday = [lift.kind for lift in before.lifts]
        if day.kind in K and any(kind in wanted.bars_key_run for kind in yesterday):  # S6, hard part
            yield "no-key-run-after-heavy", week.number, day.day, False
        if day.kind in ("easy", "aerobic") and "heavy" in yesterday:  # S6, default part
            yield "rest-after-heavy", week.number, day.day, False
    for (_, one), (week, other) in combinations(dated, 2):
        between = other.day - one.day - 1
        if _combined(one) and _combined(other) and between < wanted.recovery_days:  # S2
            yield "two-recovery-days", week.number, other.day, False
        if _key(one) and _key(other) and between < wanted.days_between_lifts:  # S2b
            yield "lift-spacing", week.number, other.day, False
    for week, day in dated:
        for _, race in dated:
            if race.kind == "race" and "heavy" in [lift.kind for lift in day.lifts] and day.day <= race.day:
                goal = plan.race is not None and plan.race.day == race.day
                if race.day - day.day < (wanted.days_before_goal if goal else wanted.days_before_tune_up):
                    yield "heavy-clear-of-race", week.number, day.day, False
    for week in plan.weeks:
        for rule, found in _of_week(plan, week, wanted):
            yield rule, week.number, found, False


def _key(day: Day) -> list[Lift]:
    return [lift for lift in day.lifts if lift.kind in KEY_LIFTS]


def _combined(day: Day) -> bool:
    return day.kind in K and bool(_key(day))


def _of_day(week: Week, day: Day, wanted: Wanted) -> Iterator[tuple[str, bool]]:
    kinds = [lift.kind for lift in day.lifts]
    for kind in kinds:  # S1, T3
        good = [*wanted.also, "quality", "long"]
        if kind == "base" or (kind == "heavy" and week.running in wanted.aerobic_in):
            good.append("aerobic")
        if kind in KEY_LIFTS and day.kind not in good:
            yield "hard-days-hard", False
    if len(kinds) > 1:
        yield "lift-spacing", False
    if kinds:
        yield from _free_of_lifts(day, kinds, wanted)
    others = [session.order for session in (*day.runs, *day.crosses)]
    if any(lift.order < order for lift in day.lifts for order in others):  # S4
        yield "lift-after-run", False
    yield from _content(week, day)


def _free_of_lifts(day: Day, kinds: list[str], wanted: Wanted) -> Iterator[tuple[str, bool]]:
    """S3 and T1: which days stay free of lifting, and aerobic runs that are easy ones."""
    if day.kind in wanted.never:
        yield "no-lift-on-easy-days", False
    elif day.kind == "cross":
        meant_as_work = any(cross.kind == "aerobic" for cross in day.crosses)
        if not meant_as_work or any(kind not in wanted.on_aerobic_cross for kind in kinds):
            yield "no-lift-on-easy-days", False
    elif day.kind == "aerobic":
        for run in day.runs:
            short = run.duration_s is not None and run.duration_s < 35 * 60
            if run.kind == "aerobic" and (short or run.rpe[0] < 3):
                yield "no-lift-on-easy-days", True


def _content(week: Week, day: Day) -> Iterator[tuple[str, bool]]:
    """S7, A12, M4, T6: what lifts hold, and what comes after a very long run."""
    intense = week.running in ("specific", "taper", "race")
    very_long = any(
        run.kind == "long" and ((run.distance_m or 0) >= 28968 or (run.duration_s or 0) >= 150 * 60) for run in day.runs
    )
    for lift in day.lifts:
        sets = max(dose.sets for dose in lift.exercises)
        big = [dose for dose in lift.exercises if dose.slot in BIG and not dose.per_side]
        if lift.kind == "abbreviated" and any(dose.slot in BIG for dose in lift.exercises):
            yield "abbreviated-content", False
        if lift.kind in KEY_LIFTS and not big:
            yield "cornerstone-lift", False
        if intense and (lift.kind == "heavy" or (lift.kind in KEY_LIFTS and sets > 2)):
            yield "maintenance-when-intense", False
        deadlift = any(dose.slot == "hip-dominant" for dose in lift.exercises)
        if very_long and (lift.kind == "heavy" or (lift.kind == "maintenance" and (sets > 2 or deadlift))):
            yield "long-run-then-light", False


def _of_week(plan: Plan, week: Week, wanted: Wanted) -> Iterator[tuple[str, int | None]]:
    lifts = [lift for day in week.days for lift in day.lifts]
    keys = combined = 0
    calm = week.running in wanted.three_in
    for day in week.days:  # T3
        keys += len(_key(day))
        combined += _combined(day)
        most = wanted.most_lifts if calm else wanted.most_lifts_otherwise
        crowded = keys > wanted.most_lifts_otherwise and combined > wanted.most_combined
        if _key(day) and (keys > most or crowded):
            yield "third-key-lift", day.day
    aerobic = [any(cross.kind == "aerobic" for cross in day.crosses) for day in week.days]
    hosts = [
        day for day, work in zip(week.days, aerobic, strict=True)
        if day.kind in ("quality", "long", "aerobic") or (day.kind == "cross" and work)
    ]  # fmt: skip
    if len(lifts) > len(hosts):  # T5
        yield "hosts", None
    raced = plan.race is not None and plan.race.week == week.number
    if not lifts and week.strength != "base" and week.running not in ("race", "transition") and not raced:  # A03
        yield "strength-every-week", None
    if week.strength == "base" and not 2 <= sum(lift.kind != "primer" for lift in lifts) <= 3:  # A09
        yield "base-dose", None
    if week.running in ("specific", "taper", "race") and sum(lift.kind in KEY_LIFTS for lift in lifts) > 2:  # M4
        yield "maintenance-when-intense", None
