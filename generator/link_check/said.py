"""What a file says: which addresses it leads to, and which anchors it offers.

Made for thousands of pages whose frames are alike: attributes are found by pattern, and a line that stood in an earlier
page is not looked at again. A pattern also finds what is no link, such as a tag in a comment; whether a page really has
a link is for a real parser to say, and it is asked only where one seems to lead nowhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from html.parser import HTMLParser

from generator.frozen import frozen

PAGE = ".html"
_NAMES = rb"href|src|srcset|poster|data-moved-to|content|id|name|style"
_ATTRIBUTE = re.compile(rb"""[\s"'](%b)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""" % _NAMES, re.I)
#: A line that an attribute may go on behind, or that may be the rest of one.
_OPEN = re.compile(rb"""\A\s*=|[\s"'](?:%b)\s*=\s*(?:"[^"]*|'[^']*)?\Z""" % _NAMES, re.I)
_REFRESH = re.compile(r"^\s*\d+(?:\.\d+)?\s*[;,]\s*url\s*=\s*['\"]?(.*?)['\"]?\s*$", re.I)
_CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s+["']([^"']+)["']""", re.I)
_IMPORT = re.compile(
    r"""(?:^|[;\n])\s*(?:import|export)\b[^'"();]*?["'](\.{1,2}/[^"']+)["']|\bimport\(\s*["'](\.{1,2}/[^"']+)["']"""
)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_LEADS = ("href", "src", "poster", "data-moved-to")
_ANCHORS = ("id", "name")
_OUR_MODULES = "assets/js-"
_MOST_LINES = 50_000


@frozen
class Said:
    """The addresses that a page leads to, and its anchors."""

    addresses: frozenset[str]
    anchors: frozenset[str]


_NOTHING = Said(frozenset(), frozenset())


class PageReader:
    """Reads pages one after the other. It remembers their lines, each with what it says."""

    def __init__(self) -> None:
        self._silent: set[bytes] = set()
        self._telling: dict[bytes, Said] = {}
        self._open: set[bytes] = set()

    def read(self, page: bytes) -> Said:
        """Return what a page says."""
        if len(self._silent) + len(self._telling) + len(self._open) > _MOST_LINES:
            self._forget()
        first, _, others = page.partition(b"\n")
        lines = set(others.split(b"\n")) - self._silent
        for line in lines.difference(self._telling):
            self._look_at(line)
        if not self._open.isdisjoint(lines) or _is_open(first):
            return page_said(page)
        found = [page_said(first), *[self._telling[line] for line in lines if line in self._telling]]
        return Said(
            frozenset().union(*[one.addresses for one in found]), frozenset().union(*[one.anchors for one in found])
        )

    def _forget(self) -> None:
        self._silent.clear()
        self._telling.clear()
        self._open.clear()

    def _look_at(self, line: bytes) -> None:
        """Remember what a line says, with the break before it: an attribute may begin with that."""
        said = _NOTHING if b"=" not in line else page_said(b"\n" + line)
        if _is_open(line):
            self._open.add(line)
        elif said == _NOTHING:
            self._silent.add(line)
        else:
            self._telling[line] = said


def _is_open(line: bytes) -> bool:
    """True for a line that an attribute may go on behind, or that may be the rest of one."""
    if b"=" not in line:
        return False
    starts = (line.rpartition(quote)[0] for quote in (b'"', b"'"))
    if line.lstrip().startswith(b"=") or any(start.rstrip().endswith(b"=") for start in (line, *starts)):
        return bool(_OPEN.search(b"\n" + line))
    return False


def page_said(text: bytes) -> Said:
    """Return what a page, or a part of it that no attribute leaves, says."""
    found = attributes(text)
    addresses = frozenset(address for name, value in found for address in addresses_of(name, value))
    return Said(addresses, frozenset(value for name, value in found if name in _ANCHORS))


def attributes(text: bytes) -> set[tuple[str, str]]:
    """Return the attributes of a page that may lead somewhere or be an anchor, each a name and a value."""
    found = set()
    for name, *values in set(_ATTRIBUTE.findall(text)):
        value = (values[0] or values[1] or values[2]).decode("utf-8", "replace")
        found.add((name.lower().decode(), unescape(value) if "&" in value else value))
    return found


def addresses_of(attribute: str, text: str) -> Iterator[str]:
    """Yield the addresses that an attribute leads to."""
    if attribute in _LEADS:
        yield text.strip()
    elif attribute == "srcset":
        yield from (part.split()[0] for part in text.split(",") if part.strip())
    elif attribute == "content":
        found = _REFRESH.match(text) if "url" in text.lower() else None
        if found:
            yield found[1]
    elif attribute == "style":
        yield from _of_css(text)


def other_addresses(file: str, content: bytes) -> Iterator[str]:
    """Yield the addresses that a file leads to that is read and no page: a style sheet, a module, the manifest."""
    if file.endswith(".css"):
        yield from _of_css(text_of(content))
    elif file.endswith(".js"):
        yield from (found[1] or found[2] for found in _IMPORT.finditer(text_of(content)))
    elif file.endswith(".webmanifest"):
        yield from _of_manifest(text_of(content))


def is_read(file: str) -> bool:
    """True for a file that may lead somewhere."""
    return file.endswith((PAGE, ".css", ".webmanifest")) or (file.endswith(".js") and file.startswith(_OUR_MODULES))


def really_leads_to(page: bytes) -> frozenset[str]:
    """Return the addresses that a page leads to as a browser reads it."""
    reader = _Reader()
    reader.feed(text_of(page))
    reader.close()
    return frozenset(reader.found)


def text_of(content: bytes) -> str:
    """Return a file's text as Python reads a file: each kind of line's end is one."""
    return content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _of_css(text: str) -> Iterator[str]:
    for found in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        yield next(part for part in found.groups() if part is not None)


def _of_manifest(text: str) -> Iterator[str]:
    try:
        said = json.loads(text)
    except ValueError:
        return
    if isinstance(said, Mapping):
        yield from (said[key] for key in ("start_url", "scope") if isinstance(said.get(key), str))
        icons = said.get("icons")
        for icon in icons if isinstance(icons, list) else ():
            if isinstance(icon, Mapping) and isinstance(icon.get("src"), str):
                yield icon["src"]


class _Reader(HTMLParser):
    """Reads a page as a browser does, as far as links go."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the tag leads to."""
        for name, text in attrs:
            if text is not None and not (
                tag == "meta" and name == "content" and ("http-equiv", "refresh") not in attrs
            ):
                self.found.update(addresses_of(name, text))
