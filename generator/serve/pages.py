"""HTML of a site's pages, made by MkDocs when it is asked for: the same bytes that a build writes, one page at a time.

MkDocs has one current page at a time, so whoever asks waits for its turn. What is made stays until its text, or what
stands around it, is another.
"""

from __future__ import annotations

import gzip
import io
import threading
import time
from collections.abc import Callable
from contextvars import Context, copy_context
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from mkdocs.commands.build import _build_template, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, file_sort_key, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.utils import get_build_timestamp, meta

from generator.kept_sites import VERSION_FILE, version_file
from generator.model.finding import Refused
from generator.publish.site import Site
from generator.serve.config import complaints, mkdocs_config, mkdocs_says

SEARCH_INDEX = "search/search_index.json"
_SITE_MAP = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around every page: if it is the same, a new site differs in its texts alone."""

    navigation: str
    settings: str
    theme: str
    epoch: int
    paths: frozenset[str]


class Pages:
    """The HTML of one site. Every method may be called from any thread."""

    def __init__(self, root: Path, site: Site, around: Around) -> None:
        """Read MkDocs' settings and set up its navigation; Refused with what it complains of."""
        self.around = around
        self._root = root
        self._lock = threading.RLock()
        self._context: Context = copy_context()
        self._late: dict[str, Callable[[], bytes]] = dict(site.late)
        self._contents: dict[str, bytes] = dict(site.pages)
        self._made: dict[str, bytes] = {}
        self._populated: set[str] = set()
        self._entries: dict[str, list[Any]] = {}
        self._complaints: dict[str, tuple[str, ...]] = {}
        with complaints() as said:
            self._set_up(mkdocs_config(root, around.navigation))
        if said and self._config.strict:
            raise Refused(tuple(mkdocs_says(one) for one in said))

    @property
    def base(self) -> str:
        """The path of site_url, without its first slash: what absolute links begin with."""
        return urlsplit(self._config.site_url or "/").path.lstrip("/")

    def names(self) -> list[str]:
        """Return every file of the site, as a host would serve it."""
        with self._lock:
            static = (name for name in self._config.theme.static_templates if self._template(name))
            found = {*self._by_destination, *static}
            found |= {f"{_SITE_MAP}.gz"} if _SITE_MAP in found else set()
            return sorted(found | {VERSION_FILE} | ({SEARCH_INDEX} if self._search() else set()))

    def sources(self) -> dict[str, bytes]:
        """Return what the pages are made of: every file that a build would give to MkDocs."""
        with self._lock:
            return {**self._contents, **{path: make() for path, make in self._late.items()}}

    def file(self, name: str) -> bytes | None:
        """Return a file of the site as a build publishes it; None if there is none of that name."""
        if name == SEARCH_INDEX:
            return self._search_index()
        if name == VERSION_FILE:
            names = sorted(set(self.names()) - {name}, key=lambda one: one.split("/"))
            return version_file(self._root, ((one, self.file(one) or b"") for one in names))
        with self._lock:
            if name not in self._made:
                content = self._context.copy().run(self._make, name)
                if content is None:
                    return None
                self._made[name] = content
            return self._made[name]

    def complaints(self, name: str) -> tuple[str, ...]:
        """Return what MkDocs warned of when it made a page."""
        with self._lock:
            return self._complaints.get(name, ())

    def replaced(self, site: Site) -> Callable[[], object]:
        """Put in the texts of another site that has the same around its pages; return what takes them back."""
        with self._lock:
            before = Site(self._contents, self.around.navigation, self._late)
            changed = [path for path, text in site.pages.items() if self._contents.get(path) != text]
            self._contents, self._late = dict(site.pages), dict(site.late)
            self._context = copy_context()
            for path in changed:
                self._read(path)
            if changed:
                self._made.clear()
            return lambda: self.replaced(before)

    def _set_up(self, config: MkDocsConfig) -> None:
        config.plugins.on_startup(command="build", dirty=False)
        self._config = config = config.plugins.on_config(config) or config
        config.plugins.on_pre_build(config=config)
        files = [self._file(path) for path in self._contents] + [self._file(path) for path in self._late]
        set_exclusions(files, config)
        self._files = Files(sorted(files, key=file_sort_key))
        env = config.theme.get_env()
        self._files.add_files_from_theme(env, config)
        self._files = config.plugins.on_files(self._files, config=config) or self._files
        set_exclusions(self._files, config)
        nav = get_navigation(self._files, config)
        self._nav: Navigation = config.plugins.on_nav(nav, config=config, files=self._files) or nav
        self._env: jinja2.Environment = config.plugins.on_env(env, config=config, files=self._files) or env
        self._docs = self._files.documentation_pages()
        for file in self._docs:
            self._read(file.src_uri)
        excluded = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
        included = (file for file in self._files if file.inclusion not in excluded)
        self._by_destination = {file.dest_uri: file for file in included}

    def _file(self, path: str) -> File:
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        if path in self._contents:
            file.content_bytes = self._contents[path]
        return file

    def _read(self, path: str) -> None:
        """Take in a file's text, and what its front matter says: navigations show titles of pages never asked for."""
        file = self._files.src_uris[path]
        file.content_bytes = self._contents[path]
        if file.page is not None:
            file.page.markdown, file.page.meta = meta.get_data(file.content_string)
            file.page.content = None
        self._populated.discard(path)
        self._entries.pop(path, None)

    def _make(self, name: str) -> bytes | None:
        file = self._by_destination.get(name)
        if name in self._config.theme.static_templates:
            return self._template(name)
        if name == f"{_SITE_MAP}.gz":
            return self._packed_site_map()
        if file is None:
            return None
        if file.src_uri in self._late:
            return self._late[file.src_uri]()
        return self._page(file) if file.page is not None else file.content_bytes

    def _page(self, file: File) -> bytes:
        page, config = file.page, self._config
        assert page is not None
        with complaints() as said:
            self._populate(file)
            content = page.content
            config._current_page, page.active = page, True
            try:
                context: Any = get_context(self._nav, self._docs, config, page)
                template = self._env.get_template(page.meta.get("template", "main.html"))
                context = config.plugins.on_page_context(context, page=page, config=config, nav=self._nav)
                output = config.plugins.on_post_page(template.render(context), page=page, config=config)
            finally:
                page.active, config._current_page, page.content = False, None, content
                self._drop_entries()
        self._complaints[file.dest_uri] = tuple(said)
        return output.encode("utf-8", errors="xmlcharrefreplace")

    def _populate(self, file: File) -> None:
        """Turn a page's Markdown into HTML, once."""
        if file.src_uri not in self._populated:
            assert file.page is not None
            _populate_page(file.page, self._config, self._files)
            self._populated.add(file.src_uri)

    def _template(self, name: str) -> bytes | None:
        try:
            template = self._env.get_template(name)
        except jinja2.TemplateNotFound:
            return None
        output = _build_template(name, template, self._files, self._config, self._nav)
        return output.encode("utf-8") if output.strip() else None

    def _packed_site_map(self) -> bytes | None:
        whole = self._template(_SITE_MAP)
        if whole is None:
            return None
        packed, pages = io.BytesIO(), [file.page for file in self._docs if file.page is not None]
        with gzip.GzipFile(_SITE_MAP + ".gz", "wb", fileobj=packed, mtime=get_build_timestamp(pages=pages)) as file:
            file.write(whole)
        return packed.getvalue()

    def _search(self) -> Any:
        """Return the theme's search, unless mkdocs.yml has none."""
        plugins = self._config.plugins.values()
        return next((one for one in plugins if hasattr(one, "search_index") and one.config.get("enabled", True)), None)

    def _drop_entries(self) -> None:
        """Search notes each page that is made. Its index is made of all pages in order, when it is asked for."""
        search = self._search()
        if search is not None:
            search.search_index.entries = []

    def _search_index(self) -> bytes | None:
        """Return the index. It needs many pages, so whoever wants only one gets a turn between any two of them."""
        with self._lock:
            search, docs = self._search(), list(self._docs)
        if search is None:
            return None
        for file in docs:
            with self._lock:
                self._enter(search, file)
            time.sleep(0)
        with self._lock:
            index = type(search.search_index)(**search.config)
            for file in docs:
                self._enter(search, file)
                index.entries += self._entries[file.src_uri]
            made: str = index.generate_search_index(None)
        return made.encode("utf-8")

    def _enter(self, search: Any, file: File) -> None:
        """Work out what search knows of a page, once."""
        page = file.page
        assert page is not None
        if file.src_uri in self._entries:
            return
        index = type(search.search_index)(**search.config)
        if not (page.meta.get("search") or {}).get("exclude"):
            self._context.copy().run(self._populate, file)
            index.add_entry_from_context(page)
        self._entries[file.src_uri] = index.entries
