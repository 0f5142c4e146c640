"""From the boundary's own schema to one for editors: the same keys, each value as an author writes it."""

from __future__ import annotations

from typing import Any

from generator.model.fields import ONE_LINE
from generator.model.vocabulary import WEEKDAYS
from generator.schema.examples import DEFAULTS, EXAMPLES, UNITS
from generator.schema.meanings import MEANINGS
from generator.schema.names import Names
from generator.schema.writing import DAY_NAME, TYPES, WHOLE_NUMBER, Node, any_case, whole

#: A scalar of YAML may look like a number or a truth; where text is wanted it is text all the same.
_TEXT = ["string", "number", "boolean"]
#: Keys whose mappings have the days of a week for keys.
_OF_DAYS = {("Definition", "days"), ("Definition", "wishes"), ("Definition", "microcycle")}
_OF_DAYS |= {("PhaseText", "days"), ("PhaseText", "wishes")}
_DAY: Node = {"type": "string", "pattern": DAY_NAME, "errorMessage": "Write a weekday, such as sunday, or day 9."}
_DATE_PATTERN, _SLUG_PATTERN = "{4}-", "a-z0-9"


def shaped(schema: Node, names: Names) -> Node:
    """Return the schema for editors of the boundary's schema of a definition."""
    found = _mapping("Definition", schema, names)
    own = {name: _mapping(name, node, names) for name, node in schema["$defs"].items()}
    return found | {"$defs": {**own, **TYPES, "WrittenExercise": _exercise(names)}}


def _mapping(owner: str, node: Node, names: Names) -> Node:
    properties = {key: _property(owner, key, inner, names) for key, inner in node["properties"].items()}
    kept = {key: value for key, value in node.items() if key not in ("$defs", "properties")}
    return kept | {"properties": properties}


def _property(owner: str, key: str, node: Node, names: Names) -> Node:
    """Return a key's schema with what it means, its unit, examples and default."""
    at = (owner, key)
    found = _of_names(at, names) or value_schema(node)
    if at == ("Goal", "day"):
        found = _DAY
    if at in _OF_DAYS or at == ("Layer", "days"):
        found = _with_days(found)
    if at == ("Definition", "calendar"):
        found = {**found, "additionalProperties": _with_days(found["additionalProperties"])}
    told: Node = {}
    if at in EXAMPLES:
        told["examples"] = EXAMPLES[at]
    if at in UNITS:
        told["x-unit"] = UNITS[at]
    if at in DEFAULTS or "default" in node:
        told["default"] = DEFAULTS[at] if at in DEFAULTS else _as_written(node["default"])
    return {**found, "description": _explained(node.get("description", ""), told), **told}


def _explained(description: str, told: Node) -> str:
    """Return what a key means with its unit and default in words: editors show the description alone."""
    unit = f" Unit: {told['x-unit']}." if "x-unit" in told else ""
    default = told.get("default", "")
    return (
        f"{description}{unit}{f' If left out: {default}.' if isinstance(default, (str, int)) and default != '' else ''}"
    )


def _as_written(default: Any) -> Any:
    return {True: "yes", False: "no"}[default] if isinstance(default, bool) else default


def value_schema(node: Node) -> Node:
    """Return a value's schema as an author writes it."""
    described = {"description": node["description"]} if "description" in node else {}
    if "x-type" in node:
        return {"$ref": f"#/$defs/{node['x-type']}"}
    if {"type": "boolean"} in node.get("anyOf", ()):
        return {"$ref": "#/$defs/YesNo"}
    if node.get("anyOf", [{}])[0].get("maximum") == 4 and "integer" in node["anyOf"][0].values():
        return {"$ref": "#/$defs/Sessions"}
    if "anyOf" in node:
        return described | {"anyOf": [value_schema(inner) for inner in node["anyOf"]]}
    if "enum" in node:
        return described | _vocabulary(node)
    if node.get("type") == "integer":
        return described | _whole_number(node)
    if node.get("type") == "string":
        return described | _words(node)
    return _inner(node)


