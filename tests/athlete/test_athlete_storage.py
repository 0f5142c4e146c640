"""A browser that keeps nothing or has no room says so and shows the plan; a plan's next edition finds what was kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from athlete_pages import PLAN, START, TODAY, WEEK, Device, dates_of, device, plan_json, said
from athlete_plans import EDITED, FEW_PLANS
from playwright.sync_api import Browser, expect
from site_project import build, served

pytestmark = [pytest.mark.site, pytest.mark.browser]

DENIED = """for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, {get() { throw new DOMException('denied', 'SecurityError'); }});"""
FULL = """{
  const real = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (window.full && key.startsWith('hardday.1.')) throw new DOMException('full', 'QuotaExceededError');
    return real.call(this, key, value);
  };
}"""


@pytest.fixture
def other(chromium: Browser, site_address: str) -> Iterator[Device]:
    """A device whose browser the test spoils."""
    with device(chromium, site_address) as one:
        one.set_day(TODAY)
        yield one
        assert one.problems == []


def test_storage_turned_off_is_told_and_the_plan_stands(other: Device) -> None:
    other.context.add_init_script(DENIED)
    page = other.open(WEEK)
    expect(page.locator(".hd-trouble")).to_contain_text("This browser keeps nothing")
    expect(page.locator(".hd-day")).to_have_count(7)
    asked = other.tool("dates", "Your dates")
    asked.get_by_role("button", name="Save dates").click()
    expect(asked.get_by_role("alert")).to_contain_text("This browser keeps nothing, so it can't keep dates.")
    asked.press("Escape")
    page.locator("#wed").get_by_label("Run done").check()
    expect(page.locator(".hd-week-log")).to_contain_text("1 of 9 sessions done")
    expect(other.open("log/").locator(".hd-trouble")).to_be_visible()


def test_a_full_storage_is_told_where_it_hurts_and_nothing_looks_saved(other: Device) -> None:
    other.context.add_init_script(FULL)
    page = other.open(WEEK)
    page.evaluate("window.full = true")
    tick = page.locator("#wed").get_by_label("Run done")
    tick.click()
    expect(tick).not_to_be_checked()
    expect(page.get_by_role("status")).to_contain_text("This browser could not save that")
    for day, press, name in (
        ("#wed", "How was it?", "How was it?"),
        ("#wed", "I have been signed off", "Signed off"),
    ):
        page.locator(day).get_by_role("button", name=press).click()
        asked = other.dialog(name)
        if name == "Signed off":
            asked.get_by_label("Back squat").check()
            asked.get_by_label("Who signed off").fill("Dana Example")
            asked.get_by_label("On which day").fill("2027-03-02")
        else:
            asked.get_by_label("Note").fill("not lost")
        asked.get_by_role("button", name="Save").click()
        expect(asked).to_be_visible()
        expect(asked.get_by_role("status")).to_contain_text("This browser could not save that")
        if name == "How was it?":
            expect(asked.get_by_label("Note")).to_have_value("not lost")
            asked.press("Escape")
            expect(asked.get_by_role("alert").filter(has_text="Not saved yet")).to_be_visible()
        asked.press("Escape")
        expect(asked).to_be_hidden()
    for tool, name, save in (("dates", "Your dates", "Save dates"), ("weights", "Your weights", "Save")):
        asked = other.tool(tool, name)
        asked.get_by_role("button", name=save).click()
        expect(asked).to_be_visible()
        asked.press("Escape")
    # That the week was opened was kept before the storage was full.
    assert [key for key in other.kept() if not key.startswith("seen.")] == []
    expect(page.locator(".hd-trouble")).to_have_count(1)


def test_a_longer_plan_keeps_the_race_day_and_a_changed_one_the_log(
    chromium: Browser, few_plans: Path, tmp_path: Path
) -> None:
    """What an athlete wrote under one edition of a plan is there under the next, at the same address."""
    project = tmp_path / "project"
    shutil.copytree(few_plans, project)
    plan, week = "saturdays", "plans/saturdays/week-03/"
    start = date(2027, 1, 2)
    days = plan_json(few_plans / "site", plan)["weeks"][2]["days"]
    today = start + timedelta(days=next(day["day"] for day in days if day["sessions"]))
    with served(project / "site") as address, device(chromium, address) as one:
        one.set_day(today)
        one.open(week)
        asked = one.tool("dates", "Your dates")
        asked.get_by_label("First day").fill(start.isoformat())
        one.reloads(asked.get_by_role("button", name="Save dates"))
        card = one.page.locator(".hd-today")
        card.get_by_role("checkbox").first.check()
        card.get_by_role("button", name="How was it?").click()
        form = one.dialog("How was it?")
        form.get_by_label("Note").fill("from the first edition")
        form.get_by_role("button", name="Save").click()
        before = one.kept("log.")
        assert FEW_PLANS[plan] != EDITED
        (project / "plans" / f"{plan}.yaml").write_text(EDITED, encoding="utf-8")
        build(project)
        # Browsers may show a page again that they loaded a moment ago; loading it anew is what a day later does.
        one.page.reload()
        page = one.ready()
        expect(page.locator("[data-plan]").first).to_have_attribute("data-title", "Miles and more Sundays")
        expect(page.locator(".hd-today .hd-when")).to_contain_text(f"Today · {said(today)}")
        expect(page.locator(".hd-today")).to_contain_text("from the first edition")
        expect(page.locator(".hd-today").get_by_role("checkbox").first).to_be_checked()
        assert one.kept("log.") == before
        expect(one.open("log/").locator(".hd-logdays")).to_contain_text("Miles and more Sundays, week 3")
        assert one.problems == []


def test_a_race_day_stays_when_the_plan_has_grown(other: Device) -> None:
    """The dates were chosen when the plan had a week less: the race stands where it stood, the plan begins earlier."""
    shorter = dates_of(START + timedelta(weeks=1), "race", days=133, weeks=19, race=132)
    other.keep({f"plan.{PLAN}": shorter})
    other.open(WEEK)
    assert other.kept()[f"plan.{PLAN}"] == dates_of(START, "race")


def test_a_clinics_race_that_was_moved_takes_its_athletes_along(other: Device) -> None:
    other.keep({f"plan.{PLAN}": dates_of(date(2026, 12, 28), "clinic:springfield-marathon")})
    page = other.open(WEEK)
    expect(page.locator(".hd-today .hd-when")).to_contain_text(said(TODAY))
    assert other.kept()[f"plan.{PLAN}"]["start"] == START.isoformat()
