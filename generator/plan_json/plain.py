"""JSON text made plain values, refusing what JSON's looseness would let through: every fault with its place."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

from generator.model.finding import Diagnostic, Refused
from generator.model.quoting import quoted
from generator.plan_json.places import Keys, Places

#: More than ten years of training need, and little enough that no file makes hardday slow or large.
MOST_CHARACTERS, MOST_VALUES = 8 * 1024 * 1024, 300_000
DEEPEST = 24
LARGEST_NUMBER = 1_000_000_000


class _Odd:
    """Stands for a value that no plan can hold; the message says why."""

    def __init__(self, message: str) -> None:
        self.message = message


class _Twice(dict[str, Any]):
    """An object with keys written more than once."""

    twice: tuple[str, ...] = ()


def read_plain(text: str, path: str) -> Any:
    """Return the text's values; whole floats become integers. Refused with every fault."""
    places = Places(text, path)
    if not text or text.isspace():
        raise Refused((Diagnostic(places.at(0), "error", None, "the file is empty"),))
    if len(text) > MOST_CHARACTERS:
        message = f"the file has {len(text):,} characters; a plan has at most {MOST_CHARACTERS:,}"
        raise Refused((Diagnostic(places.at(0), "error", None, message),))
    if text.count(",") > MOST_VALUES:
        message = f"the file holds more than {MOST_VALUES:,} values; no plan needs them"
        raise Refused((Diagnostic(places.at(0), "error", None, message),))
    try:
        value = json.loads(
            text, parse_int=_whole, parse_float=_decimal, parse_constant=_constant, object_pairs_hook=_object
        )
    except json.JSONDecodeError as problem:
        message = f"this is not JSON: {problem.msg[0].lower()}{problem.msg[1:]}"
        raise Refused((Diagnostic(places.at(problem.pos), "error", None, message),)) from None
    except RecursionError:
        message = "the file nests too deep for a plan"
        raise Refused((Diagnostic(places.at(0), "error", None, message),)) from None
    faults = list(_faults(value))
    if faults:
        where = places.of([keys for keys, _ in faults])
        raise Refused(tuple(Diagnostic(where[keys], "error", None, message) for keys, message in faults))
    return value


def _whole(digits: str) -> int | _Odd:
    if len(digits) > 11 or abs(int(digits)) > LARGEST_NUMBER:
        return _Odd(f"a number of {len(digits)} digits is too large for a plan")
    return int(digits)


def _decimal(digits: str) -> int | float | _Odd:
    value = float(digits)
    if not math.isfinite(value) or abs(value) > LARGEST_NUMBER:
        return _Odd("this number is too large for a plan")
    return int(value) if value.is_integer() else value


def _constant(name: str) -> _Odd:
    return _Odd(f"{name} is not a number a plan can hold")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    seen: set[str] = set()
    twice = _Twice(plain)
    twice.twice = tuple(dict.fromkeys(name for name, _ in pairs if name in seen or seen.add(name)))  # type: ignore[func-returns-value]
    return twice


def _faults(value: Any) -> Iterator[tuple[Keys, str]]:
    """Walk all values without recursion, in the order of the text."""
    waiting: list[tuple[Keys, Any]] = [((), value)]
    while waiting:
        keys, here = waiting.pop()
        if isinstance(here, _Odd):
            yield keys, here.message
        elif isinstance(here, str):
            if not here.isascii() and any("\ud800" <= letter <= "\udfff" for letter in here):
                yield keys, "this text has half a character in it"
        elif isinstance(here, (dict, list)) and len(keys) >= DEEPEST:
            yield keys, "the file nests too deep for a plan"
        elif isinstance(here, dict):
            if isinstance(here, _Twice):
                yield from (((*keys, name), f"{quoted(name)} is written twice") for name in here.twice)
            waiting += reversed([((*keys, name), each) for name, each in here.items()])
        elif isinstance(here, list):
            waiting += reversed([((*keys, index), each) for index, each in enumerate(here)])