def _inner(node: Node) -> Node:
    """Return a list, a mapping or a reference with what is in it as an author writes it."""
    found = {key: value for key, value in node.items() if key != "default"}
    for key in ("items", "additionalProperties"):
        if isinstance(found.get(key), dict):
            found[key] = value_schema(found[key])
    if "patternProperties" in found:
        (inner,) = found.pop("patternProperties").values()
        found.pop("propertyNames", None)
        found["additionalProperties"] = value_schema(inner)
    return found


def _vocabulary(node: Node) -> Node:
    meanings = [MEANINGS.get(word, "") for word in node["enum"]]
    told = {"enumDescriptions": meanings} if any(meanings) else {}
    return {"enum": node["enum"], **told}


def _whole_number(node: Node) -> Node:
    """Digits in quotes are a whole number too."""
    least, most = node.get("ge"), node.get("le")
    bounds = {name: bound for name, bound in (("minimum", least), ("maximum", most)) if bound is not None}
    said = f" from {least} to {most}" if least is not None and most is not None else ""
    message = f"Write a whole number{said}."
    return {"type": ["integer", "string"], **bounds, "pattern": WHOLE_NUMBER, "errorMessage": message}


def _words(node: Node) -> Node:
    pattern, least, most = node.get("pattern", ""), node.get("minLength", 0), node.get("maxLength")
    if _DATE_PATTERN in pattern:
        return {"$ref": "#/$defs/Date"}
    if _SLUG_PATTERN in pattern:
        short = rf"(?=\s*\S{{1,{most}}}\s*$)"
        message = "Write a short name of small letters, digits and hyphens, such as first-half."
        return {"type": _TEXT, "pattern": f"^{short}{whole(pattern.strip('^$'))[1:]}", "errorMessage": message}
    letter = r"[^\r\n]" if pattern == ONE_LINE else r"[\s\S]"
    where = "on one line, " if pattern == ONE_LINE else ""
    message = f"Write text {where}{most} characters at most."
    return {"type": _TEXT, "pattern": rf"^\s*{letter}{{{least},{most}}}\s*$", "errorMessage": message}


def _with_days(node: Node) -> Node:
    """Return a mapping of days: editors complete the weekdays; three letters and day 9 are read as well."""
    if "anyOf" in node:
        return {**node, "anyOf": [_with_days(inner) for inner in node["anyOf"]]}
    if node.get("type") == "array":
        return {**node, "items": _DAY}
    if not isinstance(node.get("additionalProperties"), dict):
        return node
    day = node["additionalProperties"]
    weekdays = {name: {**day, "description": f"What {name.title()} is."} for name in WEEKDAYS}
    days = {"properties": weekdays, "patternProperties": {DAY_NAME: day}, "additionalProperties": False}
    return {**node, **days, "errorMessage": "Write a weekday, such as tuesday, or day 9 in longer weeks."}


def _of_names(at: tuple[str, str], names: Names) -> Node | None:
    """Return the schema of keys that name something of the project's library; None for all other keys."""
    known = {
        ("Definition", "big_lifts"): names.big_lifts,
        ("Definition", "sources"): names.sources,
        ("Definition", "policy"): names.policies,
    }.get(at)
    if not known:
        return None
    most = {"big_lifts": 12, "sources": 40}.get(at[1])
    return (
        {"enum": list(known)} if most is None else {"type": "array", "maxItems": most, "items": {"enum": list(known)}}
    )


def _exercise(names: Names) -> Node:
    """Return how an exercise of a written program is written; with a library each of its exercises is completed."""
    node = TYPES["WrittenExercise"]
    if not names.exercises:
        return node
    doses = [f"{slug} {'2 x 30 s' if slug in names.held else '3 x 8 @ RIR 3'}" for slug in names.exercises]
    slugs = "|".join(any_case(slug).replace("-", r"[\s-]+") for slug in names.exercises)
    message = (
        "Begin with an exercise of plans/library/exercises.yaml, then sets x repetitions: half-squat 3 x 8 @ RIR 3."
    )
    pattern = rf"^\s*(?:{slugs})\s*[0-9]"
    return {**node, "pattern": pattern, "examples": [*node["examples"], *doses], "errorMessage": message}
