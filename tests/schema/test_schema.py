"""The JSON Schema that editors complete from: complete, explained, fresh, and not stricter than what is read."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from definition.reading import CASES, ROOT, shipped
from pydantic import TypeAdapter
from site_project import copy_sources, run_tool

from generator.checking import check_definitions
from generator.model import definition as model
from generator.model.layer import Layer
from generator.model.programme import WrittenSession
from generator.model.schema import definition_adapter, known_at, meaning_at, owners_of, policy_adapter
from generator.rules import RULES
from generator.schema import FILE, Names, definition_schema
from generator.schema.examples import DEFAULTS, EXAMPLES, UNITS
from generator.schema_file import FIRST_LINE, PLACE, schema_text, write_schema
from generator.yaml_tree import read_tree

FILES = [*sorted((ROOT / "plans").glob("*.yaml")), *sorted((CASES / "valid").glob("*.yaml"))]
SCHEMA = json.loads(schema_text(ROOT))
PLAIN = definition_schema()
#: Every mapping that an author writes, by the name that the schema gives it.
MAPPINGS: dict[str, Any] = {
    **{
        kind.__name__: kind
        for kind in vars(model).values()
        if isinstance(kind, type)
        and dataclasses.is_dataclass(kind)
        and hasattr(kind, "__pydantic_config__")
        and kind is not model.PolicyText
    },
    "Layer": Layer,
    "WrittenSession": WrittenSession,
}
FIELDS = [(owner, field) for owner, kind in sorted(MAPPINGS.items()) for field in dataclasses.fields(kind)]
#: A phase's running has a default for calendars alone, which no author could write.
NO_DEFAULT = {("PhaseText", "running")}


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of every mapping in the schema."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict) and "type" in node:
            yield from node["properties"].items()
        for inner in node.values():
            yield from properties(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from properties(inner)


def _as_text(value: Any) -> Any:
    """A value as the tree of a file holds it: scalars are text."""
    if isinstance(value, Mapping):
        return {str(key): _as_text(inner) for key, inner in value.items()}
    return [_as_text(inner) for inner in value] if isinstance(value, list) else str(value)


def test_the_file_beside_the_plans_is_fresh() -> None:
    assert (ROOT / PLACE).read_text("utf-8") == schema_text(ROOT), "run hardday schema --write"


@pytest.mark.parametrize("path", sorted((ROOT / "plans").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_plan_names_it_in_its_first_line(path: Path) -> None:
    assert path.read_text("utf-8").splitlines()[0] == FIRST_LINE


def test_every_key_is_explained_with_an_example() -> None:
    found = list(properties(SCHEMA))
    assert len(found) > 200
    assert [name for name, inner in found if not inner.get("description")] == []
    days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    assert [name for name, inner in found if not inner.get("examples") and name not in days] == []


def test_every_kind_of_value_is_explained_with_an_example() -> None:
    kinds = {name: node for name, node in SCHEMA["$defs"].items() if "properties" not in node}
    named = {"Distance", "DistanceRange", "Duration", "Pace", "Percent", "DayWish", "GivenDay", "Workout", "Date"}
    assert named <= set(kinds)
    for name, node in kinds.items():
        assert node["description"], name
        assert node["examples"], name
    for name in ("Distance", "DistanceRange", "Duration", "Pace", "Percent", "Sessions", "Weeks"):
        assert SCHEMA["$defs"][name]["x-unit"], name


def test_every_number_with_a_unit_says_it() -> None:
    """A whole number without a unit is a count of what its key names, or a place in an order."""
    bare = {
        (owner, field.name)
        for owner, field in FIELDS
        if field.name in EXAMPLES_OF_NUMBERS.get(owner, ()) and (owner, field.name) not in UNITS
    }
    assert bare == {("Definition", "order")}


EXAMPLES_OF_NUMBERS: dict[str, set[str]] = {}
for (_owner, _key), _examples in EXAMPLES.items():
    if isinstance(_examples[0], int):
        EXAMPLES_OF_NUMBERS.setdefault(_owner, set()).add(_key)


def test_examples_units_and_defaults_are_of_keys_that_are_there() -> None:
    keys = {(owner, field.name) for owner, field in FIELDS}
    assert set(EXAMPLES) == keys
    assert set(UNITS) <= keys
    assert set(DEFAULTS) <= keys


@pytest.mark.parametrize(("owner", "field"), FIELDS, ids=lambda part: getattr(part, "name", part))
def test_examples_and_defaults_are_read_as_an_author_writes_them(owner: str, field: Any) -> None:
    kind = MAPPINGS[owner]
    adapter: TypeAdapter[Any] = TypeAdapter(get_type_hints(kind, include_extras=True)[field.name])
    for example in EXAMPLES[owner, field.name]:
        adapter.validate_python(_as_text(example))
    node = (SCHEMA if owner == "Definition" else SCHEMA["$defs"][owner])["properties"][field.name]
    own = _default(field)
    if own is None or (owner, field.name) in NO_DEFAULT:
        assert "default" not in node
    elif own == "":
        assert node["default"] == ""
    else:
        assert adapter.validate_python(_as_text(node["default"])) == own


def _default(field: Any) -> Any:
    """What a key is where it is left out; None where it may not be, or is then nothing."""
    if field.default is not dataclasses.MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else None


def test_what_extends_need_not_be_whole() -> None:
    whole, part = SCHEMA["anyOf"]
    assert {"title", "audience", "easy_pace"} <= set(whole["required"])
    assert part == {"required": ["extends"]}
    assert "required" not in SCHEMA


def test_every_rule_and_parameter_is_completed() -> None:
    rules = SCHEMA["properties"]["rules"]["properties"]
    assert set(rules) == {rule.slug for rule in RULES}
    for rule in RULES:
        assert set(rules[rule.slug]["properties"]) == {"because", "level", *rule.defaults}
        assert rule.statement in rules[rule.slug]["description"]
        for name, value in rule.defaults.items():
            shown = list(value) if isinstance(value, tuple) else value
            assert rules[rule.slug]["properties"][name]["default"] == shown


def test_the_library_s_own_names_are_known_in_a_project_and_free_elsewhere(tmp_path: Path) -> None:
    project = shipped()
    assert set(SCHEMA["properties"]["sources"]["items"]["enum"]) == project.known["sources"]
    assert set(SCHEMA["properties"]["big_lifts"]["items"]["enum"]) == project.known["big_lifts"]
    assert set(SCHEMA["properties"]["policy"]["enum"]) == project.known["policies"]
    assert json.loads(schema_text(tmp_path)) == PLAIN
    assert "enum" not in PLAIN["properties"]["sources"]["items"]


def test_vocabularies_say_what_each_word_means() -> None:
    for node in (SCHEMA["properties"]["audience"], *(SCHEMA["$defs"][name]["properties"]["kind"] for name in KINDS)):
        assert len(node["enumDescriptions"]) == len(node["enum"])
        assert all(node["enumDescriptions"])


KINDS = ("Running", "Strength", "StrengthBlock", "WrittenSession")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_schema_knows_every_key_in_use(path: Any) -> None:
    tree = read_tree(path.read_bytes(), path.name)
    for keys in tree.keys:
        known = known_at(definition_adapter(), keys[:-1])
        named = {"days", "wishes", "microcycle", "calendar"} & set(keys[:-1])
        free = keys[0] == "extends" or "rules" in keys[:-1] or named
        assert free or keys[-1] in known, keys


def test_nothing_of_the_inside_shows() -> None:
    """No null, which is refused as an empty value, and no default in a form that nobody writes."""
    text = json.dumps(SCHEMA)
    assert '"null"' not in text
    assert '"seconds"' not in text
    assert "x-type" not in text


def test_where_a_key_belongs() -> None:
    assert owners_of(definition_adapter(), "volume") == ["running"]
    assert owners_of(definition_adapter(), "signed_off") == ["entry"]
    assert owners_of(definition_adapter(), "nonsense") == []
    assert meaning_at(definition_adapter(), ("phases", 3, "weeks")) == "How many weeks it lasts."
    assert known_at(policy_adapter(), ()) == ["title", "summary", "rules"]


def test_names_stand_in_one_order() -> None:
    assert Names.of({"b", "a"}, {"b"}, (), ("z", "y"), ()) == Names.of(["a", "b"], ["b"], (), ["y", "z"], ())


def test_the_schema_is_written_once_and_an_old_one_is_told_of(tmp_path: Path) -> None:
    project = copy_sources(tmp_path / "clinic")
    assert write_schema(project) == (PLACE, False)
    shutil.copy(project / "plans" / "policies" / "hard-hard.yaml", project / "plans" / "policies" / "our-own.yaml")
    told = [d for d in check_definitions(project, ()).diagnostics if d.place.path == PLACE]
    assert [(d.severity, d.hint) for d in told] == [("warning", "Run hardday schema --write.")]
    done = run_tool("hardday", "schema", "--write", cwd=project)
    assert (done.returncode, done.stdout) == (0, "plans/definition.schema.json is written\n")
    assert "our-own" in (project / PLACE).read_text("utf-8")
    assert [d for d in check_definitions(project, ()).diagnostics if d.place.path == PLACE] == []


def test_without_a_project_the_schema_is_printed_and_nothing_written(tmp_path: Path) -> None:
    printed = run_tool("hardday", "schema", cwd=tmp_path)
    assert json.loads(printed.stdout) == PLAIN
    refused: subprocess.CompletedProcess[str] = run_tool("hardday", "schema", "--write", cwd=tmp_path)
    assert refused.returncode == 1
    assert "there is no folder plans/ here" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_schema_is_no_plan() -> None:
    assert FILE not in {path.name for path in FILES}
    assert check_definitions(ROOT, ()).plans == len(list((ROOT / "plans").glob("*.yaml")))
