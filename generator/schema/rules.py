"""The ``rules:`` of a definition in the schema: every rule with its statement, every parameter with its default."""

from __future__ import annotations

from typing import Any

from generator.rules import RULES
from generator.rules.rule import Parameter, Rule

_NUMBER = r"^\s*[0-9]{1,9}(\.[0-9]{1,6})?\s*%?\s*$"
_UNITS = ("percent", "meters", "minutes", "days", "weeks", "sets", "repetitions")
_BECAUSE = {
    "type": ["string", "number", "boolean"],
    "description": "Why. Needed where the value is looser than the rule's own; the plan's page shows it.",
    "examples": ["The runner comes back to a distance held last year."],
}


def rules_schema() -> dict[str, Any]:
    """Return the schema of ``rules:``."""
    return {
        "type": "object",
        "description": "A rule's parameters for this plan. Stricter needs no reason; looser says why under because:.",
        "default": {},
        "examples": [{"ramp": {"most": 25, "because": "The runner comes back to a distance held last year."}}],
        "additionalProperties": False,
        "properties": {rule.slug: _rule(rule) for rule in RULES},
    }


def _rule(rule: Rule) -> dict[str, Any]:
    example: dict[str, Any] = {p.name: _written(p) for p in rule.parameters[:1]} or {"level": rule.level}
    return {
        "type": "object",
        "description": f"{rule.statement} Why and where from: the page /rules/{rule.slug}/ of the site.",
        "examples": [example],
        "additionalProperties": False,
        "properties": {
            "because": _BECAUSE,
            "level": {
                "enum": ["off", "warning", "error"],
                "description": "How much it counts: an error stops the build, a warning is printed on the plan's page.",
                "default": rule.level,
                "examples": ["warning"],
            },
            **{parameter.name: _parameter(parameter) for parameter in rule.parameters},
        },
    }


def _written(parameter: Parameter) -> Any:
    return list(parameter.default) if isinstance(parameter.default, tuple) else parameter.default


def _parameter(parameter: Parameter) -> dict[str, Any]:
    told: dict[str, Any] = {
        "description": f"{parameter.meaning[:1].upper()}{parameter.meaning[1:]}. Stricter is {parameter.stricter}.",
        "default": _written(parameter),
        "examples": [_written(parameter)],
    }
    if isinstance(parameter.default, tuple):
        kinds = {"enum": list(parameter.choices)} if parameter.choices else {"type": "string"}
        # One word alone is read as a list of one.
        return told | {"anyOf": [{"type": "array", "items": kinds}, kinds]}
    unit = next((unit for unit in _UNITS if unit in parameter.meaning), "")
    told |= {"x-unit": unit} if unit else {}
    return told | {
        "type": ["number", "string"],
        "minimum": 0,
        "pattern": _NUMBER,
        "errorMessage": "Write a number from 0 up.",
    }
