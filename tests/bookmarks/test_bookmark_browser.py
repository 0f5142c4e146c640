"""A bookmark of before a renumbering leads to the same training and day, on a plain static host."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from bookmark_project import BASE, PLAN, SEVEN, base_of_seven, edit, say, small_project
from playwright.sync_api import Browser, BrowserContext, Page, expect
from site_project import build, served

pytestmark = pytest.mark.site
SEEN = f"hardday.1.seen.{PLAN}"
LOG = f"hardday.1.log.{PLAN}"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site before and after its base lost a week."""
    project = small_project(tmp_path_factory.mktemp("bookmarked") / "project")
    before = Path(shutil.copytree(build(project), project.parent / "before"))
    base_of_seven(project)
    edit(project, ("id: heavy\n", "id: strong\n"))
    say(project, SEVEN.replace("}", ", heavy: strong}"))
    return before, build(project)


@pytest.fixture(scope="module")
def host(sites: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """One address, and the link that says which of the two sites it shows."""
    shown = tmp_path_factory.mktemp("host") / "site"
    shown.symlink_to(sites[0])
    with served(shown) as address:
        yield address, shown


@pytest.fixture
def address(host: tuple[str, Path], sites: tuple[Path, Path]) -> str:
    """The host as it is before the renumbering."""
    show(host[1], sites[0])
    return host[0]


def show(shown: Path, site: Path) -> None:
    shown.unlink()
    shown.symlink_to(site)


@pytest.fixture
def after(host: tuple[str, Path], sites: tuple[Path, Path]) -> str:
    """The host after it."""
    show(host[1], sites[1])
    return host[0]


@pytest.fixture(scope="module")
def _phone(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(viewport={"width": 390, "height": 800}, service_workers="block") as context:
        context.new_page()  # stays open, so that no page has to start what draws it anew
        yield context


@pytest.fixture
def phone(_phone: BrowserContext, host: tuple[str, Path]) -> Iterator[BrowserContext]:
    """An athlete's phone, without the worker that keeps pages: it has nothing to do with what is tried here."""
    yield _phone
    stays, *others = _phone.pages
    for page in others:
        page.close()
    stays.goto(f"{host[0]}sitemap.xml")
    stays.evaluate("localStorage.clear()")


def opened(phone: BrowserContext) -> Page:
    """A new tab that keeps no page: this host says nothing of how long one is good for."""
    page = phone.new_page()
    session = phone.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return page


def ready(page: Page) -> Page:
    page.locator("html.hd-ready").wait_for()
    return page


def entries(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate("({...localStorage})")
    return found


def test_a_bookmark_of_a_week_that_is_gone_ends_on_its_training_with_day_and_question(
    phone: BrowserContext, after: str
) -> None:
    page = opened(phone)
    page.goto(f"{after}{BASE}week-20/?from=mail#sat")
    page.wait_for_url(f"{after}{BASE}week-19/?from=mail#sat")
    ready(page)
    expect(page.locator(".hd-was").first).to_contain_text("what you knew as week 20 is week 19")
    expect(page.locator("#sat")).to_be_in_viewport()


def test_without_javascript_the_same_training_and_day_are_there_at_once(chromium: Browser, after: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{after}{BASE}week-20/#sat")
    expect(page.locator("h1")).to_contain_text("Week 19")
    expect(page.locator(".hd-was")).to_contain_text("what was week 20 is week 19")
    expect(page.locator("#sat")).to_be_in_viewport()
    shown = page.locator(".hd-days").inner_text()
    page.locator(".hd-was a").click()
    page.wait_for_url(f"{after}{BASE}week-19/")
    assert page.locator(".hd-days").inner_text() == shown
    page.goto(f"{after}{BASE}week-09/")
    expect(page.locator(".hd-was")).to_contain_text("this address was “Heavy”, week 1. That training is week 8 now.")
    context.close()


def test_stay_shows_the_old_page_with_its_words(phone: BrowserContext, after: str) -> None:
    page = opened(phone)
    page.goto(f"{after}{BASE}week-20/?stay")
    ready(page)
    expect(page).to_have_url(f"{after}{BASE}week-20/?stay")
    expect(page.locator(".hd-was").first).to_contain_text("what was week 20 is week 19")


def test_whoever_opened_a_week_before_is_led_to_its_training(
    phone: BrowserContext, host: tuple[str, Path], sites: tuple[Path, Path], address: str
) -> None:
    page = opened(phone)
    page.goto(f"{address}{BASE}week-09/")
    ready(page)
    trained = page.locator(".hd-days").inner_text()
    assert json.loads(entries(page)[SEEN]) == {"edition": 1, "weeks": {"9": 1}}
    show(host[1], sites[1])
    page = opened(phone)
    page.goto(f"{address}{BASE}week-09/#thu")
    page.wait_for_url(f"{address}{BASE}week-08/#thu")
    ready(page)
    expect(page.locator(".hd-was").first).to_contain_text("what you knew as week 9 is week 8")
    assert page.locator(".hd-days").inner_text() == trained
    # The way back is an answer: from then on the bookmark shows week 9 as it is now.
    page.locator(".hd-was a").first.click()
    page.wait_for_url(f"{address}{BASE}week-09/?stay")
    ready(page)
    assert json.loads(entries(page)[SEEN])["weeks"]["9"] == 2
    page = opened(phone)
    page.goto(f"{address}{BASE}week-09/")
    ready(page)
    expect(page).to_have_url(f"{address}{BASE}week-09/")


def test_whoever_goes_from_week_to_week_is_not_led_astray(
    phone: BrowserContext, host: tuple[str, Path], sites: tuple[Path, Path], address: str
) -> None:
    page = opened(phone)
    page.goto(f"{address}{BASE}week-09/")
    ready(page)
    show(host[1], sites[1])
    page.goto(f"{address}{BASE}week-08/")
    ready(page)
    page.get_by_role("link", name="Week 9").last.click()
    page.wait_for_url(f"{address}{BASE}week-09/")
    ready(page)
    expect(page).to_have_url(f"{address}{BASE}week-09/")
    assert json.loads(entries(page)[SEEN])["weeks"]["9"] == 1, "a bookmark may still be of before"


def test_who_was_never_here_is_shown_what_stands_there(phone: BrowserContext, after: str) -> None:
    page = opened(phone)
    page.goto(f"{after}{BASE}week-09/#thu")
    ready(page)
    expect(page).to_have_url(f"{after}{BASE}week-09/#thu")
    expect(page.locator(".hd-was")).to_have_count(1)


def test_what_was_written_down_goes_with_its_training(
    phone: BrowserContext, host: tuple[str, Path], sites: tuple[Path, Path], address: str
) -> None:
    page = opened(phone)
    page.goto(f"{address}{BASE}week-09/")
    ready(page)
    kept = {f"{LOG}.{week}.1.run": json.dumps({"done": True, "minutes": week}) for week in (7, 8, 9, 20)}
    page.evaluate("all => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", kept)
    show(host[1], sites[1])
    page.goto(f"{address}{BASE}week-03/")
    ready(page)
    found = entries(page)
    assert json.loads(found[SEEN])["edition"] == 2
    written = {key: text for key, text in found.items() if ".log." in key}
    logs = {key.removeprefix("hardday.1.log."): json.loads(text)["minutes"] for key, text in written.items()}
    assert logs == {
        f"{PLAN}.7.1.run": 7,
        f"{PLAN}.8.1.run": 9,
        f"{PLAN}.19.1.run": 20,
        f"{PLAN}-before-1.8.1.run": 8,
    }
    page.reload()
    ready(page)
    assert {key: text for key, text in entries(page).items() if ".log." in key} == written, "once only"
    page.goto(f"{address}log/")
    ready(page)
    expect(page.locator(".hd-logdays")).to_contain_text("week 8, day 2 (as it was numbered before)")


def test_a_page_that_is_closed_meanwhile_goes_on_where_it_was(phone: BrowserContext, after: str) -> None:
    page = opened(phone)
    page.goto(f"{after}stop-signs/")
    moving = {
        "edition": 2,
        "set": {f"log.{PLAN}.8.1.run": {"done": True}},
        "remove": [f"log.{PLAN}.9.1.run"],
    }
    kept = {f"hardday.1.moving.{PLAN}": json.dumps(moving), f"{LOG}.9.1.run": json.dumps({"done": True})}
    page.evaluate("all => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", kept)
    page.goto(f"{after}{BASE}week-03/")
    ready(page)
    keys = [key for key in entries(page) if ".log." in key or ".moving." in key]
    assert keys == [f"{LOG}.8.1.run"]


def test_a_phase_that_is_called_otherwise_leads_on_with_and_without_javascript(
    chromium: Browser, sites: tuple[Path, Path], after: str
) -> None:
    for javascript in (True, False):
        context = chromium.new_context(java_script_enabled=javascript, service_workers="block")
        page = context.new_page()
        page.goto(f"{after}{BASE}heavy/")
        page.wait_for_url(f"{after}{BASE}strong/")
        context.close()
    text = (sites[1] / BASE / "heavy" / "index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://training.example.org/plans/marathon-competitive/strong/">' in text
    assert '<meta name="robots" content="noindex">' in text


def test_addresses_that_are_gone_are_in_no_search_and_no_site_map(sites: tuple[Path, Path]) -> None:
    for name in ("sitemap.xml", "search/search_index.json"):
        text = (sites[1] / name).read_text("utf-8")
        assert "strong/" in text
        assert "/heavy/" not in text
        assert "week-20" not in text
