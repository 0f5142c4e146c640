"""The words of the guides: their blocks, and the words in their Jinja that ``_`` marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.language.guides import guide_messages
from generator.language.sources.message import Message


def messages(root: Path) -> Iterator[Message]:
    """Yield the messages of every guide; what ``_`` marks in them is the business of ``templates``."""
    for path in sorted((root / "templates" / "guide").glob("*.md.j2")):
        place = path.relative_to(root).as_posix()
        yield from (Message(text, place=place) for text in guide_messages(path.read_text("utf-8")))
