"""Hypothesis draws structure, which is grafted into a good file in place of a part of it: the same for a number."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T], number: int, count: int) -> list[T]:
    """Return ``count`` values of a strategy; ``number`` says which."""
    found: list[T] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def keep(value: T) -> None:
        found.append(value)

    keep()
    return (found * count)[:count]  # of a small strategy there may be less


def structures(scalars: Iterable[Any], keys: Iterable[str]) -> st.SearchStrategy[Any]:
    """Return values that are scalars, lists, and objects with keys that are known or not."""
    leaves = st.one_of(st.sampled_from(list(scalars)), st.text(max_size=12), st.integers(), st.floats(), st.none())
    names = st.one_of(st.sampled_from(list(keys)), st.text(max_size=6))
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4), max_leaves=12
    )


def places_of(data: Any, keys: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the keys that lead to every value of plain data, the whole included."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [keys, *(place for key, value in inner for place in places_of(value, (*keys, key)))]


def grafted(data: Any, keys: tuple[Any, ...], value: Any) -> Any:
    """Return plain data with another value in one place."""
    if not keys:
        return value
    changed = dict(data) if isinstance(data, dict) else list(data)
    changed[keys[0]] = grafted(data[keys[0]], keys[1:], value)
    return changed


def as_json(data: Any) -> bytes:
    """Return data as JSON, which is YAML, too; what JSON can't say it says all the same (NaN)."""
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
