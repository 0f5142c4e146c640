"""Where the site's words stand: each module here yields the messages of one kind of file.

A source is a function ``messages(root)`` over the repository's files. It yields in a fixed order, so that the
catalogues change only where words do. To add one: a module with that function, and one line in ``SOURCES``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.language.sources import browser_code, guides, library, python_code, rules, templates
from generator.language.sources.message import Message

__all__ = ["SOURCES", "Message", "all_messages"]

Source = Callable[[Path], Iterator[Message]]

SOURCES: tuple[Source, ...] = (
    python_code.messages,
    templates.messages,
    browser_code.messages,
    guides.messages,
    library.messages,
    rules.messages,
)


def all_messages(root: Path) -> Iterator[Message]:
    """Yield every message of the site below a repository's folder, some of them more than once."""
    for source in SOURCES:
        yield from source(root)
