"""From a tree to a Definition: types first, then what can't be together. All faults at once, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.model.asking import nearest
from generator.model.definition import Authored, Definition, Keys, PolicyText
from generator.model.finding import Diagnostic, Place, Refused
from generator.validate_sense import faults_of_sense
from generator.yaml_tree import Tree

Known = dict[str, frozenset[str]]


@cache
def definition_adapter() -> TypeAdapter[Definition]:
    """Return the reader of definitions, built once."""
    return TypeAdapter(Definition)


@cache
def policy_adapter() -> TypeAdapter[PolicyText]:
    """Return the reader of policies, built once."""
    return TypeAdapter(PolicyText)


def definition_schema() -> dict[str, Any]:
    """Return the JSON Schema of a definition, with every field's description."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return schema | definition_adapter().json_schema()


def validate(tree: Tree, plan_id: str, known: Known) -> Authored:
    """Return the definition; Refused with every fault.

    ``known`` names what a definition may refer to: ``exercises``, ``big_lifts``, ``sources``, ``policies``.
    """
    definition = _read(tree, definition_adapter())
    authored = Authored(plan_id, tree.path, definition, {**tree.keys, **tree.values})
    faults = tuple(faults_of_sense(authored, known))
    if faults:
        raise Refused(faults)
    return authored


def validate_policy(tree: Tree) -> PolicyText:
    """Return the policy; Refused with every fault."""
    policy: PolicyText = _read(tree, policy_adapter())
    return policy


def _read(tree: Tree, adapter: TypeAdapter[Any]) -> Any:
    try:
        return adapter.validate_python(_without_empty(tree))
    except ValidationError as problem:
        found: dict[tuple[Place, str], Diagnostic] = {}
        for error in problem.errors(include_url=False):
            diagnostic = _plain(tree, dict(error), adapter)
            found.setdefault((diagnostic.place, _family(error["type"])), diagnostic)
        raise Refused(tuple(sorted(found.values(), key=_order))) from None


def _order(diagnostic: Diagnostic) -> tuple[str, int, int]:
    return (diagnostic.place.path, diagnostic.place.line, diagnostic.place.column)


def _family(kind: str) -> str:
    return kind if kind in ("missing", "unexpected_keyword_argument") else "value"


def _without_empty(tree: Tree) -> Any:
    """Keys with nothing after them are errors of their own, not wrong types."""
    empty = [keys for keys in tree.values if keys and _at(tree.value, keys) is None and keys in tree.keys]
    if empty:
        raise Refused(
            tuple(
                Diagnostic(
                    tree.keys[keys],
                    "error",
                    None,
                    f"nothing stands after '{keys[-1]}:'",
                    "Write it, or delete the key.",
                )
                for keys in empty
            )
        )
    return tree.value


def _at(value: Any, keys: Keys) -> Any:
    for key in keys:
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            return ""
    return value


def _plain(tree: Tree, error: dict[str, Any], adapter: TypeAdapter[Any]) -> Diagnostic:
    keys = tuple(_real_keys(tree.value, error["loc"]))
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        place = tree.keys.get(keys) or _place(tree, keys)
        hint = nearest(str(keys[-1]), _fields_near(error["loc"], adapter))
        return Diagnostic(place, "error", None, f"'{keys[-1]}' is not known here", hint)
    if kind == "missing":
        where = f" in '{keys[-1]}'" if keys else ""
        return Diagnostic(_place(tree, keys), "error", None, f"'{error['loc'][-1]}:' is missing{where}")
    shown = _shown(_at(tree.value, keys))
    message, hint = _words(kind, context, shown, error)
    return Diagnostic(_place(tree, keys), "error", None, f"{_name(keys)}: {message}", hint)


def _words(kind: str, context: dict[str, Any], shown: str, error: dict[str, Any]) -> tuple[str, str]:
    if kind == "value_error":
        return str(context["error"]), ""
    if kind == "literal_error":
        options = str(context["expected"]).replace("'", "")
        return f"{shown} is not one of {options}", nearest(shown.strip("'"), re.split(r", | or ", options))
    if kind.startswith("int"):
        return f"{shown} is not a whole number", ""
    if kind.startswith("bool"):
        return f"{shown} is neither yes nor no", ""
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        return f"{shown} is too {'small' if 'ge' in context else 'large'}; the limit is {bound}", ""
    if kind == "string_pattern_mismatch":
        return _pattern_words(context["pattern"], shown), ""
    if kind in ("too_long", "string_too_long"):
        return f"this is too long; at most {context['max_length']}", ""
    if kind == "string_too_short":
        return "nothing is written here", ""
    wanted = {"tuple": "a list, such as [a, b]", "mapping": "lines of key: value", "dict": "lines of key: value"}
    wanted |= {"dataclass": "lines of key: value", "string": "text"}
    what = next((words for start, words in wanted.items() if kind.startswith(start)), None)
    return (f"{shown} stands where {what} belongs" if what else str(error["msg"])), ""


def _pattern_words(pattern: str, shown: str) -> str:
    if "\\d{4}" in pattern:
        return f"{shown} is not a date such as 2026-11-01"
    if "[0-4]" in pattern:
        return f"{shown} is not a number of sessions such as 2 or 2-3"
    return f"{shown} is not a short name of small letters, digits and hyphens, such as first-half"


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f"'{text[:60]}…'" if len(text) > 60 else f"'{text}'"


def _name(keys: Keys) -> str:
    names = [str(k) for k in keys if isinstance(k, str)]
    return names[-1] if names else "the file"


def _place(tree: Tree, keys: Keys) -> Place:
    for length in range(len(keys), -1, -1):
        for places in (tree.values, tree.keys):
            if keys[:length] in places and length:
                return places[keys[:length]]
    return Place(tree.path, 1, 1)


def _real_keys(value: Any, loc: Iterable[str | int]) -> Iterator[str | int]:
    """Drop what pydantic puts into a location beyond the document's own keys (the arms of a union)."""
    for key in loc:
        listed = isinstance(value, list) and isinstance(key, int) and key < len(value)
        if listed or (isinstance(value, dict) and key in value):
            value = value[key]
            yield key


def _fields_near(loc: tuple[str | int, ...], adapter: TypeAdapter[Any]) -> list[str]:
    """Return the keys known where an unknown one stands, from the JSON Schema."""
    schema = _schema(adapter)
    node = schema
    for key in loc[:-1]:
        node = _inside(schema, node, key)
    return list(_resolved(schema, node).get("properties", {}))


@cache
def _schema(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    return adapter.json_schema()


def _resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for _ in range(4):
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
        elif "anyOf" in node:
            node = next((n for n in node["anyOf"] if "$ref" in n or "properties" in n), {})
    return node


def _inside(schema: dict[str, Any], node: dict[str, Any], key: str | int) -> dict[str, Any]:
    node = _resolved(schema, node)
    found = node.get("items", {}) if isinstance(key, int) else node.get("properties", {}).get(key, {})
    return found if isinstance(found, dict) else {}
