"""After one visit a plan opens without reception, whatever is missing, slow or full."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from everything import EVERYTHING
from offline_server import Host, hosted
from offline_site import (
    OTHER_PLAN,
    OTHER_WEEK,
    PLAN,
    WEEK,
    article,
    as_before,
    beside,
    pack,
    pack_file,
    phone,
    published,
    saved,
    visit_and_save,
)
from playwright.sync_api import Browser, Page, expect
from site_gates import nothing

pytestmark = [pytest.mark.site, pytest.mark.browser]

IS_KEPT = """url => new Promise(done => {
  const look = async () => (await caches.match(url)) ? done() : setTimeout(look, 50);
  look();
})"""


@pytest.fixture(params=[pytest.param("/", marks=pytest.mark.long), "/a/path/"], ids=["root", "sub-path"])
def host(request: pytest.FixtureRequest, built_site: Path) -> Iterator[Host]:
    with hosted(built_site, request.param) as found:
        yield found


def differing(page: Page, host: Host, addresses: list[str]) -> list[str]:
    """Open pages and say which of them are not what the site publishes, or do not work."""
    found = []
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for address in addresses:
        answer = page.goto(host.address + address)
        assert answer
        page.locator("html.hd-ready").wait_for(state="attached")
        if article(answer.text(), address) != published(host.folder, address):
            found.append(f"{address}: {page.title()}")
        found += [f"{address}: {said}" for said in complaints]
        complaints.clear()
    return found


def test_after_one_visit_the_plan_opens(host: Host, chromium: Browser) -> None:
    with phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.down = True
        some = ["", "log/", "stop-signs/", f"plans/{PLAN}/", f"plans/{PLAN}/base/", OTHER_WEEK, "exercises/back-squat/"]
        nothing(differing(page, host, some))
        assert re.search(r"copy of \w+ \d+\.$", page.locator(".hd-saved-copy").inner_text())
        page.goto(host.address + OTHER_WEEK.rstrip("/"))
        expect(page).to_have_url(host.address + OTHER_WEEK)
        page.goto(f"{host.address}rules/ramp/")
        expect(page.locator("h1")).to_have_text("This page is not saved on this phone yet")
        page.get_by_role("link", name="Competitive marathoner").click()
        page.wait_for_url(f"**/plans/{PLAN}/this-week/#pick")


@pytest.mark.long
def test_every_page_of_the_plan_opens(built_site: Path, chromium: Browser) -> None:
    with hosted(built_site) as host, phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.down = True
        every = [*pack(built_site), *beside(built_site)]
        assert len(every) > 40
        nothing(differing(page, host, every))


@pytest.mark.long
def test_a_page_missing_in_what_is_saved_is_noticed(built_site: Path, tmp_path: Path, chromium: Browser) -> None:
    site = shutil.copytree(built_site, tmp_path / "site")
    short = json.loads(pack_file(site).read_text(encoding="utf-8"))
    del short["pages"][OTHER_WEEK]
    pack_file(site).write_text(json.dumps(short), encoding="utf-8")
    with hosted(site) as host, phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.down = True
        assert differing(page, host, [OTHER_WEEK])


def test_a_saved_page_does_all_that_a_page_does(built_site: Path, chromium: Browser) -> None:
    """Dialogs are modules that are loaded when they open: they are saved before anybody opened one."""
    with hosted(built_site) as host, phone(chromium) as (context, page):
        context.clock.set_fixed_time("2027-03-03T10:00:00")
        visit_and_save(page, host)
        host.down = True
        page.goto(host.address + OTHER_WEEK)
        page.locator("[data-tool=dates]").click()
        expect(page.locator("dialog[open] h2")).to_be_visible()
        page.keyboard.press("Escape")
        box = page.locator("article input[type=checkbox]").first
        box.check()
        page.reload()
        expect(box).to_be_checked()
        for tool in ("paces", "weights", "calendar"):
            page.locator(f"[data-tool={tool}]").click()
            expect(page.locator("dialog[open] h2")).to_be_visible()
            page.keyboard.press("Escape")
        expect(page.locator(".hd-saved")).to_be_attached()


@pytest.mark.parametrize(
    "kind",
    [
        "later",
        *(pytest.param(kind, marks=pytest.mark.long) for kind in ("module", "style", "frame", "athlete", "theme")),
    ],
)
def test_one_missing_file_breaks_nothing_else(kind: str, built_site: Path, chromium: Browser) -> None:
    lost = {
        "module": next(path for path in files(built_site) if path.endswith("/ask/paces.js")),
        "later": next(path for path in files(built_site) if path.endswith("/later.json")),
        "style": next(path for path in files(built_site) if path.startswith("assets/css/")),
        "frame": "offline/",
        "athlete": f"plans/{PLAN}/athlete.json",
        "theme": next(path for path in files(built_site) if re.search(r"/bundle\.\w+\.min\.js$", path)),
    }[kind]
    with hosted(built_site) as host, phone(chromium) as (_, page):
        host.missing.add(lost)
        if kind == "module":
            host.missing.add(next(path for path in files(built_site) if path.endswith("/later.json")))
        visit_and_save(page, host)
        host.down = True
        page.goto(host.address + WEEK)
        expect(page.locator("h1")).to_contain_text("Week 11")
        page.locator("html.hd-ready").wait_for(state="attached")
        if kind == "later":
            page.locator("[data-tool=paces]").click()
            expect(page.locator("dialog[open] h2")).to_be_visible()
        if kind != "frame":
            page.goto(host.address + OTHER_WEEK)
            expect(page.locator("h1")).to_contain_text("Week 12")
        assert not [path for paths in saved(page).values() for path in paths if path == f"/{lost}"]


@pytest.mark.long
def test_either_file_of_articles_may_be_missing(built_site: Path, chromium: Browser) -> None:
    of_plan, beside_it = f"plans/{PLAN}/offline.json", "offline/beside.json"
    with hosted(built_site) as host, phone(chromium) as (_, page):
        host.missing = {beside_it}
        visit_and_save(page, host)
        host.down = True
        nothing(differing(page, host, [OTHER_WEEK]))
        assert page.goto(f"{host.address}stop-signs/").status == 503  # type: ignore[union-attr]
    with hosted(built_site) as host, phone(chromium) as (_, page):
        host.missing = {of_plan}
        page.goto(host.address + WEEK)
        page.evaluate(IS_KEPT, host.address + beside_it)
        expect(page.locator(".hd-saved")).to_have_count(0)
        host.down = True
        nothing(differing(page, host, ["stop-signs/", ""]))
        assert page.goto(host.address + OTHER_WEEK).status == 503  # type: ignore[union-attr]


def test_articles_of_the_format_before_are_read(built_site: Path, tmp_path: Path, chromium: Browser) -> None:
    """As a site put back publishes them, and as a phone may still have them when the site was made anew."""
    site = as_before(shutil.copytree(built_site, tmp_path / "site"))
    some = ["stop-signs/", OTHER_WEEK]
    some += ["", f"plans/{PLAN}/", "exercises/back-squat/"] if EVERYTHING else []
    with hosted(site) as host, phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.down = True
        nothing(differing(page, host, some))
        host.down, host.folder = False, built_site
        visit_and_save(page, host)
        host.down = True
        nothing(differing(page, host, some))
        assert "/offline/beside.json" in saved(page)["plans"]


def files(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def test_a_network_that_neither_works_nor_fails_is_not_waited_for(built_site: Path, chromium: Browser) -> None:
    with hosted(built_site) as host, phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.hangs = lambda path: path.startswith("plans/")
        page.goto(host.address + OTHER_WEEK)
        expect(page.locator(".hd-saved-copy")).to_contain_text("No answer from the network")
        if EVERYTHING:  # each visit waits as long as the first did
            nothing(differing(page, host, [OTHER_WEEK]))


@pytest.mark.long
def test_calendars_errors_and_parts_of_files_are_left_alone(built_site: Path, chromium: Browser) -> None:
    asked = """async (url, headers) => { try { return (await fetch(url, {headers})).status } catch { return 0 } }"""
    ask = f"([url, headers]) => ({asked})(url, headers)"
    with hosted(built_site) as host, phone(chromium) as (_, page):
        visit_and_save(page, host)
        page.goto(host.address + WEEK)
        calendar = f"{host.address}plans/{PLAN}/springfield-marathon.ics"
        plan = f"{host.address}plans/{PLAN}/plan.json"
        for url in (calendar, plan):
            assert page.evaluate(ask, [url, {}]) == 200
        assert page.goto(f"{host.address}plans/no-such-plan/").status == 404  # type: ignore[union-attr]
        page.goto(host.address + WEEK)
        host.down = True
        for url in (calendar, plan):
            assert page.evaluate(ask, [url, {}]) == 0
        icon = f"{host.address}assets/icons/favicon.png"
        assert page.evaluate(ask, [icon, {}]) == 200
        assert page.evaluate(ask, [icon, {"Range": "bytes=0-9"}]) == 0
        paths = [path for paths in saved(page).values() for path in paths]
        assert not [path for path in paths if path.endswith((".ics", "plan.json")) or "no-such" in path]


@pytest.mark.long
def test_what_is_saved_is_bounded(built_site: Path, chromium: Browser) -> None:
    plans = sorted(path.parent.name for path in built_site.glob("plans/*/offline.json"))
    fill = """async () => {
      const name = (await caches.keys()).find(name => name.includes(":pages:"));
      const cache = await caches.open(name);
      for (let at = 0; at < 60; at += 1) await cache.put(`/old-${at}/`, new Response(""));
    }"""
    with hosted(built_site) as host, phone(chromium) as (_, page):
        for plan in plans[:8]:
            visit_and_save(page, host, f"plans/{plan}/this-week/")
        kept = saved(page)["plans"]
        assert [path for path in kept if path.endswith("offline.json")] == [
            f"/plans/{plan}/offline.json" for plan in plans[2:8]
        ]
        assert len(kept) == 12 + 1
        page.evaluate(fill)
        visit_and_save(page, host, WEEK)
        assert len(saved(page)["pages"]) == 40


@pytest.mark.long
def test_without_room_the_site_works_as_any_other(built_site: Path, chromium: Browser) -> None:
    with hosted(built_site) as host, phone(chromium) as (context, page):
        page.goto(f"{host.address}manifest.webmanifest")
        session = context.new_cdp_session(page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": host.address.rstrip("/"), "quotaSize": 20_000})
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for _ in range(2):
            page.goto(host.address + WEEK, wait_until="networkidle")
        page.locator("[data-tool=dates]").click()
        expect(page.locator("dialog[open] h2")).to_be_visible()
        expect(page.locator(".hd-saved")).to_have_count(0)
        nothing(complaints)


def test_what_is_saved_is_shown_and_can_be_deleted(built_site: Path, chromium: Browser) -> None:
    left = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
    with hosted(built_site) as host, phone(chromium) as (_, page):
        visit_and_save(page, host, f"plans/{OTHER_PLAN}/this-week/")
        visit_and_save(page, host)
        page.goto(f"{host.address}log/", wait_until="networkidle")
        kept = page.locator(".hd-kept")
        expect(kept.get_by_role("heading", name="Saved to open without reception")).to_be_visible()
        kept.get_by_role("button", name="Delete Competitive marathoner").click()
        expect(page.get_by_text("Deleted: Competitive marathoner.")).to_be_visible()
        assert [path for path in saved(page)["plans"] if PLAN in path] == []
        kept.get_by_role("button", name="Delete Short of time").click()
        expect(page.get_by_text("Deleted: Short of time.")).to_be_visible()
        assert saved(page)["plans"] == []
        kept.get_by_role("button", name="Delete everything").click()
        page.locator("dialog[open]").get_by_role("button", name="Delete", exact=True).click()
        expect(page.get_by_text("Everything is deleted from this browser.")).to_be_visible()
        assert page.evaluate(left) == 0
        assert saved(page) == {}
