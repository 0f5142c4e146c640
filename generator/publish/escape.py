"""The one place where an author's text becomes safe to print: in Markdown, in HTML and in front matter.

Everything an author or a library wrote goes through ``escaped``; only templates and pictures of ours are trusted.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

_TAMED = str.maketrans('<>"&`', "‹›”+’")
#: All but what means nothing to HTML or Markdown, whatever stands around it.
_SPECIAL = re.compile(r"[^0-9A-Za-z ,()\u0080-\U0010ffff]")
_SPACES = re.compile(r"  +")
_BREAKS = frozenset("\t\n\r\v\f\x85\u2028\u2029 ")
#: Left as they are inside running text, where a word stands before and a space, word or nothing follows.
_IN_TEXT = re.compile(r"(?<=[^\W_])(?:[-/'](?=[^\W_])|[:;?!%](?=[\s,.)]|$))")
_PERCENT = re.compile(r"(?<=\d[ \u00a0])%(?=[\s,.)]|$)")
_FULL_STOP = re.compile(r"(?:(?<=\d)\.(?=\d)|(?<=[^\W\d_)])\.(?=\s|$)|(?<=[%)])\.(?=\s|$)|(?<=\d)\.$)")


def plain(text: str) -> str:
    """Return the text on one line, without control characters and without marks that turn its direction."""
    shown = text if text.replace("\u00a0", "").isprintable() else _printable_only(text)
    return _SPACES.sub(" ", shown).strip(" ")


def _printable_only(text: str) -> str:
    return "".join(" " if letter in _BREAKS else letter for letter in text if letter in _BREAKS or _printable(letter))


def escaped(text: object) -> Markup:
    """Return the text with every character special to HTML or Markdown as a numeric entity.

    >>> str(escaped("<b> *now* 1. 4:30"))
    '&#60;b&#62; &#42;now&#42; 1&#46; 4&#58;30'
    """
    return text if isinstance(text, Markup) else _escaped(str(text))


@lru_cache(maxsize=20_000)
def _escaped(text: str) -> Markup:
    """Pages say the same words over and over: each text is worked out once."""
    clean = plain(text)
    if not _SPECIAL.search(clean):
        return Markup(clean)
    kept = {found.start() for pattern in (_IN_TEXT, _PERCENT, _FULL_STOP) for found in pattern.finditer(clean)}
    return Markup(_SPECIAL.sub(lambda one: one[0] if one.start() in kept else f"&#{ord(one[0])};", clean))


def entities(text: str) -> Markup:
    """Return a piece of a text with each special character as an entity, whatever stands before and behind it.

    Spaces at its ends stay; the whole text is ``plain`` already.
    """
    return Markup(_SPECIAL.sub(lambda one: f"&#{ord(one[0])};", text))


def tamed(text: str) -> str:
    """Return a title or a description as themes can print it, unescaped: the look is kept, the markup lost."""
    return plain(text).translate(_TAMED)


def front_matter(values: Mapping[str, object]) -> str:
    """Return a YAML header, its texts without what could end an HTML attribute or open a tag."""
    rows = [f"{key}: {_scalar(value)}" for key, value in values.items() if value not in ("", None)]
    return "\n".join(["---", *rows, "---", ""])


def _scalar(value: object) -> str:
    """JSON is YAML: quoted, on one line, and never taken for a date or a number."""
    return _json(tamed(value) if isinstance(value, str) else value)


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode


def _printable(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn")
