"""House policies that mean harm: cases by number. A small plan is checked beside each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from malformed_cases import NO_FILES, Case, mutated, with_faults
from malformed_libraries import READER, good, structured
from malformed_structures import as_json
from malformed_yaml import yaml_shapes

FOLDER = "plans/policies"
_DRAWN = 10


def cases(numbers: Sequence[int]) -> Iterator[Case]:
    """Yield the cases of these numbers: first the named shapes, then drawn ones."""
    named = shapes()
    yield from (named[n] if n < len(named) else _drawn(n) for n in numbers)


def _case(name: str, file: str, data: bytes, **more: Any) -> Case:
    return Case(f"{file}: {name}", f"{FOLDER}/{file}", data, READER, **more)


def shapes() -> list[Case]:
    """Return every named shape, of a policy that sets something."""
    text = good(FOLDER)["separate-days.yaml"].encode()
    made = [_case(name, "separate-days.yaml", data) for name, data in yaml_shapes(text).items()]
    none = [_case(name, "separate-days.yaml", b"", place=place, refused=True) for name, place in NO_FILES.items()]
    return [*made, *none]


def _drawn(number: int) -> Case:
    draw = random.Random(f"policy {number}")
    file = draw.choice(sorted(good(FOLDER)))
    if number % 4 == 0:
        text, lines = with_faults(draw, good(FOLDER)[file])
        return _case("several faults", file, text.encode(), lines=lines, refused=True)
    if number % 4 == 1:
        file, data = structured(FOLDER, number // 4 // _DRAWN)[number // 4 % _DRAWN]
        return _case("structure", file, as_json(data))
    return _case("mutated", file, mutated(draw, good(FOLDER)[file].encode()))
