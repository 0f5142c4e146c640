"""A plan as a booklet: every session of every week, no week on two pages, letters that half a sheet still shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper import PAPERS, Paper, printed, spoil
from planned import EXERCISES, PlannedWeek, published_plans
from playwright.sync_api import Browser, Page

from generator.model.plan import Plan
from generator.publish.addresses import booklet_address
from generator.publish.naming import week_name

#: Two pages on a sheet are printed at 0.7 of their size, which makes 8 points of these.
SMALLEST_PT = 11.3
MOST_BYTES = 400_000


def booklet_faults(paper: Paper, plan: Plan, gate: str = "both") -> list[str]:
    """What is wrong with a printed booklet, one line each."""
    found = []
    for week in plan.weeks:
        wanted = [week_name(plan, week), *PlannedWeek(plan, week).texts(gate)]  # type: ignore[arg-type]
        missing = min((Paper((page,), 0, frozenset()).missing(wanted) for page in paper.pages), key=len)
        if missing:
            found.append(f"{wanted[0]} is whole on no page: {', '.join(missing)}")
    used = {done.id for week in plan.weeks for lift in week.lifts for done in lift.exercises}
    found += [f"no cues for {slug}" for slug in sorted(used) if paper.missing(EXERCISES[slug]["cues"])]
    found += [f"page {at} has no number" for at, page in enumerate(paper.pages, 1) if str(at) not in page.split()]
    found += [f"missing: {text}" for text in ("Stop signs", "Chest pain", "Example Clinic") if paper.missing([text])]
    if paper.smallest_pt < SMALLEST_PT:
        found.append(f"letters of {paper.smallest_pt} points")
    return found


def all_faults(browser: Browser, site: str, plans: list[Plan], with_code: bool) -> list[str]:
    context = browser.new_context(java_script_enabled=with_code, color_scheme="dark")
    page, found = context.new_page(), []
    for plan in plans:
        page.goto(site + booklet_address(plan))
        if with_code:
            page.wait_for_selector("html.hd-ready")
        for size in PAPERS if with_code else PAPERS[:1]:
            faults = booklet_faults(printed(page, size), plan, "shut" if with_code else "both")
            found += [f"{plan.id} on {size}: {fault}" for fault in faults]
    context.close()
    return found


def test_the_longest_booklet_holds_every_session(chromium: Browser, site_address: str, built_site: Path) -> None:
    longest = max(published_plans(built_site), key=lambda plan: len(plan.weeks))
    assert not all_faults(chromium, site_address, [longest], with_code=False)


@pytest.mark.long
@pytest.mark.parametrize("with_code", [False, True])
def test_every_booklet_holds_every_session(
    with_code: bool, chromium: Browser, site_address: str, built_site: Path
) -> None:
    assert not all_faults(chromium, site_address, published_plans(built_site), with_code)


DEFECTS = {
    ".hd-page:nth-of-type(3) .hd-slip:last-of-type {display: none}": "whole on no page",
    ".hd-page {break-inside: auto !important} .hd-slip {margin: 9mm}": "whole on no page",
    ".md-typeset .hd-booklet .hd-run {font-size: 9pt}": "letters of 9",
    ".hd-cues p {display: none}": "no cues",
    "@page booklet {@bottom-center {content: none}}": "has no number",
}


def test_each_defect_of_a_booklet_is_seen(chromium: Browser, site_address: str, built_site: Path) -> None:
    plan = next(plan for plan in published_plans(built_site) if plan.id == "nine-days")
    page: Page = chromium.new_page(java_script_enabled=False)
    page.goto(site_address + booklet_address(plan))
    assert not booklet_faults(printed(page, "A4"), plan)
    for defect, said in DEFECTS.items():
        spoil(page, defect)
        faults = booklet_faults(printed(page, "A4"), plan)
        assert any(said in fault for fault in faults), (defect, faults)
    page.close()


def test_booklets_are_light_and_reached_from_their_plan(built_site: Path) -> None:
    for plan in published_plans(built_site):
        assert (built_site / booklet_address(plan) / "index.html").stat().st_size <= MOST_BYTES
        own = (built_site / "plans" / plan.id / "index.html").read_text("utf-8")
        assert 'href="booklet/"' in own
    assert "booklet/" not in (built_site / "search" / "search_index.json").read_text("utf-8")
