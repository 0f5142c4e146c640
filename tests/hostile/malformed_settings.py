"""Settings (mkdocs.yml) that mean harm: cases by number. Each command that reads them gets some."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from malformed_cases import ROOT, SCALARS, Case, mutated
from malformed_structures import as_json, drawn, grafted, places_of, structures
from malformed_yaml import yaml_shapes

FILE = "mkdocs.yml"
_READERS = (("check",), ("host", "netlify"), ("reviews",), ("schema",), ("check", "--format=json"))
_DRAWN = 10


@cache
def good() -> str:
    """Return the settings that hardday comes with."""
    return (ROOT / FILE).read_text(encoding="utf-8")


def cases(numbers: Sequence[int]) -> Iterator[Case]:
    """Yield the cases of these numbers: first the named shapes, then drawn ones."""
    named = shapes()
    yield from (named[n] if n < len(named) else _drawn(n) for n in numbers)


def _case(name: str, data: bytes, reader: tuple[str, ...], **more: Any) -> Case:
    return Case(name, FILE, data, reader, **more)


def shapes() -> list[Case]:
    """Return every named shape, each for two commands."""
    every = yaml_shapes(good().encode()).items()
    kinds: dict[str, Any] = {
        "a folder": lambda path, data: Path.mkdir(path),
        "a pipe": lambda path, data: os.mkfifo(path),
        "a link to a device": lambda path, data: Path.symlink_to(path, "/dev/zero"),
        "a link to itself": lambda path, data: Path.symlink_to(path, FILE),
    }
    made = [_case(name, data, _READERS[(n + k) % 4]) for n, (name, data) in enumerate(every) for k in (0, 1)]
    return [*made, *(_case(name, b"", r, place=place) for name, place in kinds.items() for r in _READERS)]


def _drawn(number: int) -> Case:
    draw = random.Random(f"settings {number}")
    reader = draw.choice(_READERS)
    if number % 4 == 0:
        text, lines = _with_faults(draw)
        return _case("several faults", text.encode(), ("check",), lines=lines, refused=True)
    if number % 4 == 1:
        return _case("structure", as_json(_structures(number // 4 // _DRAWN)[number // 4 % _DRAWN]), reader)
    if number % 4 == 2:
        return _case("a value", with_clinic_word(draw), reader)
    return _case("mutated", mutated(draw, good().encode()), reader)


def _clinic() -> tuple[int, int]:
    """Return the first line (from 0) below ``clinic:`` and the one behind its last."""
    lines = good().split("\n")
    start = lines.index("  clinic:") + 1
    return start, next(n for n in range(start, len(lines)) if lines[n] and not lines[n].startswith("    "))


def with_clinic_word(draw: random.Random) -> bytes:
    """Return the settings with a hostile value in one or two of the clinic's lines."""
    lines, (start, stop) = good().split("\n"), _clinic()
    told = [n for n in range(start, stop) if ": " in lines[n] and not lines[n].lstrip().startswith("#")]
    for n in draw.sample(told, draw.choice((1, 2))):
        lines[n] = lines[n].partition(": ")[0] + ": " + draw.choice(SCALARS)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _with_faults(draw: random.Random) -> tuple[str, tuple[int, ...]]:
    """Return the settings with several of the clinic's unknown or of a wrong kind, and the lines they stand in."""
    lines, (start, stop) = good().split("\n"), _clinic()
    named = ("name", "phone", "email", "address", "booking", "booking_text", "logo", "review_after", "headers_file")
    at = [n for n in range(start, stop) if lines[n].strip().partition(":")[0] in named]
    chosen = draw.sample(at, draw.randint(2, 6))
    for n in chosen:
        key = lines[n].partition(":")[0]
        lines[n] = draw.choice((f"{key}: [a, b]", f"    zz_unknown_{n}: 1", f"{key}: {{a: b}}"))
    return "\n".join(lines), tuple(sorted(n + 1 for n in chosen))


@cache
def _structures(number: int) -> list[Any]:
    data = yaml.load(good(), Loader=yaml.CBaseLoader)
    clinic = [place for place in places_of(data) if place[:1] == ("extra",)]
    keys = sorted({key for place in clinic for key in place if isinstance(key, str)})
    draw = random.Random(f"structure {number}")
    return [
        grafted(data, draw.choice([(), ("site_url",), *clinic]), value)
        for value in drawn(structures(SCALARS, keys), number, _DRAWN)
    ]
