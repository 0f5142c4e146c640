"""The JSON Schemas of ``hardday/plan@1`` and ``hardday/index@1``, from their types and what their keys mean.

What the schema of a plan refuses ``hardday audit`` refuses, too. The other way round the reader is stricter in sense
alone: it also refuses a key written twice, numbers beyond a thousand million in keys it does not know, half a
character, steps inside steps twenty deep.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from generator.model.plan import FORMAT, Plan
from generator.plan_json.index import INDEX_FORMAT, INDEX_MEANING, Index
from generator.plan_json.meaning import MEANING
from generator.plan_json.plain import LARGEST_NUMBER

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
#: Where the site publishes them.
PLAN_SCHEMA, INDEX_SCHEMA = "schemas/plan.json", "schemas/index.json"
#: What stands for the site's address where there is none.
_NOWHERE = {PLAN_SCHEMA: "urn:hardday:plan:1", INDEX_SCHEMA: "urn:hardday:index:1"}
#: Left out of cross-training because they may be, or because anything is read.
_CROSS_MAY = ("kind", "rpe", "duration_s")


def plan_schema(site: str = "") -> dict[str, Any]:
    """Return the schema of an expanded plan; ``site`` is where it is published, with a closing slash."""
    schema = _told(TypeAdapter(Plan).json_schema(), MEANING)
    kinds = schema["$defs"]
    schema["properties"]["format"] = {"const": FORMAT, "description": MEANING[Plan]["format"]}
    schema["required"] = ["format", *(name for name in schema["required"] if name != "findings")]
    for name, sport in (("Run", "run"), ("Lift", "strength")):
        kinds[name]["properties"]["sport"]["const"] = sport
    cross = kinds["Cross"]
    cross["required"] = [name for name in cross["required"] if name not in _CROSS_MAY]
    cross["properties"]["kind"] = {"description": cross["properties"]["kind"]["description"]}
    kinds["Session"] = _session()
    kinds["Day"]["properties"]["sessions"]["items"] = {"$ref": "#/$defs/Session"}
    return _headed(schema, PLAN_SCHEMA, site, "hardday plan")


def index_schema(site: str = "") -> dict[str, Any]:
    """Return the schema of the index of plans; ``site`` is where it is published, with a closing slash."""
    schema = _told(TypeAdapter(Index).json_schema(), INDEX_MEANING)
    schema["properties"]["format"] = {"const": INDEX_FORMAT, "description": INDEX_MEANING[Index]["format"]}
    for node in (schema, *schema["$defs"].values()):
        node["required"] = list(node["properties"])
    return _headed(schema, INDEX_SCHEMA, site, "hardday index of plans")


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as JSON text with a closing newline."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _headed(schema: dict[str, Any], name: str, site: str, title: str) -> dict[str, Any]:
    head = {"$schema": _DRAFT, "$id": f"{site}{name}" if site else _NOWHERE[name], "title": title}
    return head | {key: value for key, value in schema.items() if key != "$defs"} | {"$defs": schema["$defs"]}


def _session() -> dict[str, Any]:
    """A session is told by its sport: what is neither run nor strength is cross-training."""

    def of(sport: str) -> dict[str, Any]:
        return {"type": "object", "properties": {"sport": {"const": sport}}}

    return {
        "type": "object",
        "description": "A run, a strength session, or (whatever else its sport is) cross-training.",
        "properties": {"sport": {"type": "string", "description": "run, strength, or another for cross-training."}},
        "required": ["sport"],
        "if": of("run"),
        "then": {"$ref": "#/$defs/Run"},
        "else": {"if": of("strength"), "then": {"$ref": "#/$defs/Lift"}, "else": {"$ref": "#/$defs/Cross"}},
    }


def _told(schema: dict[str, Any], meanings: Mapping[type[Any], Mapping[str, str]]) -> dict[str, Any]:
    """Return pydantic's schema with what each key means, without made-up titles, with numbers of a plan's size."""
    by_name = {kind.__name__: meaning for kind, meaning in meanings.items()}
    root = next(iter(meanings)).__name__
    tidy: dict[str, Any] = _tidied(schema)
    for name, node in ((root, tidy), *tidy["$defs"].items()):
        meaning = by_name[name]
        node["description"] = meaning[""]
        for key, inner in node["properties"].items():
            inner["description"] = meaning[key]
    return tidy


def _tidied(node: Any) -> Any:
    if isinstance(node, list):
        return [_tidied(each) for each in node]
    if not isinstance(node, dict):
        return node
    # A key of the plan may be called title, too: then its value is a schema.
    tidy = {k: _tidied(v) for k, v in node.items() if k != "default" and not (k == "title" and isinstance(v, str))}
    if node.get("type") in ("integer", "number"):
        tidy |= {"minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER}
    if "prefixItems" in tidy:
        tidy["items"] = False
    return tidy
