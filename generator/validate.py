"""From a tree to a Definition: types first, then what can't be together. All faults at once, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from pydantic import TypeAdapter, ValidationError

from generator.frozen import frozen
from generator.model.definition import Authored, Keys, PolicyText
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import nearest, one_line, quoted
from generator.model.schema import (
    definition_adapter,
    known_at,
    meaning_at,
    owners_of,
    policy_adapter,
)
from generator.model.type_words import type_words
from generator.validate_sense import Known, faults_of_sense
from generator.yaml_tree import Tree

__all__ = ["Check", "Known", "definition_schema", "validate", "validate_policy"]
Check = Callable[[Authored], Iterator[Diagnostic]]
#: So many of a file's unknown keys are compared with all known ones, to name the nearest: each takes a millisecond.
_MOST_MEANT = 200
_SAY_WHAT_IT_MEANS = (
    "greater",
    "less",
    "int",
    "bool",
    "literal",
    "tuple",
    "mapping",
    "dict",
    "dataclass",
    "string_type",
)


def validate(tree: Tree, plan_id: str, known: Known, checks: Iterable[Check] = ()) -> Authored:
    """Return the definition; Refused with every fault, those that the tree already has among them.

    ``known`` names what a definition may refer to: ``exercises``, ``big_lifts``, ``sources``, ``policies``.
    ``checks`` are more faults of sense to look for, such as those of the rules.
    """
    definition, faults = _read(tree, definition_adapter())
    if definition is not None:
        authored = Authored(plan_id, tree.path, definition, {**tree.keys, **tree.values}, tree.keys)
        faults += faults_of_sense(authored, known)
        for check in checks:
            faults += check(authored)
    _refuse(faults)
    return authored


def validate_policy(tree: Tree, check: Callable[[PolicyText], Iterable[Diagnostic]] = lambda policy: ()) -> PolicyText:
    """Return the policy; Refused with every fault. ``check`` looks for more, such as those of the rules."""
    policy, faults = _read(tree, policy_adapter())
    if policy is not None:
        faults += check(policy)
    _refuse(faults)
    assert isinstance(policy, PolicyText)
    return policy


def definition_schema() -> dict[str, Any]:
    """Return the JSON Schema of a definition, without the names of a project's library."""
    from generator.schema import definition_schema as of_any_project

    return of_any_project()


def _refuse(faults: list[Diagnostic]) -> None:
    if faults:
        raise Refused(tuple(sorted(dict.fromkeys(faults), key=_order)))


def _order(diagnostic: Diagnostic) -> tuple[str, int, int]:
    return (diagnostic.place.path, diagnostic.place.line, diagnostic.place.column)


@frozen
class _Fault:
    """A type fault: the document's keys that lead to it, and pydantic's name of what is wrong."""

    keys: Keys
    kind: str
    diagnostic: Diagnostic


def _read(tree: Tree, adapter: TypeAdapter[Any]) -> tuple[Any, list[Diagnostic]]:
    """Return the typed value (None if there is none) and all faults so far.

    A key that is not known means nothing: with no other fault the value is what the rest says, so that more is told.
    """
    faults = [_empty(tree, keys) for keys in _empties(tree.value, ())]
    faults += _without_running(tree, adapter)
    value = None
    try:
        value = adapter.validate_python(tree.value)
    except ValidationError as problem:
        errors = problem.errors(include_url=False)
        faults += [_plain(tree, dict(error), adapter, at < _MOST_MEANT) for at, error in enumerate(errors)]
    if tree.partial:
        faults = [fault for fault in faults if fault.kind != "missing"]
    if faults and all(fault.kind == "unknown" for fault in faults):
        value = _of_the_known(tree.value, {fault.keys for fault in faults}, adapter)
    elif faults:
        value = None
    return value, [*tree.faults, *_without_echoes(faults)]


def _of_the_known(document: Any, unknown: set[Keys], adapter: TypeAdapter[Any]) -> Any:
    try:
        return adapter.validate_python(_without(document, unknown, ()))
    except ValidationError:
        return None


def _without(value: Any, left_out: set[Keys], keys: Keys) -> Any:
    if isinstance(value, dict):
        kept = ((key, (*keys, key)) for key in value if (*keys, key) not in left_out)
        return {key: _without(value[key], left_out, inner) for key, inner in kept}
    if isinstance(value, list):
        return [_without(inner, left_out, (*keys, index)) for index, inner in enumerate(value)]
    return value


