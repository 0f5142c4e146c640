"""Every page forbids scripts of its own and everything foreign, and works all the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from everything import EVERYTHING
from playwright.sync_api import Browser, BrowserContext, Page, expect
from site_browser import open_context
from site_gates import nothing
from site_pages import addresses, one_of_each_kind, page_file
from site_project import served

pytestmark = [pytest.mark.site, pytest.mark.browser]

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
LISTEN = """addEventListener('securitypolicyviolation', event =>
  console.error('CSP', event.violatedDirective, event.blockedURI))"""
WEEK = "plans/marathon-competitive/week-11/"


@contextmanager
def watched(browser: Browser, width: int = 390) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A fresh profile and all that its pages violate, load from elsewhere or complain of."""
    found: list[str] = []
    with open_context(browser, width, "light") as context:
        context.add_init_script(LISTEN)
        context.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
        context.on("weberror", lambda error: found.append(str(error.error)))
        yield context, found


def rules(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (part.split() for part in policy.split(";"))}


def test_every_page_has_the_policy_before_anything_that_it_loads(built_site: Path) -> None:
    for address in addresses(built_site):
        text = page_file(built_site, address).read_text(encoding="utf-8")
        [policy] = POLICY.findall(text)
        assert rules(policy)["script-src"] == ["'self'"], address
        assert rules(policy)["default-src"] == ["'self'"], address
        assert rules(policy)["object-src"] == ["'none'"], address
        before = text[: text.index("Content-Security-Policy")]
        assert not re.search(r'<script|rel="(stylesheet|preload|modulepreload)|<style', before), address


def test_no_page_has_a_script_or_a_handler_of_its_own(built_site: Path) -> None:
    found = []
    for address in addresses(built_site):
        text = page_file(built_site, address).read_text(encoding="utf-8")
        found += [f"{address}: {tag}" for tag in scripts_of_its_own(text)]
    nothing(found)


def scripts_of_its_own(html: str) -> list[str]:
    tags = re.findall(r"<script\b[^>]*>", html)
    inline = [tag for tag in tags if " src=" not in tag and 'type="application/json"' not in tag]
    return inline + re.findall(r"<[a-z]+\b[^>]*\son[a-z]+=[^>]*>", html) + re.findall(r'="javascript:[^"]*"', html)


@pytest.mark.parametrize(
    "defect", ["<script>1</script>", '<p onclick="x()">', '<a href="javascript:1">', '<script type="module">1</script>']
)
def test_a_script_in_a_page_is_found(defect: str) -> None:
    assert scripts_of_its_own(defect)


def test_every_kind_of_page_opens_without_a_violation(chromium: Browser, built_site: Path, site_address: str) -> None:
    """On CI; while you work a third of the kinds: in all of them the console is known to be quiet."""
    with watched(chromium) as (context, found):
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        for address in one_of_each_kind(built_site)[:: 1 if EVERYTHING else 3]:
            page.goto(site_address + address, wait_until="load")
            page.locator("html.hd-ready").wait_for()
        nothing(found)
        assert len(asked) > 50
        nothing([url for url in asked if not url.startswith((site_address, "data:", "blob:"))])


def test_search_palette_and_dialogs_work_under_it(chromium: Browser, site_address: str) -> None:
    with watched(chromium, 1280) as (context, found):
        page = context.new_page()
        page.goto(site_address + WEEK, wait_until="networkidle")
        page.keyboard.press("/")
        page.keyboard.type("back squat")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator(".md-search__form")).not_to_be_focused()
        for tool in ("dates", "paces", "weights"):
            page.locator(f"[data-tool={tool}]").click()
            expect(page.locator("dialog[open] h2")).to_be_visible()
            page.keyboard.press("Escape")
            expect(page.locator("dialog")).to_have_count(0)
        schemes = [scheme(page)]
        for _ in range(2):
            page.locator("[data-md-component=palette] label:visible").click()
            schemes.append(scheme(page))
        assert schemes == ["default", "default", "slate"]
        page.reload()
        assert scheme(page) == "slate"
        nothing(found)


def scheme(page: Page) -> str:
    return str(page.evaluate("document.body.dataset.mdColorScheme"))


@pytest.mark.parametrize(
    ("device", "chosen"),
    [
        ("light", "dark"),
        pytest.param("dark", None, marks=pytest.mark.long),
        pytest.param("dark", "light", marks=pytest.mark.long),
    ],
)
def test_the_colors_are_right_before_anything_is_drawn(
    device: str, chosen: str | None, chromium: Browser, site_address: str
) -> None:
    """With the theme's own program held back, a page is already in its colors."""
    with open_context(chromium, 390, "dark" if device == "dark" else "light") as context:
        page = context.new_page()
        if chosen:
            page.goto(f"{site_address}stop-signs/", wait_until="networkidle")
            for _ in range(2 if chosen == "dark" else 1):
                page.locator("[data-md-component=palette] label:visible").click()
        context.route("**/bundle.*.js", lambda route: route.abort())
        page.goto(f"{site_address}stop-signs/")
        assert scheme(page) == ("slate" if (chosen or device) == "dark" else "default")


def test_nothing_of_the_search_is_loaded_before_somebody_searches(chromium: Browser, site_address: str) -> None:
    with open_context(chromium, 390, "light") as context:
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto(f"{site_address}stop-signs/", wait_until="networkidle")
        assert not [url for url in asked if "/search" in url]
        page.locator("label.md-header__button[for=__search]").click()
        page.keyboard.type("back squat")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        assert [url for url in asked if "/search" in url]


@pytest.mark.parametrize(
    "defect",
    [
        pytest.param("<script>document.title = 1</script>", id="script"),
        pytest.param(
            '<img src="https://elsewhere.example/x.png" alt="">', id="foreign-picture", marks=pytest.mark.long
        ),
        pytest.param('<p onclick="1" id="press">x</p>', id="handler", marks=pytest.mark.long),
    ],
)
def test_a_page_that_breaks_the_policy_is_noticed(
    defect: str, chromium: Browser, built_site: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    page_file(site, "log/").parent.mkdir(parents=True)
    shutil.copytree(built_site / "assets", site / "assets")
    text = page_file(built_site, "log/").read_text(encoding="utf-8")
    page_file(site, "log/").write_text(text.replace("</article>", f"{defect}</article>"), encoding="utf-8")
    with served(site) as address, watched(chromium) as (context, found):
        context.new_page().goto(f"{address}log/", wait_until="networkidle")
        assert any("CSP" in line or "Content Security Policy" in line for line in found), found
