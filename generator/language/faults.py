"""What can be wrong with a translation, apart from its words.

A translation puts in the same values as its source, each as often, and has the same tags and links: a value that is
left out is a fact that is lost, a tag that is not closed breaks a page.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator

from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

_KEPT = {
    "values": re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[A-Za-z0-9_]*(?:![rsa])?(?::[^{}]*)?\}|%\([A-Za-z0-9_]+\)[a-z]"),
    "tags": re.compile(r"</?[a-zA-Z][^<>]*>"),
    "links": re.compile(r"(?<=\])\([^()\s]*\)|(?<=\])\[[^\]]*\]|\{#[^{}]*\}"),
    "marks": re.compile(r"\*\*|``?|%%"),
}


def faults_in(content: bytes) -> Iterator[str]:
    """Yield each fault of a catalogue's file, with the message that has it."""
    catalogue = read_po(io.BytesIO(content))
    for entry in catalogue:
        if entry.id:
            said = entry.id[0] if isinstance(entry.id, tuple) else entry.id
            yield from (f"“{said}”: {fault}" for fault in _faults_of(entry, catalogue.num_plurals))


def _faults_of(entry: Entry, plurals: int) -> Iterator[str]:
    if entry.fuzzy:
        yield "the translation is marked as not certain (fuzzy)"
    sources, given = texts_of(entry.id), texts_of(entry.string)
    several = len(sources) > 1
    if not given or not all(given):
        yield "not translated"
        return
    if several and len(given) != plurals:
        yield f"has {len(given)} forms where the language has {plurals}"
        return
    for at, text in enumerate(given):
        source = sources[min(at, len(sources) - 1)]
        yield from _unlike(source, text, several)


def texts_of(texts: object) -> tuple[str, ...]:
    """Return a message's texts, or a translation's: one, or a form for each number."""
    return (texts,) if isinstance(texts, str) else tuple(map(str, texts)) if isinstance(texts, (tuple, list)) else ()


def _unlike(source: str, text: str, several: bool) -> Iterator[str]:
    for name, pattern in _KEPT.items():
        wanted, found = Counter(pattern.findall(source)), Counter(pattern.findall(text))
        if several:  # a form for one may say the number as a word
            wanted, found = (Counter({k: n for k, n in kept.items() if k != "{n}"}) for kept in (wanted, found))
        if wanted != found:
            missing, added = sorted((wanted - found).elements()), sorted((found - wanted).elements())
            told = [f"lacks {' '.join(missing)}" if missing else "", f"adds {' '.join(added)}" if added else ""]
            yield f"other {name} than the source: {', '.join(part for part in told if part)}"
    if source[:1].isspace() != text[:1].isspace() or source[-1:].isspace() != text[-1:].isspace():
        yield "begins or ends with a space where the source does not, or the other way round"
