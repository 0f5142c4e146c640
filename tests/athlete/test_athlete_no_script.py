"""Without JavaScript: the whole plan in relative weeks, heavy lifts and what stands in for them, nothing hidden."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from athlete_pages import PLAN, plan_json
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

HIDDEN = """() => [...document.querySelectorAll('article .hd-week *')]
  .filter(one => one.textContent.trim() && !one.checkVisibility())
  .filter(one => !one.closest('details:not([open]) > :not(summary), .hd-hidden'))
  .map(one => `${one.className}: ${one.textContent.trim().slice(0, 60)}`)"""


@pytest.fixture(scope="module")
def plain(chromium: Browser) -> Iterator[Page]:
    """A page of a phone that runs no scripts."""
    with chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}) as context:
        yield context.new_page()


def doses(lift: Any) -> list[tuple[str, str]]:
    """The exercises of a session, each with the sets and repetitions that its page has to show."""
    return [
        (one["id"], f"{one['sets']}\u00a0×\u00a0{one['reps']}") for one in lift["exercises"] if not one.get("hold_s")
    ]


def check_week(page: Page, week: Any) -> None:
    """Every day of the week stands there with its runs and its lifts, for those signed off and for all others."""
    assert page.evaluate(HIDDEN) == []
    cards = page.locator(".hd-day")
    expect(cards).to_have_count(len(week["days"]))
    for card, day in zip(cards.all(), week["days"], strict=True):
        expect(card.locator(".hd-when")).to_have_text(day["weekday"].capitalize())
        lifts = [session for session in day["sessions"] if session["sport"] == "strength"]
        expect(card.locator(".hd-session")).to_have_count(len(day["sessions"]))
        for place, lift in zip(card.locator(".hd-session:has(.hd-doses)").all(), lifts, strict=True):
            for row in [place.locator(f"tr[data-lift={one}]").filter(has_text=dose) for one, dose in doses(lift)]:
                expect(row.first).to_be_visible()
            for one, dose in doses(lift.get("unless_signed_off") or {"exercises": []}):
                expect(place.locator(f".hd-gate li[data-lift={one}]").filter(has_text=dose).first).to_be_visible()


def test_every_week_is_there_with_heavy_lifts_and_their_alternative(
    plain: Page, site_address: str, built_site: Path
) -> None:
    plan = plan_json(built_site, PLAN)
    plain.goto(f"{site_address}plans/{PLAN}/")
    links = plain.locator("article .hd-rows a").evaluate_all("all => all.map(one => one.href)")
    assert links == [f"{site_address}plans/{PLAN}/week-{week['number']:02}/" for week in plan["weeks"]]
    gated = 0
    for link, week in list(zip(links, plan["weeks"], strict=True))[::4]:
        plain.goto(link)
        check_week(plain, week)
        gated += plain.locator(".hd-gate li:visible").count()
        expect(plain.locator("article button, .hd-yours:visible, dialog")).to_have_count(0)
    assert gated > 0


@pytest.mark.long
def test_every_week_of_every_plan_is_there(plain: Page, site_address: str, built_site: Path) -> None:
    for folder in sorted((built_site / "plans").iterdir()):
        if not (folder / "plan.json").exists():
            continue
        plan = plan_json(built_site, folder.name)
        if plan.get("staged") or plan.get("microcycle_days", 7) != 7 or plan.get("source"):
            continue
        for week in plan["weeks"]:
            plain.goto(f"{site_address}plans/{folder.name}/week-{week['number']:02}/")
            check_week(plain, week)


def test_a_week_is_picked_and_the_log_is_a_sheet_of_paper(plain: Page, site_address: str) -> None:
    plain.goto(f"{site_address}plans/{PLAN}/this-week/")
    plain.get_by_role("link", name="Week 12").first.click()
    expect(plain.locator("h1")).to_contain_text("Week 12")
    plain.goto(f"{site_address}log/")
    expect(plain.locator(".hd-log-page")).to_be_hidden()
    expect(plain.locator(".hd-sheet")).to_be_visible()
    plain.goto(f"{site_address}sign-off/")
    expect(plain.locator(".hd-sheet")).to_be_visible()
