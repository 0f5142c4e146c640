"""A new version of the site is seen by the second visit at the latest, and costs the athlete nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from offline_server import Host, hosted
from offline_site import OTHER_WEEK, PLAN, WEEK, next_version, phone, saved, visit_and_save
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

OWN = {"hardday.1.units": '{"distance":"km"}', f"hardday.1.log.{PLAN}.11.0.day": '{"note":"mine"}'}
KEEP = "entries => Object.entries(entries).forEach(([key, value]) => localStorage.setItem(key, value))"


@pytest.fixture(scope="module")
def newer(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_version(built_site, tmp_path_factory.mktemp("next") / "site")


@pytest.fixture
def host(built_site: Path) -> Iterator[Host]:
    with hosted(built_site) as found:
        yield found


def is_new(page: Page) -> bool:
    """True if the page shows the new words with the new code, false for the old words with the old; never mixed."""
    page.locator("html.hd-ready").wait_for(state="attached")
    new = "Each day anew:" in page.locator("article").inner_text()
    assert new != ("Each day first:" in page.locator("article").inner_text())
    assert new == ("js-00000000" in (page.locator("script[data-light]").get_attribute("src") or ""))
    return new


def test_with_reception_the_next_visit_shows_it_and_saves_it(host: Host, newer: Path, chromium: Browser) -> None:
    with phone(chromium) as (_, page):
        visit_and_save(page, host)
        page.evaluate(KEEP, OWN)
        page.goto(host.address + OTHER_WEEK)
        assert not is_new(page)
        host.folder = newer
        visit_and_save(page, host)
        assert is_new(page)
        wait_for_new_worker(page)
        host.down = True
        for address in (OTHER_WEEK, WEEK, f"plans/{PLAN}/week-03/"):
            page.goto(host.address + address)
            assert is_new(page), address
        assert {key: page.evaluate("key => localStorage.getItem(key)", key) for key in OWN} == OWN


def wait_for_new_worker(page: Page) -> None:
    page.evaluate(
        """new Promise(done => {
          const look = async () => {
            const {installing, waiting, active} = await navigator.serviceWorker.getRegistration();
            const there = (await caches.keys()).some(name => name.endsWith(":code:00000000"));
            if (there && !installing && !waiting && active.state === "activated") done();
            else setTimeout(look, 50);
          };
          look();
        })"""
    )


@pytest.mark.long
def test_a_page_left_open_keeps_its_own_code(host: Host, newer: Path, chromium: Browser) -> None:
    """The host no longer has the old modules; a dialog of the open page loads one of them now."""
    with phone(chromium) as (context, page):
        visit_and_save(page, host)
        host.folder = newer
        other = context.new_page()
        visit_and_save(other, host)
        wait_for_new_worker(other)
        page.locator("[data-tool=paces]").click()
        expect(page.locator("dialog[open] h2")).to_be_visible()
        assert not is_new(page)


@pytest.mark.long
def test_with_slow_reception_the_second_visit_shows_it(host: Host, newer: Path, chromium: Browser) -> None:
    with phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.folder = newer
        host.hangs = lambda path: path == OTHER_WEEK
        page.goto(host.address + OTHER_WEEK)
        assert not is_new(page)
        host.hangs = lambda path: False
        host.go_on.set()
        page.goto(host.address + OTHER_WEEK)
        assert is_new(page)


@pytest.mark.long
def test_versions_before_the_last_are_deleted(host: Host, newer: Path, chromium: Browser) -> None:
    count = "caches.keys().then(names => names.filter(name => name.includes(':code:')).length)"
    with phone(chromium) as (_, page):
        visit_and_save(page, host)
        page.evaluate("Promise.all([caches.open('hardday:/:code:aaaaaaaa'), caches.open('elsewhere')])")
        host.folder = newer
        visit_and_save(page, host)
        wait_for_new_worker(page)
        assert page.evaluate(count) == 2
        assert "elsewhere" in page.evaluate("caches.keys()")
        assert saved(page)["code"]


@pytest.mark.long
def test_a_worker_that_never_lets_go_of_the_old_is_noticed(
    built_site: Path, newer: Path, tmp_path: Path, chromium: Browser
) -> None:
    stuck = shutil.copytree(built_site, tmp_path / "stuck")
    worker = (stuck / "sw.js").read_text(encoding="utf-8")
    asks = 'const answer = fetch(event.request, { cache: "no-cache" });'
    broken = worker.replace(asks, 'const answer = Promise.reject(new Error("stuck"));', 1)
    assert broken != worker
    (stuck / "sw.js").write_text(broken, encoding="utf-8")
    with hosted(stuck) as host, phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.folder = newer
        host.missing.add("sw.js")
        page.goto(host.address + OTHER_WEEK)
        assert not is_new(page)
