"""A message: a text to be translated, and what a translator has to know of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.frozen import frozen


@frozen
class Message:
    """A text in American English. ``plural`` is its form for several, or empty; ``place`` the file where it stands.

    ``comment`` is for the translator; ``context`` tells it from the same text that means something else.
    """

    text: str
    plural: str = ""
    place: str = ""
    comment: str = ""
    context: str = ""


def from_babel(found: Iterable[tuple[Any, ...]], place: str) -> Iterator[Message]:
    """Yield the messages that one of Babel's extractors found in a file: ``(line, function, texts, comments)``."""
    for _line, function, texts, comments in found:
        given = texts if isinstance(texts, (tuple, list)) else (texts,)
        known = [text for text in given if isinstance(text, str)]
        name, context = str(function or "").removeprefix("N_"), ""
        if name == "pgettext":
            context, known = "".join(known[:1]), known[1:]
        if known and known[0]:
            plural = known[1] if name == "ngettext" and len(known) > 1 else ""
            yield Message(known[0], plural, place, " ".join(comments), context)
