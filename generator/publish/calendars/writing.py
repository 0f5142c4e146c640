"""Calendar files as text (RFC 5545): what is escaped, where lines are folded, the lines of a file and of an event.

A file of icalendar has the same bytes, as a test over drawn texts says; that library takes thirty times as long, and a
clinic's calendars have thousands of events.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

#: A line has 75 octets at most, of which all but the first spend one on the space that continues them.
_OCTETS = 74
_ESCAPES = b"\\^"
_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_RESERVED = re.compile(r"[\\;,]")
_DAY = timedelta(days=1)


def plain(text: str) -> str:
    """Return a text with one kind of line break and no other control characters, at which some readers end a line."""
    return _CONTROL.sub("", _BREAK.sub("\n", text))


def one_line(text: str) -> str:
    """Return a text in one line: some readers refuse a summary of two. ``\\N`` is a line break in iCalendar."""
    return plain(text).replace("\\N", "\n").replace("\n", " ")


def escaped(text: str) -> str:
    """Return a plain text as a value of iCalendar."""
    return _RESERVED.sub(r"\\\g<0>", text.replace("\\N", "\n")).replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a line in pieces of at most 75 octets; no character is cut, nor an escape from what it escapes."""
    octets = line.encode("utf-8")
    if len(octets) <= _OCTETS:
        return octets
    pieces, start = [], 0
    while len(octets) - start > _OCTETS:
        end = start + _OCTETS
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        if octets[end - 1] in _ESCAPES:
            end -= 1
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join([*pieces, octets[start:]])


def calendar_file(prodid: str, name: str, events: bytes) -> bytes:
    """Return a whole file; ``name`` is a plain text in one line, ``events`` what ``event_lines`` gave."""
    title = escaped(name)
    before = (
        *("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{prodid}", "CALSCALE:GREGORIAN"),
        *(f"NAME:{title}", f"X-WR-CALNAME:{title}"),
        *("REFRESH-INTERVAL;VALUE=DURATION:PT12H", "X-PUBLISHED-TTL:PT12H"),
    )
    return _lines(before) + events + b"END:VCALENDAR\r\n"


def event_lines(uid: str, stamp: str, sequence: int, day: date, said: bytes) -> bytes:
    """Return an event of one whole day; ``said`` is what ``said_lines`` gave."""
    start, end = (when.isoformat().replace("-", "") for when in (day, day + _DAY))
    when = f"DTSTAMP:{stamp}\r\nSEQUENCE:{sequence}\r\nDTSTART;VALUE=DATE:{start}\r\nDTEND;VALUE=DATE:{end}\r\n"
    return b"BEGIN:VEVENT\r\n" + folded(f"UID:{escaped(uid)}") + f"\r\n{when}".encode() + said + b"END:VEVENT\r\n"


@lru_cache(maxsize=512)
def said_lines(summary: str, description: str, url: str, busy: bool) -> bytes:
    """Return an event's lines that say what it is. A plan says the same for each race and in each round."""
    lines = [f"SUMMARY:{escaped(one_line(summary))}"]
    if busy:
        return _lines((*lines, "CLASS:PRIVATE", "TRANSP:OPAQUE"))
    if body := plain(description):
        lines.append(f"DESCRIPTION:{escaped(body)}")
    if url:
        lines.append(f"URL:{url}")
    return _lines((*lines, "CATEGORIES:TRAINING", "TRANSP:TRANSPARENT"))


def _lines(lines: tuple[str, ...]) -> bytes:
    return b"".join(folded(line) + b"\r\n" for line in lines)
