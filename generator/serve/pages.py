"""HTML of a site's pages, made when it is asked for: the same bytes that a build writes, one page at a time.

MkDocs has one current page at a time, so whoever asks waits for its turn. What is made stays until its text, or what
stands around it, is another.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextvars import Context, copy_context
from pathlib import Path
from urllib.parse import urlsplit

from generator.frozen import frozen
from generator.html.around import Templates
from generator.html.chapter import EXCLUDED
from generator.html.config import mkdocs_says
from generator.html.publisher import Publisher
from generator.html.searched import SEARCH_INDEX
from generator.kept_sites import VERSION_FILE, version_file
from generator.model.finding import Refused
from generator.publish.files import Site


@frozen
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
        self._entries: dict[str, str] = {}
        self._complaints: dict[str, tuple[str, ...]] = {}
        self._publisher = publisher = Publisher(root, around.navigation)
        self._chapter = publisher.chapter(self._contents, beside=self._late)
        if self._chapter.complaints and publisher.config.strict:
            raise Refused(tuple(mkdocs_says(one) for one in self._chapter.complaints))
        self._templates = Templates(publisher, self._chapter.files, self._chapter.nav)
        included = (file for file in self._chapter.files if file.inclusion not in EXCLUDED)
        self._by_destination = {file.dest_uri: file for file in included}

    @property
    def base(self) -> str:
        """The path of site_url, without its first slash: what absolute links begin with."""
        return urlsplit(self._publisher.config.site_url or "/").path.lstrip("/")

    def names(self) -> list[str]:
        """Return every file of the site, as a host would serve it."""
        with self._lock:
            found = {*self._by_destination, *self._templates.names(), VERSION_FILE}
            return sorted(found | ({SEARCH_INDEX} if self._publisher.searched.there else set()))

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
                self._chapter.read(path, self._contents[path])
                self._entries.pop(path, None)
            if changed:
                self._made.clear()
                self._templates.forget()
            return lambda: self.replaced(before)

    def _make(self, name: str) -> bytes | None:
        content = self._templates.file(name)
        if content is not None:
            return content
        file = self._by_destination.get(name)
        if file is None:
            return None
        if file.src_uri in self._late:
            return self._late[file.src_uri]()
        if file.page is None:
            return file.content_bytes
        made = self._chapter.page(file.src_uri)
        self._complaints[name] = made.complaints
        return made.html

    def _search_index(self) -> bytes | None:
        """Return the index. It needs many pages, so whoever wants only one gets a turn between any two of them."""
        searched, sources = self._publisher.searched, self._chapter.sources
        if not searched.there:
            return None
        for path in sources:
            with self._lock:
                self._enter(path)
            time.sleep(0)
        with self._lock:
            for path in sources:
                self._enter(path)
            return searched.index(self._entries[path] for path in sources)

    def _enter(self, path: str) -> None:
        """Work out what search knows of a page, once."""
        if path not in self._entries:
            self._entries[path] = self._context.copy().run(self._chapter.entries, path)
