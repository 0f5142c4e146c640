"""The date line: a plan as one unbroken row of days, so that rules see across the seam between weeks."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.plan import Day, Plan, Week
from generator.model.vocabulary import (
    KEY_LIFTS,
    KEY_RUNS,
    CrossRole,
    DayKind,
    LiftKind,
    RunningPhase,
    StrengthPhase,
    Weekday,
)


@frozen
class DayRole:
    """What a day carries, without dose or distance: all that rules over days and roles may know.

    ``day`` is absolute. ``lifts`` is empty or has one lift; a second is itself a fault. ``lift_after_run`` is False
    when a lift precedes a run of its day. ``light_run`` is True when the day's aerobic run is too short or too easy
    to deserve the name (under 35 min or RPE under 3).
    """

    day: int
    week: int
    weekday: Weekday
    kind: DayKind
    lifts: tuple[LiftKind, ...]
    running: RunningPhase
    strength: StrengthPhase
    cross_role: CrossRole = "recovery"
    goal_race: bool = False
    tune_up: bool = False
    lift_after_run: bool = True
    light_run: bool = False

    @property
    def key_run(self) -> bool:
        """True for quality, long and race days."""
        return self.kind in KEY_RUNS

    @property
    def key_lift(self) -> bool:
        """True if the day carries a base, heavy or maintenance lift."""
        return not KEY_LIFTS.isdisjoint(self.lifts)

    @property
    def key_lifts(self) -> int:
        """How many key lifts the day carries: one, if the plan keeps the rules."""
        return sum(lift in KEY_LIFTS for lift in self.lifts)

    @property
    def combined(self) -> bool:
        """True if a key run and a key lift share the day."""
        return self.key_run and self.key_lift

    @property
    def heavy(self) -> bool:
        """True if the day carries a heavy lift."""
        return "heavy" in self.lifts


Line = tuple[DayRole, ...]

SHORTEST_AEROBIC_S = 35 * 60  # coaching convention, domain reference 1.1
EASIEST_AEROBIC_RPE = 3


def date_line(plan: Plan) -> Line:
    """Return the plan's days as roles, in order."""
    return tuple(role_of(plan, week, day) for week in plan.weeks for day in week.days)


def role_of(plan: Plan, week: Week, day: Day) -> DayRole:
    """Return one day's role."""
    last_run = max((*(r.order for r in day.runs), *(c.order for c in day.crosses)), default=0)
    goal = day.kind == "race" and plan.race is not None and plan.race.day == day.day
    return DayRole(
        day=day.day,
        week=week.number,
        weekday=day.weekday,
        kind=day.kind,
        lifts=tuple(lift.kind for lift in day.lifts),
        running=week.running,
        strength=week.strength,
        cross_role="aerobic" if any(c.kind == "aerobic" for c in day.crosses) else "recovery",
        goal_race=goal,
        tune_up=day.kind == "race" and not goal,
        lift_after_run=all(lift.order > last_run for lift in day.lifts),
        light_run=day.kind == "aerobic" and any(_is_light(day, i) for i in range(len(day.runs))),
    )


def _is_light(day: Day, index: int) -> bool:
    run = day.runs[index]
    if run.kind != "aerobic":
        return False
    short = run.duration_s is not None and run.duration_s < SHORTEST_AEROBIC_S
    return short or run.rpe[0] < EASIEST_AEROBIC_RPE


_KIND_LETTERS: dict[DayKind, str] = {
    "quality": "q",
    "long": "l",
    "race": "r",
    "aerobic": "a",
    "easy": "e",
    "cross": "c",
    "rest": "-",
}


def role_signature(week: Week) -> str:
    """Return what each day carries in a few letters, ``a,qh,-,aa,a,lm,c``: the same for weeks of the same roles."""
    return ",".join(_KIND_LETTERS[day.kind] + "".join(lift.kind[0] for lift in day.lifts) for day in week.days)
