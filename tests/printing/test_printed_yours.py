"""An athlete's own week on paper: dates, paces, weights, sign-offs, a full log, all days in their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from athlete import athletes_context, kept, logged
from everything import EVERYTHING
from paper import PAPERS, printed
from planned import Gate, PlannedWeek, heaviest, planned_weeks
from playwright.sync_api import Browser, Page
from test_printed_week import faults


def opened(browser: Browser, site: str, week: PlannedWeek, entries: dict[str, object]) -> Page:
    page = athletes_context(browser, week, entries).new_page()
    page.goto(site + week.address)
    page.wait_for_selector("html.hd-ready")
    return page


def yours_faults(browser: Browser, site: str, week: PlannedWeek, gate: Gate) -> list[str]:
    page = opened(browser, site, week, kept(week, gate == "open") | logged(week))
    found = []
    for size in PAPERS:
        paper = printed(page, size)
        found += [f"{week.address} on {size}, {gate}: {fault}" for fault in faults(paper, week, gate)]
    page.context.close()
    return found


@pytest.mark.parametrize("gate", ["open", pytest.param("shut", marks=pytest.mark.long)])
def test_the_heaviest_weeks_with_everything_filled_in(
    gate: Gate, chromium: Browser, site_address: str, built_site: Path
) -> None:
    weeks = heaviest(planned_weeks(built_site))[: 3 if EVERYTHING else 1]
    for week in weeks:
        assert not yours_faults(chromium, site_address, week, gate)


@pytest.mark.long
def test_heavy_weeks_of_each_plan_with_everything_filled_in(
    chromium: Browser, site_address: str, built_site: Path
) -> None:
    assert not [
        fault
        for week in heaviest(planned_weeks(built_site), each=1)
        for gate in ("shut", "open")
        for fault in yours_faults(chromium, site_address, week, gate)  # type: ignore[arg-type]
    ]


def test_today_goes_back_to_its_place_on_paper_alone(chromium: Browser, site_address: str, built_site: Path) -> None:
    week = next(one for one in planned_weeks(built_site) if one.plan.id == "marathon-competitive")
    page = opened(chromium, site_address, week, kept(week, signed_off=False))
    first = page.locator(".hd-day").first
    assert first.inner_text().startswith("Today")
    paper = printed(page, "A4")
    assert not faults(paper, week, "shut")
    assert "Today" not in paper.pages[0]
    assert not paper.missing([f"{day}, March {at}" for at, day in enumerate(("Monday", "Tuesday", "Wednesday"), 1)])
    assert first.inner_text().startswith("Today"), "after printing the day is on top again"
    page.context.close()


def test_moved_days_are_printed_where_they_are_now(chromium: Browser, site_address: str, built_site: Path) -> None:
    week = next(one for one in planned_weeks(built_site) if one.plan.id == "marathon-competitive")
    page = opened(chromium, site_address, week, kept(week, signed_off=False))
    page.evaluate(
        """key => localStorage.setItem(key, JSON.stringify(
            {to: "1204356", roles: document.querySelector("[data-roles]").dataset.roles}))""",
        f"hardday.1.move.{week.plan.id}.{week.week.number}",
    )
    page.reload()
    page.wait_for_selector("html.hd-ready")
    order = [1, 2, 0, 4, 3, 5, 6]
    paper = printed(page, "Letter")
    assert not faults(paper, week, "shut", order)
    assert faults(paper, week, "shut"), "the printed order is another one"
    assert "You moved" not in paper.pages[0]
    page.context.close()
