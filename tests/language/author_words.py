"""Words that are the same in every language: an author's own, names, units, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

UNITS = frozenset({"km", "mi", "m", "kg", "lb", "min", "h", "s", "rpe", "rir", "hardday"})
#: As Babel writes them in the language that the brackets stand for.
DAYS = frozenset(
    (
        *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
        *("mo", "di", "mi", "do", "fr", "sa", "so"),
    )
)
_LETTERS = re.compile(r"[^\W\d_]+")


class AuthorWords:
    """What the authors of a project's plans, policies, bibliography and settings wrote."""

    def __init__(self, project: Path) -> None:
        files = [*(project / "plans").glob("*.yaml"), *(project / "plans" / "policies").glob("*.yaml")]
        read = [yaml.safe_load(path.read_text("utf-8")) for path in files]
        sources = yaml.safe_load((project / "plans" / "library" / "sources.yaml").read_text("utf-8"))
        cited = [
            {key: entry.get(key) for key in ("authors", "title", "journal", "publisher", "locator", "year", "doi")}
            for entry in sources.values()
            if isinstance(entry, dict)
        ]
        settings = yaml.load((project / "mkdocs.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
        self._whole = {_plain(text) for text in _texts([read, cited, settings, list(sources)])}
        self._cells = {
            " ".join(_words(text)) for one in read for text in _texts(one.get("calendar") or one.get("layers") or {})
        }
        self._names = {word for entry in cited for word in _words(f"{entry['authors']} {entry['publisher']}")}
        self._names |= {word for key in sources for word in _words(str(key))} | {"doi", "et", "al"}

    def has(self, piece: str) -> bool:
        """Return True for a piece of text that nobody has to translate."""
        plain = _plain(piece)
        if any(self.has(first) and self.has(rest) for first, rest in _parted(piece)):
            return True
        said = [word for word in _words(plain) if word not in UNITS | DAYS]
        if not said or plain in self._whole:
            return True
        if all(word in self._names for word in said) and re.search(r"[A-ZÀ-Ý]|\d", piece):
            return True
        return any(" ".join(said) in cell for cell in self._cells)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split()).strip(" .,:;·()–0123456789").casefold()


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """A title with what is said of it: ``Nine days: Eight weeks of nine days each.``."""
    for sign in (": ", ", "):
        first, found, rest = text.partition(sign)
        if found and rest:
            yield first, rest


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _LETTERS.findall(text)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        yield str(value)
