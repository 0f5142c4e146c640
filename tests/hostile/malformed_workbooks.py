"""Spreadsheets (.xlsx) that mean harm: cases by number, each given to ``hardday import``."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from malformed_cases import SCALARS, Case, mutated
from openpyxl import Workbook

FILE = "zz-hostile.xlsx"
_SHEET, _BOOK, _STRINGS = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml"
_DAYS = ("week", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK = ("rest", "easy 5 km", "rest", "8 km", "rest", "easy 4 km", "long 14 km")
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "lol">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)).replace("&a0;", "&a;")
    + "]>"
)
_EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def _book(rows: list[list[Any]]) -> bytes:
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


@cache
def parts() -> dict[str, bytes]:
    """Return the parts of a workbook that is read well."""
    with zipfile.ZipFile(io.BytesIO(_book(_rows()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rows() -> list[list[Any]]:
    return [list(_DAYS), *([n, *_WEEK] for n in range(1, 9))]


def zipped(content: Mapping[str, bytes]) -> bytes:
    """Return a zip of these parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return written.getvalue()


def cases(numbers: Sequence[int]) -> Iterator[Case]:
    """Yield the cases of these numbers: first the named shapes, then drawn ones."""
    named = shapes()
    yield from (named[n] if n < len(named) else _drawn(n) for n in numbers)


def _case(name: str, data: bytes, **more: Any) -> Case:
    return Case(name, FILE, data, ("import", FILE, "--out=zz.yaml", "--force"), table=True, **more)


def _with(name: str, data: bytes) -> bytes:
    return zipped({**parts(), name: data})


def _sheet(inside: str, before: str = "") -> bytes:
    return _with(_SHEET, f"{before}<worksheet {_MAIN}><sheetData>{inside}</sheetData></worksheet>".encode())


