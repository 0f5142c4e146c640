"""A site as a phone meets it: what its pages say, what is saved of them, and a next version of it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from offline_server import Host
from playwright.sync_api import Browser, BrowserContext, Page
from site_browser import open_context
from site_pages import page_file

PLAN = "marathon-competitive"
OTHER_PLAN = "time-crunched"
WEEK = f"plans/{PLAN}/week-11/"
OTHER_WEEK = f"plans/{PLAN}/week-12/"
COUNT = """(async () => {
  const found = {};
  for (const name of await caches.keys()) {
    found[name.split(":")[2]] = (await (await caches.open(name)).keys()).map(key => new URL(key.url).pathname);
  }
  return found;
})()"""


class Article(HTMLParser):
    """The words of a page's article in order, and where its links lead, as addresses from the root.

    The list of plans that use an exercise is left out: it is not saved.
    """

    def __init__(self, address: str) -> None:
        super().__init__()
        self.base = f"https://site.test/{address}"
        self.depth = 0
        self.saved = True
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        if self.depth and self.saved:
            self.links += [urljoin(self.base, value) for name, value in attrs if name in ("href", "src") and value]

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"

    def handle_comment(self, data: str) -> None:
        if data.endswith("hd-uses"):
            self.saved = data.startswith("/")

    def handle_data(self, data: str) -> None:
        if self.depth and self.saved:
            self.words += data.split()


def article(html: str, address: str) -> tuple[list[str], list[str]]:
    """The words and the links of the article in a page's HTML."""
    parser = Article(address)
    parser.feed(html)
    parser.close()
    # Zensical and MkDocs mark a heading's own link; a page may, too, have a mark for the way to its content.
    return [word for word in parser.words if word != "¶"], parser.links


def published(site: Path, address: str) -> tuple[list[str], list[str]]:
    return article(page_file(site, address).read_text(encoding="utf-8"), address)


def pack_file(site: Path, plan: str = PLAN) -> Path:
    return site / "plans" / plan / "offline.json"


def beside_file(site: Path) -> Path:
    return site / "offline" / "beside.json"


def pack(site: Path, plan: str = PLAN) -> dict[str, dict[str, str]]:
    """What is saved of a plan, by address: titles and articles."""
    return articles(json.loads(pack_file(site, plan).read_text(encoding="utf-8")))


def beside(site: Path) -> dict[str, dict[str, str]]:
    """What is saved beside any plan."""
    return articles(json.loads(beside_file(site).read_text(encoding="utf-8")))


def articles(data: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The articles in a file of them."""
    assert data["format"] == "hardday/offline@2"
    lines = data["lines"]
    return {
        address: {"title": page["title"], "html": "\n".join(lines[at] for at in page["html"])}
        for address, page in data["pages"].items()
    }


def as_before(site: Path) -> Path:
    """Turn a site into one of the format before: all that is saved with a plan stands in its own file, as texts."""
    for file in site.glob("plans/*/offline.json"):
        data = json.loads(file.read_text(encoding="utf-8"))
        pages = {**articles(data), **beside(site)}
        old = {"format": "hardday/offline@1", "plan": data["plan"], "title": data["title"], "pages": pages}
        file.write_text(json.dumps(old, ensure_ascii=False), encoding="utf-8")
    beside_file(site).unlink()
    return site


@contextmanager
def phone(browser: Browser) -> Iterator[tuple[BrowserContext, Page]]:
    """A phone that was never here before, with one page open."""
    with open_context(browser, 390, "light") as context:
        yield context, context.new_page()


def visit_and_save(page: Page, host: Host, address: str = WEEK) -> None:
    """Open a page with reception and wait until it says that its plan is saved."""
    page.goto(host.address + address)
    page.locator(".hd-saved").wait_for(state="attached")


def saved(page: Page) -> dict[str, list[str]]:
    """The paths in each kind of cache; of two versions, the newer one's."""
    found = page.evaluate(COUNT)
    assert isinstance(found, dict)
    return found


def next_version(site: Path, to: Path) -> Path:
    """The site as it is published next: other words in every week of the plan, and other code."""
    shutil.copytree(site, to)
    [scripts] = (path.name for path in (to / "assets").glob("js-*"))
    (to / "assets" / scripts).rename(to / "assets" / "js-00000000")
    for path in [*to.rglob("*.html"), to / "sw.js"]:
        text = path.read_text(encoding="utf-8").replace(scripts, "js-00000000")
        path.write_text(re.sub(r'("version": )"\w+"', r'\1"00000000"', text), encoding="utf-8")
    weeks = [*to.glob(f"plans/{PLAN}/week-*/index.html"), to / "plans" / PLAN / "offline.json"]
    for path in weeks:
        text = path.read_text(encoding="utf-8")
        assert ">Each day first:<" in text
        path.write_text(text.replace(">Each day first:<", ">Each day anew:<"), encoding="utf-8")
    return to
