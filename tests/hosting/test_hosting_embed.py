"""A week in a frame on the clinic's own website: in Chromium, with two origins, served by nginx and caddy."""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect
from servers import project, serving
from site_browser import Scheme, accessibility_violations, open_context
from site_project import served

pytestmark = [pytest.mark.site, pytest.mark.browser]

WEEK = "plans/marathon-competitive/week-07/"
NOW = "plans/marathon-competitive/this-week/"


def snippets(site: Path, plan: str) -> list[str]:
    """The snippets of a plan, as they are copied from the page for the clinic's website."""
    page = (site / "embed" / "index.html").read_text("utf-8")
    part = page.split(f'id="{plan}"')[1].split("<h2")[0]
    return [
        html.unescape(text) for text in re.findall(r"<pre[^>]*hd-snippet[^>]*><code>(.*?)</code></pre>", part, re.S)
    ]


@contextlib.contextmanager
def clinics_website(folder: Path, frame: str) -> Iterator[str]:
    """The clinic's own website, on an origin of its own, with a page that shows a frame."""
    folder.mkdir(parents=True, exist_ok=True)
    text = f'<!doctype html><html lang="en"><title>Our clinic</title><h1>Our clinic</h1>{frame}</html>'
    (folder / "index.html").write_text(text, "utf-8")
    with served(folder) as address:
        yield address


def framed(page: Page, site: Path, host: str, there: str, asked: str = "") -> FrameLocator:
    """Put a snippet's frame, pointed at a host of this test, into the page that is open; ``asked`` as its query."""
    snippet = snippets(site, "marathon-competitive")[0]
    frame = re.sub(r'src="[^"]*"', f'src="{host}{there}?embed{asked}"', snippet)
    assert "sandbox=" in frame
    page.set_content(frame) if page.url == "about:blank" else page.evaluate(
        "frame => document.querySelector('h1').insertAdjacentHTML('afterend', frame)", frame
    )
    return page.frame_locator("iframe")


@pytest.mark.parametrize("server", ["nginx", pytest.param("caddy", marks=pytest.mark.long)])
def test_the_clinics_website_may_and_others_may_not(
    server: str, chromium: Browser, built_site: Path, tmp_path: Path
) -> None:
    with (
        clinics_website(tmp_path / "ours", "") as ours,
        clinics_website(tmp_path / "others", "") as others,
        serving(server, project(tmp_path / "project", built_site, embed_on=f"[{ours[:-1]}]")) as host,
        chromium.new_context() as context,
    ):
        page = context.new_page()
        page.goto(ours)
        inside = framed(page, built_site, host, WEEK)
        expect(inside.locator(".hd-day").first).to_be_visible()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(others)
        framed(page, built_site, host, WEEK)
        page.wait_for_timeout(1500)
        assert any("frame-ancestors" in text for text in refused), refused
        assert page.frames[-1].url.startswith("chrome-error:"), page.frames[-1].url