def shapes() -> list[Case]:
    """Return every named shape."""
    sheet = parts()[_SHEET].decode()
    header = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{d}</t></is></c>' for c, d in zip("ABCDEFGH", _DAYS, strict=True)
    )
    refused = {
        "not a zip": b"PK\x03\x04" + b"x" * 1000,
        "an empty zip": zipped({}),
        "of the old kind": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
        "cut off": zipped(parts())[:-200],
        "a zip bomb": _with(_SHEET, b" " * (80 << 20)),
        "a zip bomb that lies": _lying(60 << 20),
        "many small bombs": zipped({**parts(), **{f"x{n}.xml": b" " * (8 << 20) for n in range(10)}}),
        "3,000 parts": zipped({**parts(), **{f"x{n}": b"" for n in range(3000)}}),
        "billion laughs": _with(_SHEET, (_LAUGHS + sheet.replace("</c>", "&a9;</c>", 1)).encode()),
        "billion laughs, UTF-16": _with(_SHEET, (_LAUGHS + sheet).encode("utf-16")),
        "laughs among the strings": _with(_STRINGS, (_LAUGHS + f"<sst {_MAIN}><si><t>&a9;</t></si></sst>").encode()),
        "an entity from outside": _with(_SHEET, (_EXTERNAL + sheet).encode()),
        "a password": _locked(zipped(parts())),
        **{f"without {name}": zipped({n: d for n, d in parts().items() if n != name}) for name in (_BOOK, _SHEET)},
        **{f"{name} is empty": _with(name, b"") for name in (_BOOK, _SHEET, "xl/styles.xml")},
        "a sheet of nothing": _sheet(""),
        "a million rows of nothing": _sheet(f'<row r="1">{header}</row>' + "<row/>" * 400_000),
    }
    any_way = {
        "path traversal": zipped({**parts(), "../../evil.xml": b"<x/>", "/etc/evil": b"x", "C:\\evil.xml": b"<x/>"}),
        "a part twice": _twice(),
        "a huge dimension": _with(_SHEET, sheet.replace('ref="A1:H9"', 'ref="A1:XFD1048576"').encode()),
        "no dimension": _with(_SHEET, sheet.replace('<dimension ref="A1:H9" />', "").encode()),
        "row 10**9": _sheet(f'<row r="1">{header}</row><row r="1000000000"><c r="A1000000000"><v>1</v></c></row>'),
        "rows backwards": _sheet(f'<row r="5">{header}</row><row r="2">{header}</row>'),
        "column ZZZ": _sheet(f'<row r="1">{header}</row><row r="2"><c r="ZZZ2"><v>1</v></c></row>'),
        "a string that is not there": _sheet(
            f'<row r="1">{header}</row><row r="2"><c r="A2" t="s"><v>99999</v></c></row>'
        ),
        "string -1": _sheet(f'<row r="1">{header}</row><row r="2"><c r="A2" t="s"><v>-1</v></c></row>'),
        "string x": _sheet(f'<row r="1">{header}</row><row r="2"><c r="A2" t="s"><v>x</v></c></row>'),
        "style 99999": _sheet(f'<row r="1">{header}</row><row r="2"><c r="A2" s="99999"><v>1</v></c></row>'),
        "merged to the end": _with(
            _SHEET,
            sheet.replace(
                "</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
            ).encode(),
        ),
        "deep XML": _sheet("<x>" * 100_000),
        "deep XML, closed": _sheet("<x>" * 50_000 + "</x>" * 50_000),
        "many attributes": _sheet("<row " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>"),
        "many cells": _sheet("<row>" + "<c/>" * 199_000 + "</row>"),
        "too many cells": _sheet("<row>" + "<c/>" * 300_000 + "</row>"),
        "a cell of 1 MB": _book([*_rows(), [9, "x" * 32_000]]),
        "wrong content types": _with("[Content_Types].xml", b"<Types/>"),
        "content types of nothing": _with("[Content_Types].xml", b""),
        "no content types": zipped({n: d for n, d in parts().items() if n != "[Content_Types].xml"}),
        "relations to elsewhere": _with(
            "xl/_rels/workbook.xml.rels",
            parts()["xl/_rels/workbook.xml.rels"].replace(b"worksheets/sheet1", b"../../etc/passwd"),
        ),
        "a name with escapes": _with(_BOOK, parts()[_BOOK].replace(b'name="Sheet"', 'name="&#x9b;2J\u202e"'.encode())),
        **{
            f"a number {v}": _sheet(
                f'<row r="1">{header}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>{v}</v></c></row>'
            )
            for v in ("1e999999", "NaN", "inf", "-0", "9" * 10_000, "1e308", "x", "")
        },
        **{
            f"a date {v}": _sheet(
                f'<row r="1">{header}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="d"><v>{v}</v></c></row>'
            )
            for v in ("2027-02-30", "0000-00-00", "9999-12-31", "x")
        },
        "formulas": _book([*_rows(), [9, "=1+1", "=SUM(A1:A2)", "=cmd|' /C calc'!A0", "@x", "+1", "-1", "rest"]]),
    }
    return [
        *(_case(name, data, refused=True) for name, data in refused.items()),
        *(_case(name, data) for name, data in any_way.items()),
    ]


def _lying(size: int) -> bytes:
    """Return a workbook whose directory says that its sheet is small."""
    data = bytearray(_with(_SHEET, b" " * size))
    real = size.to_bytes(4, "little")
    at = data.find(real)
    while at >= 0:
        data[at : at + 4] = (1000).to_bytes(4, "little")
        at = data.find(real)
    return bytes(data)


def _locked(data: bytes) -> bytes:
    """Return a zip whose parts are said to be encrypted."""
    changed = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        found = changed.find(mark)
        while found >= 0:
            changed[found + at] |= 1
            found = changed.find(mark, found + 4)
    return bytes(changed)


def _twice() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in parts().items():
            archive.writestr(name, data)
        info = zipfile.ZipInfo(_SHEET)
        archive.NameToInfo.pop(_SHEET)
        archive.writestr(info, b"<x/>")
    return written.getvalue()


def _drawn(number: int) -> Case:
    draw = random.Random(f"workbook {number}")
    if number % 4 == 0:
        rows, told = _rows(), sorted(draw.sample(range(1, 9), draw.randint(2, 6)))
        for at in told:
            rows[at][draw.randint(1, 7)] = "zzqx blorp"
        return _case("several faults", _book(rows), lines=tuple(at + 1 for at in told), refused=True)
    if number % 4 == 1:
        return _case("mutated bytes", mutated(draw, zipped(parts())))
    if number % 4 == 2:
        sheet, word = parts()[_SHEET].decode(), draw.choice(SCALARS).encode("ascii", "xmlcharrefreplace").decode()
        word = word.replace("<", "&lt;") if draw.random() < 0.8 else word
        values = sheet.split("</v>")
        at = draw.randrange(len(values) - 1)
        values[at] = values[at][: values[at].rindex(">") + 1] + word
        return _case("a value", _with(_SHEET, "</v>".join(values).encode()))
    name = draw.choice(sorted(parts()))
    return _case(f"mutated {name}", _with(name, mutated(draw, parts()[name])))
