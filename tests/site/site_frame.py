"""What stands around a page's article: where it leads, with what words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from site_pages import page_file

#: What navigates, by a class of the element that holds it.
PARTS = ("md-tabs", "md-nav--primary", "md-nav--secondary", "md-path", "hd-footer__links")


@dataclass(frozen=True)
class Frame:
    """Links as words and addresses from the root, in their order: of each part.

    ``everywhere`` are the addresses of all links, ``rel`` of what the head names, by relation.
    """

    parts: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {name: [] for name in PARTS})
    everywhere: list[str] = field(default_factory=list)
    rel: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__()
        self.base = f"https://site.test/{address}"
        self.frame = Frame()
        self.inside: list[tuple[str, str]] = []
        self.article = 0
        self.words: list[str] | None = None
        self.link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.article += tag == "article"
        if tag in ("nav", "ul"):
            classes = given.get("class", "").split()
            self.inside.append((tag, next((name for name in PARTS if name in classes), "")))
        if self.article or "href" not in given:
            return
        address = urlsplit(urljoin(self.base, given["href"])).path.removeprefix("/")
        self.frame.everywhere.append(address)
        if tag == "link":
            self.frame.rel[given["rel"]] = address
        elif tag == "a":
            self.link, self.words = given["href"] if given["href"].startswith("#") else address, []

    def handle_endtag(self, tag: str) -> None:
        self.article -= tag == "article"
        if tag in ("nav", "ul"):
            self.inside.pop()
        if tag == "a" and self.words is not None:
            part = next((name for _, name in reversed(self.inside) if name), "")
            if part:
                self.frame.parts[part].append((" ".join(self.words), self.link))
            self.words = None

    def handle_data(self, data: str) -> None:
        if self.words is not None:
            self.words += data.split()


@cache
def frame(site: Path, address: str) -> Frame:
    """What stands around the article of a page of a site that stays as it is."""
    reader = _Reader(address if address != "404.html" else "")
    reader.feed(page_file(site, address).read_text(encoding="utf-8"))
    reader.close()
    return reader.frame
