"""Frozen data: what ``@dataclass(frozen=True, slots=True)`` of the standard library makes, in two thirds of the time.

The library writes and compiles six functions for each class, and every command begins with making some hundreds of
them. Comparing, hashing and showing need no code of a class's own, so here they have none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from reprlib import recursive_repr
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def frozen(kind: type[T], /) -> type[T]: ...


@overload
def frozen(*, kw_only: bool = False) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type[Any] | None = None, /, *, kw_only: bool = False) -> Any:
    """Make a class a frozen dataclass with slots: equal if of one class with equal fields, and then of equal hash."""
    if kind is None:
        return lambda kind: _frozen(kind, kw_only)
    return _frozen(kind, kw_only)


def _frozen(kind: type[T], kw_only: bool) -> type[T]:
    made = dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=kw_only)(kind)
    compared = [one.name for one in fields(made) if one.compare]  # type: ignore[arg-type]
    shown = [one.name for one in fields(made) if one.repr]  # type: ignore[arg-type]
    values = attrgetter(*compared) if compared else _nothing

    def __eq__(self: object, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        same: bool = values(self) == values(other)
        return same

    def __hash__(self: object) -> int:
        return hash(values(self))

    @recursive_repr()
    def __repr__(self: object) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{self.__class__.__qualname__}({said})"

    for method in (__eq__, __hash__, __repr__):
        setattr(made, method.__name__, method)
    return made


def _nothing(_: object) -> tuple[()]:
    return ()
