"""The schema of a plan's JSON: accepts what hardday writes, and refuses nothing that hardday reads."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from copy import deepcopy
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from everything import EVERYTHING
from jsonschema import Draft202012Validator

from generator.model.finding import Refused
from generator.pipeline import preview
from generator.plan_json.index import INDEX_MEANING
from generator.plan_json.meaning import MEANING
from generator.plan_json.read import read_plan
from generator.plan_json.schema import index_schema, plan_schema, schema_text
from generator.plan_json.write import write_plan
from generator.project import open_project
from tests.data.mutations import mutated, places_of

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "plans").glob("*.yaml"), *(ROOT / "tests" / "cases" / "valid").glob("*.yaml")])
DRAWN = 500 if EVERYTHING else 50
AJV = ROOT / "node_modules" / ".bin" / "ajv"
CHECK = Path(sys.executable).with_name("check-jsonschema")
#: What the reader alone refuses: it is about the text or about sense, not about what stands where.
SENSE = ("is written twice", "half a character", "nests too deep", "nest too deep", "too large for a plan")


@pytest.fixture(scope="module")
def plans() -> dict[str, Any]:
    project = open_project(ROOT)
    return {path.stem: json.loads(write_plan(preview(project, path, path.name).plan)) for path in FILES}


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(plan_schema())
    return Draft202012Validator(plan_schema())


def _reads(data: Any) -> tuple[bool, str]:
    try:
        read_plan(json.dumps(data), "plan.json")
    except Refused as refused:
        return False, "; ".join(d.message for d in refused)
    return True, ""


def test_it_accepts_every_plan(plans: dict[str, Any], validator: Draft202012Validator) -> None:
    for data in plans.values():
        validator.validate(data)


@pytest.mark.parametrize("name", ["marathon-competitive", "club-half", "written-program", "layers", "tune-ups"])
def test_schema_and_reader_agree_on_mutations(
    plans: dict[str, Any], validator: Draft202012Validator, name: str
) -> None:
    """A hundred of each plan, a thousand in CI: what is read is never refused; the reader is stricter in sense."""
    weeks = plans[name]["weeks"]
    data = plans[name] | {"weeks": [weeks[0], weeks[-3]]}
    draw, places = random.Random(name), places_of(data)
    refused = 0
    for _ in range(DRAWN):
        changed = mutated(draw, data, places)
        valid = validator.is_valid(changed)
        reads, why = _reads(changed)
        assert valid or not reads, validator.validate(changed)
        assert reads or not valid or any(words in why for words in SENSE), why
        refused += not reads
    assert DRAWN * 0.3 < refused < DRAWN * 0.98


def test_a_looser_schema_and_a_stricter_one_are_caught(plans: dict[str, Any]) -> None:
    """The comparison can fail: with a required key less, and with one more."""
    schema = plan_schema()
    less, more = deepcopy(schema), deepcopy(schema)
    less["$defs"]["Day"]["required"].remove("weekday")
    more["$defs"]["Week"]["required"].append("planned_m")
    data = deepcopy(plans["marathon-competitive"])
    assert _reads(data)[0]
    assert not Draft202012Validator(more).is_valid(data)
    del data["weeks"][0]["days"][0]["weekday"]
    assert not _reads(data)[0]
    assert Draft202012Validator(less).is_valid(data)
    assert not Draft202012Validator(schema).is_valid(data)


@pytest.mark.parametrize("sport", ["run", "strength", "bike", None, 3])
def test_a_session_is_told_by_its_sport(plans: dict[str, Any], validator: Draft202012Validator, sport: Any) -> None:
    data = deepcopy(plans["marathon-competitive"])
    cross = next(s for w in data["weeks"] for d in w["days"] for s in d["sessions"] if s["sport"] == "cross")
    cross.update(sport=sport, kind=["spin", "class"], steps="none")
    del cross["rpe"], cross["duration_s"]
    assert validator.is_valid(data) == _reads(data)[0] == (sport == "bike")


def test_other_peoples_validators_say_the_same(plans: dict[str, Any], tmp_path: Path) -> None:
    schema, good, bad = tmp_path / "plan.schema.json", tmp_path / "good.json", tmp_path / "bad.json"
    schema.write_text(schema_text(plan_schema("https://training.example.org/")))
    data = plans["club-half"]
    good.write_text(json.dumps(data))
    bad.write_text(json.dumps(data | {"units": "miles"}))
    ajv = [str(AJV), "validate", "--spec=draft2020", "-s", str(schema), "-d"]
    check = [str(CHECK), "--schemafile", str(schema)]
    for command in (ajv, check):
        assert subprocess.run([*command, str(good)], capture_output=True, check=False).returncode == 0
        refused = subprocess.run([*command, str(bad)], capture_output=True, text=True, check=False)
        assert refused.returncode == 1
        assert "units" in refused.stdout + refused.stderr
    meta = [str(CHECK), "--check-metaschema", str(schema)]
    assert subprocess.run(meta, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("meanings", [MEANING, INDEX_MEANING], ids=["plan", "index"])
def test_every_key_of_every_object_has_its_meaning(meanings: Any) -> None:
    for kind, meaning in meanings.items():
        assert set(meaning) == {"", *(field.name for field in fields(kind))}, kind
        assert all(text.endswith(".") for text in meaning.values()), kind
        for name, text in meaning.items():
            assert not name.endswith("_m") or "meters" in text, name
            if name.endswith("_s"):
                assert "second" in text.lower(), name


def test_the_schema_names_itself_and_every_object() -> None:
    for schema, meanings in (
        (plan_schema("https://x.org/a/"), MEANING),
        (index_schema("https://x.org/a/"), INDEX_MEANING),
    ):
        assert schema["$id"].startswith("https://x.org/a/schemas/")
        assert set(schema["$defs"]) - {"Session"} == {kind.__name__ for kind in meanings} - {"Plan", "Index"}
        keys = [(n, k) for n, d in schema["$defs"].items() for k in d["properties"]]
        told = [schema["$defs"][name]["properties"][key].get("description") for name, key in keys]
        assert not [key for key, text in zip(keys, told, strict=True) if not text]
    assert plan_schema()["$id"] == "urn:hardday:plan:1"


def test_a_plan_may_have_keys_that_nobody_knows(plans: dict[str, Any], validator: Draft202012Validator) -> None:
    data = deepcopy(plans["marathon-competitive"]) | {"watch": {"a": [1]}}
    del data["findings"]
    assert validator.is_valid(data)
    assert _reads(data)[0]
    assert replace(read_plan(json.dumps(data), "x"), id="y").id == "y"
