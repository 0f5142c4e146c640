"""Using the site by keyboard, without JavaScript, and with the stock controls of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from site_browser import WIDTHS, open_context
from site_pages import addresses, kind_of, one_of_each_kind

pytestmark = [pytest.mark.site, pytest.mark.browser]

FOCUS = """(() => {
  const focused = document.activeElement;
  return {skip: focused.matches('.md-skip'), article: Boolean(focused.closest('article'))};
})()"""
LONGEST_WAY = 200


@pytest.fixture(scope="module")
def one_page(chromium: Browser) -> Iterator[Page]:
    """One page for all tests: a fresh profile loads every module anew."""
    with open_context(chromium, 390, "light") as context:
        yield context.new_page()


@pytest.fixture(params=WIDTHS, ids=[f"{width}px" for width in WIDTHS])
def week(request: pytest.FixtureRequest, one_page: Page, built_site: Path, site_address: str) -> Iterator[Page]:
    """The heaviest week page, open, at phone and at desktop width; nothing is kept from one test to the next."""
    address = next(page for page in one_of_each_kind(built_site) if kind_of(page) == "week")
    one_page.set_viewport_size({"width": request.param, "height": WIDTHS[request.param]})
    one_page.goto(site_address + address, wait_until="networkidle")
    yield one_page
    one_page.evaluate("localStorage.clear(); sessionStorage.clear()")
    one_page.goto("about:blank")


def test_the_first_tab_stop_skips_to_the_content(week: Page) -> None:
    week.keyboard.press("Tab")
    assert week.evaluate(FOCUS)["skip"]
    week.keyboard.press("Enter")
    week.keyboard.press("Tab")
    assert week.evaluate(FOCUS)["article"]


def test_the_content_is_reached_by_tab_alone(week: Page) -> None:
    for _ in range(LONGEST_WAY):
        week.keyboard.press("Tab")
        if week.evaluate(FOCUS)["article"]:
            return
    pytest.fail(f"no link of the article had the focus after {LONGEST_WAY} tab stops")


def test_a_day_says_why_by_keyboard(week: Page) -> None:
    """Every fold can be focused, and the space bar opens it."""
    folds = week.locator("article details > summary")
    assert folds.count() > 0
    fold = folds.first
    was_open = fold.evaluate("e => e.parentElement.open")
    fold.focus()
    week.keyboard.press("Space")
    assert fold.evaluate("e => e.parentElement.open") is not was_open


def test_the_search_opens_by_key_and_finds_an_exercise(week: Page) -> None:
    week.keyboard.press("/")
    week.keyboard.type("back squat")
    found = week.locator(".md-search-result__link")
    found.first.wait_for()
    assert "exercises/back-squat/" in "".join(link.get_attribute("href") or "" for link in found.all())


def test_the_colors_change_by_their_button_and_stay(week: Page) -> None:
    before = week.evaluate("document.body.dataset.mdColorScheme")
    for _ in range(2):
        week.locator("label[for^=__palette]:visible").click()
    assert before == "default"
    assert week.evaluate("document.body.dataset.mdColorScheme") == "slate"
    week.reload(wait_until="networkidle")
    assert week.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_without_javascript_every_kind_of_page_shows_its_content_and_ways_on(
    chromium: Browser, built_site: Path, site_address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for address in one_of_each_kind(built_site):
            page.goto(site_address + address)
            assert page.locator("article h1").is_visible(), address
            for name in ("Plans", "Exercises", "Rules"):
                assert page.locator(f"footer a:text-is('{name}')").is_visible(), address


def test_the_missing_page_helps_from_any_depth(chromium: Browser, built_site: Path, site_address: str) -> None:
    """Hosts serve 404.html at the address that was asked for, so its links must not depend on where it stands."""
    text = (built_site / "404.html").read_text(encoding="utf-8")
    assert "404.html" in addresses(built_site)
    assert 'href="../' not in text
    assert 'href="/plans/"' in text
