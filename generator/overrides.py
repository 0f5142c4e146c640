"""Policy and plan made into overrides: what is set otherwise than by the rules' defaults, and why.

A plan's own word stands over its policy's. ``because`` beside the parameters is the reason for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic, Place
from generator.model.plan import Override
from generator.rules import by_slug, faults_of
from generator.rules.rule import Value


def overrides_of(rules: Mapping[str, Mapping[str, Any]]) -> tuple[Override, ...]:
    """Return the overrides that a ``rules:`` mapping writes, values typed as the rule's parameter is."""
    found: list[Override] = []
    for slug, values in rules.items():
        because = str(values.get("because", ""))
        for name, value in values.items():
            if name != "because":
                found.append(Override(slug, name, _typed(slug, name, value), because))
    return tuple(found)


def merged(policy: tuple[Override, ...], plan: tuple[Override, ...]) -> tuple[Override, ...]:
    """Lay the plan's overrides over the policy's, one value a parameter."""
    by_name = {(o.rule, o.parameter): o for o in (*policy, *plan)}
    return tuple(by_name.values())


def faults_in_overrides(authored: Authored, overrides: tuple[Override, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a plan's own overrides, at the author's place."""
    for fault in faults_of(overrides):
        o = fault.override
        keys: Keys = ("rules", o.rule) if fault.part in ("rule", "because") else ("rules", o.rule, o.parameter)
        yield Diagnostic(authored.place(*keys), "error", _known_slug(o.rule), fault.message.rstrip("."), fault.hint)


def faults_in_policy(path: str, places: Mapping[Keys, Place], overrides: tuple[Override, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a policy's overrides."""
    for fault in faults_of(overrides):
        place = places.get(("rules", fault.override.rule), Place(path, 1, 1))
        yield Diagnostic(place, "error", _known_slug(fault.override.rule), fault.message.rstrip("."), fault.hint)


def _known_slug(slug: str) -> str | None:
    try:
        return by_slug(slug).slug
    except KeyError:
        return None


def _typed(slug: str, name: str, value: Any) -> Value:
    """Turn YAML's text into the parameter's type where that can be done; else leave the text for the fault."""
    if isinstance(value, (list, tuple)):
        return tuple(str(v) for v in value)
    try:
        default = by_slug(slug).defaults.get(name)
    except KeyError:
        return str(value)
    text = str(value).strip()
    if isinstance(default, bool):
        return {"yes": True, "true": True, "no": False, "false": False}.get(text.lower(), text)
    try:
        if isinstance(default, int):
            return int(text)
        if isinstance(default, float):
            return float(text.removesuffix("%").strip())
    except ValueError:
        return text
    return (text,) if isinstance(default, tuple) else text
