"""Navigations in the form that mkdocs.yml has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

#: The file that mkdocs.yml inherits: settings that are worked out, and the navigation.
FILE_NAME = "run-hardday-pages-first.yml"
#: A list of paths, of titles with a path, and of titles with such a list.
Nav = list[Any]


class Entry(Protocol):
    """A page (with a file) or a section (with entries); without a title, its page says it."""

    @property
    def title(self) -> str:
        """What it is called; nothing if its page says it."""

    @property
    def file(self) -> str:
        """The page's path below ``build/pages``."""

    @property
    def entries(self) -> Sequence[Entry]:
        """What stands below it."""


def mkdocs_nav(entries: Iterable[Entry]) -> Nav:
    """Return the entries as MkDocs reads them from its settings."""
    return [_item(one) for one in entries]


def _item(entry: Entry) -> Any:
    if not entry.title:
        return entry.file
    return {entry.title: mkdocs_nav(entry.entries) if entry.entries else entry.file}
