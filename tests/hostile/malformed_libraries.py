"""Files of the library that mean harm: cases by number. A small plan is checked against each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import yaml
from malformed_cases import NO_FILES, ROOT, SCALARS, Case, mutated, with_faults
from malformed_structures import as_json, drawn, grafted, places_of, structures
from malformed_yaml import yaml_shapes

FOLDER = "plans/library"
READER = ("check", "plans/offseason-strength.yaml")
#: Files whose keys are all known, so that one that is not is a fault.
_TYPED = ("exercises.yaml", "sessions.yaml")
_CALENDAR = b"week,mon,tue,wed,thu,fri,sat,sun\n1,rest,easy 5 km,rest,8 km,rest,easy 4 km,long 14 km\n"
_DRAWN = 10


@cache
def good(folder: str) -> dict[str, str]:
    """Return the good files of a folder by name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / folder).glob("*.yaml"))}


def cases(numbers: Sequence[int]) -> Iterator[Case]:
    """Yield the cases of these numbers: first the named shapes, then drawn ones."""
    named = shapes()
    yield from (named[n] if n < len(named) else _drawn(n) for n in numbers)


def _case(name: str, file: str, data: bytes, **more: Any) -> Case:
    words = file == "calendar_words.yaml"
    reader = ("import", "zz.csv", "--out=zz.yaml", "--force") if words else READER
    beside = (("zz.csv", _CALENDAR),) if words else ()
    return Case(f"{file}: {name}", f"{FOLDER}/{file}", data, reader, beside=beside, **more)


def shapes() -> list[Case]:
    """Return every named shape of each file in turn: the whole list for one, a share of it for the others."""
    made = []
    for number, (file, text) in enumerate(good(FOLDER).items()):
        every = list(yaml_shapes(text.encode()).items())
        share = every if file == "exercises.yaml" else every[number :: len(good(FOLDER))]
        made += [_case(name, file, data) for name, data in share]
    for file in ("exercises.yaml", "calendar_words.yaml"):
        made += [_case(name, file, b"", place=place, refused=True) for name, place in NO_FILES.items()]
    return made


def _drawn(number: int) -> Case:
    draw = random.Random(f"library {number}")
    file = draw.choice(sorted(good(FOLDER)))
    if number % 4 == 0:
        file = draw.choice(_TYPED)
        text, lines = with_faults(draw, good(FOLDER)[file])
        return _case("several faults", file, text.encode(), lines=lines, refused=True)
    if number % 4 == 1:
        file, data = structured(FOLDER, number // 4 // _DRAWN)[number // 4 % _DRAWN]
        return _case("structure", file, as_json(data))
    return _case("mutated", file, mutated(draw, good(FOLDER)[file].encode()))


@cache
def structured(folder: str, number: int) -> list[tuple[str, Any]]:
    """Return good files of a folder with drawn structure in one place: their names, and their data."""
    read = {file: yaml.load(text, Loader=yaml.CBaseLoader) for file, text in good(folder).items()}
    places = {file: places_of(data) for file, data in read.items()}
    keys = sorted({key for found in places.values() for place in found for key in place if isinstance(key, str)})
    draw = random.Random(f"structure {number}")
    found = []
    for value in drawn(structures(SCALARS, keys), number, _DRAWN):
        file = draw.choice(sorted(read))
        found.append((file, grafted(read[file], draw.choice(places[file]), value)))
    return found
