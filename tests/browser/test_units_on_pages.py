"""Every text of the built site with a number and a unit, in the other unit: nothing is left behind, nothing is torn."""

from __future__ import annotations

import json
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from node_tests import node

pytestmark = pytest.mark.site

SCRIPT = Path(__file__).with_name("units_of_pages.mjs")
SILENT = ("script", "style")
NBSP = "\u00a0"


class Texts(HTMLParser):
    """The texts and attributes of a page that hold a space that does not break."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag
        self.found |= {value for _, value in attrs if value and NBSP in value}

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within not in SILENT and NBSP in data:
            self.found.add(data)


def converted(texts: set[str]) -> dict:
    done = subprocess.run(
        [node(), str(SCRIPT)], input=json.dumps(sorted(texts)), capture_output=True, text=True, timeout=60
    )
    assert not done.returncode, done.stderr
    return json.loads(done.stdout)


def test_every_text_of_the_site(built_site: Path):
    reader = Texts()
    for page in sorted(built_site.glob("**/*.html")):
        reader.feed(page.read_text(encoding="utf-8"))
    said = converted(reader.found)
    assert said["faults"] == []
    assert said["changed"] > 200


@pytest.mark.parametrize("text", ["22 – 24\u00a0km", "3 or 4\u00a0mi", "6:70\u00a0/mi"])
def test_a_text_that_would_be_torn_is_seen(text):
    assert converted({text})["faults"]
