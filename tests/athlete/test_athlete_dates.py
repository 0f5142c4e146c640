"""An athlete's own dates: asked for once, then on every page of the plan, in whatever zone and order of weekdays."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from athlete_pages import (
    PLAN,
    RACE_DAY,
    START,
    TODAY,
    WEEK,
    Device,
    dates_of,
    device,
    plan_json,
    said,
    span_said,
)
from everything import EVERYTHING
from playwright.sync_api import Browser, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

#: From eleven hours behind Greenwich to fourteen ahead; a half-hour summer time among them.
ZONES = ("Pacific/Pago_Pago", "Australia/Lord_Howe", "Pacific/Kiritimati")
MORE_ZONES = ("America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata")
#: Days on which clocks change in Los Angeles, in Berlin, on Lord Howe Island.
CHANGES = (date(2027, 3, 14), date(2027, 3, 28), date(2027, 4, 4))


def test_a_race_day_puts_dates_on_every_page_of_the_plan(phone: Device, built_site: Path) -> None:
    race = date(2027, 6, 6)
    start = race - timedelta(days=plan_json(built_site, PLAN)["race"]["day"])
    asked = phone.open(WEEK) and phone.tool("dates", "Your dates")
    asked.get_by_label("Another race").check()
    asked.get_by_label("Day of the race").fill(race.isoformat())
    expect(asked).to_contain_text(f"The plan then begins on {said(start, year=True)}.")
    page = phone.reloads(asked.get_by_role("button", name="Save dates"))
    expect(page.get_by_role("status")).to_have_text(f"Your dates are set: the plan begins on {said(start)}.")
    first = start + timedelta(weeks=11)
    expect(page.locator(".hd-pills")).to_contain_text(span_said(first, 7))
    expect(page.locator(".hd-pills")).not_to_contain_text("Springfield")
    whens = page.locator(".hd-days > .hd-day .hd-when").all_inner_texts()
    assert whens == [said(first + timedelta(days=at)) for at in range(7)]
    assert [int(text) for text in page.locator(".hd-strip .hd-date").all_inner_texts()] == [
        (first + timedelta(days=at)).day for at in range(7)
    ]
    for address in (f"plans/{PLAN}/", f"plans/{PLAN}/base/", f"plans/{PLAN}/this-week/#pick"):
        rows = phone.open(address).locator("article a[href*='week-'] .hd-dates")
        shown = rows.evaluate_all(
            "all => all.map(one => [/week-(\\d+)/.exec(one.closest('a').href)[1], one.textContent])"
        )
        assert len(shown) >= 8
        for number, text in shown:
            assert text.strip() == span_said(start + timedelta(weeks=int(number) - 1), 7), f"{address}, week {number}"


def test_each_of_a_clinics_races_can_be_chosen_and_dates_removed_again(phone: Device) -> None:
    page = phone.open(WEEK)
    expect(page.locator(".hd-pills")).to_contain_text("March 22–28 for Springfield Marathon")
    asked = phone.tool("dates", "Your dates")
    assert [label.strip() for label in asked.locator("fieldset label").all_inner_texts()] == [
        "Springfield Marathon, Sunday, May 23, 2027",
        "Riverton Marathon, Saturday, October 9, 2027",
        "Another race",
        "The day I begin",
    ]
    asked.get_by_label("Riverton Marathon").check()
    expect(asked.locator("input[type=date]")).to_be_hidden()
    text = "Your race is on a Saturday; the plan is written for a Sunday, so every day stands one day earlier."
    expect(asked).to_contain_text(text)
    page = phone.reloads(asked.get_by_role("button", name="Save dates"))
    assert phone.kept("plan.")[f"plan.{PLAN}"]["start"] == (date(2027, 10, 9) - timedelta(days=RACE_DAY)).isoformat()
    expect(page.locator("article")).to_contain_text(text)
    expect(page.locator(".hd-pills")).to_contain_text("August 8–14 for Riverton Marathon")
    asked = phone.tool("dates", "Your dates")
    expect(asked.get_by_label("Riverton Marathon")).to_be_checked()
    page = phone.reloads(asked.get_by_role("button", name="Remove dates"))
    assert phone.kept() == {}
    expect(page.locator(".hd-when").first).to_have_text("Monday")


def test_one_race_of_the_clinic_has_its_dates_built_in(phone: Device) -> None:
    phone.set_day(date(2027, 3, 3))
    page = phone.open("plans/first-half/week-03/")
    expect(page.locator(".hd-today .hd-when")).to_contain_text("Today · Wednesday, March 3")
    phone.page.goto(f"{phone.site}plans/first-half/this-week/")
    phone.page.wait_for_url("**/plans/first-half/week-03/#wed")
    expect(phone.ready().locator("[data-tool=dates]")).to_have_text("Change dates")
    assert phone.kept() == {}


def test_a_race_on_another_weekday_moves_every_weekday_of_the_plan_but_no_date(phone: Device) -> None:
    phone.set_day(START)
    page = phone.open(WEEK)
    told = page.locator(".hd-why").all_text_contents()
    days = [text[:3] for text in page.locator(".hd-strip > a b").all_inner_texts()]
    phone.keep({f"plan.{PLAN}": dates_of(START - timedelta(days=1), "race")})
    page = phone.open(WEEK)
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    earlier = {name: names[at - 1] for at, name in enumerate(names)}
    moved = [re.sub("|".join(names), lambda found: earlier[found[0]], text) for text in told]
    assert moved != told
    assert page.locator(".hd-why").all_text_contents() == moved
    assert [text[:3] for text in page.locator(".hd-strip > a b").all_inner_texts()] == [days[-1], *days[:-1]]
    races = phone.open(f"plans/{PLAN}/").locator(".hd-races")
    expect(races).to_contain_text(
        "Springfield Marathon, Sunday, May 23, 2027: the plan begins on Monday, January 4, 2027"
    )


@pytest.mark.parametrize("zone", [ZONES[2], pytest.param(ZONES[0], marks=pytest.mark.long)])
def test_today_is_the_day_of_the_athletes_own_zone(chromium: Browser, site_address: str, zone: str) -> None:
    check_today(chromium, site_address, zone, CHANGES[-1:])


@pytest.mark.long
@pytest.mark.parametrize("zone", ZONES + MORE_ZONES)
def test_today_is_right_in_every_zone_when_clocks_change(chromium: Browser, site_address: str, zone: str) -> None:
    check_today(chromium, site_address, zone, CHANGES)


def check_today(chromium: Browser, site_address: str, zone: str, days: tuple[date, ...]) -> None:
    """A minute after midnight and a minute before the next: the page follows the local calendar."""
    with device(chromium, site_address, zone=zone) as one:
        one.keep({f"plan.{PLAN}": dates_of(START, "race")})
        for day, time in product(days, ("00:01:00", "23:59:00")):
            one.set_day(day, time)
            week, at = divmod((day - START).days, 7)
            one.page.goto("about:blank")
            one.page.goto(f"{site_address}plans/{PLAN}/this-week/")
            one.page.wait_for_url(f"**/week-{week + 1:02}/#*")
            shown = one.ready().locator(".hd-today")
            expect(shown.locator(".hd-when")).to_have_text(f"Today · {said(day)}")
            assert shown.get_attribute("data-at") == str(at)
        assert one.problems == []


def test_the_days_of_the_plan_lead_to_where_the_athlete_is(phone: Device) -> None:
    phone.keep({f"plan.{PLAN}": dates_of(START, "race")})
    home = phone.open("").locator(".hd-continue")
    expect(home).to_contain_text("Continue")
    expect(home).to_contain_text("week 12 of 20, Wednesday")
    home.get_by_role("link", name="Competitive marathoner").click()
    phone.page.wait_for_url(f"**/{WEEK}#wed")
    told = (
        (START - timedelta(days=3), f"Your plan begins in 3 days, on {said(START)}."),
        (START - timedelta(days=1), f"Your plan begins tomorrow, on {said(START)}."),
        (START + timedelta(days=140), f"You finished this plan on {said(START + timedelta(days=139), year=True)}."),
    )
    for day, text in told if EVERYTHING else told[1:]:
        phone.set_day(day)
        for address in (WEEK, f"plans/{PLAN}/", f"plans/{PLAN}/this-week/")[: 3 if EVERYTHING else 1]:
            expect(phone.open(address).locator(".hd-todaycard")).to_have_text(text)
            expect(phone.page).to_have_url(phone.site + address)
    expect(phone.open("").locator(".hd-continue")).to_contain_text("finished")
    phone.set_day(START - timedelta(days=1))
    expect(phone.open("").locator(".hd-continue")).to_contain_text(f"begins on {said(START)}, in 1 day")
    phone.set_day(TODAY)
    card = phone.open("plans/marathon-competitive/week-02/").locator(".hd-todaycard")
    expect(card).to_contain_text(f"Today · {said(TODAY)}")
    card.get_by_role("link", name="Open week 12").click()
    phone.page.wait_for_url(f"**/{WEEK}#wed")


def test_other_days_are_rows_that_open_and_today_is_open(phone: Device) -> None:
    phone.keep({f"plan.{PLAN}": dates_of(START)})
    page = phone.open(WEEK)
    expect(page.locator(".hd-today .hd-fold")).to_have_count(0)
    folds = page.locator(".hd-fold")
    expect(folds).to_have_count(6)
    sunday = page.locator("#sun")
    expect(sunday.locator(".hd-session").first).to_be_hidden()
    page.locator(".hd-strip > a").nth(6).click()
    expect(sunday.locator(".hd-fold")).to_have_attribute("aria-expanded", "true")
    expect(sunday.locator(".hd-session").first).to_be_visible()
    sunday.locator(".hd-fold").press("Enter")
    expect(sunday.locator(".hd-session").first).to_be_hidden()


def test_a_phone_left_open_overnight_shows_the_new_day(phone: Device) -> None:
    phone.keep({f"plan.{PLAN}": dates_of(START)})
    phone.set_day(TODAY, "23:58:00")
    page = phone.open(WEEK)
    phone.set_day(TODAY + timedelta(days=1), "06:30:00")
    with page.expect_navigation():
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(phone.ready().locator(".hd-today .hd-when")).to_have_text(f"Today · {said(TODAY + timedelta(days=1))}")


def test_a_plan_in_stages_has_no_dates_to_ask_for(phone: Device) -> None:
    page = phone.open("plans/return-from-injury/this-week/")
    expect(page.locator("[data-tool=dates], .hd-todaycard")).to_have_count(0)
    expect(page.locator("h1")).to_contain_text("Pick your stage")
    expect(page.locator("article")).not_to_contain_text("dates set")


def test_weeks_may_begin_on_other_days_and_have_other_lengths(
    chromium: Browser, few_address: str, few_plans: Path
) -> None:
    """Sunday and Saturday starts, a cycle of nine days, a plan that begins again: the browser agrees with Python."""
    today = date(2027, 2, 10)
    with device(chromium, few_address, zone="Asia/Kolkata") as one:
        one.set_day(today)
        plans = (
            ("sundays", date(2027, 1, 3)),
            ("nine-days", date(2027, 1, 5)),
            ("rolling", date(2026, 11, 2)),
            ("saturdays", date(2027, 1, 2)),
        )
        for plan, start in plans if EVERYTHING else plans[:2]:
            text = plan_json(few_plans / "site", plan)
            lengths = [len(week["days"]) for week in text["weeks"]]
            if plan != "sundays":
                one.open(f"plans/{plan}/")
                asked = one.tool("dates", "Your dates")
                asked.get_by_label("First day").fill(start.isoformat())
                expect(asked).not_to_contain_text("every day stands")
                one.reloads(asked.get_by_role("button", name="Save dates"))
            index = (today - start).days % sum(lengths)
            week, place = divmod(index, lengths[0])
            one.page.goto(f"{few_address}plans/{plan}/this-week/")
            one.page.wait_for_url(f"**/week-{week + 1:02}/#*")
            page = one.ready()
            expect(page.locator(".hd-today .hd-when")).to_have_text(f"Today · {said(today)}")
            assert page.locator(".hd-today").get_attribute("data-at") == str(place)
            at = page.locator(".hd-today").get_attribute("id")
            page.wait_for_url(f"**#{at}")
            if lengths[0] == 7:
                day = text["weeks"][week]["days"][place]
                assert day["weekday"] == f"{today:%A}".lower()
        cards = one.open("").locator(".hd-continue li")
        expect(cards).to_have_count(3 if EVERYTHING else 1)
        assert one.problems == []
