"""A plan's JSON changed at random: the raw material of tests about strangers' plans."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 7, 5.0, 0.5, 10**9, 10**9 + 1, 1e300, "", "km", "run", "bike", "2027-01-04"),
    *([], [1], [1, 2], [1, 2, 3], ["a"], [None], {}, {"kind": "work"}, {"repeat": 2, "steps": []}, {"a": 1}),
)


def places_of(data: Any) -> list[tuple[Any, ...]]:
    """Return the keys that lead to every value."""
    return list(_places(data))


def _places(data: Any, keys: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if keys:
        yield keys
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inner:
        yield from _places(value, (*keys, key))


def mutated(draw: random.Random, data: Any, places: list[tuple[Any, ...]]) -> Any:
    """Return a copy with one to three values replaced, taken away, or a strange key added beside them.

    A kind of place is drawn first, so that places that are rare are changed as often as the many.
    """
    changed = deepcopy(data)
    shapes: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}
    for keys in places:
        shapes.setdefault(tuple(key for key in keys if isinstance(key, str)), []).append(keys)
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        keys = draw.choice(shapes[draw.choice(sorted(shapes))])
        here = changed
        try:
            for key in keys[:-1]:
                here = here[key]
            how = draw.random()
            if how < 0.25:
                del here[keys[-1]]
            elif how < 0.35 and isinstance(here, dict):
                here["a key of a stranger's"] = deepcopy(draw.choice(ODD[:8]))
            else:
                here[keys[-1]] = deepcopy(draw.choice(ODD))
        except (KeyError, IndexError, TypeError):
            continue
    return changed
