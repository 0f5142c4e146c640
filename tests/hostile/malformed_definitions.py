"""Definitions that mean harm: cases by number."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from malformed_cases import ROOT, SCALARS, Case, mutated, with_faults
from malformed_structures import as_json, drawn, grafted, places_of, structures
from malformed_yaml import yaml_shapes

FILE = "plans/zz-hostile.yaml"
_READERS = (
    *(("check",), ("check", "--format=json"), ("check", "--format=github"), ("check",), ("check",), ("check",)),
    *(("expand",), ("stats",), ("calendar",), ("explain", "--week=1"), ("expand", "--json")),
)
_DRAWN = 10


@cache
def good() -> tuple[str, ...]:
    """Return definitions that are read well; those of few weeks more than once."""
    paths = [*(ROOT / "plans").glob("*.yaml"), *(ROOT / "tests" / "cases" / "valid").glob("*.yaml")]
    paths += (ROOT / "tests" / "cases" / "calendars").glob("*.expected.yaml")
    return tuple(path.read_text(encoding="utf-8") for path in sorted(paths))


def cases(numbers: Sequence[int]) -> Iterator[Case]:
    """Yield the cases of these numbers: first the named shapes, then drawn ones."""
    named = shapes()
    yield from (named[n] if n < len(named) else _drawn(n) for n in numbers)


def shapes() -> list[Case]:
    """Return every named shape."""
    text = _data("offseason-strength").encode()
    whole = [_case(name, data, _READERS[n % 3]) for n, (name, data) in enumerate(yaml_shapes(text).items())]
    return [*whole, *_fields(), *_extending(), *_no_files()]


def _data(name: str) -> str:
    return (ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8")


def _case(name: str, data: bytes, reader: tuple[str, ...] = ("check",), **more: Any) -> Case:
    return Case(name, FILE, data, (*reader, FILE), **more)


def _fields() -> list[Case]:
    """Return a case a number field and hostile number, of the fields of one plan that holds most."""
    found = []
    lines = _data("marathon-first").split("\n")
    numbers = [at for at, line in enumerate(lines) if ": " in line and line.rstrip()[-1:].isdigit()]
    words = (".nan", ".inf", "-.inf", "-0", "1e999999", "9" * 100_000, "1000000000", "2027-02-30", "0000-00-00")
    for at in numbers:
        key = lines[at].partition(":")[0]
        for word in words:
            text = "\n".join([*lines[:at], f"{key}: {word}", *lines[at + 1 :]])
            found.append(_case(f"{key.strip()}: {word[:20]}", text.encode()))
    return found[:: max(1, len(found) // 60)]


def _extending() -> list[Case]:
    def plan(number: int, of: int) -> tuple[str, bytes]:
        return f"plans/zz-{number}.yaml", f"title: T\nextends: zz-{number + 1 if number + 1 < of else 0}\n".encode()

    chain = tuple(plan(number, 1000) for number in range(1000))
    me = b"title: T\nextends: zz-hostile\n"
    words = ("../x", "/etc/passwd", "a/b", ".", "zz-hostile.yaml", "ZZ-HOSTILE", "x" * 5000, "[a]", "{a: b}", "~", "''")
    return [
        _case("extends itself", me, refused=True),
        _case("extends in a ring", b"title: T\nextends: zz-1\n", beside=(plan(1, 3), plan(2, 3)), refused=True),
        _case("a chain of 1,000", b"title: T\nextends: zz-0\n", beside=chain, refused=True),
        *(_case(f"extends {word[:12]}", f"title: T\nextends: {word}\n".encode(), refused=True) for word in words),
        *(
            _case(f"extends a broken one: {name}", b"title: T\nextends: zz-1\n", beside=(("plans/zz-1.yaml", data),))
            for name, data in list(yaml_shapes(b"title: T\n").items())
            if len(data) < 1 << 18
        ),
    ]


def _no_files() -> list[Case]:
    def linked(to: str) -> Any:
        return lambda path, data: path.symlink_to(to)

    kinds = {
        "a folder": lambda path, data: path.mkdir(),
        "a pipe": lambda path, data: os.mkfifo(path),
        "nothing": lambda path, data: None,
        "a link to a device": linked("/dev/zero"),
        "a link to itself": linked("zz-hostile.yaml"),
        "a link to nothing": linked("nowhere"),
        "a link to a file": linked("marathon-first.yaml"),
        **({} if os.geteuid() == 0 else {"unreadable": _unreadable}),
    }
    made = [_case(name, b"", reader, place=place, refused=True) for name, place in kinds.items() for reader in _READERS]
    odd = (
        "/dev/zero",
        "/dev/null",
        "/dev/tty",
        "/proc/self/mem",
        "plans",
        "",
        ".",
        "x\x1b[2J.yaml",
        "\x00",
        "a" * 5000,
    )
    named = [
        Case(f"named {p[:20]!r}", FILE, b"", (*r, p), refused=True) for p in odd for r in _READERS if "\0" not in p
    ]
    return [*made, *named]


def _unreadable(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0)


def _drawn(number: int) -> Case:
    draw = random.Random(f"definition {number}")
    reader = draw.choice(_READERS)
    kind = number % 5
    if kind == 0:
        text, lines = with_faults(draw, draw.choice(good()))
        return _case("several faults", text.encode(), draw.choice(_READERS[:2]), lines=lines, refused=True)
    if kind == 1:
        return _case("structure", as_json(_structures(number // 5 // _DRAWN)[number // 5 % _DRAWN]), reader)
    return _case("mutated", mutated(draw, draw.choice(good()).encode()), reader)


@cache
def _structures(number: int) -> list[Any]:
    """Return good definitions with drawn structure in one or two places."""
    plans = [yaml.load(text, Loader=yaml.BaseLoader) for text in good()]
    keys = sorted({key for plan in plans for place in places_of(plan) for key in place if isinstance(key, str)})
    draw = random.Random(f"structure {number}")
    found = []
    for value in drawn(structures(SCALARS, keys), number, _DRAWN):
        plan = draw.choice(plans)
        found.append(grafted(plan, draw.choice(places_of(plan)), value))
    return found
