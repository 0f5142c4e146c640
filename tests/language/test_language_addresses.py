"""A German site beside the English one: other words, and the same addresses, anchors and hooks for browser code."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from language_projects import FEW, pages_of, project_in

from generator.publish.articles import Articles
from generator.settings.file import site_file

Files = Mapping[str, bytes]
#: What an attribute says to people, or what an author wrote.
_SAID = frozenset({"aria-label", "title", "alt", "data-title", "data-races", "data-of"})
#: Names made of what a file holds.
_BY_CONTENT = re.compile(r"^assets/(?:js-|css/)")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Path, Files], tuple[Path, Files]]:
    """Return the project and the files of its pages in English and in German."""
    english, german = (project_in(tag, tmp_path_factory.mktemp(tag), *FEW) for tag in ("en", "de"))
    return (english, pages_of(english)), (german, pages_of(german))


class _Hooks(HTMLParser):
    """Reads what programs read of an article: elements and attributes, but not what the page's heading is called."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._heading = self._heading or tag == "h1"
        kept = tuple(sorted((name, value or "") for name, value in attrs if name not in _SAID))
        if not self._heading and not {"viewbox", "d"} & dict(attrs).keys() and tag not in ("text", "rect"):
            self.found.append((tag, kept))

    def handle_endtag(self, tag: str) -> None:
        self._heading = self._heading and tag != "h1"


def hooks(project: Path, files: Files, page: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    reader = _Hooks()
    reader.feed(Articles(files, site_file(project)).at(page.removesuffix("index.md")).html)
    return reader.found


def test_every_file_has_the_same_address(sites: tuple[tuple[Path, Files], tuple[Path, Files]]) -> None:
    english, german = ({path for path in files if not _BY_CONTENT.match(path)} for _, files in sites)
    assert english == german


def test_pages_have_the_same_anchors_links_and_hooks(sites: tuple[tuple[Path, Files], tuple[Path, Files]]) -> None:
    (english, in_english), (german, in_german) = sites
    for page in (path for path in in_english if path.endswith(".md")):
        # in any order: a glossary is sorted by its language
        assert Counter(hooks(english, in_english, page)) == Counter(hooks(german, in_german, page)), page


def test_pages_are_german(sites: tuple[tuple[Path, Files], tuple[Path, Files]]) -> None:
    _, files = sites[1]
    week = files["plans/first-half/week-01/index.md"].decode()
    assert "# Woche 1" in week
    assert 'id="tue"' in week
    assert "Dienstag" in week
    assert json.loads(files["manifest.webmanifest"])["lang"] == "de"


def test_calendars_keep_their_uids_and_say_german(sites: tuple[tuple[Path, Files], tuple[Path, Files]]) -> None:
    feeds = [path for path in sites[0][1] if path.endswith(".ics")]
    assert feeds
    for path in feeds:
        english, german = (re.findall(rb"^UID:.*$", files[path], re.M) for _, files in sites)
        assert english == german
    said = b"".join(sites[1][1][path] for path in feeds)
    assert b"SUMMARY:Training" in said


def test_data_has_the_same_keys_and_numbers(sites: tuple[tuple[Path, Files], tuple[Path, Files]]) -> None:
    for path in (path for path in sites[0][1] if path.startswith("plans/") and path.endswith("/plan.json")):
        english, german = (_numbers(json.loads(files[path])) for _, files in sites)
        assert english == german, path


def _numbers(value: object) -> object:
    """Return JSON without its texts."""
    if isinstance(value, dict):
        return {key: _numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_numbers(inner) for inner in value]
    return "" if isinstance(value, str) else value
