"""Overrides read from a ``rules:`` mapping, each value in the type of its rule's parameter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.model.plan import Override
from generator.rules import by_slug
from generator.rules.rule import Parameter, Value

_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
_WORDS = {"yes": True, "true": True, "no": False, "false": False}


def overrides_of(rules: Mapping[str, Mapping[str, Any]]) -> tuple[Override, ...]:
    """Return the overrides that a ``rules:`` mapping writes, values typed as the rule's parameter is."""
    found: list[Override] = []
    for slug, values in rules.items():
        because = values.get("because", "")
        reason = " ".join(because.split()) if isinstance(because, str) else ""
        for name, value in values.items():
            if name != "because":
                found.append(Override(slug, name, _typed(_parameter(slug, name), value), reason))
    return tuple(found)


def merged(policy: tuple[Override, ...], plan: tuple[Override, ...]) -> tuple[Override, ...]:
    """Lay the plan's overrides over the policy's, one value a parameter."""
    by_name = {(o.rule, o.parameter): o for o in (*policy, *plan)}
    return tuple(by_name.values())


def _parameter(slug: str, name: str) -> Parameter | None:
    try:
        return by_slug(slug).parameter(name)
    except KeyError:
        return None


def _typed(parameter: Parameter | None, value: Any) -> Value:
    """Turn YAML's text into the parameter's type where that can be done; else leave the text for the fault."""
    if isinstance(value, (list, tuple)):
        return tuple(str(v).strip() for v in value)
    text = str(value).strip()
    if parameter is None:
        return text
    if isinstance(parameter.default, bool):
        return _WORDS.get(text.lower(), text)
    if isinstance(parameter.default, (int, float)):
        bare = text.removesuffix("%").strip() if "percent" in parameter.meaning else text
        if not _NUMBER.fullmatch(bare):
            return text
        return float(bare) if "." in bare or isinstance(parameter.default, float) else int(bare)
    return (text,) if isinstance(parameter.default, tuple) else text
