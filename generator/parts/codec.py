"""Frozen data as JSON and back, by its types: plain, so a record that somebody else wrote can do no harm.

A dataclass is a list of its fields' values in their order, a mapping a list of pairs, a date its ISO form. The reader
checks each value against the type it is to have; anything else is a ValueError, never a guess.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Decode = Callable[[Any], Any]
Encode = Callable[[Any], Any]
_PLAIN = (str, int, float, bool, type(None))


def encode(value: object) -> Any:
    """Return what JSON can hold of the value; TypeError for what is no frozen data."""
    kind: Any = type(value)
    return _encoder(kind)(value)


def decode(kind: Any, data: Any) -> Any:
    """Return a value of that type from what JSON held of it; ValueError if it is something else."""
    try:
        return _decoder(kind)(data)
    except (TypeError, KeyError, RecursionError) as problem:
        raise ValueError(f"not what a record holds: {problem}") from None


@cache
def _encoder(kind: Any) -> Encode:
    if issubclass(kind, _PLAIN):
        return _as_it_is
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    if is_dataclass(kind):
        names = tuple(one.name for one in fields(kind))
        return lambda value: [encode(getattr(value, name)) for name in names]
    if issubclass(kind, tuple | list):
        return lambda value: [encode(one) for one in value]
    if issubclass(kind, Mapping):
        return lambda value: [[encode(key), encode(one)] for key, one in value.items()]
    raise TypeError(f"{kind.__name__} is no frozen data")


def _as_it_is(value: Any) -> Any:
    return value


@cache
def _decoder(kind: Any) -> Decode:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _plain(kind)
    if kind is date:
        return _date
    if is_dataclass(kind):
        return _dataclass(kind)
    if origin is Literal:
        return _literal(frozenset(arguments))
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin in (Mapping, dict):
        return _mapping(arguments)
    raise TypeError(f"records don't hold {kind}")


def _plain(kind: type) -> Decode:
    def read(data: Any) -> Any:
        if type(data) is kind or (kind is float and type(data) is int):
            return data
        raise ValueError(f"{data!r:.80} instead of {kind.__name__}")

    return read


def _date(data: Any) -> date:
    if type(data) is str:
        return date.fromisoformat(data)
    raise ValueError(f"{data!r:.80} is no date")


def _literal(allowed: frozenset[Any]) -> Decode:
    def read(data: Any) -> Any:
        if isinstance(data, _PLAIN) and data in allowed:
            return data
        raise ValueError(f"{data!r:.80} is not one of what it may be")

    return read


def _dataclass(kind: Any) -> Decode:
    hints, given = get_type_hints(kind), fields(kind)
    names, by_name = [one.name for one in given], any(one.kw_only for one in given)
    plain_all = [hints[one.name] for one in given]
    if not by_name and all(one in _PLAIN for one in plain_all):
        return _row(plain_all, lambda data: kind(*data), f"no {kind.__name__}")
    readers: list[tuple[Any, Decode]] = []

    def read(data: Any) -> Any:
        if not readers:  # not before it is needed, since a type may hold itself
            readers.extend((_itself(hints[one.name]), _decoder(hints[one.name])) for one in given)
        if type(data) is not list or len(data) != len(readers):
            raise ValueError(f"no {kind.__name__}")
        # Most values are plain: a look at their type costs a tenth of a call.
        values = [
            value if type(value) is plain else one(value) for (plain, one), value in zip(readers, data, strict=True)
        ]
        return kind(**dict(zip(names, values, strict=True))) if by_name else kind(*values)

    return read


def _row(kinds: Sequence[type], made: Decode, otherwise: str) -> Decode:
    """Read values of plain types, one after the other: most of what records hold."""
    wanted, readers = list(kinds), [_plain(kind) for kind in kinds]

    def read(data: Any) -> Any:
        if type(data) is not list:
            raise ValueError(otherwise)
        if list(map(type, data)) == wanted:
            return made(data)
        if len(data) != len(readers):
            raise ValueError(otherwise)
        return made([one(value) for one, value in zip(readers, data, strict=True)])

    return read


def _itself(kind: Any) -> Any:
    """Return the type whose values JSON holds as they are; for other kinds a type that no value has."""
    return kind if kind in _PLAIN else _Nothing


class _Nothing:
    """No value is of this type."""


def _union(kinds: tuple[Any, ...]) -> Decode:
    plain = frozenset(kind for kind in kinds if kind in _PLAIN)
    readers = [_decoder(kind) for kind in kinds]

    def read(data: Any) -> Any:
        if type(data) in plain:
            return data
        for one in readers:
            try:
                return one(data)
            except ValueError:
                continue
        raise ValueError(f"{data!r:.80} is nothing of what it may be")

    return read


def _tuple(kinds: tuple[Any, ...]) -> Decode:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        alone, each = {_itself(kinds[0])}, _decoder(kinds[0])

        def read_all(data: Any) -> Any:
            if type(data) is not list:
                raise ValueError(f"{data!r:.80} is no list")
            if {*map(type, data)} <= alone:
                return tuple(data)
            return tuple([each(one) for one in data])

        return read_all
    if all(kind in _PLAIN for kind in kinds):
        return _row(kinds, tuple, f"no list of {len(kinds)}")
    readers = [_decoder(kind) for kind in kinds]

    def read(data: Any) -> Any:
        if type(data) is not list or len(data) != len(readers):
            raise ValueError(f"{data!r:.80} is no list of {len(readers)}")
        return tuple([one(value) for one, value in zip(readers, data, strict=True)])

    return read


def _mapping(kinds: tuple[Any, ...]) -> Decode:
    plain, (key, value) = _itself(kinds[0]), (_decoder(kind) for kind in kinds)

    def read(data: Any) -> Any:
        if type(data) is not list or any(type(pair) is not list or len(pair) != 2 for pair in data):
            raise ValueError(f"{data!r:.80} are no pairs")
        return {name if type(name) is plain else key(name): value(one) for name, one in data}

    return read
