"""The library's own words: which values of its files are texts, and the same in the language that is spoken.

What names something for a program (slugs, slots, units) and what a source itself is called (authors, title, journal)
is the same in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.language.voice import SOURCE, _, spoken

#: By file, the keys below which every text is a message.
LIBRARY_TEXTS: Mapping[str, frozenset[str]] = {
    "exercises": frozenset({"name", "equipment", "purpose", "cues", "faults", "not_when"}),
    "sessions": frozenset({"title", "purpose"}),
    "glossary": frozenset({"term", "text"}),
    "stop_signs": frozenset({"title", "signs", "lead", "questions"}),
    "tests": frozenset({"name", "how", "record", "pass", "text", "not_when", "age", "handling"}),
    "sources": frozenset({"type", "n", "note", "unseen"}),
}
#: The texts of a definition that reach the site, and of a policy.
PLAN_TEXTS = frozenset(
    {
        *("title", "summary", "for_you", "not_for_you", "needs"),
        *("purpose", "enter_when", "leave_when", "because"),
    }
)


def texts_in(value: object, keys: frozenset[str]) -> Iterator[str]:
    """Yield each text that stands below one of the keys, in the file's order."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    _each_text(value, keys, keep)
    yield from found


def spoken_texts(name: str, content: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file of the library, by its name without ``.yaml``, with its texts in the language that is spoken."""
    if spoken() == SOURCE:
        return dict(content)
    translated: dict[str, Any] = _each_text(content, LIBRARY_TEXTS.get(name, frozenset()), _)
    return translated


def _each_text(value: Any, keys: frozenset[str], change: Callable[[str], str], inside: bool = False) -> Any:
    if isinstance(value, Mapping):
        return {key: _each_text(one, keys, change, inside or key in keys) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_each_text(one, keys, change, inside) for one in value]
    return change(value) if inside and isinstance(value, str) else value
