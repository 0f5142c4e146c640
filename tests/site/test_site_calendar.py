"""The calendar pages: told by words and lines as well as by color, on a phone, on a desktop and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, Page
from site_browser import WIDTHS, open_context, visit
from site_calendar import LABELS, calendar_faults
from site_gates import nothing
from site_pages import addresses, kind_of, page_file

pytestmark = [pytest.mark.site, pytest.mark.browser]

LONGEST = "plans/marathon-competitive/calendar/"
GIVEN = "plans/given-club-half/calendar/"
NINE_DAYS = "plans/nine-days/calendar/"
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
#: Paper within margins of 10 mm, upright and across, in CSS pixels.
PAPER = {"A4": 718, "A4 across": 1047, "Letter": 740, "Letter across": 980}
KIND_LINES = """kinds => Object.fromEntries(kinds.filter(kind => document.querySelector('td.' + kind)).map(kind => {
  const style = getComputedStyle(document.querySelector('td.' + kind));
  return [kind, [style.borderTopStyle, style.borderTopWidth, style.boxShadow !== 'none'].join()];
}))"""


def calendars(site: Path) -> list[str]:
    return [address for address in addresses(site) if kind_of(address) == "calendar"]


#: Not wait_for_function: that makes a function of a text in the page, which the site's pages forbid.
SCROLLED = """new Promise(done => {
  const look = () => document.querySelector('.hd-scroll').scrollLeft > 100 ? done() : requestAnimationFrame(look);
  look();
})"""


@pytest.fixture(scope="module")
def one_page(chromium: Browser) -> Iterator[Page]:
    """One page for all tests: a fresh profile loads every module anew."""
    with open_context(chromium, 390, "light") as context:
        yield context.new_page()


def opened(page: Page, address: str, width: int = 390) -> Page:
    """Open an address as a screen of that width shows it."""
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.goto(address)
    page.locator("html.hd-ready").wait_for(state="attached")
    return page


def test_every_plan_has_a_calendar_and_leads_to_it(built_site: Path) -> None:
    plans = [address for address in addresses(built_site) if kind_of(address) == "plan"]
    assert calendars(built_site) == [f"{plan}calendar/" for plan in plans]
    for plan in plans:
        assert 'href="calendar/"' in page_file(built_site, plan).read_text("utf-8")


def test_every_cell_has_its_word_and_every_row_its_head(built_site: Path) -> None:
    for address in calendars(built_site):
        nothing([f"{address}: {found}" for found in calendar_faults(page_file(built_site, address).read_text("utf-8"))])


DEFECTS = {
    "a color without its word": ("<b>Quality</b>", ""),
    "another kind's word": ("<b>Rest</b>", "<b>Easy</b>"),
    "a row's head that is none": ('<th scope="row"', "<th"),
    "a column's head that is none": ('<th scope="col"', "<th"),
    "no caption": ("caption", "p"),
    "a day too few": ('<td class="k-rest"><b>Rest</b></td>', ""),
    "no table": ("hd-calendar", "hd-table"),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_seeded_defect_is_found(name: str, built_site: Path) -> None:
    sound, broken = DEFECTS[name]
    page = page_file(built_site, GIVEN).read_text("utf-8")
    assert calendar_faults(page) == []
    assert sound in page
    assert calendar_faults(page.replace(sound, broken)) != []


@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
@pytest.mark.parametrize("address", [GIVEN, NINE_DAYS])
def test_an_unusual_calendar_is_accessible_and_fits(
    address: str, width: int, chromium: Browser, built_site: Path, site_address: str
) -> None:
    """The heaviest calendar is judged with the other kinds of page; these two are shaped in another way."""
    with open_context(chromium, width, "light") as context:
        found = visit(context, site_address, [address])[0]
    nothing([*found.violations, *found.console_errors])
    assert found.sideways_pixels == 0


@pytest.mark.parametrize("width", WIDTHS)
def test_it_stays_a_table_to_a_screen_reader(width: int, one_page: Page, built_site: Path, site_address: str) -> None:
    """A phone shows weeks as lines; what is read aloud are still columns, rows and cells."""
    page = opened(one_page, site_address + LONGEST, width)
    read = [(node["role"]["value"], node["name"]["value"]) for node in accessibility_tree(page) if "name" in node]
    heads = [name for role, name in read if role == "columnheader"]
    assert heads == ["Week", *DAYS, "Running"]
    assert sum(role == "row" for role, _ in read) == 1 + 4 + 20
    cells = [" ".join(name.split()) for role, name in read if role == "cell"]
    assert len(cells) == 20 * 8
    assert "Quality 9 mi , then Heavy lift" in cells


def accessibility_tree(page: Page) -> list[dict[str, Any]]:
    """What the browser itself tells a screen reader, node by node."""
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [node for node in told["nodes"] if not node["ignored"]]


def test_seven_days_are_seen_at_once_on_a_phone(one_page: Page, built_site: Path, site_address: str) -> None:
    page = opened(one_page, site_address + LONGEST)
    row = page.locator("tbody tr:not(.hd-band)").first
    boxes = [cell.bounding_box() for cell in row.locator("td[class]").all()]
    assert len(boxes) == 7
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 for box in boxes)
    assert len({box["y"] for box in boxes if box}) == 1
    cut = "Array.from(document.querySelectorAll('td[class] b')).filter(b => b.scrollWidth > b.clientWidth + 1).length"
    assert page.evaluate(cut) == 0


def test_nine_days_scroll_by_keyboard_and_the_week_stays_in_sight(
    one_page: Page, built_site: Path, site_address: str
) -> None:
    page = opened(one_page, site_address + NINE_DAYS)
    region = page.get_by_role("region", name=re.compile("^A row for each week"))
    region.focus()
    for _ in range(12):
        page.keyboard.press("ArrowRight")
    page.evaluate(SCROLLED)
    week, frame = page.get_by_role("link", name="Week 3", exact=True).bounding_box(), region.bounding_box()
    assert week
    assert frame
    assert frame["x"] <= week["x"] < frame["x"] + 60


@pytest.mark.parametrize("paper", PAPER)
@pytest.mark.parametrize("address", [LONGEST, GIVEN, NINE_DAYS])
def test_paper_cuts_nothing_off(address: str, paper: str, one_page: Page, built_site: Path, site_address: str) -> None:
    page = opened(one_page, site_address + address)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER[paper], "height": 1000})
    widths = "Array.from(document.querySelectorAll('html, th, td'), e => e.scrollWidth - e.clientWidth)"
    assert max(cast(list[int], page.evaluate(widths))) <= 1


@pytest.mark.parametrize("form", ["A4", "Letter"])
@pytest.mark.parametrize("landscape", [False, True], ids=["upright", "across"])
def test_twenty_weeks_fit_one_sheet(
    form: str, landscape: bool, one_page: Page, built_site: Path, site_address: str
) -> None:
    page = opened(one_page, site_address + LONGEST)
    printed = page.pdf(format=form, landscape=landscape)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@pytest.mark.parametrize("media", ["screen", "print"])
def test_gray_paper_tells_kinds_by_their_lines(media: str, one_page: Page, built_site: Path, site_address: str) -> None:
    page = opened(one_page, site_address + GIVEN)
    page.emulate_media(media="print" if media == "print" else "screen")
    lines = cast(dict[str, str], page.evaluate(KIND_LINES, list(LABELS)))
    assert set(lines) == set(LABELS)
    assert len(set(lines.values())) == len(lines), lines
