"""Frames for the scheduler's tests, written the way an author thinks: counts, lifts, and words about days."""

from __future__ import annotations

from generator.model.day_wish import DayWish
from generator.model.finding import Place
from generator.model.frame import Clash, Frame, KindAsk, LiftAsk, Must, PlacedWeek, Wish
from generator.model.vocabulary import WEEKDAYS
from generator.rules import resolve
from generator.schedule import schedule

DAYS = {"quality": 1, "long": 1, "aerobic": 3, "rest": 1, "cross": 1}
HEAVY = {"heavy": (2, 2), "abbreviated": (1, 1)}


def frame(
    number: int = 1,
    kinds: dict[str, int] | None = None,
    lifts: dict[str, tuple[int, int]] | None = None,
    days: dict[str, str] | None = None,
    wishes: dict[str, str] | None = None,
    *,
    running: str = "build",
    strength: str = "heavy",
    cross_role: str = "recovery",
    goal_race: int | None = None,
    tune_up: int | None = None,
    first_day: int | None = None,
) -> Frame:
    """Build a frame; ``days`` are fixed, keys are weekdays or, in weeks of other lengths than seven, positions."""
    kinds = DAYS if kinds is None else kinds
    length = sum(kinds.values())
    first_day = (number - 1) * length if first_day is None else first_day
    weekdays = tuple(WEEKDAYS[(first_day + i) % 7] for i in range(length))
    lifts = HEAVY if lifts is None else lifts
    return Frame(
        number=number,
        first_day=first_day,
        weekdays=weekdays,
        phase="phase",
        week_in_phase=number,
        weeks_in_phase=number,
        loading=number,
        cutback=False,
        running=running,
        strength=strength,
        kinds=tuple(KindAsk(k, n, f"{n} {k}", Place("p.yaml", 10 + i, 1)) for i, (k, n) in enumerate(kinds.items())),
        lifts=tuple(
            LiftAsk(k, least, most, f"{least}-{most} {k}", Place("p.yaml", 20 + i, 1))
            for i, (k, (least, most)) in enumerate(lifts.items())
        ),
        musts=said(Must, weekdays, days or {}, 30),
        wishes=said(Wish, weekdays, wishes or {}, 40),
        cross_role=cross_role,
        goal_race=goal_race,
        tune_ups=() if tune_up is None else (tune_up,),
    )


def said(made: type, weekdays: tuple[str, ...], words: dict[str, str], line: int) -> tuple:
    """Turn words about days into musts or wishes, one line each."""
    found = []
    for i, (day, text) in enumerate(words.items()):
        position = int(day) if day.isdigit() else weekdays.index(day)
        wish = DayWish.parse(text)
        found.append(made(position, wish.kinds, wish.lifts, f"{day}: {text}", Place("p.yaml", line + i, 1)))
    return tuple(found)


def weeks_of(*frames: Frame, overrides: tuple = ()) -> tuple[PlacedWeek, ...]:
    """Schedule frames that can be scheduled."""
    result = schedule(frames, resolve(overrides))
    assert all(isinstance(week, PlacedWeek) for week in result), result
    return result


def clash_of(*frames: Frame, overrides: tuple = ()) -> Clash:
    """Schedule frames that can't be scheduled, for one clash."""
    result = schedule(frames, resolve(overrides))
    assert len(result) == 1, result
    assert isinstance(result[0], Clash), result
    return result[0]


def shown(week: PlacedWeek) -> str:
    """Write a week in a line: ``Mo aerobic | Tu quality+heavy | …``."""
    days = zip(week.frame.weekdays, week.days, strict=True)
    return " | ".join(f"{name[:2].capitalize()} {d.kind}{f'+{d.lift}' if d.lift else ''}" for name, d in days)
