"""Ways in which calendar files of other programs have been wrong, each planted into a sound file of ours.

Each names the readers that must refuse it: one that lets it pass would let it pass in ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Defect:
    """What is wrong, how a sound file comes to it, and who must see it."""

    name: str
    plant: Callable[[bytes], bytes]
    seen_by: tuple[str, ...]


def _first(pattern: bytes, by: bytes) -> Callable[[bytes], bytes]:
    return lambda data: re.sub(pattern, by, data, count=1)


def _second_uid_as_first(data: bytes) -> bytes:
    first, second = re.findall(rb"UID:.*\r\n(?: .*\r\n)*", data)[:2]
    return data.replace(second, first, 1)


def _end_before_start(data: bytes) -> bytes:
    return _first(rb"(DTEND;VALUE=DATE):\d{8}", rb"\1:20200101")(data)


def _split_character(data: bytes) -> bytes:
    """Fold the first line with a character of several octets within it, as programs do that count octets alone."""
    at = next(place for place, octet in enumerate(data) if octet >= 0xC0) + 1
    return data[:at] + b"\r\n " + data[at:]


def _unescaped(data: bytes) -> bytes:
    return _first(rb"\r\nCATEGORIES:TRAINING", rb"\r\nRRULE:FREQ=NEVER;;\r\nCATEGORIES:TRAINING,;")(data)


def _long_line(data: bytes) -> bytes:
    return _first(rb"\r\n (?=\S)", rb"")(data)


DEFECTS = (
    Defect("no UID", _first(rb"\r\nUID:.*(\r\n .*)*(?=\r\n\w)", b""), ("vobject", "khal")),
    Defect("no DTSTAMP", _first(rb"\r\nDTSTAMP:[^\r]*", b""), ("vobject",)),
    Defect("one UID twice", _second_uid_as_first, ("bytes", "khal", "radicale")),
    Defect("an end before its start", _end_before_start, ("khal", "calcurse", "ical.js")),
    Defect("February 31", _first(rb"DATE:(\d{4})\d{4}", rb"DATE:\g<1>0231"), ("vobject", "khal", "calcurse")),
    Defect("a date that says to be a moment", _first(rb"DTSTART;VALUE=DATE", b"DTSTART"), ("ical.js", "calcurse")),
    Defect("a raw line break", _first(rb"SUMMARY:(.{3})", rb"SUMMARY:\1\r\n"), ("vobject", "libical")),
    Defect(
        "a day that ends at a moment", _first(rb"DTEND;VALUE=DATE:(\d{8})", rb"DTEND:\1T100000Z"), ("khal", "calcurse")
    ),
    Defect("no VERSION", _first(rb"VERSION:2.0\r\n", b""), ("calcurse",)),
    Defect("half a file", lambda data: data[: len(data) // 2], ("bytes", "vobject", "ical.js")),
    Defect("a character cut in two", _split_character, ("bytes",)),
    Defect("commas and semicolons as they are", _first(rb"SUMMARY:", rb"SUMMARY:a, b; c "), ("calcurse",)),
    Defect("a line too long", _long_line, ("bytes",)),
    Defect("lines ended by LF", lambda data: data.replace(b"\r\n", b"\n"), ("bytes",)),
    Defect("a METHOD without an organizer", _first(rb"(CALSCALE)", rb"METHOD:PUBLISH\r\n\1"), ("libical", "bytes")),
    Defect(
        "a time zone that nobody knows",
        _first(rb"DTSTART;VALUE=DATE:(\d{8})", rb"DTSTART;TZID=Mars/Olympus:\1T000000"),
        ("bytes", "khal"),
    ),
)
