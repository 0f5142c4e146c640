"""A link to share: only when asked, with the plan and its day and nothing else; whoever opens it is asked first."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from athlete_pages import PLAN, RACE_DAY, START, WEEK, Device, dates_of, said
from playwright.sync_api import expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

RACE = START + timedelta(days=RACE_DAY)
PERSONAL = {
    "fitness": {"distance_m": 5000, "time_s": 1448},
    "signed.back-squat": {"by": "Dana Example", "role": "physical therapist", "on": "2027-03-02"},
    f"log.{PLAN}.12.2.day": {"soreness": 5, "note": "private", "at": "2027-03-24"},
    "units": {"distance": "km", "weight": "kg"},
}


def test_the_link_holds_the_plan_and_the_race_day_and_nothing_else(phone: Device) -> None:
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.keep(PERSONAL | {f"plan.{PLAN}": dates_of(START, "race")})
    page = phone.open(WEEK)
    assert "=" not in page.url
    asked = phone.tool("share", "Share this plan")
    link = asked.get_by_label("Link").input_value()
    assert link == f"{phone.site}plans/{PLAN}/this-week/#race={RACE.isoformat()}"
    assert not urlsplit(link).query, "what follows the # never reaches a server"
    asked.get_by_role("button", name="Copy link").click()
    expect(asked.get_by_role("status")).to_have_text("The link is copied.")
    expect(asked).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link


def test_a_refused_clipboard_leaves_the_link_marked(phone: Device) -> None:
    page = phone.open(WEEK)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    asked = phone.tool("share", "Share this plan")
    expect(asked).to_contain_text("nothing about you")
    assert asked.get_by_label("Link").input_value() == f"{phone.site}plans/{PLAN}/this-week/"
    asked.get_by_role("button", name="Copy link").click()
    expect(asked.get_by_role("status")).to_have_text("Copy the marked link.")
    expect(asked.get_by_label("Link")).to_be_focused()
    assert page.evaluate("getSelection().toString()").endswith("/this-week/")


def test_a_plan_without_a_race_shares_its_first_day(phone: Device) -> None:
    phone.keep({"plan.article-week": dates_of(START, race=None, days=112, weeks=16)})
    phone.open("plans/article-week/")
    asked = phone.tool("share", "Share this plan")
    assert asked.get_by_label("Link").input_value().endswith("plans/article-week/this-week/#start=2027-01-04")


def test_whoever_opens_a_link_is_asked_and_may_decline(phone: Device) -> None:
    address = f"plans/{PLAN}/this-week/#race={RACE.isoformat()}"
    phone.open(address)
    asked = phone.dialog("Use these dates?")
    expect(asked).to_contain_text(f"{said(RACE, year=True)} as the race day of Competitive marathoner.")
    assert phone.kept() == {}
    asked.get_by_role("button", name="Close").click()
    assert phone.kept() == {}
    expect(phone.page).to_have_url(f"{phone.site}plans/{PLAN}/this-week/")
    phone.open(address)
    phone.page.keyboard.press("Enter")
    phone.page.wait_for_url("**/week-12/#wed")
    assert phone.kept("plan.")[f"plan.{PLAN}"]["start"] == START.isoformat()


def test_a_link_never_replaces_dates_of_ones_own_unasked(phone: Device) -> None:
    own = dates_of(START + timedelta(weeks=2), "race")
    phone.keep({f"plan.{PLAN}": own})
    phone.open(f"plans/{PLAN}/this-week/#race={RACE.isoformat()}")
    asked = phone.dialog("Use these dates?")
    expect(asked).to_contain_text(
        f"They would replace yours, by which the plan begins on {said(START + timedelta(weeks=2), year=True)}."
    )
    asked.press("Escape")
    assert phone.kept("plan.")[f"plan.{PLAN}"]["start"] == own["start"]


@pytest.mark.parametrize(
    "fragment",
    [
        "race=2027-02-30",
        "race=2027-05-23&note=x",
        *(pytest.param(text, marks=pytest.mark.long) for text in ("race=tomorrow", "start=9999-99-99", "x=1")),
    ],
)
def test_a_link_that_says_no_day_asks_nothing(phone: Device, fragment: str) -> None:
    page = phone.open(f"plans/{PLAN}/this-week/#{fragment}")
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert phone.kept() == {}
