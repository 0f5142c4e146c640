"""Every text that a reader of the site's files meets, and what of it stands outside of a translated message."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import yaml
from pseudo_language import CLOSE, OPEN

from generator.publish.articles import Articles

_ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "label")
_CODE = ("code", "pre", "style")
_VOID = ("br", "hr", "img", "input", "meta", "link", "col", "wbr")
_HEADER = ("title", "description", "reviewed", "review_late")
_JSON = ("text", "title", "purpose", "warm_up", "note", "enter_when", "leave_when", "length")
_ATHLETE_JSON = (*_JSON, "phase")
_MANIFEST = ("name", "short_name", "description")
_EVENT = re.compile(r"^(?:SUMMARY|DESCRIPTION|NAME|X-WR-CALNAME)[;:]", re.M)


def outside(text: str, depth: int = 0) -> tuple[list[str], int]:
    """Return the pieces of a text that stand in no brackets, and how deep in brackets it ends."""
    found, piece = [], ""
    for letter in text:
        if letter == OPEN:
            depth, piece = depth + 1, piece + "\n" if not depth else piece
        elif letter == CLOSE:
            depth -= 1
        elif depth <= 0:
            piece += letter
    return [part for part in [*found, *piece.split("\n")] if part.strip()], depth


class _Page(HTMLParser):
    """Reads an article: texts in their order, across elements; attributes each by itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.depth = 0
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self._within.append(tag)
        for name, value in attrs:
            if name in _ATTRIBUTES and value:
                self.found += outside(value)[0]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._within and self._within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        pieces, self.depth = outside(data, self.depth)
        if not any(tag in self._within for tag in _CODE):
            self.found += pieces


def loose_texts(files: Mapping[str, bytes], settings: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each piece of text outside of a message, with the file where it stands."""
    articles = Articles(files, settings)
    for path, content in files.items():
        if path.endswith(".md"):
            yield from ((path, text) for text in _of_page(path, content.decode("utf-8"), articles))
        elif path.endswith((".json", ".webmanifest")) and not path.startswith(("assets/", "schemas/")):
            keys = _ATHLETE_JSON if path.endswith("athlete.json") else _JSON
            keys = _MANIFEST if path.endswith(".webmanifest") else keys
            yield from ((path, text) for text in _of_json(json.loads(content), keys))
        elif path.endswith(".ics"):
            yield from ((path, text) for text in _of_calendar(content.decode("utf-8")))


def _of_page(path: str, text: str, articles: Articles) -> list[str]:
    header = yaml.load(text.split("---\n", 2)[1], Loader=yaml.CSafeLoader)
    page = _Page()
    page.feed(articles.at(path.removesuffix("index.md")).html)
    page.close()
    unclosed = [f"brackets that stay open: {page.depth}"] if page.depth else []
    said = (piece for key in _HEADER for piece in outside(str(header.get(key) or ""))[0])
    return [*page.found, *unclosed, *said]


def _of_json(value: Any, keys: Collection[str], key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _of_json(inner, keys, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _of_json(inner, keys, key)
    elif isinstance(value, str) and key in keys:
        yield from outside(value)[0]


def _of_calendar(text: str) -> Iterator[str]:
    lines = text.replace("\r\n ", "").splitlines()
    for line in (line for line in lines if _EVENT.match(line)):
        said = line.partition(":")[2].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
        for part in said.split("\n"):
            if not part.startswith("https://"):
                yield from outside(part)[0]
