"""Random frames, small enough for brute force: weeks of five to nine days, races, fixed days, wishes, odd policies."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from schedule_frames import frame

from generator.model.frame import Frame
from generator.model.plan import Override

KINDS = ("quality", "long", "aerobic", "easy", "cross", "rest")
RUNS = ("quality", "long", "aerobic", "easy")
AFTER = ("", "", "", " + lift", " + short", " + no lift")
LIFTS = (
    {"heavy": (1, 2), "abbreviated": (0, 1)}, {"heavy": (2, 2)}, {"base": (2, 3)}, {"base": (1, 2)}, {},
    {"maintenance": (1, 1), "abbreviated": (1, 1)}, {"maintenance": (0, 2)}, {"heavy": (1, 3)}, {"abbreviated": (1, 2)},
    {"base": (2, 2), "abbreviated": (0, 1)}, {"heavy": (2, 2), "abbreviated": (1, 1)}, {"primer": (0, 1)},
)  # fmt: skip
PHASES = (("base", "base"), ("off-season", "heavy"), ("build", "heavy"), ("specific", "maintenance"))
BECAUSE = "a test"
OVERRIDES = (
    Override("two-recovery-days", "days", 3), Override("two-recovery-days", "days", 1, BECAUSE),
    Override("two-recovery-days", "days", 5), Override("lift-spacing", "days", 2),
    Override("rest-after-heavy", "level", "error"), Override("rest-after-heavy", "level", "off", BECAUSE),
    Override("hard-days-hard", "also", ("aerobic", "easy"), BECAUSE), Override("heavy-clear-of-race", "goal_days", 12),
    Override("no-lift-on-easy-days", "never", ("rest", "race"), BECAUSE),
    Override("hard-days-hard", "level", "warning", BECAUSE), Override("third-key-lift", "combined", 3, BECAUSE),
    Override("lift-spacing", "level", "off", BECAUSE),
)  # fmt: skip


@st.composite
def kinds(draw: Any, length: int) -> dict[str, int]:
    """Draw how many days of each kind a week of that length has, few of them quiet runs."""
    counts = dict.fromkeys(KINDS, 0)
    for _ in range(length):
        counts[draw(st.sampled_from(("quality", "long", "aerobic", "aerobic", "easy", "cross", "rest", "rest")))] += 1
    return {kind: count for kind, count in counts.items() if count}


@st.composite
def lifts(draw: Any) -> dict[str, tuple[int, int]]:
    """Draw what lifts a week asks for, mostly as wishes that may be left out."""
    asked = draw(st.sampled_from(LIFTS))
    return {kind: (least if draw(st.integers(0, 3)) == 0 else 0, most) for kind, (least, most) in asked.items()}


@st.composite
def words(draw: Any, kind: str) -> str:
    """Draw a word about a day that could be of this kind; now and then one about another."""
    kind = kind if draw(st.integers(0, 14)) else draw(st.sampled_from(KINDS))
    said = draw(st.sampled_from((kind, kind, kind, f"{kind} or rest", "run" if kind in RUNS else "no run")))
    return said + (draw(st.sampled_from(AFTER)) if kind in RUNS[:2] else "")


@st.composite
def week(draw: Any, number: int, first_day: int, base: dict[str, int], free: int) -> Frame:
    """Draw a week: mostly the plan's usual counts, sometimes others, sometimes a race; all but ``free`` days fixed."""
    length = sum(base.values())
    counts = dict(base) if draw(st.integers(0, 3)) else draw(kinds(length))
    days = draw(st.permutations([kind for kind, count in counts.items() for _ in range(count)]))
    races: dict[str, int] = {}
    if draw(st.integers(0, 4)) == 0:
        races[draw(st.sampled_from(("goal_race", "tune_up")))] = race = draw(st.integers(0, length - 1))
        days[race] = "race"
    said = {str(p): draw(words(days[p])) for p in draw(st.permutations(range(length))) if p not in races.values()}
    fixed = dict(list(said.items())[free:])
    running, strength = draw(st.sampled_from(PHASES))
    return frame(
        number,
        {kind: days.count(kind) for kind in (*KINDS, "race") if kind in days},
        draw(lifts()),
        fixed,
        dict(list(said.items())[: min(free, 2)]),
        running=running,
        strength=strength,
        cross_role=draw(st.sampled_from(("recovery", "aerobic"))),
        first_day=first_day,
        **races,
    )


@st.composite
def plans(draw: Any, most_weeks: int) -> tuple[tuple[Frame, ...], tuple[Override, ...]]:
    """Draw some weeks and what a policy changes. The more weeks there are, the fewer days are free."""
    length = draw(st.sampled_from((5, 5, 6, 6, 7, 7, 7, 8, 9)))
    number = draw(st.integers(min(2, most_weeks), most_weeks))
    base = draw(kinds(length))
    found: list[Frame] = []
    first_day = 0
    for i in range(number):
        here = base if draw(st.integers(0, 5)) else draw(kinds(draw(st.sampled_from((5, 6, 7)))))
        free = draw(st.integers(2, 3 if number == 3 else 4)) if number > 1 else draw(st.integers(3, 6))
        found.append(draw(week(i + 1, first_day, here, free)))
        first_day += sum(here.values())
    overrides = draw(st.lists(st.sampled_from(OVERRIDES), max_size=2, unique_by=lambda o: (o.rule, o.parameter)))
    return tuple(found), tuple(overrides)


@st.composite
def races_after_short_weeks(draw: Any) -> tuple[tuple[Frame, ...], tuple[Override, ...]]:
    """Draw three weeks of five days with heavy lifts and a race early in the last: its rule sees two weeks back."""
    counts = {"quality": 1, "long": 1, "rest": 3}
    heavy = {"heavy": (draw(st.integers(0, 1)), 2)}
    weeks = [frame(n, counts, heavy, {str(draw(st.integers(0, 3))): "rest"}) for n in (1, 2)]
    position = draw(st.integers(0, 2))
    quiet = {str(p): "easy" for p in range(5) if p != position}
    race = frame(3, {"race": 1, "easy": 4}, {}, quiet, goal_race=position)
    days = Override("heavy-clear-of-race", "goal_days", draw(st.sampled_from((7, 8, 9, 11))))
    return (*weeks, race), (days, *draw(st.sampled_from(((), (Override("two-recovery-days", "days", 6),)))))
