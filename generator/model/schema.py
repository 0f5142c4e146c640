"""What the boundary schema knows: which keys stand where, what they mean, and the JSON Schema for editors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.model.definition import Definition, PolicyText

Loc = Sequence[str | int]


@cache
def definition_adapter() -> TypeAdapter[Definition]:
    """Return the reader of definitions, built once."""
    return TypeAdapter(Definition)


@cache
def policy_adapter() -> TypeAdapter[PolicyText]:
    """Return the reader of policies, built once."""
    return TypeAdapter(PolicyText)


@cache
def schema_of(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    """Return an adapter's JSON Schema, built once, as an author meets it: an empty value is refused, so no null."""
    schema = adapter.json_schema()
    tidy: dict[str, Any] = _tidied(schema, schema)
    return tidy


def _tidied(schema: dict[str, Any], node: Any) -> Any:
    if isinstance(node, list):
        return [_tidied(schema, inner) for inner in node if inner != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidied(schema, inner) for key, inner in node.items()}
    if not isinstance(tidy.get("default", ""), (str, int, bool)):
        del tidy["default"]
    if isinstance(tidy.get("anyOf"), list) and len(tidy["anyOf"]) == 1:
        tidy = tidy.pop("anyOf")[0] | tidy
    if isinstance(tidy.get("title"), str):
        del tidy["title"]
    if "$ref" in tidy:
        tidy.setdefault("description", schema["$defs"][tidy["$ref"].rsplit("/", 1)[1]].get("description", ""))
    return tidy


def known_at(adapter: TypeAdapter[Any], loc: Loc) -> list[str]:
    """Return the keys that may stand in the mapping at ``loc``; empty where any key may."""
    return list(_resolved(schema_of(adapter), _node(adapter, loc)).get("properties", {}))


def meaning_at(adapter: TypeAdapter[Any], loc: Loc) -> str:
    """Return what the value at ``loc`` means, in the schema's words, or nothing."""
    return str(_node(adapter, loc).get("description", ""))


def owners_of(adapter: TypeAdapter[Any], name: str) -> list[str]:
    """Return the keys under which a key of that name may stand, such as ``running`` for ``volume``."""
    schema = schema_of(adapter)
    return list(dict.fromkeys(owner for owner, keys in _mappings(schema, schema, "") if owner and name in keys))


def _mappings(schema: dict[str, Any], node: dict[str, Any], owner: str) -> Iterator[tuple[str, list[str]]]:
    properties = _resolved(schema, node).get("properties", {})
    yield owner, list(properties)
    for name, inner in properties.items():
        inner = _resolved(schema, inner)
        inner = _resolved(schema, inner.get("items", inner))
        if "properties" in inner:
            yield from _mappings(schema, inner, name)


def _node(adapter: TypeAdapter[Any], loc: Loc) -> dict[str, Any]:
    schema = schema_of(adapter)
    node = schema
    for key in loc:
        node = _resolved(schema, node)
        found = node.get("items", {}) if isinstance(key, int) else node.get("properties", {}).get(key, {})
        node = found if isinstance(found, dict) else {}
    return node


def _resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for _ in range(4):
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        elif "anyOf" in node:
            node = next((n for n in node["anyOf"] if {"$ref", "properties", "items"} & set(n)), {})
    return node
