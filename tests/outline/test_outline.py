"""What each week asks for: counts that add up, races, the days after them, words that fit the week."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.model.definition import Authored
from generator.model.frame import Frame
from generator.outline import outline
from generator.validate import validate
from generator.yaml_tree import Tree

KNOWN = {
    "exercises": frozenset({"back-squat"}),
    "big_lifts": frozenset({"back-squat"}),
    "sources": frozenset[str](),
    "policies": frozenset({"hard-hard"}),
}


def _authored(phases: list[dict[str, Any]], **more: Any) -> Authored:
    value = {
        "title": "A plan",
        "summary": "For a test.",
        "audience": "competitive",
        "units": "km",
        "author": "a test",
        "easy_pace": "6:00 /km",
        "big_lifts": ["back-squat"],
        "phases": phases,
        **more,
    }
    return validate(Tree("plan.yaml", value), "plan", KNOWN)


def _phase(weeks: int, kind: str = "base", strength: str = "base", **running: Any) -> dict[str, Any]:
    run = {"kind": kind, "volume": "40 km", "long": "13 km", "runs": "5", "quality": ["hills"], **running}
    return {
        "id": f"p-{kind}-{strength.replace('_', '-')}",
        "title": "P",
        "weeks": str(weeks),
        "running": run,
        "strength": {"kind": strength},
    }


def _counts(frame: Frame) -> dict[str, int]:
    return {ask.kind: ask.count for ask in frame.kinds if ask.count}


def test_counts_add_up_to_the_week() -> None:
    frames = outline(_authored([_phase(8, cross="1")]))
    assert [sum(_counts(f).values()) for f in frames] == [7] * 8
    assert _counts(frames[0]) == {"quality": 1, "long": 1, "aerobic": 3, "cross": 1, "rest": 1}


def test_lighter_weeks_come_every_fourth() -> None:
    frames = outline(_authored([_phase(8)]))
    assert [f.number for f in frames if f.cutback] == [4, 8]
    assert [f.loading for f in frames] == [1, 2, 3, 3, 4, 5, 6, 6]


def test_base_asks_what_the_table_has() -> None:
    frames = outline(_authored([_phase(8)]))
    assert [f.lifts[0].most for f in frames] == [2, 3, 3, 2, 3, 3, 3, 2]
    assert all(f.lifts[0].least == 2 for f in frames)


RACE = {"distance": "marathon", "week": "8", "day": "saturday"}


def test_race_week_has_no_lift_no_long_run_and_rest_behind_the_race() -> None:
    frame = outline(_authored([_phase(8)], race=RACE))[7]
    assert frame.goal_race == 5
    assert frame.lifts == ()
    assert _counts(frame)["race"] == 1
    assert "long" not in _counts(frame)
    assert [(m.position, m.kinds) for m in frame.musts] == [(6, frozenset({"rest", "cross"}))]


@pytest.mark.parametrize(
    ("distance", "quiet", "short_only"), [("marathon", [9, 10], [11]), ("half marathon", [9], [10]), ("10k", [9], [])]
)
def test_lifts_come_back_slowly_after_the_race(distance: str, quiet: list[int], short_only: list[int]) -> None:
    after = _phase(5, "transition", "base_hold", quality_runs="1")
    after["strength"] |= {"sessions": "1", "abbreviated": "1"}
    frames = outline(_authored([_phase(8), after], race=RACE | {"distance": distance}))
    lifts = {f.number: {ask.kind for ask in f.lifts} for f in frames[8:]}
    assert [n for n, kinds in lifts.items() if not kinds] == quiet
    assert [n for n, kinds in lifts.items() if kinds == {"abbreviated"}] == short_only
    assert [f.number for f in frames[8:] if not f.count("quality")] == quiet


def test_a_word_about_a_run_the_week_does_not_have_is_passed_over() -> None:
    frames = outline(
        _authored([_phase(2, quality=[]), _phase(2, "build")], days={"tuesday": "quality", "saturday": "long"})
    )
    musts = {m.text: m.kinds for m in frames[0].musts}
    assert musts["saturday: long"] == frozenset({"long"})
    assert "aerobic" in musts["tuesday: quality"]


def test_heavy_in_a_base_week_means_its_base_lift() -> None:
    frames = outline(_authored([_phase(2)], days={"saturday": "long + heavy"}))
    assert frames[0].musts[0].lifts == frozenset({"base"})


def test_a_tune_up_on_the_long_runs_day_takes_its_place() -> None:
    tune_ups = [{"distance": "10k", "week": "3", "day": "saturday"}]
    frame = outline(_authored([_phase(6)], days={"saturday": "long"}, tune_ups=tune_ups))[2]
    assert _counts(frame) == {"race": 1, "quality": 1, "aerobic": 3, "rest": 2}
    assert frame.tune_ups == (5,)


def test_every_shipped_plan_adds_up() -> None:
    from generator.load import load_definition
    from generator.project import open_project

    root = Path(__file__).parents[2]
    project = open_project(root)
    for path in sorted((root / "plans").glob("*.yaml")):
        for frame in outline(validate(load_definition(path, root), path.stem, project.known)):
            assert sum(ask.count for ask in frame.kinds) == frame.length, (path.stem, frame.number)


WRITTEN_OUT = {
    "monday": "rest",
    "tuesday": "quality + base",
    "wednesday": "rest",
    "thursday": "aerobic",
    "friday": "aerobic",
    "saturday": "aerobic",
    "sunday": "long + base",
}


@pytest.mark.parametrize("day", ["monday", "wednesday", "saturday", "sunday"])
def test_a_written_out_week_makes_room_for_the_race(day: str) -> None:
    authored = _authored([_phase(8)], microcycle=WRITTEN_OUT, race=RACE | {"day": day})
    frame = outline(authored)[7]
    assert sum(_counts(frame).values()) == 7
    behind = 6 - (frame.goal_race or 0)
    assert _counts(frame).get("rest", 0) >= behind


@pytest.mark.parametrize("day", ["monday", "tuesday", "thursday", "sunday"])
@pytest.mark.parametrize("runs", ["1", "3", "6"])
def test_race_weeks_add_up_whatever_is_asked(day: str, runs: str) -> None:
    phase = _phase(8, runs=runs, cross="1", quality=["hills"] if runs != "1" else [])
    for races in ({"race": RACE | {"day": day}}, {"tune_ups": [RACE | {"day": day}]}):
        for frame in outline(_authored([phase], **races)):
            assert sum(_counts(frame).values()) == 7
            assert all(ask.count >= 0 for ask in frame.kinds)


@pytest.mark.parametrize(("distance", "runless"), [("marathon", 3), ("half marathon", 2), ("10k", 1)])
def test_a_race_early_in_its_week_is_followed_by_rest_then_easy_runs(distance: str, runless: int) -> None:
    phase = _phase(8, quality_runs="1")
    frame = outline(_authored([phase], race=RACE | {"day": "monday", "distance": distance}))[7]
    kinds = {must.position: must.kinds for must in frame.musts}
    assert [p for p, allowed in kinds.items() if allowed == {"rest", "cross"}] == list(range(1, 1 + runless))
    assert all(not allowed & {"quality", "long"} for allowed in kinds.values())
    assert _counts(frame).get("quality", 0) == 0
    assert sum(_counts(frame).values()) == 7
