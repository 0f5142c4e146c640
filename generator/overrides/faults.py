"""What is wrong with overrides, at the place where the author wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic, Place
from generator.model.plan import Override
from generator.model.quoting import one_line, quoted
from generator.rules import by_slug, faults_of
from generator.rules.policy import OverrideFault

LONGEST_REASON = 400
LONGEST_MESSAGE = 300


def faults_in_overrides(authored: Authored, overrides: tuple[Override, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a plan's own overrides, at the author's place."""
    shapeless = dict(_shapes(authored))
    yield from shapeless.values()
    told: set[Keys] = set()
    for fault in faults_of(overrides):
        keys = _keys(fault)
        if keys in told or keys in shapeless or (fault.part == "because" and (*keys, "because") in shapeless):
            continue
        if fault.part == "because":
            told.add(keys)
        place = authored.place(*keys) if fault.part == "value" else authored.key_place(*keys)
        yield _diagnostic(place, fault)


def faults_in_policy(path: str, places: Mapping[Keys, Place], overrides: tuple[Override, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a policy's overrides; ``places`` has those of its keys."""
    for fault in faults_of(overrides):
        keys = _keys(fault)
        yield _diagnostic(places.get(keys) or places.get(keys[:2]) or Place(path, 1, 1), fault)


def _shapes(authored: Authored) -> Iterator[tuple[Keys, Diagnostic]]:
    """Yield what is no override at all: nothing set, a group where a value belongs, a reason that is no text."""
    for slug, values in authored.definition.rules.items():
        if not set(values) - {"because"}:
            message, hint = f"nothing of {quoted(slug)} is set here", "Add a parameter, or delete it."
            yield ("rules", slug), Diagnostic(authored.key_place("rules", slug), "error", None, message, hint)
        for name, value in values.items():
            keys: Keys = ("rules", slug, name)
            message = _reason(value) if name == "because" else _group(name, value)
            if message:
                yield keys, Diagnostic(authored.place(*keys), "error", _known_slug(slug), message)


def _group(name: str, value: Any) -> str:
    entries = value if isinstance(value, list) else []
    if isinstance(value, dict) or any(isinstance(entry, (dict, list)) for entry in entries):
        return f"{one_line(name)}: expected one value or a list of words, not a group of keys"
    return ""


def _reason(value: Any) -> str:
    if not isinstance(value, str):
        return "because: is the reason in words, not a list or a group of keys"
    if len(value) > LONGEST_REASON:
        return f"because: has {len(value)} characters; at most {LONGEST_REASON}"
    return ""


def _keys(fault: OverrideFault) -> Keys:
    override = fault.override
    at_rule = fault.part in ("rule", "because")
    return ("rules", override.rule) if at_rule else ("rules", override.rule, override.parameter)


def _diagnostic(place: Place, fault: OverrideFault) -> Diagnostic:
    slug = _known_slug(fault.override.rule)
    message = one_line(fault.message.rstrip("."), LONGEST_MESSAGE)
    return Diagnostic(place, "error", slug, message[:1].lower() + message[1:], fault.hint)


def _known_slug(slug: str) -> str | None:
    try:
        return by_slug(slug).slug
    except KeyError:
        return None
