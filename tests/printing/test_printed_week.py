"""A week on one page, A4 or Letter: every session, every exercise, the alternative to a heavy lift, easy to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from everything import EVERYTHING
from paper import DEFAULT_MARGINS, PAPERS, Paper, printed, spoil
from planned import PlannedWeek, heaviest, planned_weeks
from playwright.sync_api import Browser, Page

SMALLEST_PT = 7.9  # 8 points, as poppler rounds them
SCREEN_ONLY = ("How was it?", "Your paces", "Whole plan", "Back to top", "Search", "Skip to content")


@pytest.fixture(scope="module")
def without_code(chromium: Browser) -> Iterator[Page]:
    """A page of a browser that runs no code."""
    context = chromium.new_context(java_script_enabled=False, color_scheme="dark")
    yield context.new_page()
    context.close()


def faults(paper: Paper, week: PlannedWeek, gate: str = "both", order: list[int] | None = None) -> list[str]:
    """What is wrong with a printed week, one line each."""
    found = [f"not on the paper: {text}" for text in paper.missing(week.texts(gate, order))]  # type: ignore[arg-type]
    if len(paper.pages) != 1:
        found.append(f"on {len(paper.pages)} pages")
    if paper.smallest_pt < SMALLEST_PT:
        found.append(f"letters of {paper.smallest_pt} points")
    found += [f"letters in {color}" for color in sorted(paper.colors - {"#000000"})]
    found += [f"meant for the screen: {text}" for text in SCREEN_ONLY if not paper.missing([text])]
    return found


def all_faults(page: Page, site: str, weeks: list[PlannedWeek]) -> list[str]:
    found = []
    for week in weeks:
        page.goto(site + week.address)
        for size in PAPERS:
            found += [f"{week.address} on {size} {fault}" for fault in faults(printed(page, size), week)]
    return found


def test_the_heaviest_week_of_each_plan_is_one_page(without_code: Page, site_address: str, built_site: Path) -> None:
    """Of every plan on CI, of every third while you work."""
    weeks = heaviest(planned_weeks(built_site))
    assert len(weeks) > 10
    assert not all_faults(without_code, site_address, weeks if EVERYTHING else weeks[::3])


@pytest.mark.long
def test_every_week_is_one_page(without_code: Page, site_address: str, built_site: Path) -> None:
    assert not all_faults(without_code, site_address, planned_weeks(built_site))


def test_margins_of_the_dialog_are_no_harm(without_code: Page, site_address: str, built_site: Path) -> None:
    week = max(planned_weeks(built_site), key=lambda one: len(one.texts()))
    without_code.goto(site_address + week.address)
    for size in PAPERS:
        assert not faults(printed(without_code, size, DEFAULT_MARGINS), week)


DEFECTS = {
    ".hd-day:nth-child(4) {display: none}": "not on the paper",
    ".hd-doses tr:last-child {display: none}": "not on the paper",
    ".hd-gate {display: none}": "not on the paper",
    ".hd-day {margin-bottom: 60mm !important}": "on 2 pages",
    ".md-typeset .hd-week .hd-doses small {font-size: 6pt !important}": "letters of 6",
    ".hd-week .hd-run b {color: var(--k)}": "letters in #",
    ".hd-week .hd-steps-nav {display: block !important}": "meant for the screen: Whole plan",
}


def test_each_defect_is_seen(without_code: Page, site_address: str, built_site: Path) -> None:
    week = next(
        one for one in planned_weeks(built_site) if one.plan.id == "offseason-strength" and one.week.number == 7
    )
    without_code.goto(site_address + week.address)
    for defect, said in DEFECTS.items():
        spoil(without_code, defect)
        assert any(fault.startswith(said) for fault in faults(printed(without_code, "Letter"), week)), defect
