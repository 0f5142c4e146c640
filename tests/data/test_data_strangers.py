"""Anybody's plan that is read can be counted, drawn and exported, whatever stands in it."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path
from xml.etree import ElementTree

import pytest
from everything import EVERYTHING

from generator.export import TABLES, written
from generator.model.finding import Refused
from generator.pipeline import preview
from generator.plan_json.read import read_plan
from generator.plan_json.write import write_plan
from generator.project import open_project
from generator.stats import measured, plain_text, stats_csv, stats_json, stats_picture, terminal_text
from tests.data.mutations import mutated, places_of

ROOT = Path(__file__).parents[2]
DRAWN = 1000 if EVERYTHING else 60


@pytest.mark.parametrize("name", ["marathon-competitive", "club-half"])
def test_a_strangers_plan_is_counted_drawn_and_exported(name: str) -> None:
    data = json.loads(write_plan(preview(open_project(ROOT), ROOT / "plans" / f"{name}.yaml", name).plan))
    data["weeks"] = [data["weeks"][0], data["weeks"][-3]]
    draw, places, read = random.Random(name), places_of(data), 0
    for _ in range(DRAWN):
        try:
            plan = read_plan(json.dumps(mutated(draw, data, places)), "plan.json")
        except Refused:
            continue
        read += 1
        numbers = measured(plan)
        assert "\x1b" not in plain_text(numbers)
        assert terminal_text(numbers, 100)
        assert json.loads(stats_json([numbers]))["plans"]
        assert len(list(csv.reader(io.StringIO(stats_csv([numbers]), newline="")))) == len(plan.weeks) + 1
        assert ElementTree.fromstring(stats_picture(numbers)).get("role") == "img"
        for table in TABLES:
            rows = list(csv.reader(io.StringIO(written(table, [plan])[0], newline="")))
            assert {len(row) for row in rows} == {len(table.columns)}
    assert read > DRAWN / 10