def test_a_frame_shows_the_week_and_nothing_around_it(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    with (
        clinics_website(tmp_path / "ours", "") as ours,
        served(built_site) as host,
        chromium.new_context(viewport={"width": 390, "height": 844}) as context,
    ):
        page = context.new_page()
        page.goto(ours)
        inside = framed(page, built_site, host, WEEK)
        expect(inside.locator("html.hd-ready")).to_have_count(1)
        expect(inside.locator(".hd-day")).to_have_count(7)
        for around in (".md-header", ".hd-footer", ".hd-tools", ".hd-signing", ".hd-steps-nav", ".hd-logbar"):
            for one in inside.locator(around).all():
                expect(one).to_be_hidden()
        expect(inside.locator(".hd-strip")).to_be_visible()
        whole = inside.get_by_role("link", name="From Example Clinic: the whole plan")
        expect(whole).to_be_visible()
        with context.expect_page() as opened:
            whole.click()
        expect(opened.value).to_have_url(f"{host}plans/marathon-competitive/")
        with context.expect_page() as opened:
            inside.locator(".hd-check a").last.click()
        expect(opened.value).to_have_url(f"{host}stop-signs/")
        expect(page).to_have_url(ours)
        page.screenshot(path=tmp_path / "embedded.png", full_page=True)


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (390, "light"),
        pytest.param(1280, "dark", marks=pytest.mark.long),
        pytest.param(390, "dark", marks=pytest.mark.long),
        pytest.param(1280, "light", marks=pytest.mark.long),
    ],
)
def test_a_frame_is_accessible_and_fits(width: int, scheme: Scheme, chromium: Browser, site_address: str) -> None:
    with open_context(chromium, width, scheme) as context:
        page = context.new_page()
        page.goto(f"{site_address}{WEEK}?embed&start=2027-01-04")
        expect(page.locator("html.hd-ready")).to_have_count(1)
        assert accessibility_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_group_sees_its_own_week(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    with (
        clinics_website(tmp_path / "ours", "") as ours,
        served(built_site) as host,
        chromium.new_context(timezone_id="America/Chicago") as context,
    ):
        page = context.new_page()
        context.clock.set_fixed_time("2027-03-10T12:00:00-06:00")
        page.goto(ours)
        # The race is on May 23, 2027; March 10 is in the tenth of twenty weeks.
        inside = framed(page, built_site, host, NOW, "&race=2027-05-23")
        expect(inside.locator("h1")).to_contain_text("Week 10")
        expect(inside.locator(".hd-today .hd-when")).to_contain_text("Today · Wednesday, March 10")
        assert any("/week-10/?embed" in frame.url for frame in page.frames)


def test_without_scripts_the_whole_page_is_there(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    with (
        clinics_website(tmp_path / "ours", "") as ours,
        served(built_site) as host,
        chromium.new_context(java_script_enabled=False) as context,
    ):
        page = context.new_page()
        frame = f'<iframe src="{host}{WEEK}?embed" title="Week 7" width="600" height="700"></iframe>'
        with clinics_website(tmp_path / "ours", frame):
            page.goto(ours)
            inside = page.frame_locator("iframe")
            expect(inside.locator(".hd-day")).to_have_count(7)
            expect(inside.locator(".hd-footer")).to_be_visible()
            expect(inside.locator(".hd-embedded")).to_be_hidden()


def test_what_is_kept_of_an_athlete_is_not_in_a_frame(chromium: Browser, built_site: Path) -> None:
    """Even on the site's own origin, where storage is shared."""
    with served(built_site) as host, chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{host}{WEEK}")
        expect(page.locator("html.hd-ready")).to_have_count(1)
        kept = page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('hardday'))")
        page.goto(f"{host}{WEEK}?embed&start=2027-01-04")
        expect(page.locator("html.hd-ready.hd-dated")).to_have_count(1)
        assert page.evaluate("Object.keys(localStorage).filter(name => name.startsWith('hardday'))") == kept
        expect(page.locator(".hd-when").first).to_contain_text("Monday, February 15")


def test_the_snippets_are_whole(built_site: Path) -> None:
    week, now = snippets(built_site, "marathon-competitive")
    for text, there in ((week, "plans/marathon-competitive/week-01/?embed"), (now, f"{NOW}?embed&race=2027-05-23")):
        assert text.count("<iframe ") == text.count("</iframe>") == 1
        assert f'src="https://training.example.org/{html.escape(there)}"' in text
        assert re.search(r'title="[^"]+"', text)
        assert 'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"' in text


def test_a_snippet_is_copied(chromium: Browser, site_address: str, built_site: Path) -> None:
    with chromium.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        page.goto(f"{site_address}embed/")
        first = page.get_by_role("button", name="Copy").first
        first.click()
        expect(page.get_by_text("Copied.")).to_have_count(1)
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("<iframe src=")
