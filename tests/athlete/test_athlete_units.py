"""Kilometers or miles, kilograms or pounds: every text of a page, what is drawn later, and the next visit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from athlete_pages import PLAN, START, WEEK, Device, dates_of, plan_json
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

#: Amounts as the site writes them, with a space that does not break; the track's own marks have a narrow one and stay.
MILES = re.compile("\\d\u00a0mi\\b|\\d\u00a0/mi\\b")
KILOMETERS = re.compile("\\d\u00a0km\\b|\\d\u00a0/km\\b")
EVERYTHING = """() => {
  const all = document.querySelector('article');
  const named = [...all.querySelectorAll('[title], [aria-label]')].map((e) => `${e.title} ${e.ariaLabel ?? ''}`);
  const texts = document.createTreeWalker(all, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) named.push(texts.currentNode.data);
  return named.join('\\n');
}"""


def choose(page: Page, kind: str, unit: str) -> None:
    """Press a unit's button at the foot of the page."""
    page.get_by_role("group", name=kind).get_by_role("button", name=unit, exact=True).click()


def text_of(page: Page) -> str:
    """All that can be read or is read aloud in the article, drawings included."""
    return str(page.evaluate(EVERYTHING))


@pytest.mark.parametrize(
    "address",
    [
        f"plans/{PLAN}/",
        WEEK,
        *(pytest.param(f"plans/{PLAN}/{name}/", marks=pytest.mark.long) for name in ("base", "this-week")),
    ],
)
def test_the_switch_reaches_every_text_and_name_and_back(phone: Device, address: str) -> None:
    page = phone.open(address)
    before = text_of(page)
    assert MILES.search(before)
    choose(page, "Distances", "km")
    assert not MILES.search(text_of(page)), MILES.findall(text_of(page))
    assert KILOMETERS.search(text_of(page))
    expect(page.get_by_role("button", name="km", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="mi", exact=True)).to_have_attribute("aria-pressed", "false")
    choose(page, "Distances", "mi")
    assert text_of(page) == before, "there and back again is where one was, to the letter"


def test_the_choice_is_remembered_and_reaches_what_is_drawn_later(phone: Device, built_site: Path) -> None:
    phone.keep({"fitness": {"distance_m": 5000, "time_s": 1448}, f"plan.{PLAN}": dates_of(START)})
    page = phone.open(WEEK)
    choose(page, "Distances", "km")
    choose(page, "Weights", "kg")
    assert phone.kept("units") == {"units": {"distance": "km", "weight": "kg"}}
    page = phone.open(f"plans/{PLAN}/week-02/")
    assert not MILES.search(text_of(page))
    expect(page.locator(".hd-pace").first).to_contain_text("/km")
    week = plan_json(built_site, PLAN)["weeks"][1]
    expect(page.locator(".hd-counts")).to_contain_text(f"{week['run_distance_m'] / 1000:.1f}".removesuffix(".0"))
    asked = phone.tool("paces", "Your paces")
    expect(asked.locator("table").first).to_contain_text("/km")
    expect(asked).not_to_contain_text("/mi")
    asked.get_by_role("button", name="Close").click()
    asked = phone.tool("weights", "Your weights")
    expect(asked.get_by_label("Unit")).to_have_value("kg")
    asked.get_by_role("button", name="Close").click()
    page.locator(".hd-day").first.get_by_role("button", name="How was it?").click()
    assert "lb" not in phone.dialog("How was it?").inner_text()


def test_weights_that_were_written_down_follow_the_switch_and_stay_as_they_were(phone: Device) -> None:
    entry = {
        "done": True,
        "at": "2027-03-24",
        "sets": [{"lift": "back-squat", "weight": 80, "unit": "kg", "reps": 6, "rir": 2}],
    }
    phone.keep({f"log.{PLAN}.12.2.lift": entry})
    page = phone.open(WEEK)
    logged = page.locator("#wed .hd-logged")
    choose(page, "Weights", "lb")
    expect(logged).to_contain_text("176.4\u00a0lb × 6, 2 left")
    choose(page, "Weights", "kg")
    expect(logged).to_contain_text("80\u00a0kg × 6, 2 left")
    choose(page, "Weights", "lb")
    expect(phone.open("log/").locator(".hd-logdays")).to_contain_text("176.4\u00a0lb × 6")
    assert phone.kept("log.") == {f"log.{PLAN}.12.2.lift": entry}


def test_a_unit_chosen_in_the_dialog_is_the_one_at_the_foot(phone: Device) -> None:
    page = phone.open(WEEK)
    asked = phone.tool("weights", "Your weights")
    asked.get_by_label("Unit").select_option("kg")
    asked.get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="kg", exact=True)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="lb", exact=True)).to_have_attribute("aria-pressed", "false")
