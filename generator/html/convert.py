"""Markdown as MkDocs turns it into HTML, without giving the library what it would only copy (``raw.py``).

One instance of the library serves all pages, and what came of a text is remembered: a hundred plans have a hundred
pages that differ in their raw HTML alone.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import (
    Page,
    _ExtractAnchorsTreeprocessor,
    _ExtractTitleTreeprocessor,
    _HTMLHandler,
    _RelativePathTreeprocessor,
)
from mkdocs.structure.toc import get_toc

from generator.frozen import frozen
from generator.html.raw import split

#: Extensions that keep nothing from one page to the next and see nothing of raw HTML.
_KNOWN = frozenset(
    (
        *("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
        *("pymdownx.details", "pymdownx.superfences"),
    )
)
_PLAIN_OPTIONS = frozenset(("toc",))
_MOST = 1000
_LOG = logging.getLogger("mkdocs.structure.pages")


def is_known(extensions: Iterable[Any], options: Mapping[str, Any]) -> bool:
    """Return True for extensions with which pages may be converted in parts, by one instance of the library."""
    plain = all(isinstance(one, str | int | bool) for given in options.values() for one in dict(given or {}).values())
    return _KNOWN.issuperset(extensions) and _PLAIN_OPTIONS.issuperset(options) and plain


class Converter:
    """Turns Markdown into HTML, with no regard to where it stands."""

    def __init__(self, extensions: list[str], options: Mapping[str, Any]) -> None:
        """``extensions`` by name, ``options`` of those that have any, as the library takes them."""
        self._markdown = markdown.Markdown(extensions=extensions, extension_configs=dict(options))
        self._in_parts = is_known(extensions, options)
        self._known: dict[str, str] = {}

    def html(self, text: str) -> str:
        """Return what the library makes of a text."""
        parts = split(text) if self._in_parts else None
        if parts is not None:
            html = parts.joined(self._remembered(parts.rest))
            if html is not None:
                return html
        return self._markdown.reset().convert(text)

    def _remembered(self, rest: str) -> str:
        html = self._known.get(rest)
        if html is None:
            html = self._markdown.reset().convert(rest)
            if len(self._known) < _MOST:
                self._known[rest] = html
        return html


@frozen
class _Result:
    """What came of a text. ``links``: the places that it links to, by the file."""

    html: str
    contents: list[Any]
    title: str | None
    anchors: set[str]
    links: dict[File, dict[str, str]]


class PageConverter:
    """Turns pages into HTML as ``Page.render`` does, links to other pages included."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Take the extensions from MkDocs' settings, which are not changed after that."""
        self._config = config
        #: What came of texts that link to no other file, without links; and the places of their own that they link to.
        self._known: dict[str, tuple[_Result, dict[str, str] | None]] = {}
        extensions, options = config["markdown_extensions"], config["mdx_configs"] or {}
        self._in_parts = is_known(extensions, options)
        if self._in_parts:
            self._markdown = markdown.Markdown(extensions=extensions, extension_configs=options)

    def render(self, page: Page, files: Files) -> None:
        """Set all that ``Page.render`` sets."""
        text = page.markdown or ""
        parts = split(text) if self._in_parts and text.strip() else None
        found = self._result(parts.rest, page.file, files) if parts is not None else None
        html = parts.joined(found.html) if parts is not None and found is not None else None
        if found is None or html is None:
            page.render(self._config, files)
            return
        filled: Any = page
        filled.content, filled.toc, filled._title_from_render = html, get_toc(found.contents), found.title
        filled.present_anchor_ids = _Anchors(found.anchors, text)
        if _LOG.getEffectiveLevel() > logging.DEBUG:
            filled.links_to_anchors = found.links

    def _result(self, text: str, file: File, files: Files) -> _Result:
        """Return what comes of a text; one that links to no other file is remembered, whoever has it."""
        known = self._known.get(text)
        if known is not None:
            found, own = known
            return replace(found, links={file: own} if own else {})
        made, elsewhere = self._converted(text, file, files)
        if not elsewhere and len(self._known) < _MOST:  # a file is not kept: it would hold all pages of its chapter
            self._known[text] = replace(made, links={}), next(iter(made.links.values()), None)
        return made

    def _converted(self, text: str, file: File, files: Files) -> tuple[_Result, bool]:
        """Return what comes of a text, and whether it links to other files."""
        anchors, title = _ExtractAnchorsTreeprocessor(file, files, self._config), _ExtractTitleTreeprocessor()
        links = _Links(file, files, self._config)
        for one in (anchors, links, title):
            one._register(self._markdown)
        html = self._markdown.reset().convert(text)
        contents = getattr(self._markdown, "toc_tokens", [])
        made = _Result(html, contents, title.title, anchors.present_anchor_ids, links.links_to_anchors)
        return made, links.elsewhere


class _Links(_RelativePathTreeprocessor):
    """MkDocs' treatment of links, which notes whether any leads away from the page."""

    elsewhere = False

    def path_to_url(self, url: str) -> str:
        self.elsewhere = self.elsewhere or not url.startswith("#")
        return str(super().path_to_url(url))


class _Anchors:
    """The places of a page that a link can lead to; raw HTML is looked through when the others don't have one."""

    def __init__(self, known: set[str], text: str) -> None:
        self._known, self._text = known, text
        self._raw: set[str] | None = None

    def __contains__(self, anchor: object) -> bool:
        if anchor in self._known:
            return True
        if self._raw is None:
            parser = _HTMLHandler()
            parser.feed(self._text)
            parser.close()
            self._raw = parser.present_anchor_ids
        return anchor in self._raw
