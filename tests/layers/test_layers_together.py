"""Several layers on one plan, layers that contradict each other, and a layer file beside a plan that stays as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from layers.layered import ROOT, base, doses, new_errors, over, refused, told, week

from generator.pipeline import expand
from generator.plan_json.read import read_plan
from generator.plan_json.write import write_plan
from generator.project import open_project

LAYER_FILE = """\
title: Sam's marathon
extends: marathon-competitive
layers:
  - no_gym: week 9
    because: the hotel has no gym
  - travel: week 11
    days: [tuesday, thursday, saturday]
    because: a conference
  - ill: week 14 tuesday - week 15 friday
    because: flu
"""


def test_several_layers_combine() -> None:
    laid = over(
        "marathon-competitive",
        "no_gym: week 9, because: hotel",
        "travel: week 11, days: [tuesday, thursday, saturday], because: conference",
        "ill: week 14 tuesday - week 15 friday, because: flu",
    )
    assert not new_errors(laid)
    said = {week(laid, n).changes[0].layer for n in (9, 11, 14)}
    assert said == {"No gym in week 9", "Travel in week 11", "Ill in weeks 14 to 15"}
    assert {change.because for change in week(laid, 11).changes} == {"conference"}


def test_two_layers_of_one_week_are_told_together() -> None:
    laid = over("article-week", "no_gym: week 11, because: hotel", "travel: week 11, runs: 3, because: conference")
    change = week(laid, 11).changes[0]
    assert (change.layer, change.because) == ("No gym in week 11; Travel in week 11", "hotel; conference")


def test_a_week_changed_by_what_came_before_names_the_layer_before() -> None:
    laid = over("article-week", "no_gym: week 10, because: hotel", "no_gym: week 14, because: the gym is closed")
    assert {change.because for change in week(laid, 11).changes} == {"hotel"}
    assert {change.because for change in week(laid, 15).changes} == {"the gym is closed"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ill: week 9 monday - friday, because: flu", "travel: week 9, runs: 2, because: conference"),
        ("travel: week 9, runs: 2, because: conference", "travel: weeks 8-9, runs: 3, because: holiday"),
        ("ill: week 9 monday - friday, because: flu", "ill: week 9 thursday - saturday, because: cold"),
        ("no_gym: week 9, because: hotel", "no_gym: weeks 8-10, because: closed"),
    ],
)
def test_contradictions_are_told_at_the_second_and_name_the_first(one: str, other: str) -> None:
    found = refused("article-week", one, other)
    assert [(d.place.line, "line 3" in d.message) for d in found] == [(4, True)]


def test_without_layers_the_plan_is_byte_for_byte_the_same(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    path = tmp_path / "plans" / "article-week.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "layers: []\n", encoding="utf-8")
    found = expand(open_project(tmp_path), path, "article-week.yaml")
    assert write_plan(found.plan) == write_plan(base("article-week").plan)


def test_a_layer_file_beside_a_shipped_plan(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    shipped = tmp_path / "plans" / "marathon-competitive.yaml"
    before = shipped.read_bytes()
    path = tmp_path / "plans" / "sams-marathon.yaml"
    path.write_text(LAYER_FILE, encoding="utf-8")
    project = open_project(tmp_path)
    laid = expand(project, path, "sams-marathon.yaml")
    assert laid.plan.title == "Sam's marathon"
    assert next(one.number for one in laid.plan.weeks if one.changes) == 9
    assert shipped.read_bytes() == before
    plain = expand(project, shipped, "marathon-competitive.yaml").plan
    assert write_plan(plain) == write_plan(base("marathon-competitive").plan)
    assert all(doses(a) == doses(b) for a, b in zip(laid.plan.weeks[:8], plain.weeks[:8], strict=True))


def test_changes_travel_through_json() -> None:
    laid = over("article-week", "ill: week 11 tuesday - week 12 wednesday, because: flu").plan
    text = write_plan(laid)
    assert read_plan(text, "plan.json") == laid
    assert '"because":"flu"' in text


def test_what_a_week_says() -> None:
    laid = over("marathon-competitive", "travel: week 11, days: [tuesday, thursday, saturday], because: conference")
    assert told(laid, 11)[0] == "The week's running: 52 mi → 36 mi."
    assert all(text.endswith(".") for text in told(laid, 11))
