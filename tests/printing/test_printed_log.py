"""The log as the clinic gets it: a line for the name, the loads, every day whole, nothing to press."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from athlete import NOTE, athletes_context, kept, logged
from paper import PAPERS, Paper, printed, spoil
from planned import planned_weeks
from playwright.sync_api import Browser, Page

SMALLEST_PT = 7.9
WEEKS = 4
DAYS = tuple(
    f"{day}, March {at}, 2027"
    for at, day in enumerate(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday") * WEEKS, start=1
    )
)


@pytest.fixture(scope="module")
def log_page(chromium: Browser, site_address: str, built_site: Path) -> Iterator[Page]:
    """The log's page after four weeks that were written down in full."""
    weeks = [one for one in planned_weeks(built_site) if one.plan.id == "marathon-competitive"][:WEEKS]
    entries = kept(weeks[-1], signed_off=True)
    for week in weeks:
        entries |= logged(week)
    context = athletes_context(chromium, weeks[-1], entries, day=6)
    page = context.new_page()
    page.goto(site_address + "log/")
    page.wait_for_selector(".hd-kept")
    yield page
    context.close()


def log_faults(paper: Paper) -> list[str]:
    """What is wrong with the printed log, one line each."""
    heads = ["Name", "Load", "Week of", "March 1", "Soreness", "Everything you wrote down", *reversed(DAYS)]
    found = [f"missing: {text}" for text in paper.missing(heads)]
    for day in DAYS:
        whole = [day, "Body", "red", "Soreness 6", NOTE]
        if all(Paper((page,), 0, frozenset()).missing(whole) for page in paper.pages):
            found.append(f"{day} is whole on no page")
    for text in ("Export", "Delete", "Print for the clinic", "Browsers may delete it", "Big lift, weight"):
        if not paper.missing([text]):
            found.append(f"meant for the screen: {text}")
    if paper.smallest_pt < SMALLEST_PT or paper.colors != {"#000000"}:
        found.append(f"letters of {paper.smallest_pt} points in {sorted(paper.colors)}")
    return found


def test_the_log_prints_for_the_clinic(log_page: Page) -> None:
    for size in PAPERS:
        assert not log_faults(printed(log_page, size))


def test_each_defect_of_a_printed_log_is_seen(log_page: Page) -> None:
    defects = {
        ".hd-logdays > li {break-inside: auto !important} .hd-logdays > li > * {margin: 9mm}": "whole on no page",
        ".hd-logdays > li:nth-child(3) {display: none}": "missing: ",
        ".md-typeset .hd-paper {display: none}": "missing: Name",
        ".hd-transfer {display: block !important} .md-typeset .hd-button {display: block !important}": "for the screen",
        ".md-typeset .hd-logdays {font-size: 6pt}": "letters of 6",
    }
    for defect, said in defects.items():
        spoil(log_page, defect)
        assert any(said in fault for fault in log_faults(printed(log_page, "A4"))), defect
    spoil(log_page, "")
