"""Published by Zensical the same pages keep the same policy and open without reception."""

from __future__ import annotations

from pathlib import Path

import pytest
from offline_server import hosted
from offline_site import OTHER_WEEK, phone, visit_and_save
from playwright.sync_api import Browser, expect
from site_gates import nothing
from site_pages import addresses, page_file
from site_project import copy_sources, run_tool
from test_policy import POLICY, scripts_of_its_own, watched

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_sources(tmp_path_factory.mktemp("zensical") / "project")
    for command in (("hardday", "pages"), ("zensical", "build", "--strict", "--clean")):
        done = run_tool(*command, cwd=project)
        assert done.returncode == 0, done.stderr
    return project / "site"


def test_no_page_has_a_script_of_its_own_and_every_page_forbids_it(site: Path) -> None:
    found = []
    for address in addresses(site):
        text = page_file(site, address).read_text(encoding="utf-8")
        assert len(POLICY.findall(text)) == 1, address
        found += [f"{address}: {tag}" for tag in scripts_of_its_own(text)]
    nothing(found)


def test_search_and_colors_work_under_it(site: Path, chromium: Browser) -> None:
    with hosted(site) as host, watched(chromium, 1280) as (context, found):
        page = context.new_page()
        page.goto(f"{host.address}stop-signs/", wait_until="networkidle")
        assert not [path for path in host.asked if path.startswith("search")]
        for _ in range(2):
            page.locator("[data-md-component=palette] label:visible").click()
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        page.keyboard.press("/")
        search = page.locator("dialog[open]")
        search.locator("input").first.fill("back squat")
        expect(search).to_contain_text("Back squat")
        nothing(found)


def test_a_plan_opens_without_reception(site: Path, chromium: Browser) -> None:
    with hosted(site, "/a/path/") as host, phone(chromium) as (_, page):
        visit_and_save(page, host)
        host.down = True
        page.goto(host.address + OTHER_WEEK)
        page.locator("html.hd-ready").wait_for(state="attached")
        expect(page.locator("h1")).to_contain_text("Week 12")
        expect(page.locator(".hd-saved-copy")).to_be_visible()
        skip = page.locator(".md-skip").get_attribute("href") or ""
        assert page.locator(skip).count() == 1
