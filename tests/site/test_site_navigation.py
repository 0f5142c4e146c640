"""Where a page's frame leads: to its own section and the top of the others; on a plan's pages, to no other plan."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect
from site_browser import open_context
from site_frame import frame
from site_gates import nothing
from site_pages import addresses, kind_of, page_file

pytestmark = pytest.mark.site

PLAN = "plans/marathon-competitive/"
TOP = [("Home", ""), ("Plans", "plans/"), ("Exercises", "exercises/"), ("Rules", "rules/"), ("Guide", "guide/")]


def plan_of(address: str) -> str:
    found = re.match(r"plans/[^/]+/", address)
    return found[0] if found else ""


def shown(site: Path, address: str) -> list[str]:
    """Where the navigation leads, the mark of the site and parts of the page left out."""
    return [link for words, link in frame(site, address).parts["md-nav--primary"] if words and not link.startswith("#")]


def test_no_page_leads_around_its_article_to_a_plan_that_is_not_its_own(built_site: Path) -> None:
    found = []
    for address in addresses(built_site):
        others = {plan_of(link) for link in frame(built_site, address).everywhere} - {"", plan_of(address)}
        found += [f"{address}: {other}" for other in sorted(others)]
    nothing(found)


def test_every_page_leads_to_the_top_of_every_section(built_site: Path) -> None:
    for address in addresses(built_site):
        found = frame(built_site, address).parts
        assert found["md-tabs"] == TOP, address
        assert set(TOP) <= set(found["md-nav--primary"]), address


def test_a_plans_pages_lead_to_each_of_its_parts_and_to_all_plans(built_site: Path) -> None:
    phases = [PLAN + name for name in ("base/", "heavy/", "maintenance/", "taper/")]
    own = [PLAN, f"{PLAN}this-week/", f"{PLAN}calendar/", *phases]
    rest = [link for _, link in TOP[2:]]
    assert shown(built_site, PLAN) == ["", "plans/", *own, *rest]
    base = [link for link in shown(built_site, f"{PLAN}week-03/") if "week-" in link and "this" not in link]
    assert base[0] == f"{PLAN}week-01/"
    assert len(base) > 4
    at = own.index(phases[0]) + 1
    assert shown(built_site, f"{PLAN}week-03/") == ["", "plans/", *own[:at], *base, *own[at:], *rest]
    assert shown(built_site, phases[0]) == shown(built_site, f"{PLAN}week-03/")


def test_a_shared_page_leads_to_those_of_its_own_section(built_site: Path) -> None:
    assert shown(built_site, "plans/") == [link for _, link in TOP]
    for section in ("exercises/", "rules/"):
        pages = {address for address in addresses(built_site) if address.startswith(section)}
        for address in (section, sorted(pages)[3]):
            assert set(shown(built_site, address)) == pages | {link for _, link in TOP}, address
    assert {"stop-signs/", "log/", "glossary/"} <= set(shown(built_site, "sign-off/"))


def test_the_way_to_a_page_is_shown(built_site: Path) -> None:
    found = frame(built_site, f"{PLAN}week-03/").parts["md-path"]
    assert found == [("Home", ""), ("Plans", "plans/"), ("Competitive marathoner", PLAN), ("Base", f"{PLAN}base/")]
    assert frame(built_site, "exercises/back-squat/").parts["md-path"] == [("Home", ""), ("Exercises", "exercises/")]


def test_a_pages_neighbors_are_of_its_section_and_of_its_plan(built_site: Path) -> None:
    heads = {address: frame(built_site, address).rel for address in addresses(built_site)}
    for address, rel in heads.items():
        near = {rel[name] for name in ("prev", "next") if name in rel}
        if kind_of(address) in ("week", "phase", "plan", "calendar"):
            assert near, address
        assert {plan_of(one) for one in near} <= {plan_of(address)}, address
    assert "prev" not in heads[PLAN]
    assert heads[PLAN]["next"] == f"{PLAN}this-week/"
    assert heads[f"{PLAN}week-03/"]["prev"] == f"{PLAN}week-02/"
    assert "prev" not in heads["exercises/"]
    assert heads["exercises/"]["next"].startswith("exercises/")
    assert not {"prev", "next"} & set(heads["plans/"])


def test_one_page_is_shown_as_the_one_that_is_open(built_site: Path) -> None:
    found = []
    for address in addresses(built_site):
        html = page_file(built_site, address).read_text(encoding="utf-8")
        here = re.findall(r'<a href="([^"]*)" class="md-nav__link md-nav__link--active"', html)
        hidden = kind_of(address) in ("booklet", "404.html") or not frame(built_site, address).parts["md-path"]
        if len(here) != (0 if hidden and address else 1):
            found.append(f"{address}: {here}")
    nothing(found)


def test_what_a_page_draws_again_is_drawn_in_it(built_site: Path) -> None:
    for address in addresses(built_site):
        html = page_file(built_site, address).read_text(encoding="utf-8")
        assert "#__mark" in html
        assert all(f'id="{name}"' in html for name in re.findall(r'<use href="#([^"]+)"', html)), address


@pytest.mark.browser
def test_on_a_phone_the_drawer_leads_from_a_week_to_its_plan_and_to_all_plans(
    chromium: Browser, site_address: str
) -> None:
    with open_context(chromium, 390, "light") as context:
        page = context.new_page()
        drawer = page.locator(".md-sidebar--primary")
        for backs, name, leads in ((0, "Week 4", "week-04/"), (1, "Heavy", "heavy/"), (2, "Plans", "../")):
            page.goto(f"{site_address}{PLAN}week-03/")
            page.locator("label.md-header__button[for=__drawer]").click()
            for level in (2, 1)[:backs]:
                drawer.locator(f'label.md-nav__title[for="__nav_{level}"]').click()
            drawer.get_by_role("link", name=name, exact=True).click()
            page.wait_for_url(urljoin(f"{site_address}{PLAN}", leads))


@pytest.mark.browser
def test_a_phase_folds_and_unfolds_by_the_keyboard(chromium: Browser, site_address: str) -> None:
    with open_context(chromium, 1280, "light") as context:
        page = context.new_page()
        page.goto(f"{site_address}{PLAN}week-03/", wait_until="networkidle")
        week = page.locator(".md-sidebar--primary").get_by_role("link", name="Week 4", exact=True)
        expect(week).to_be_visible()
        page.locator("#__nav_2_label").focus()
        page.keyboard.press("Enter")
        expect(page.locator('[aria-labelledby="__nav_2_label"]')).to_have_attribute("aria-expanded", "false")
        page.keyboard.press("Enter")
        week.click()
        page.wait_for_url(f"**/{PLAN}week-04/")
        page.keyboard.press("n")
        page.wait_for_url(f"**/{PLAN}week-05/")
