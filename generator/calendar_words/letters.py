"""A cell cut into numbers, words and signs, each with its place, so that nothing of it can get lost."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from generator.frozen import frozen

Sort = Literal["number", "clock", "word", "sign", "line"]

_LINES = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
#: Letters that look like another and are meant as it, one for one, so that places stay right.
_ALIKE = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\u2043", "-"),
    **dict.fromkeys("×✕✖⨯", "x"),
    **dict.fromkeys("\u2018\u2019\u201b\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u201f\u2033", '"'),
    **dict.fromkeys("\u200b\u2060\ufeff\u00ad\t", " "),
    **dict.fromkeys(_LINES, "\n"),
    "∼": "~",
    "≈": "~",
    "≤": "<",
    "≥": ">",
    "…": ",",
    "₂": "2",
    "÷": "/",
    "⁄": "/",
    "∕": "/",
    "【": "(",
    "】": ")",
}
_TOKEN = re.compile(
    r"(?P<line>\n)|(?P<space>[^\S\n]+)"
    r"|(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:]))"
    r"|(?P<number>(?:[0-9]+(?:[.,][0-9]+)*(?: ?[½¼¾])?|[½¼¾]))"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<stop>\.+(?=\s|$))|(?P<dot>\.)"
    r"|(?P<sign>''|.)",
    re.S,
)
_SORTS: dict[str, Sort] = {"number": "number", "clock": "clock", "word": "word", "line": "line"}


@frozen
class Token:
    """A number, a word or a sign. ``key`` is what it is looked up by; ``glued``: no space stands before it."""

    sort: Sort
    key: str
    start: int
    end: int
    glued: bool


def composed(text: str) -> str:
    """Return the text with its letters composed: ``a`` and a separate umlaut become one."""
    return unicodedata.normalize("NFC", text)


def tokens(text: str) -> tuple[Token, ...]:
    """Return all of a text but its spaces and dots; a full stop counts as a comma."""
    plain = "".join(_plain(letter) for letter in text)
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(plain):
        group = str(match.lastgroup)
        if group in ("space", "dot"):
            continue
        sort = _SORTS.get(group, "sign")
        key = "," if group == "stop" else '"' if match[0] == "''" else match[0].casefold()
        key = key.replace(" ", "") if sort == "number" else key
        found.append(Token(sort, key, match.start(), match.end(), match.start() == end))
        end = match.end()
    return tuple(found)


def _plain(letter: str) -> str:
    """Return the letter that is meant by one; wide letters (``５ｋｍ``) are narrow ones."""
    wide = "\uff01" <= letter <= "\uff5e"
    return _ALIKE.get(letter) or (unicodedata.normalize("NFKC", letter) if wide else letter)
