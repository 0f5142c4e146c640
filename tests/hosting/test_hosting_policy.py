"""Under a strict policy nothing is refused and nobody else is asked: on all kinds of pages, searched, with dialogs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from everything import EVERYTHING
from nginx import STRICT, Host, hosted
from playwright.sync_api import Browser, Page
from spoiling import spoilt
from visitor import Found, heaviest_of_each_kind, watched

pytestmark = [pytest.mark.site, pytest.mark.browser]

DIALOGS = (
    *("[data-tool=dates]", "[data-tool=paces]", "[data-tool=weights]", "[data-tool=move]", "[data-tool=calendar]"),
    *("[data-tool=share]", ".hd-day .hd-logbar button", ".hd-day .hd-signing button"),
)


def found_on(chromium: Browser, host: Host, root: str, addresses: Iterable[str], used: str | None = None) -> Found:
    """What pages break; the one at ``used`` is searched, and each of its dialogs opened."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    found = Found()
    page = watched(context.new_page(), host, found)
    for address in addresses:
        page.goto(root + address, wait_until="load")
        page.wait_for_selector("html.hd-ready")
        if address == used:
            assert open_dialogs(page) >= 6
            search(page)
    context.close()
    return found


def open_dialogs(page: Page) -> int:
    """Open each dialog of a page and close it again; returns how many there were."""
    count = 0
    for button in DIALOGS:
        first = page.locator(button).first
        if first.count() and first.is_visible():
            first.click()
            page.wait_for_selector("dialog[open]")
            page.keyboard.press("Escape")
            page.wait_for_selector("dialog[open]", state="detached")
            count += 1
    return count


def search(page: Page) -> None:
    """Search for something that is there."""
    field = page.locator("[data-md-component=search-query]")
    field.click()
    field.press_sequentially("squat")
    page.wait_for_selector(".md-search-result__item")


def test_nothing_is_refused_and_nobody_else_asked(chromium: Browser, built_site: Path) -> None:
    """All kinds of pages on CI; while you work every fourth and a week: that all are quiet, tests of the site say."""
    pages = heaviest_of_each_kind(built_site)
    assert len(pages) >= 20
    visited = list(pages.values()) if EVERYTHING else [pages["week"], *list(pages.values())[::4]]
    with hosted(built_site) as host:
        found = found_on(chromium, host, host.root, visited, used=pages["week"])
        used = pages["week"] if EVERYTHING else None
        below = found_on(chromium, host, host.below, ["", pages["plan"], pages["week"]], used=used)
    assert found == below == Found(), (found, below)


def test_a_script_in_a_page_is_seen(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    site = spoilt(built_site, tmp_path / "site", "log/", "</article>", "<script>document.title = 'changed'</script>")
    with hosted(site) as host:
        found = found_on(chromium, host, host.root, ["log/"])
    assert any("script-src" in text for text in found.violations)


@pytest.mark.long
def test_a_picture_from_elsewhere_is_seen(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    picture = '<img src="http://localhost:9/picture.png" alt="">'
    site = spoilt(built_site, tmp_path / "site", "log/", "</article>", picture)
    with hosted(site) as host:
        found = found_on(chromium, host, host.root, ["log/"])
    assert any("img-src" in text for text in found.violations)
    page = site / "log" / "index.html"
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.read_text("utf-8"))
    page.write_text(text, "utf-8")
    with hosted(site, policy=STRICT.replace("img-src 'self'", "img-src *")) as host:
        found = found_on(chromium, host, host.root, ["log/"])
    assert found.foreign == ["http://localhost:9/picture.png"]
