"""The JSON Schema that editors complete from: complete, explained, and not stricter than what is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from definition.reading import CASES, ROOT

from generator.model.schema import definition_adapter, known_at, meaning_at, owners_of, policy_adapter
from generator.rules import RULES
from generator.validate import definition_schema
from generator.yaml_tree import read_tree

FILES = [*sorted((ROOT / "plans").glob("*.yaml")), *sorted((CASES / "valid").glob("*.yaml"))]
SCHEMA = definition_schema()


def properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of every mapping in the schema."""
    if isinstance(node, dict):
        for name, inner in node.get("properties", {}).items():
            yield name, inner
        for inner in node.values():
            yield from properties(inner)


def test_every_key_says_what_it_means() -> None:
    found = [(name, inner) for name, inner in properties(SCHEMA) if name != "level"]
    assert len(found) > 80
    assert [name for name, inner in found if not inner.get("description")] == []


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


def test_numbers_and_yes_need_no_quotes_in_an_editor() -> None:
    """An editor reads ``2`` as a number and ``yes`` as a word; the schema takes both as they are read here."""
    definitions = SCHEMA["$defs"]
    sessions = definitions["Strength"]["properties"]["sessions"]
    assert {option.get("type") for option in sessions["anyOf"]} == {"integer", "string"}
    assert {"enum": ["yes", "no"]} in definitions["Entry"]["properties"]["base_done"]["anyOf"]


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
    assert "seconds" not in text
    assert all(isinstance(inner.get("default", ""), (str, int, bool)) for _, inner in properties(SCHEMA))


def test_where_a_key_belongs() -> None:
    assert owners_of(definition_adapter(), "volume") == ["running"]
    assert owners_of(definition_adapter(), "signed_off") == ["entry"]
    assert owners_of(definition_adapter(), "nonsense") == []
    assert meaning_at(definition_adapter(), ("phases", 3, "weeks")) == "How many weeks it lasts."
    assert known_at(policy_adapter(), ()) == ["title", "summary", "rules"]
