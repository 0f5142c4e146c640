"""The JSON Schema of a definition, for editors and for programs that check a plan before hardday does.

It comes from the model (``model/definition.py``) and the rules, and adds what an author needs while writing: how each
quantity is written, with its unit, examples, defaults and what each word of a vocabulary means. It may let pass what
``hardday check`` refuses, never the other way round.
"""

from __future__ import annotations

from typing import Any

from generator.model.schema import definition_adapter, schema_of
from generator.schema.names import Names
from generator.schema.rules import rules_schema
from generator.schema.shaping import shaped

__all__ = ["FILE", "Names", "definition_schema"]

#: Where the schema of a project's definitions stands, and what every plan names in its first line.
FILE = "definition.schema.json"


def definition_schema(names: Names | None = None) -> dict[str, Any]:
    """Return the schema. ``names``: what the library of a project knows; without them any short name may stand.

    What a plan extends may give what is required, so nothing is required beside ``extends``.
    """
    schema: dict[str, Any] = shaped(schema_of(definition_adapter()), names or Names())
    properties = dict(schema["properties"]) | {"rules": rules_schema(), "extends": _extends(names)}
    required, race = schema.pop("required"), schema["$defs"]["Goal"]
    whole = {"required": required, "properties": {"race": {"required": race["required"]}}}
    properties["race"] = {
        **properties["race"],
        "$ref": "#/$defs/GoalRace",
    }
    definitions = {**schema["$defs"], "GoalRace": {k: v for k, v in race.items() if k != "required"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "properties": properties,
        "$defs": dict(sorted(definitions.items())),
        "anyOf": [whole, {"required": ["extends"]}],
    }


def _extends(names: Names | None) -> dict[str, Any]:
    return {
        "type": "string",
        "description": "A plan or a policy on which this one builds, one step only. Write only what differs.",
        "examples": ["marathon-competitive", *(names.policies if names else ())],
    }
