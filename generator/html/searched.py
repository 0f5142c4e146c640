"""What the theme's search knows of pages, as its plugin would have it after a whole build."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from generator.html.sections import sections

SEARCH_INDEX = "search/search_index.json"
_MARK = re.compile(r"\s?data-search-\w+=\"[^\"]+\"")
_NO_PAGES = '"docs":[]}'


class Searched:
    """A site's search; ``there`` is False if mkdocs.yml has none."""

    def __init__(self, config: MkDocsConfig) -> None:
        """``config``: after its plugins have taken it in."""
        found = (one for one in config.plugins.values() if hasattr(one, "search_index"))
        self._plugin: Any = next((one for one in found if one.config.get("enabled", True)), None)

    @property
    def there(self) -> bool:
        """True if the site has a search index."""
        return self._plugin is not None

    def taken(self) -> str:
        """Return what the plugin noted since it was asked last, as JSON without brackets."""
        if self._plugin is None:
            return ""
        entries, self._plugin.search_index.entries = self._plugin.search_index.entries, []
        return _text(entries)

    def entries(self, page: Page) -> str:
        """Return what the plugin would note of a page whose article was made."""
        if self._plugin is None:
            return ""
        if (page.meta.get("search") or {}).get("exclude"):
            return ""
        index = self._empty()
        found = sections(page.content or "")
        if found is None:
            index.add_entry_from_context(page)
        else:
            for section in found:
                index.create_entry_for_section(section, page.toc, page.url, page)
        return _text(index.entries)

    def unmarked(self, article: str) -> str:
        """Return an article without the marks that are meant for search."""
        return _MARK.sub("", article) if self.there and "data-search-" in article else article

    def index(self, entries: Iterable[str]) -> bytes:
        """Return the index of pages in their order."""
        empty: str = self._empty().generate_search_index(None)
        docs = ",".join(one for one in entries if one)
        if not empty.endswith(_NO_PAGES):
            raise ValueError("the theme's search has another format than it had")
        return f"{empty.removesuffix(_NO_PAGES)}{_NO_PAGES[:-2]}{docs}]}}".encode()

    def _empty(self) -> Any:
        return type(self._plugin.search_index)(**self._plugin.config)


def _text(entries: list[Any]) -> str:
    return json.dumps(entries, separators=(",", ":"), default=str)[1:-1]
