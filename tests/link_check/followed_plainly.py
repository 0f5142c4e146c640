"""The same answers found plainly: the whole site at once, every page searched as a whole. Tests compare."""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.model.finding import Diagnostic, Place
from generator.model.quoting import quoted

_ATTRIBUTE = re.compile(
    rb"""[\s"'](href|src|srcset|poster|data-moved-to|content|id|name|style)\s*=\s*"""
    rb"""(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""",
    re.I,
)
_REFRESH = re.compile(r"^\s*\d+(?:\.\d+)?\s*[;,]\s*url\s*=\s*['\"]?(.*?)['\"]?\s*$", re.I)
_CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s+["']([^"']+)["']""", re.I)
_IMPORT = re.compile(
    r"""(?:^|[;\n])\s*(?:import|export)\b[^'"();]*?["'](\.{1,2}/[^"']+)["']|\bimport\(\s*["'](\.{1,2}/[^"']+)["']"""
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_OTHER_SITE = re.compile(r"//|[A-Za-z][A-Za-z0-9+.-]*:")
_LEADS = ("href", "src", "poster", "data-moved-to")
_PAGE = ".html"
_MOST_TOLD = 50


@dataclass(frozen=True, slots=True)
class _Link:
    """A link as a page or file has it."""

    attribute: str
    text: str


@dataclass(slots=True)
class _Page:
    """What a page says: its links, each once, and its anchors."""

    links: set[tuple[str, str]] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)


def dead_links(site: Path, site_url: str = "", shown: str = "") -> tuple[Diagnostic, ...]:
    """Return what leads nowhere in a built site, each dead end once with the first page that has it.

    ``site_url`` is where it will be served: what begins so is followed, too. ``shown`` is the folder in messages.
    """
    return _Check(site, site_url, shown or site.as_posix()).faults()


class _Check:
    """One look at one site."""

    def __init__(self, site: Path, site_url: str, shown: str) -> None:
        self.site, self.shown = site, shown
        self.files = {
            posixpath.join(Path(here).relative_to(site).as_posix(), name).removeprefix("./")
            for here, _, names in os.walk(site)
            for name in names
        }
        self.folders = {posixpath.dirname(file) for file in self.files} | {""}
        self.site_url = site_url
        self.base = urlsplit(site_url).path or "/"
        self.pages: dict[str, _Page] = {}

    def faults(self) -> tuple[Diagnostic, ...]:
        """Return them, those with most pages first."""
        for file in sorted(self.files):
            if file.endswith(_PAGE):
                self.pages[file] = _quickly_read((self.site / file).read_bytes())
        found: dict[tuple[str, str], list[str]] = {}
        for file, link, where in self._suspects():
            dead = self._dead_end(file, link)
            if dead and (where != _PAGE or _really_has(self.site / file, link)):
                found.setdefault(dead, []).append(file)
        order = sorted(found.items(), key=lambda one: (-len(one[1]), one[1][0], one[0]))
        told = [self._told(dead, files) for dead, files in order[:_MOST_TOLD]]
        more = len(order) - len(told)
        if more > 0:
            place = Place(self.shown, 1, 1)
            told.append(Diagnostic(place, "error", None, f"{more} more links lead nowhere"))
        return tuple(told)

    def _suspects(self) -> Iterator[tuple[str, _Link, str]]:
        """Yield all that is to be followed: the file, the link, and the ending of the kind of file."""
        for file, page in self.pages.items():
            for attribute, text in page.links:
                yield from ((file, link, _PAGE) for link in _links(attribute, text))
        for file in sorted(self.files):
            if file.endswith(".css"):
                yield from ((file, link, ".css") for link in _of_css(self._text(file)))
            elif file.endswith(".js") and file.startswith("assets/js-"):
                texts = (found[1] or found[2] for found in _IMPORT.finditer(self._text(file)))
                yield from ((file, _Link("import", text), ".js") for text in texts)
            elif file.endswith(".webmanifest"):
                yield from ((file, link, ".webmanifest") for link in _of_manifest(self._text(file)))

    def _text(self, file: str) -> str:
        return (self.site / file).read_text(encoding="utf-8", errors="replace")

    def _dead_end(self, file: str, link: _Link) -> tuple[str, str] | None:
        """Return the path and the anchor that are missing; None for a link that leads somewhere, or to another site."""
        text = link.text
        if self.site_url and text.startswith(self.site_url):
            text = self.base + text[len(self.site_url) :]
        if not text or _OTHER_SITE.match(text):
            return None
        whole, _, anchor = text.partition("#")
        path = whole.partition("?")[0]
        path = unquote(path) if "%" in path else path
        target = self._target(file, path)
        if target is None:
            return path, ""
        if not anchor or anchor.startswith((":~:", "__")) or target not in self.pages:
            return None
        wanted = unquote(anchor)
        return None if wanted in self.pages[target].anchors or wanted == "top" else (path, f"#{anchor}")

    def _target(self, file: str, path: str) -> str | None:
        """Return the file that a host sends for a path."""
        if not path:
            return file
        if path.startswith("/"):
            if not path.startswith(self.base):
                return None
            joined = path.removeprefix(self.base)
        else:
            joined = f"{file.rpartition('/')[0]}/{path}".lstrip("/")
        plain = posixpath.normpath(joined) if joined else "."
        if plain.startswith(".."):
            return None
        plain = "" if plain == "." else plain
        if plain in self.files and not path.endswith("/"):
            return plain
        index = f"{plain}/index.html" if plain else "index.html"
        return index if index in self.files else None

    def _told(self, dead: tuple[str, str], files: list[str]) -> Diagnostic:
        path, anchor = dead
        first = files[0]
        line, column = _where(self.site / first, path, anchor)
        others = len(set(files)) - 1
        also = f"; so do {others} more pages" if others > 1 else "; so does one more page" if others else ""
        what = f"{quoted(path)} is not there" if not anchor else f"{quoted(path + anchor)}: the page has no such anchor"
        place = Place(f"{self.shown}/{first}", line, column)
        address = "/" + first.removesuffix("index.html")
        return Diagnostic(place, "error", None, f"{address} links to what does not exist: {what}{also}")


def _quickly_read(data: bytes) -> _Page:
    page = _Page()
    for found in set(_ATTRIBUTE.findall(data)):
        name = found[0].lower().decode()
        text = (found[1] or found[2] or found[3]).decode("utf-8", "replace")
        text = unescape(text) if "&" in text else text
        if name in ("id", "name"):
            page.anchors.add(text)
        elif name != "content" or "url" in text.lower():
            page.links.add((name, text))
    return page


def _links(attribute: str, text: str) -> Iterator[_Link]:
    """Yield what an attribute leads to."""
    if attribute in _LEADS:
        yield _Link(attribute, text.strip())
    elif attribute == "srcset":
        for part in text.split(","):
            if part.strip():
                yield _Link(attribute, part.split()[0])
    elif attribute == "content":
        found = _REFRESH.match(text)
        if found:
            yield _Link(attribute, found[1])
    elif attribute == "style":
        yield from _of_css(text)


def _of_css(text: str) -> Iterator[_Link]:
    for found in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        yield _Link("style", next(part for part in found.groups() if part is not None))


def _of_manifest(text: str) -> Iterator[_Link]:
    try:
        said = json.loads(text)
    except ValueError:
        return
    if isinstance(said, Mapping):
        for key in ("start_url", "scope"):
            if isinstance(said.get(key), str):
                yield _Link(key, said[key])
        icons = said.get("icons")
        for icon in icons if isinstance(icons, list) else ():
            if isinstance(icon, Mapping) and isinstance(icon.get("src"), str):
                yield _Link("src", icon["src"])


class _Reader(HTMLParser):
    """Reads a page as a browser does, as far as links go."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: set[_Link] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag leads to."""
        for name, text in attrs:
            if text is not None and not (
                tag == "meta" and name == "content" and ("http-equiv", "refresh") not in attrs
            ):
                self.found.update(_links(name, text))


def _really_has(path: Path, link: _Link) -> bool:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8", errors="replace"))
    reader.close()
    return any(one.text == link.text for one in reader.found)


def _where(path: Path, target: str, anchor: str) -> tuple[int, int]:
    """Return line and column of the first place where a file has a link's text."""
    text = path.read_text(encoding="utf-8", errors="replace")
    at = text.find(f"{target}{anchor}") if target or anchor else -1
    if at < 0:
        return 1, 1
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
