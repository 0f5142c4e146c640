"""Expanded plans (plan.json) that mean harm: cases by number."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from malformed_cases import ROOT, Case, mutated, raw_shapes
from malformed_structures import as_json, drawn, grafted, places_of, structures

FILE = "zz-hostile.json"
_READERS = (
    *(("audit",), ("audit",), ("audit", "--format=json"), ("audit", "--format=github"), ("stats",)),
    ("export", "--table=weeks", "--out=-"),
)
_NUMBERS = (float("nan"), float("inf"), -0.0, -1, 0, 10**9, 10**9 + 1, 10**400, 1e300, 0.1, True, "9", None, [1], {})
_SCALARS = (*_NUMBERS, "\x1b[2J", "\x9b", "\ud800", "\u202e", "=1+1", "2027-02-30", "x" * 5000, "run", "rest", "km")
_DRAWN = 10
Text = Callable[[], str]


@cache
def good() -> str:
    """Return some weeks of one plan, made as ``hardday expand --json`` makes it."""
    from generator.pipeline import preview
    from generator.plan_json.write import write_plan
    from generator.project import open_project

    path = ROOT / "plans" / "article-week.yaml"
    plan = preview(open_project(ROOT), path, path.name).plan
    return write_plan(replace(plan, weeks=(plan.weeks[0], plan.weeks[-1])))


def cases(numbers: Sequence[int]) -> Iterator[Case]:
    """Yield the cases of these numbers: first the named shapes, then drawn ones."""
    named = shapes()
    yield from (named[n]() if n < len(named) else _drawn(n) for n in numbers)


def _case(name: str, data: bytes, reader: tuple[str, ...] = ("audit",), **more: Any) -> Case:
    return Case(name, FILE, data, (*reader, FILE), **more)


def shapes() -> list[Callable[[], Case]]:
    """Return what makes each named shape."""
    texts = [(name, partial(_encoded, text)) for name, text in _texts()]
    raw = [(name, partial(bytes, data)) for name, data in raw_shapes(good().encode()).items()]
    made = [partial(_made, name, data, _READERS[n % 4]) for n, (name, data) in enumerate([*raw, *texts])]
    odd = ("/dev/zero", "/dev/null", "/proc/self/mem", "plans", "", "x\x1b[2J.json", "a" * 5000)
    named = [partial(Case, f"named {p[:20]!r}", FILE, b"", (*r, p), refused=True) for p in odd for r in _READERS]
    kinds: dict[str, Any] = {
        "a folder": lambda path, data: Path.mkdir(path),
        "a pipe": lambda path, data: os.mkfifo(path),
        "a link to a device": lambda path, data: Path.symlink_to(path, "/dev/zero"),
        "a link to itself": lambda path, data: Path.symlink_to(path, FILE),
        "nothing": lambda path, data: None,
    }
    others = [partial(_case, n, b"", r, place=p, refused=True) for n, p in kinds.items() for r in _READERS]
    return [*made, *named, *others, partial(_case, "escapes", _escapes(), refused=True)]


def _encoded(text: Text) -> bytes:
    return text().encode("utf-8", "surrogatepass")


def _made(name: str, data: Callable[[], bytes], reader: tuple[str, ...]) -> Case:
    return _case(name, data(), reader)


def _escapes() -> bytes:
    return json.dumps({**json.loads(good()), "units": "\x1b[2J\x9b\u202e"}).encode()


def _texts() -> list[tuple[str, Text]]:
    """Return hostile texts by name, each made when it is asked for: some are large."""
    whole, data = good(), json.loads(good())
    versions = ("hardday/plan@0", "hardday/plan@2", "hardday/plan@999999999999", "", "x" * 10_000, 1, None, [], {})
    numbers = ("NaN", "Infinity", "-Infinity", "-0", "1e999999", "9" * 100_000, "0." + "9" * 100_000, "1E400", "01")
    top = whole.replace('"format"', '"zz": {}, "format"', 1)
    return [
        *((f"format {str(v)[:20]}", partial(json.dumps, {**data, "format": v})) for v in versions),
        *((f"a number {n[:20]}", partial(top.replace, "{}", n, 1)) for n in numbers),
        *(
            (f"weeks is {n[:20]}", partial(json.dumps({**data, "weeks": 0}).replace, '"weeks": 0', f'"weeks": {n}'))
            for n in numbers
        ),
        ("lists 100,000 deep", lambda: "[" * 100_000 + "]" * 100_000),
        ("objects 100,000 deep", lambda: '{"a":' * 100_000 + "1" + "}" * 100_000),
        ("lists never closed", lambda: "[" * 1_000_000),
        ("objects 900 deep", lambda: top.replace("{}", '{"a":' * 900 + "1" + "}" * 900, 1)),
        ("lists 23 deep", lambda: top.replace("{}", "[" * 20 + "]" * 20, 1)),
        ("1,000,000 numbers", lambda: top.replace("{}", "[" + "0," * 1_000_000 + "0]", 1)),
        ("1,000,000 lists", lambda: top.replace("{}", "[" + "[]," * 1_000_000 + "0]", 1)),
        ("15,000,000 numbers", lambda: "[" + "0," * 15_000_000 + "0]"),
        ("10,000,000 lists", lambda: "[" + "[]," * 10_000_000 + "0]"),
        ("5,000,000 objects", lambda: "[" + "{}," * 5_000_000 + "0]"),
        ("1,000,000 keys", lambda: "{" + ",".join(f'"k{n}":0' for n in range(1_000_000)) + "}"),
        ("200,000 keys twice", lambda: "{" + ",".join('"k":0' for n in range(200_000)) + "}"),
        ("100,000 different keys twice", lambda: "{" + ",".join(f'"k{n // 2}":0' for n in range(200_000)) + "}"),
        ("300,000 faults", lambda: top.replace("{}", "[" + "NaN," * 300_000 + "0]", 1)),
        ("a text of 30 MB", lambda: '"' + "x" * (30 << 20) + '"'),
        ("a text of escapes", lambda: '"' + "\\ud800" * 1_000_000 + '"'),
        ("a key of 1 MB", lambda: top.replace('"zz"', '"' + "k" * (1 << 20) + '"', 1)),
        ("10,000 weeks", lambda: json.dumps({**data, "weeks": data["weeks"][:1] * 10_000})),
        ("1,000 weeks of one number", lambda: json.dumps({**data, "weeks": data["weeks"][:1] * 1000})),
        ("600 weeks of one number", lambda: json.dumps({**data, "weeks": data["weeks"][:1] * 600})),
        ("100,000 empty weeks", lambda: json.dumps({**data, "weeks": [{}] * 100_000})),
        ("200,000 wrong weeks", lambda: json.dumps({**data, "weeks": [0] * 200_000})),
        (
            "weeks of 10,000 days",
            lambda: json.dumps({**data, "weeks": [{**data["weeks"][0], "days": data["weeks"][0]["days"] * 1400}]}),
        ),
        ("steps 20 deep", lambda: json.dumps(grafted(data, _a_step(data), _nested(20)))),
        ("steps 5 deep", lambda: json.dumps(grafted(data, _a_step(data), _nested(5)))),
        ("repeats of 10**9", lambda: json.dumps(grafted(data, _a_step(data), {"repeat": 10**9, "steps": []}))),
        ("keys of the prototype", lambda: top.replace("{}", '{"__proto__": {"x": 1}, "constructor": 1}', 1)),
        ("single quotes", lambda: whole.replace('"', "'")),
        ("comments", lambda: "// x\n" + whole),
        ("two values", lambda: whole + whole),
        ("a comma at the end", lambda: whole.rstrip().removesuffix("}") + ",}"),
        ("a scalar", lambda: "1"),
        ("a list", lambda: "[]"),
        ("an object", lambda: "{}"),
    ]


def _a_step(data: Any) -> tuple[Any, ...]:
    return next(place for place in places_of(data) if len(place) > 1 and place[-2] == "steps")


def _nested(deep: int) -> Any:
    return {"repeat": 2, "steps": [_nested(deep - 1)]} if deep else {"kind": "work"}


def _drawn(number: int) -> Case:
    draw = random.Random(f"plan.json {number}")
    reader = draw.choice(_READERS)
    if number % 4 == 0:
        text, lines = _with_faults(draw)
        return _case("several faults", text.encode(), draw.choice(_READERS[:3]), lines=lines, refused=True)
    if number % 4 == 1:
        return _case("structure", as_json(_structures(number // 4 // _DRAWN)[number // 4 % _DRAWN]), reader)
    if number % 4 == 2:
        return _case("a value", as_json(_with_values(draw)), reader)
    return _case("mutated", mutated(draw, good().encode()), reader)


def _with_faults(draw: random.Random) -> tuple[str, tuple[int, ...]]:
    """Return a plan with a wrong value in several places of it, each in a line of its own."""
    lines = json.dumps(json.loads(good()), indent=1).split("\n")
    numbers = [n for n, line in enumerate(lines) if '": ' in line and line.rstrip(",")[-1].isdigit()]
    chosen = sorted(draw.sample(numbers, draw.randint(2, 8)))
    for n in chosen:
        key, _, value = lines[n].partition('": ')
        wrong = draw.choice(('"nine"', "[]", "{}", "true"))
        lines[n] = f'{key}": {wrong}{"," if value.endswith(",") else ""}'
    return "\n".join(lines), tuple(n + 1 for n in chosen)


def _with_values(draw: random.Random) -> Any:
    data = json.loads(good())
    for _ in range(draw.choice((1, 1, 3))):
        data = grafted(data, draw.choice(_places(json.dumps(data))), draw.choice(_SCALARS))
    return data


@cache
def _places(text: str) -> list[tuple[Any, ...]]:
    return places_of(json.loads(text))


@cache
def _structures(number: int) -> list[Any]:
    data = json.loads(good())
    places = places_of(data)
    keys = sorted({key for place in places for key in place if isinstance(key, str)})
    draw = random.Random(f"structure {number}")
    return [grafted(data, draw.choice(places), value) for value in drawn(structures(_SCALARS, keys), number, _DRAWN)]
