"""What the definition language can say: every file of ``tests/cases/valid`` shows a feature and has no fault."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from definition.reading import CASES, ROOT, faults, read

from generator.model.asking import day_counts, day_position
from generator.model.definition import Authored
from generator.model.plan import Repeat, Step
from generator.model.units import Duration

FILES = sorted((CASES / "valid").glob("*.yaml"))
SHIPPED = sorted((ROOT / "plans").glob("*.yaml"))


def case(name: str) -> Authored:
    return read(CASES / "valid" / f"{name}.yaml")


@pytest.mark.parametrize("path", [*FILES, *SHIPPED], ids=lambda path: path.stem)
def test_nothing_is_wrong(path: Path) -> None:
    assert not faults(path), "\n".join(map(str, faults(path)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_saved_on_windows_it_means_the_same(path: Path, tmp_path: Path) -> None:
    """A byte-order mark and CRLF change neither a value nor a place."""
    saved = tmp_path / path.name
    saved.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(saved) == read(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_value_has_its_place(path: Path) -> None:
    """The place of a plain text value is where its first letter stands in its file."""
    authored = read(path)
    title = authored.definition.title.split()[-1]
    line = path.read_text(encoding="utf-8").splitlines()[authored.place("title").line - 1]
    assert line.startswith("title: ")
    assert line.rstrip("'\"").endswith(title)


def test_rolling_has_one_block() -> None:
    authored = case("rolling")
    assert authored.block_key == "rolling"
    assert [block.id for block in authored.definition.blocks] == ["all-year"]
    assert authored.block_keys(0) == ("rolling",)


def test_stages_have_steps_by_time_and_by_distance() -> None:
    first, second = case("stages-with-run-and-walk").definition.blocks
    assert first.running.workout is not None
    assert first.running.workout.steps == (
        Step("walk", duration_s=300),
        Repeat(6, (Step("work", duration_s=60), Step("walk", duration_s=120))),
        Step("walk", duration_s=300),
    )
    assert second.running.workout is not None
    assert second.running.workout.steps[-1] == Step("walk", distance_m=805)
    assert first.leave_when == ("three runs without pain", "no limp")


def test_nine_days_are_numbered() -> None:
    authored = case("nine-days")
    assert [day_position(name, authored) for name in ("day 1", "Day 9", "day 10", "monday")] == [0, 8, None, None]
    assert sum(day_counts(authored, authored.definition.blocks[0]).values()) == 9


def test_a_written_out_week_counts_its_own_days() -> None:
    authored = case("written-out-week")
    counts = day_counts(authored, authored.definition.blocks[0])
    assert counts == {"aerobic": 3, "quality": 1, "rest": 1, "long": 1, "cross": 1}


def test_weeks_that_start_on_sunday() -> None:
    authored = case("miles-and-sundays")
    assert [day_position(name, authored) for name in ("sunday", "tue", "SATURDAY")] == [0, 2, 6]
    assert authored.definition.blocks[0].running.cross_time == Duration(3000)
    assert authored.definition.blocks[0].running.long.start.metres == 10461


def test_words_mean_the_same_however_they_are_written() -> None:
    authored = case("ways-of-writing")
    running = authored.definition.blocks[0].running
    assert authored.definition.title == "The runner's plan"
    assert authored.definition.blocks[0].purpose == "Learn the lifts.\nNothing more."
    assert (running.volume.start.metres, running.volume.end.metres) == (30_000, 36_000)
    assert (running.long.start.metres, running.long.end.metres) == (10_500, 12_000)
    assert authored.definition.days["Sat"].kinds == {"long"}


def test_what_extends_a_policy_is_what_names_it(tmp_path: Path) -> None:
    path = CASES / "valid" / "extends-a-policy.yaml"
    named = tmp_path / path.name
    named.write_text(path.read_text().replace("extends: low-frequency", "policy: low-frequency"))
    assert read(named).definition == read(path).definition
    assert case("extends-a-policy").place("policy").line == 3


def test_what_extends_a_plan_keeps_the_rest_of_it() -> None:
    child, parent = case("extends-a-plan").definition, read(ROOT / "plans" / "time-crunched.yaml").definition
    changed = {f.name for f in dataclasses.fields(child) if getattr(child, f.name) != getattr(parent, f.name)}
    assert changed == {"title", "summary", "big_lifts", "entry", "order"}
    assert child.big_lifts == ("goblet-squat", "kettlebell-deadlift")
    assert child.entry.needs == ("a kettlebell",)
