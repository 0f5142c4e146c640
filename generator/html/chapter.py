"""Some of a site's pages: each is made when it is asked for, with the others standing around it in the navigation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _populate_page, get_context
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import meta

from generator.html.config import complaints
from generator.html.made import Made, PageFacts
from generator.html.navigation import Nav

if TYPE_CHECKING:
    from generator.html.publisher import Publisher

#: How files stand that are no part of the site.
EXCLUDED = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


class Chapter:
    """Pages that are made together. ``complaints`` is what MkDocs says of their navigation."""

    def __init__(
        self,
        publisher: Publisher,
        pages: Mapping[str, bytes],
        nav: Nav | None,
        beside: Iterable[str],
        unlisted: Iterable[str],
    ) -> None:
        """Set the navigation up; see ``Publisher.chapter``."""
        self._publisher = publisher
        self._config = publisher.config
        own = {path: publisher.file(path, content) for path, content in pages.items()}
        others = {path: publisher.file(path) for path in beside if path not in own}
        for file in (*others.values(), *(own[path] for path in unlisted)):
            if file.inclusion not in EXCLUDED:
                file.inclusion = InclusionLevel.NOT_IN_NAV  # it may stand there and need not
        files = sorted((*own.values(), *others.values()), key=in_order)
        there = own.keys() | others.keys()
        files += (file for file in publisher.theme_files if file.src_uri not in there)
        with complaints() as said:
            self._set_up(Files(files), nav)
        self.complaints = tuple(said)
        self._own = {path: file for path, file in own.items() if file.inclusion not in EXCLUDED}
        self._docs = self.files.documentation_pages()
        self._populated: dict[str, tuple[str, ...]] = {}
        for path in self.sources:
            self.read(path, pages[path])

    @property
    def sources(self) -> list[str]:
        """The paths of the pages that can be made, in MkDocs' order."""
        return [file.src_uri for file in self._docs if file.src_uri in self._own]

    def made(self) -> Iterator[Made]:
        """Make all pages, in MkDocs' order."""
        for path in self.sources:
            yield self.page(path)

    def page(self, path: str) -> Made:
        """Make a page; KeyError if it is none of this chapter's."""
        page, config, publisher = self._page(path), self._config, self._publisher
        said = self._populate(path)
        content, title = page.content, page.title
        config._current_page, page.active = page, True
        try:
            with complaints() as more:
                entries = self.entries(path) if publisher.plain else ""
                context: Any = get_context(self.nav, self._docs, config, page)
                template = self._environment.get_template(page.meta.get("template", "main.html"))
                if publisher.plain:
                    page.content = publisher.searched.unmarked(content or "")
                    output = template.render(context)
                else:
                    context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
                    output = config.plugins.on_post_page(template.render(context), page=page, config=config)
            article = page.content or ""
        finally:
            page.active, config._current_page, page.content = False, None, content
            entries = entries if publisher.plain else publisher.searched.taken()
        facts = PageFacts(path, title or "", page.meta, entries)
        html = output.encode("utf-8", errors="xmlcharrefreplace")
        return Made(page.file.dest_uri, html, article, facts, (*said, *more))

    def entries(self, path: str) -> str:
        """Return what the search index holds of a page; see ``PageFacts.entries``."""
        page = self._page(path)
        if (page.meta.get("search") or {}).get("exclude"):
            return ""
        self._populate(path)
        return self._publisher.searched.entries(page)

    def read(self, path: str, content: bytes) -> None:
        """Give a page another text, or a file another content; navigations show titles of pages never asked for."""
        file = self.files.src_uris[path]
        file.content_bytes = content
        self._publisher.forget()
        if file.page is not None:
            file.page.markdown, file.page.meta = meta.get_data(file.content_string)
            file.page.content = None
        self._populated.pop(path, None)

    def let_go(self) -> None:
        """Let go of the pages' texts: MkDocs' files and pages hold one another, and so would hold them for long."""
        for file in self._own.values():
            file.content_bytes = b""
            if file.page is not None:
                file.page.markdown = file.page.content = None
                file.page.present_anchor_ids = set()

    def dead_anchors(self) -> tuple[str, ...]:
        """Return MkDocs' warnings of links to places that are not on their page, among the pages made here by now."""
        level = self._config.validation.links.anchors
        with complaints() as said:
            for path in self._populated:
                self._page(path).validate_anchor_links(files=self.files, log_level=level)
        return tuple(said)

    def _set_up(self, files: Files, nav: Nav | None) -> None:
        config = self._config
        config.nav = nav
        self._publisher.forget()
        self.files = config.plugins.on_files(files, config=config) or files
        found = get_navigation(self.files, config)
        self.nav: Navigation = config.plugins.on_nav(found, config=config, files=self.files) or found
        env = self._publisher.environment
        self._environment = config.plugins.on_env(env, config=config, files=self.files) or env

    def _page(self, path: str) -> Page:
        page = self._own[path].page
        if page is None:
            raise KeyError(path)
        return page

    def _populate(self, path: str) -> tuple[str, ...]:
        """Turn a page's Markdown into HTML, once; return what MkDocs complains of."""
        if path not in self._populated:
            with complaints() as said:
                if self._publisher.plain:
                    self._publisher.converter.render(self._page(path), self.files)
                else:
                    _populate_page(self._page(path), self._config, self.files)
            self._populated[path] = tuple(said)
        return self._populated[path]


def in_order(file: File) -> tuple[list[str], bool, str]:
    """Return MkDocs' order of files, as its own ``file_sort_key``: a folder's index first, folders within it last."""
    *folders, name = file.src_uri.split("/")
    return folders, file.name != "index", name
