"""Calendars of text (CSV, Markdown) that mean harm: cases by number, each given to ``hardday import``."""

from __future__ import annotations

import csv
import io
import os
import random
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from malformed_cases import ROOT, SCALARS, Case, mutated, raw_shapes

FILE = "zz-hostile.csv"
READER = ("import", FILE, "--out=zz.yaml", "--force")
_HEADER = "week,mon,tue,wed,thu,fri,sat,sun\n"
_WEEK = "rest,easy 5 km,rest,8 km,rest,easy 4 km,long 14 km"
_ODD = "zzqx blorp"


@cache
def good() -> tuple[str, ...]:
    """Return calendars that are read well."""
    paths = [p for p in (ROOT / "tests" / "cases" / "calendars").iterdir() if p.suffix in (".csv", ".md")]
    return tuple(path.read_text(encoding="utf-8") for path in sorted(paths))


def cases(numbers: Sequence[int]) -> Iterator[Case]:
    """Yield the cases of these numbers: first the named shapes, then drawn ones."""
    named = shapes()
    yield from (named[n] if n < len(named) else _drawn(n) for n in numbers)


def _case(name: str, data: bytes, form: str = "", **more: Any) -> Case:
    return Case(name, FILE, data, (*READER, form) if form else READER, table=True, **more)


def shapes() -> list[Case]:
    """Return every named shape."""
    plain = _HEADER + "".join(f"{n},{_WEEK}\n" for n in range(1, 9))
    texts = {
        "a quote never closed": plain.replace("rest", '"rest', 1),
        "many quotes never closed": plain + '"' * 199_999,
        "1,000,000 columns": "," * 1_000_000,
        "1,000,000 columns below": plain + "9" + ",rest" * 300_000,
        "1,000,000 rows": _HEADER + "\n" * 1_000_000,
        "1,000,000 short rows": _HEADER + "1\n" * 900_000,
        "a cell of 1 MB": plain + f"9,{'x' * 1_000_000}\n",
        "a cell of numbers": plain + f"9,{'9' * 100_000} km\n",
        "a cell of words": plain + f"9,{'easy 5 km + ' * 40}\n",
        "a cell of brackets": plain + f"9,{'(' * 400}\n",
        "a cell of repetitions": plain + f"9,{'3 x (' * 80}1 km{')' * 80}\n",
        "a cell of 10**9 repetitions": plain + "9,1000000000 x 1000000000 km\n",
        "1,999 weeks": _HEADER + "".join(f"{n},{_WEEK}\n" for n in range(1, 2000)),
        "400 weeks of strange words": _HEADER + "".join(f"{n}{f',{_ODD} {n}' * 7}\n" for n in range(1, 401)),
        "week 10**9": plain + f"1000000000,{_WEEK}\n",
        "week -1": _HEADER + f"-1,{_WEEK}\n",
        "formulas": plain + "9,=1+1,@SUM(A1),+1,-1,=cmd|' /C calc'!A0,rest,rest\n",
        "dates that are not there": _HEADER + f"2027-02-30,{_WEEK}\n0000-00-00,{_WEEK}\n9999-12-31,{_WEEK}\n",
        "mixed line ends": plain.replace("\n", "\r\n", 3).replace("rest", "rest\r", 2),
        "a header alone": _HEADER,
        "no header": "".join(f"{n},{_WEEK}\n" for n in range(1, 9)),
        "two headers": _HEADER * 2 + plain,
        "a day twice": "week,mon,mon,tue\n1,rest,rest,rest\n",
        "only days": "mon,tue,wed,thu,fri,sat,sun\n",
        "200 columns of one day": "week" + ",mon" * 199 + "\n",
        "terminal": plain + "9,\x1b[31mred,\x9b2J,\u202eabc,\x07,rest,rest,rest\n",
        "workflow": plain + '9,"\r\n::error::x",rest,rest,rest,rest,rest,rest\n',
        "deep Markdown": "|" * 100_000,
        "rows of Markdown": "| mon | tue |\n" * 50_000,
        "stars": "| week | mon | tue | wed |\n" + "| 1 | " + "*" * 990 + " | " + "_" * 990 + " | `" * 100 + " |\n",
        "NaN": plain + "9,NaN km,inf km,1e999 km,-5 km,½ km,² km,٣ km\n",
    }
    kinds: dict[str, Any] = {
        "a folder": lambda path, data: Path.mkdir(path),
        "a pipe": lambda path, data: os.mkfifo(path),
        "a link to a device": lambda path, data: Path.symlink_to(path, "/dev/zero"),
        "a link to itself": lambda path, data: Path.symlink_to(path, FILE),
        "nothing": lambda path, data: None,
    }
    raw = {**raw_shapes(plain.encode()), **{name: text.encode() for name, text in texts.items()}}
    made = [
        _case(name, data, ("", "--format=json", "--format=github")[n % 3]) for n, (name, data) in enumerate(raw.items())
    ]
    return [*made, *(_case(name, b"", place=place, refused=True) for name, place in kinds.items())]


def _drawn(number: int) -> Case:
    draw = random.Random(f"calendar {number}")
    text = draw.choice(good())
    if number % 4 == 0:
        text, rows = _with_faults(draw)
        return _case("several faults", text.encode(), draw.choice(("", "--format=json")), lines=rows, refused=True)
    if number % 4 == 1:
        return _case("words", _with_words(draw, text).encode("utf-8", "surrogatepass"))
    return _case("mutated", mutated(draw, text.encode()))


def _with_words(draw: random.Random, text: str) -> str:
    rows = list(csv.reader(io.StringIO(text)))
    for _ in range(draw.choice((1, 1, 3))):
        row = draw.choice([row for row in rows if row])
        row[draw.randrange(len(row))] = draw.choice(SCALARS)
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def _with_faults(draw: random.Random) -> tuple[str, tuple[int, ...]]:
    """Return a calendar with cells that mean nothing in several rows, and these rows."""
    rows = [[str(n), *_WEEK.split(",")] for n in range(1, draw.randint(10, 30))]
    chosen = draw.sample(range(len(rows)), draw.randint(2, 8))
    for n in chosen:
        rows[n][draw.randint(1, 7)] = draw.choice((_ODD, "9 furlongs of zzz", "??? qq"))
    return _HEADER + "".join(",".join(row) + "\n" for row in rows), tuple(sorted(n + 2 for n in chosen))
