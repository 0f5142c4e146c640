"""Pydantic's errors in words that a physical therapist understands: what is wrong, what would be right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.model.fields import ONE_LINE
from generator.model.quoting import nearest, quoted
from generator.model.units import meant_unit

_WANTED = (
    ("tuple", "a list, such as [a, b]"),
    ("mapping", "lines of `key: value`"),
    ("dict", "lines of `key: value`"),
    ("dataclass", "lines of `key: value`"),
    ("model", "lines of `key: value`"),
    ("string", "text"),
)


def type_words(kind: str, context: Mapping[str, Any], value: Any, message: str) -> tuple[str, str]:
    """Return message and hint for one of pydantic's error types; ``message`` is pydantic's own, as the last resort."""
    shown = shown_value(value)
    if kind == "value_error":
        return str(context["error"]), ""
    if kind == "literal_error":
        options = str(context["expected"]).replace("'", "")
        known = re.split(r", | or ", options)
        unit = meant_unit(str(value).strip().lower())
        hint = f"Write {unit}." if unit in known else nearest(str(value), known)
        return f"{shown} is not one of {options}", hint
    if kind.startswith("int"):
        return f"{shown} is not a whole number", ""
    if kind.startswith("bool"):
        return f"{shown} is neither yes nor no", ""
    if kind in ("greater_than_equal", "less_than_equal"):
        least = "ge" in context
        bound = context["ge"] if least else context["le"]
        return f"{shown} is too {'small' if least else 'large'}; {'at least' if least else 'at most'} {bound}", ""
    return _text_words(kind, context, value) or _shape_words(kind, value, shown) or (message, "")


def _text_words(kind: str, context: Mapping[str, Any], value: Any) -> tuple[str, str] | None:
    if kind == "string_pattern_mismatch":
        return _pattern_words(context["pattern"], value)
    if kind == "string_too_long":
        return f"this has {len(str(value).strip())} characters; at most {context['max_length']}", ""
    if kind == "too_long":
        return f"this list has {context['actual_length']} entries; at most {context['max_length']}", ""
    if kind == "too_short":
        return f"this list has {context['actual_length']} entries; at least {context['min_length']}", ""
    if kind == "string_too_short":
        return "nothing is written here", ""
    return None


def _pattern_words(pattern: str, value: Any) -> tuple[str, str]:
    if pattern == ONE_LINE:
        return "this text has more than one line", "Write it on one line."
    if "{4}-" in pattern:
        return f"{quoted(value)} is not a date such as 2026-11-01", ""
    if "[0-4]" in pattern:
        return f"{quoted(value)} is not a number of sessions from 0 to 4, such as 2 or 2-3", ""
    what = "a short name of small letters, digits and hyphens, such as first-half"
    return f"{quoted(value)} is not {what}", _as_slug(str(value))


def _as_slug(text: str) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return f"Write {slug}." if slug and len(slug) <= 60 else ""


def _shape_words(kind: str, value: Any, shown: str) -> tuple[str, str] | None:
    wanted = next((words for start, words in _WANTED if kind.startswith(start)), None)
    if wanted is None:
        return None
    hint = ""
    if isinstance(value, dict):
        hint = {"a list, such as [a, b]": "Start each entry with a dash."}.get(wanted, "")
        hint = "Put the text in quotes: a colon in it makes a key of what stands before." if wanted == "text" else hint
    return f"expected {wanted}, not {shown}", hint


def shown_value(value: Any) -> str:
    """Return how a message shows a value: text in quotes, all else by its shape."""
    if isinstance(value, dict):
        return "a group of keys"
    return "a list" if isinstance(value, (list, tuple)) else quoted(value)
