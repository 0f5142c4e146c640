"""What is wrong with overrides, at the place where the author wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic, Place
from generator.model.plan import Override
from generator.model.quoting import quoted
from generator.rules import by_slug, faults_of
from generator.rules.policy import OverrideFault

LONGEST_REASON = 400


def faults_in_overrides(authored: Authored, overrides: tuple[Override, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a plan's own overrides, at the author's place."""
    yield from _shapes(authored)
    unexplained: set[str] = set()
    for fault in faults_of(overrides):
        if fault.part == "because" and fault.override.rule in unexplained:
            continue
        if fault.part == "because":
            unexplained.add(fault.override.rule)
        keys = _keys(fault)
        place = authored.place(*keys) if fault.part == "value" else authored.key_place(*keys)
        yield _diagnostic(place, fault)


def faults_in_policy(path: str, places: Mapping[Keys, Place], overrides: tuple[Override, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with a policy's overrides; ``places`` has those of its keys."""
    for fault in faults_of(overrides):
        keys = _keys(fault)
        yield _diagnostic(places.get(keys) or places.get(keys[:2]) or Place(path, 1, 1), fault)


def _shapes(authored: Authored) -> Iterator[Diagnostic]:
    """Yield what is no override at all: nothing set, a group where a value belongs, a reason that is no text."""
    for slug, values in authored.definition.rules.items():
        if not set(values) - {"because"}:
            message = f"nothing of {slug} is set here"
            yield Diagnostic(
                authored.key_place("rules", slug), "error", None, message, "Add a parameter, or delete it."
            )
        for name, value in values.items():
            keys: Keys = ("rules", slug, name)
            if name == "because":
                yield from _reason(authored, keys, value)
            elif isinstance(value, dict) or any(isinstance(v, (dict, list)) for v in _entries(value)):
                message = f"{slug}: {name} is a group of keys; expected one value or a list of words"
                yield Diagnostic(authored.place(*keys), "error", _known_slug(slug), message)


def _entries(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _reason(authored: Authored, keys: Keys, value: Any) -> Iterator[Diagnostic]:
    if not isinstance(value, str):
        yield Diagnostic(authored.place(*keys), "error", None, "because: is the reason in words, not a list or a group")
    elif len(value) > LONGEST_REASON:
        message = f"because: has {len(value)} characters; at most {LONGEST_REASON}"
        yield Diagnostic(authored.place(*keys), "error", None, message)


def _keys(fault: OverrideFault) -> Keys:
    override = fault.override
    at_rule = fault.part in ("rule", "because")
    return ("rules", override.rule) if at_rule else ("rules", override.rule, override.parameter)


def _diagnostic(place: Place, fault: OverrideFault) -> Diagnostic:
    slug = _known_slug(fault.override.rule)
    message = fault.message.rstrip(".").replace(f"'{fault.override.rule}'", quoted(fault.override.rule))
    return Diagnostic(place, "error", slug, message[:1].lower() + message[1:], fault.hint)


def _known_slug(slug: str) -> str | None:
    try:
        return by_slug(slug).slug
    except KeyError:
        return None
