"""The files of a site that are made of all its pages, and those that the theme brings."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator
from typing import Any

import jinja2
from mkdocs.commands.build import _build_template
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_timestamp

from generator.html.chapter import EXCLUDED, Chapter, in_order
from generator.html.made import PageFacts
from generator.html.publisher import Publisher
from generator.html.searched import SEARCH_INDEX

_SITE_MAP = "sitemap.xml"
_PACKED = f"{_SITE_MAP}.gz"


def whole_files(publisher: Publisher, chapter: Chapter, pages: Iterable[PageFacts]) -> Iterator[tuple[str, bytes]]:
    """Make the files that need all pages (search index, site map, page for missing addresses), and the theme's own.

    ``chapter`` is the one whose navigation these show; ``pages`` are the facts of all pages of the site, whatever
    chapter made them. A file of that chapter takes the place of the theme's of the same name.
    """
    facts = {one.source: one for one in pages}
    ordered = sorted((_stand_in(publisher, one) for one in facts.values()), key=in_order)
    templates = Templates(publisher, Files(ordered), chapter.nav)
    for name in templates.names():
        content = templates.file(name)
        if content is not None:
            yield name, content
    if publisher.searched.there:
        yield SEARCH_INDEX, publisher.searched.index(facts[file.src_uri].entries for file in ordered)
    there = chapter.files.src_uris
    for file in publisher.theme_files:
        if there.get(file.src_uri) is file and file.inclusion not in EXCLUDED:
            yield file.dest_uri, file.content_bytes


class Templates:
    """The theme's static templates, over all pages of a site."""

    def __init__(self, publisher: Publisher, files: Files, nav: Navigation) -> None:
        """``files`` has all pages, ``nav`` is what the templates show."""
        self._publisher, self._files, self._nav = publisher, files, nav
        self._made: dict[str, bytes | None] = {}

    def names(self) -> list[str]:
        """Return the names of the files that come of them."""
        names = {*self._publisher.config.theme.static_templates}
        if _SITE_MAP in names:
            names.add(_PACKED)
        return sorted(name for name in names if self.file(name) is not None)

    def file(self, name: str) -> bytes | None:
        """Make a file; None if there is no such template, or if it comes out empty."""
        if name not in self._made:
            self._made[name] = self._packed() if name == _PACKED else self._template(name)
        return self._made[name]

    def forget(self) -> None:
        """Make all anew when they are asked for: pages have changed."""
        self._made.clear()

    def _template(self, name: str) -> bytes | None:
        config = self._publisher.config
        if name not in config.theme.static_templates:
            return None
        try:
            template = self._publisher.environment.get_template(name)
        except jinja2.TemplateNotFound:
            return None
        output = _build_template(name, template, self._files, config, self._nav)
        return output.encode("utf-8") if output.strip() else None

    def _packed(self) -> bytes | None:
        whole = self.file(_SITE_MAP)
        if whole is None:
            return None
        docs = self._files.documentation_pages()
        written = get_build_timestamp(pages=[file.page for file in docs if file.page is not None])
        packed = io.BytesIO()
        with gzip.GzipFile(_PACKED, "wb", fileobj=packed, mtime=written) as file:
            file.write(whole)
        return packed.getvalue()


def _stand_in(publisher: Publisher, facts: PageFacts) -> File:
    """Return a page that has all that is known of it, for templates that go over all pages."""
    file = publisher.file(facts.source, b"")
    page: Any = Page(facts.title, file, publisher.config)
    page.markdown, page.meta = "", dict(facts.meta)
    return file
