"""An author's own words inside a message: on one line, in quotes, cut where they run on, with nothing invisible."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Characters that a text of a definition may not hold: control characters, the separators that some programs take
#: for line ends, and marks that turn the direction of writing round, so that a reader sees another text.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
_UNSAFE = re.compile(f"{FORBIDDEN.pattern}|[\t\n\r]")


def one_line(text: object, most: int = 60) -> str:
    """Return at most ``most`` characters of ``text``, on one line and with nothing invisible in them."""
    line = FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", " ".join(str(text)[: most * 4].split()))
    return f"{line[:most]}…" if len(line) > most else line


def safe(text: str) -> str:
    """Return a text with nothing in it that could play with a terminal, and on one line."""
    return text if text.isprintable() else _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def escaped(path: str) -> str:
    """Return a path with what could play with a terminal as escapes: names of files may hold anything."""
    return path if path.isprintable() else _UNSAFE.sub(lambda odd: ascii(odd[0])[1:-1], path)


def quoted(text: object, most: int = 60) -> str:
    """Return the same in quotes."""
    return f"'{one_line(text, most)}'"


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or nothing."""
    import difflib

    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6) if len(word) <= 60 else []
    return f"Did you mean '{found[0]}'?" if found else ""


def name_of(character: str) -> str:
    """Return what a forbidden character is, in words an author can search for."""
    code = ord(character)
    if code in (0x2028, 0x2029, 0x85):
        return f"an invisible line separator (U+{code:04X})"
    if code in (0x061C, 0x200E, 0x200F) or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return f"an invisible mark that turns the direction of the text round (U+{code:04X})"
    if code in (0x200B, 0x2060, 0xFEFF):
        return f"an invisible space (U+{code:04X})"
    return f"a control character (U+{code:04X})"
