"""Random weeks, good and bad alike: whatever runs, rest, lifts, double days and races can stand in a plan."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

from day_rules_brute import Wanted

from generator.model.plan import (
    Cross,
    Day,
    Lift,
    Override,
    Phase,
    Plan,
    Prescription,
    Race,
    Reason,
    Run,
    Session,
    Week,
)
from generator.model.vocabulary import DAY_KINDS, weekday_of

WHY = (Reason("wish", "Drawn."),)
BECAUSE = "drawn"
RUNNING = ("off-season", "base", "build", "specific", "taper", "race", "transition")
STRENGTH = ("base", "base_hold", "heavy", "power", "maintenance", "taper", "off")
LIFTS = ("base", "heavy", "maintenance", "abbreviated", "primer")
RUNS = ("quality", "long", "race", "aerobic", "easy")
#: How easy each kind of run is: a day is called by its hardest.
ORDER = {"race": 0, "long": 1, "quality": 2, "aerobic": 3, "easy": 4}
#: Kinds of day that a week is drawn from: an ordinary one, a hard one, a quiet one, and one with races.
MIXES = (
    ("quality", "long", "aerobic", "aerobic", "easy", "cross", "rest"),
    ("quality", "quality", "long", "long", "aerobic", "rest"),
    ("aerobic", "easy", "easy", "cross", "rest", "rest", "long"),
    ("quality", "long", "race", "aerobic", "easy", "cross", "rest", "rest"),
)
SLOTS = ("knee-dominant", "hip-dominant", "thrust", "single-leg-knee", "trunk")


@cache
def _lift(order: int, kind: str, sets: int, slots: tuple[str, ...]) -> Lift:
    doses = tuple(Prescription(f"the-{slot}", slot, sets, 8, 4, None, 120, False) for slot in slots)
    return Lift(order, kind, doses, WHY)


@cache
def _run(order: int, kind: str, metres: int | None, seconds: int | None, rpe: int) -> Run:
    return Run(order, kind, metres, seconds, (rpe, rpe + 1), (), WHY)


@cache
def _cross(order: int, kind: str) -> Cross:
    return Cross(order, kind, 2400, (2, 3), WHY)


def plan(draw: random.Random) -> tuple[Plan, Wanted]:
    """Draw two weeks (one or three now and then) and what a policy changes, if anything."""
    overrides, wanted = _policy(draw) if draw.random() < 0.4 else ((), Wanted())
    weeks: list[Week] = []
    phases: list[Phase] = []
    starts = draw.choice(("monday", "sunday", "saturday"))
    first = 0
    lifting = draw.choice((0.15, 0.3, 0.5, 0.8))
    for number in range(1, draw.choice((1, 2, 2, 2, 2, 3)) + 1):
        length = 7 if draw.random() < 0.8 else draw.randint(4, 9)
        running, strength = draw.choice(RUNNING), draw.choice(STRENGTH)
        mix = draw.choice(MIXES)
        days = tuple(
            _day(draw, first + i, weekday_of(first + i, starts), draw.choice(mix), lifting) for i in range(length)
        )
        metres = sum(run.distance_m or 0 for day in days for run in day.runs)
        weeks.append(Week(number, f"p{number}", False, metres, running, strength, days))
        phases.append(Phase(f"p{number}", f"P{number}", number, number, running, strength))
        first += length
    goal, tune_ups = _races(draw, weeks)
    ours = Plan(
        "drawn", "Drawn", "km", starts, None, goal, True, True, True, tuple(phases), tuple(weeks), (),
        tune_ups=tune_ups, overrides=overrides,
    )  # fmt: skip
    return ours, wanted


def _races(draw: random.Random, weeks: list[Week]) -> tuple[Race | None, tuple[Race, ...]]:
    """Every race day is the goal race or a tune-up; the goal is any of them, or none."""
    races = [Race(10000, week.number, day.day) for week in weeks for day in week.days if day.kind == "race"]
    goal = draw.choice((*races, None)) if races else None
    return goal, tuple(race for race in races if race is not goal)


def _day(draw: random.Random, number: int, weekday: str, kind: str, lifting: float) -> Day:
    runs = [kind] if kind in RUNS else []
    if runs and draw.random() < 0.12:
        runs.append(draw.choice(("easy", "aerobic")))
        draw.shuffle(runs)
        kind = min(runs, key=lambda run: ORDER[run])
    crosses = [draw.choice(("recovery", "aerobic"))] if kind == "cross" or (runs and draw.random() < 0.05) else []
    if kind == "cross" and draw.random() < 0.1:
        crosses.append(draw.choice(("recovery", "aerobic")))
    lifts = []
    if draw.random() < lifting * (1 if kind in ("quality", "long", "aerobic") else 0.35):
        lifts = draw.choices(LIFTS, (3, 5, 3, 3, 1), k=2 if draw.random() < 0.06 else 1)
    parts: list[tuple[str, str]] = [
        *(("run", run) for run in runs), *(("cross", cross) for cross in crosses), *(("lift", lift) for lift in lifts)
    ]  # fmt: skip
    if draw.random() < 0.08:
        draw.shuffle(parts)
    sessions = tuple(_session(draw, order, sport, what) for order, (sport, what) in enumerate(parts, 1))
    return Day(number, weekday, None, kind, sessions)


def _session(draw: random.Random, order: int, sport: str, kind: str) -> Session:
    if sport == "lift":
        slots = draw.choice((SLOTS[:1], SLOTS[:2], SLOTS[1:2], SLOTS[2:4], SLOTS[3:], SLOTS[3:], SLOTS[4:]))
        return _lift(order, kind, draw.randint(1, 4), slots)
    if sport == "cross":
        return _cross(order, kind)
    minutes = draw.choice((34, 35, 36, 50, None)) if kind == "aerobic" else draw.choice((40, 149, 150, None))
    far = {"long": (16, 28, 29, 30, 33), "easy": (5, 7)}.get(kind, (8, 10, 12))
    metres = draw.choice(far) * 1000 if minutes is None or draw.random() < 0.7 else None
    return _run(order, kind, metres, minutes and minutes * 60, draw.choice((2, 3, 3, 4)))


def _policy(draw: random.Random) -> tuple[tuple[Override, ...], Wanted]:
    """Draw one to three overrides, each with its reason, and the same for the second implementation."""
    kinds, lifts = tuple(DAY_KINDS), LIFTS
    numbers = {
        ("two-recovery-days", "days"): ("recovery_days", 0, 5), ("lift-spacing", "days"): ("days_between_lifts", 0, 3),
        ("heavy-clear-of-race", "goal_days"): ("days_before_goal", 0, 14),
        ("heavy-clear-of-race", "tune_up_days"): ("days_before_tune_up", 0, 9),
        ("third-key-lift", "most"): ("most_lifts", 1, 4),
        ("third-key-lift", "otherwise"): ("most_lifts_otherwise", 1, 4),
        ("third-key-lift", "combined"): ("most_combined", 0, 3),
    }  # fmt: skip
    names = {
        ("third-key-lift", "in_phases"): ("three_in", RUNNING),
        ("hard-days-hard", "aerobic_in"): ("aerobic_in", RUNNING),
        ("hard-days-hard", "also"): ("also", kinds), ("no-lift-on-easy-days", "never"): ("never", kinds),
        ("no-lift-on-easy-days", "on_aerobic_cross"): ("on_aerobic_cross", lifts),
        ("no-key-run-after-heavy", "lifts"): ("bars_key_run", lifts),
    }  # fmt: skip
    overrides: list[Override] = []
    changed: dict[str, Any] = {}
    for rule, parameter in draw.sample([*numbers, *names], draw.randint(0, 2)):
        if (rule, parameter) in numbers:
            name, least, most = numbers[rule, parameter]
            changed[name] = draw.randint(least, most)
        else:
            name, choices = names[rule, parameter]
            changed[name] = tuple(draw.sample(choices, draw.randint(0, len(choices) - 1)))
        overrides.append(Override(rule, parameter, changed[name], BECAUSE))
    levels = {}
    if draw.random() < 0.5:
        rule = draw.choice(("rest-after-heavy", "two-recovery-days", "no-lift-on-easy-days", "lift-spacing", "hosts"))
        levels[rule] = draw.choice(("off", "warning", "error"))
        overrides.append(Override(rule, "level", levels[rule], BECAUSE))
    return tuple(overrides), Wanted(levels=levels, **changed)
