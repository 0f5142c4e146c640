"""Two tabs at once, a storage that is emptied under an open page, a clock that is set back: no work is lost unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from athlete_pages import PLAN, WEEK, Device, listen
from playwright.sync_api import Locator, Route, expect
from storage_writers import DATED, pressed

pytestmark = [pytest.mark.site, pytest.mark.browser]

DAY = f"log.{PLAN}.12.2"


@pytest.fixture
def tabs(phone: Device) -> Iterator[tuple[Device, Device]]:
    """The same week of one profile in two tabs."""
    phone.keep(DATED)
    phone.open(WEEK)
    page = phone.context.new_page()
    listen(page, phone.site, phone.problems)
    other = replace(phone, page=page)
    other.open(WEEK)
    yield phone, other
    page.close()


def form(one: Device) -> Locator:
    one.page.locator("#wed").get_by_role("button", name="How was it?").click()
    return one.dialog("How was it?")


def lift(asked: Locator, name: str, reps: str) -> None:
    summary = asked.get_by_text("Sets, the hardest of each exercise")
    if not asked.get_by_role("group", name=name).is_visible():
        summary.click()
    asked.get_by_role("group", name=name).get_by_label("Repetitions").fill(reps)


def sets_of(kept: dict[str, Any]) -> dict[str, int]:
    return {one["lift"]: one["reps"] for one in kept[f"{DAY}.lift"]["sets"]}


def test_what_two_tabs_wrote_of_the_same_day_is_all_kept(tabs: tuple[Device, Device]) -> None:
    one, other = tabs
    here, there = form(one), form(other)
    lift(here, "Back squat", "8")
    here.get_by_label("Hours slept").fill("7")
    pressed("Save")(one)
    expect(here).to_be_hidden()
    lift(there, "Side plank", "2")
    there.get_by_label("Note").fill("from the other")
    pressed("Save")(other)
    expect(there).to_be_hidden()
    kept = one.kept("log.")
    assert sets_of(kept) == {"back-squat": 8, "side-plank": 2}
    assert (kept[f"{DAY}.day"]["sleep"], kept[f"{DAY}.day"]["note"]) == (7, "from the other")
    expect(one.page.locator("#wed .hd-logged")).to_contain_text("from the other")


def test_a_tab_that_writes_over_the_other_is_found(tabs: tuple[Device, Device]) -> None:
    spoiled: list[bool] = []

    def spoil(route: Route) -> None:
        text = route.fetch().text()
        changed = text.replace("const before = store.get(key, {});", "const before = {};")
        spoiled.append(changed != text)
        route.fulfill(body=changed, content_type="text/javascript")

    tabs[0].context.route("**/features/ask/log*.js", spoil)
    try:
        for one in tabs:
            one.open(WEEK)
        with pytest.raises(AssertionError):
            test_what_two_tabs_wrote_of_the_same_day_is_all_kept(tabs)
    finally:
        tabs[0].context.unroute("**/features/ask/log*.js", spoil)
    assert spoiled
    assert all(spoiled)


def test_two_tabs_that_wrote_the_same_field_are_asked(tabs: tuple[Device, Device]) -> None:
    one, other = tabs
    here, there = form(one), form(other)
    here.get_by_label("Note").fill("from here")
    pressed("Save")(one)
    expect(here).to_be_hidden()
    there.get_by_label("Note").fill("from there")
    pressed("Save")(other)
    expect(
        there.get_by_role("alert").filter(has_text="Another tab has written something else meanwhile")
    ).to_be_visible()
    assert one.kept(f"{DAY}.day")[f"{DAY}.day"]["note"] == "from here"
    pressed("Save")(other)
    expect(there).to_be_hidden()
    assert one.kept(f"{DAY}.day")[f"{DAY}.day"]["note"] == "from there"


def test_ticks_and_weights_of_two_tabs(tabs: tuple[Device, Device]) -> None:
    one, other = tabs
    lifts = [each.tool("weights", "Your weights") for each in tabs]
    for asked, name, each in zip(lifts, ("Back squat", "Hip thrust"), tabs, strict=True):
        group = asked.get_by_role("group", name=name)
        for label, value in (("Weight", "135"), ("Repetitions", "8"), ("Left in you", "2")):
            group.get_by_label(label).fill(value)
        pressed("Save")(each)
        expect(asked).to_be_hidden()
    assert set(one.kept("set.")) == {"set.back-squat", "set.hip-thrust"}
    one.page.locator("#wed").get_by_label("Run done").check()
    expect(other.page.locator("#wed").get_by_label("Run done")).to_be_checked()
    other.page.locator("#wed").get_by_label("Lift done").check()
    expect(one.page.locator("#wed .hd-done-mark")).to_contain_text("done")


def test_days_moved_in_one_tab_while_the_other_writes(tabs: tuple[Device, Device]) -> None:
    one, other = tabs
    asked = one.tool("move", "Move a day")
    one.reloads(asked.get_by_role("button", name="Choose this").first)
    other.page.locator("#wed").get_by_label("Run done").check()
    assert one.kept(f"{DAY}.run")
    assert one.kept("move.")
    expect(one.page.locator("[data-at='2']").get_by_label("Run done")).to_be_checked()


def test_a_storage_emptied_under_an_open_form_and_a_clock_set_back(phone: Device) -> None:
    phone.keep(DATED | {f"{DAY}.run": {"done": True, "at": "2027-03-24"}})
    page = phone.open(WEEK)
    asked = form(phone)
    asked.get_by_label("Note").fill("still here")
    page.evaluate("localStorage.clear()")
    pressed("Save")(phone)
    expect(asked).to_be_hidden()
    assert phone.kept(f"{DAY}.day")[f"{DAY}.day"]["note"] == "still here"
    expect(page.locator("#wed .hd-logged")).to_contain_text("still here")
    page.locator("#wed").get_by_label("Run done").check()
    written = phone.kept("log.")
    phone.keep(DATED)
    for day in (date(2019, 1, 1), date(1980, 1, 6)):
        phone.set_day(day)
        page = phone.open(WEEK)
        expect(page.locator("#wed .hd-logged")).to_contain_text("still here")
        expect(page.locator("#wed").get_by_label("Run done")).to_be_checked()
        expect(phone.open("log/").locator(".hd-logdays")).to_contain_text("still here")
    assert phone.kept("log.") == written
