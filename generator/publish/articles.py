"""Articles as the site shows them, from the Markdown that is published.

The same text, rendered by the same library with the extensions that mkdocs.yml names, becomes the same article whoever
publishes it; a test compares both.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

import yaml

from generator.frozen import frozen
from generator.html.convert import Converter
from generator.html.made import Made
from generator.publish.addresses import source_file
from generator.publish.theme_words import section_link

#: What MkDocs always adds.
_BUILT_IN = ("toc", "tables", "fenced_code")
_FILE_LINK = re.compile(r'(<a\b[^>]*\bhref=")([^":]*?)index\.md(#[^"]*)?"')


@frozen
class Article:
    """A page's title, as the browser's tab shows it before the site's name, and its article."""

    title: str
    html: str


class Articles:
    """The articles of a site, each rendered once, when it is first asked for."""

    def __init__(self, pages: Mapping[str, bytes], settings: Mapping[str, Any]) -> None:
        """``pages`` are Markdown files by path; ``settings`` are mkdocs.yml's."""
        names, options = _extensions(settings)
        self._converter = Converter(names, options)
        self._pages = pages
        self._known: dict[str, Article] = {}

    def at(self, address: str) -> Article:
        """Return the article at an address; KeyError if there is no such page."""
        if address not in self._known:
            self._known[address] = self._render(self._pages[source_file(address)].decode("utf-8"))
        return self._known[address]

    def _render(self, text: str) -> Article:
        _, head, body = text.split("---\n", 2)
        header = yaml.load(head, Loader=yaml.CSafeLoader)
        return _article(header, _FILE_LINK.sub(_as_address, self._converter.html(body)))


def article_of(made: Made) -> Article:
    """Return the article of a page whose HTML was made: the same, without another look at its Markdown."""
    return _article(made.facts.meta, made.article)


def _article(header: Mapping[str, Any], html: str) -> Article:
    return Article(str(header["title"]), section_link(html) + _reviewed(header))


def _reviewed(header: Mapping[str, Any]) -> str:
    """What the theme puts below an article: see ``templates/theme/partials/reviewed.html``."""
    if not header.get("reviewed"):
        return ""
    said = escape(str(header["reviewed"]))
    if header.get("review_late"):
        due = escape(str(header["review_due"]))
        said += f' <b class="hd-late" data-due="{due}" hidden>{escape(str(header["review_late"]))}</b>'
    return f'\n<p class="hd-reviewed">{said}</p>'


def _as_address(link: re.Match[str]) -> str:
    return f'{link[1]}{link[2] or "./"}{link[3] or ""}"'


def _extensions(settings: Mapping[str, Any]) -> tuple[list[str], dict[str, dict[str, Any]]]:
    """Return the names of all extensions, and the options of those that have any."""
    options: dict[str, dict[str, Any]] = {name: {} for name in _BUILT_IN}
    for one in settings.get("markdown_extensions") or ():
        named = one if isinstance(one, dict) else {one: {}}
        options |= {str(name): dict(given or {}) for name, given in named.items()}
    return list(options), {name: given for name, given in options.items() if given}