def _without_running(tree: Tree, adapter: TypeAdapter[Any]) -> Iterator[_Fault]:
    """A phase may leave its running to a calendar; without one in the file it has to say it."""
    if not isinstance(tree.value, dict) or "calendar" in tree.value:
        return
    for name in ("phases", "stages", "rolling"):
        given = tree.value.get(name)
        for index, block in enumerate(given if isinstance(given, list) else [given]):
            if isinstance(block, dict) and "running" not in block and isinstance(given, list) == (name != "rolling"):
                keys: Keys = (name, index) if isinstance(given, list) else (name,)
                message, hint = f"'running:' is missing{_inside(keys)}", meaning_at(adapter, (*keys, "running"))
                yield _Fault(
                    (*keys, "running"), "missing", Diagnostic(_place(tree, keys), "error", None, message, hint)
                )


def _without_echoes(faults: list[_Fault]) -> Iterator[Diagnostic]:
    """Keep one fault a value: a misplaced key goes before its emptiness, an entry's fault before its list's."""
    unknown = {fault.keys for fault in faults if fault.kind == "unknown"}
    above = {fault.keys[:n] for fault in faults if fault.kind == "value" for n in range(len(fault.keys))}
    seen: set[Keys] = set()
    for fault in faults:
        if fault.kind == "empty" and fault.keys in unknown:
            continue
        if fault.kind in ("empty", "value"):
            if fault.keys in seen or (fault.kind == "value" and fault.keys in above):
                continue
            seen.add(fault.keys)
        yield fault.diagnostic


def _empties(value: Any, keys: Keys) -> Iterator[Keys]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _empties(inner, (*keys, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _empties(inner, (*keys, index))
    elif keys and (value is None or (isinstance(value, str) and not value.strip())):
        yield keys


def _empty(tree: Tree, keys: Keys) -> _Fault:
    """Keys with nothing after them are errors of their own, not wrong types."""
    if isinstance(keys[-1], int):
        message, hint = "nothing stands in this entry of the list", "Write it, or delete the entry."
    else:
        message, hint = f"nothing stands after {quoted(f'{keys[-1]}:')}", "Write it, or delete the key."
    return _Fault(keys, "empty", Diagnostic(tree.keys.get(keys) or _place(tree, keys), "error", None, message, hint))


def _plain(tree: Tree, error: dict[str, Any], adapter: TypeAdapter[Any], meant: bool) -> _Fault:
    keys = tuple(_real_keys(tree.value, error["loc"]))
    kind = error["type"]
    if kind in ("unexpected_keyword_argument", "extra_forbidden"):
        place = tree.keys.get(keys) or _place(tree, keys)
        message, hint = f"{quoted(keys[-1])} is not known here", _known_instead(keys, adapter) if meant else ""
        return _Fault(keys, "unknown", Diagnostic(place, "error", None, message, hint))
    if kind in ("missing", "missing_keyword_only_argument"):
        name = error["loc"][-1]
        message = f"'{name}:' is missing{_inside(keys)}"
        hint = meaning_at(adapter, (*keys, name))
        return _Fault((*keys, name), "missing", Diagnostic(_place(tree, keys), "error", None, message, hint))
    message, hint = type_words(kind, error.get("ctx", {}), _at(tree.value, keys), str(error["msg"]))
    if not hint and kind.startswith(_SAY_WHAT_IT_MEANS):
        hint = meaning_at(adapter, keys)
    return _Fault(keys, "value", Diagnostic(_place(tree, keys), "error", None, f"{_name(keys)}: {message}", hint))


def _known_instead(keys: Keys, adapter: TypeAdapter[Any]) -> str:
    name, known = str(keys[-1]), known_at(adapter, keys[:-1])
    near = nearest(name, known)
    owners = owners_of(adapter, name)
    if near or not owners:
        return near or (f"Known here: {', '.join(known)}." if 0 < len(known) <= 12 else "")
    return f"It belongs under {' or '.join(f'{owner}:' for owner in owners[:3])}."


def _at(value: Any, keys: Keys) -> Any:
    for key in keys:
        value = value[key]
    return value


def _name(keys: Keys) -> str:
    names = [str(k) for k in keys if isinstance(k, str)]
    return one_line(names[-1]) if names else "the file"


def _inside(keys: Keys) -> str:
    """Say where a key is missing: ``in phases, number 2``, ``in running``."""
    if not keys:
        return ""
    return f" in {keys[-2]}, number {keys[-1] + 1}" if isinstance(keys[-1], int) else f" in {one_line(keys[-1])}"


def _place(tree: Tree, keys: Keys) -> Place:
    for length in range(len(keys), 0, -1):
        found = tree.values.get(keys[:length]) or tree.keys.get(keys[:length])
        if found:
            return found
    return Place(tree.path, 1, 1)


def _real_keys(value: Any, loc: Iterable[str | int]) -> Iterator[str | int]:
    """Drop what pydantic puts into a location beyond the document's own keys (the arms of a union)."""
    for key in loc:
        listed = isinstance(value, list) and isinstance(key, int) and key < len(value)
        if listed or (isinstance(value, dict) and key in value):
            value = value[key]
            yield key
