"""Everything by keyboard alone: reached, opened, filled in, refused, saved, closed, and the focus back where it was."""

from __future__ import annotations

import pytest
from athlete_pages import PLAN, RACE_DAY, START, TODAY, WEEK, Device, dates_of, focus_is_visible, focus_of, tab_to
from playwright.sync_api import Locator, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

OPENERS = {
    "Your dates": ("[data-tool=dates]", "Set your dates"),
    "Your paces": ("[data-tool=paces]", "Your paces"),
    "Your weights": ("[data-tool=weights]", "Your weights"),
    "Share this plan": ("[data-tool=share]", "Share"),
    "Signed off": ("#wed .hd-signing button", "I have been signed off"),
    "How was it?": ("#wed .hd-logbar button", "How was it?"),
}
#: While you work the smallest dialog of a page and the form with most fields; all in the long run.
QUICK = ("Signed off", "How was it?")
MOST_STOPS = 90
INSIDE = "Boolean(document.activeElement.closest('dialog')) || document.activeElement === document.body"


def opened_by_enter(one: Device, name: str) -> tuple[Locator, Locator]:
    """Open a dialog with Enter on its button; returns both."""
    opener = one.page.locator(OPENERS[name][0]).first
    opener.focus()
    one.page.keyboard.press("Enter")
    return opener, one.dialog(name)


@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.long) for name in OPENERS]
)
def test_a_dialog_opens_keeps_the_focus_closes_and_gives_it_back(desktop: Device, name: str) -> None:
    page = desktop.open(WEEK)
    keyboard = page.keyboard
    opener, asked = opened_by_enter(desktop, name)
    assert page.evaluate("Boolean(document.activeElement.closest('dialog'))")
    assert focus_is_visible(page)
    stops = asked.locator("button, input, select, summary, a").count()
    for press in ["Tab"] * min(stops + 2, MOST_STOPS) + ["Shift+Tab"] * 3:
        keyboard.press(press)
        assert page.evaluate(INSIDE), f"{focus_of(page)!r} lies outside of the open dialog"
        assert (
            focus_of(page) == "" or page.evaluate("document.activeElement === document.body") or focus_is_visible(page)
        ), focus_of(page)
    keyboard.press("Escape")
    expect(asked).to_have_count(0)
    expect(opener).to_be_focused()
    keyboard.press("Space")
    asked = desktop.dialog(name)
    tab_to(page, "Close")
    keyboard.press("Space")
    expect(asked).to_have_count(0)
    expect(opener).to_be_focused()
    assert desktop.kept() == {}


def test_every_tool_is_reached_by_tab_with_the_focus_in_sight(phone: Device) -> None:
    page = phone.open(WEEK)
    page.keyboard.press("Tab")
    assert focus_of(page) == "Skip to content"
    page.keyboard.press("Enter")
    wanted = {text for _, text in OPENERS.values()}
    for _ in range(200):
        page.keyboard.press("Tab")
        assert focus_is_visible(page), f"the focus on {focus_of(page)!r} can't be seen"
        wanted = {text for text in wanted if not focus_of(page).startswith(text)}
        if not wanted:
            return
    raise AssertionError(f"not reached: {wanted}")


def test_dates_by_keyboard(desktop: Device) -> None:
    page = desktop.open(WEEK)
    keyboard = page.keyboard
    opened_by_enter(desktop, "Your dates")
    for _ in range(2):
        keyboard.press("ArrowDown")
    assert focus_of(page) == "Another race"
    keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("Please choose a day that exists.")
    assert focus_of(page) == "Day of the race"
    with page.expect_navigation():
        keyboard.type("05232027")
        keyboard.press("Enter")
    desktop.ready()
    assert desktop.kept("plan.")[f"plan.{PLAN}"] == dates_of(START, "race", race=RACE_DAY)


def test_paces_by_keyboard(desktop: Device) -> None:
    page = desktop.open(WEEK)
    opener, asked = opened_by_enter(desktop, "Your paces")
    tab_to(page, "Time")
    page.keyboard.type("24:08")
    page.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    expect(opener).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Saved. Your paces stand beside the effort")
    assert desktop.kept()["fitness"]["time_s"] == 1448


def test_weights_by_keyboard(desktop: Device) -> None:
    page = desktop.open(WEEK)
    opener, asked = opened_by_enter(desktop, "Your weights")
    tab_to(page, "Weight")
    page.keyboard.type("185")
    page.keyboard.press("Enter")
    expect(asked.get_by_role("alert")).to_contain_text("Back squat: fill in")
    assert focus_of(page) == "Repetitions"
    page.keyboard.type("8")
    tab_to(page, "Left in you")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    expect(opener).to_be_focused()
    assert desktop.kept("set.")["set.back-squat"]["weight"] == 185


def test_a_sign_off_by_keyboard(desktop: Device) -> None:
    page = desktop.open(WEEK)
    opener, asked = opened_by_enter(desktop, "Signed off")
    assert focus_of(page) == "Back squat"
    page.keyboard.press("Space")
    tab_to(page, "Who signed off")
    page.keyboard.type("Dana Example")
    tab_to(page, "On which day")
    page.keyboard.type("03022027")
    page.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    expect(opener).to_be_focused()
    assert desktop.kept() == {
        "signed.back-squat": {"by": "Dana Example", "role": "physical therapist", "on": "2027-03-02"}
    }


def test_the_log_by_keyboard(desktop: Device) -> None:
    desktop.keep({f"plan.{PLAN}": dates_of(START)})
    page = desktop.open(WEEK)
    page.locator("#wed").get_by_label("Run done").focus()
    page.keyboard.press("Space")
    opener, asked = opened_by_enter(desktop, "How was it?")
    tab_to(page, "0")
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    tab_to(page, "Minutes")
    page.keyboard.type("55")
    tab_to(page, "Note")
    page.keyboard.type("by keyboard")
    page.keyboard.press("Enter")
    expect(asked).to_have_count(0)
    expect(opener).to_be_focused()
    key = f"log.{PLAN}.12.2"
    assert desktop.kept("log.") == {
        f"{key}.run": {"done": True, "rpe": 6, "minutes": 55, "at": TODAY.isoformat()},
        f"{key}.day": desktop.kept()[f"{key}.day"],
    }
    assert desktop.kept()[f"{key}.day"]["note"] == "by keyboard"


def test_rows_of_other_days_and_units_by_keyboard(phone: Device) -> None:
    phone.keep({f"plan.{PLAN}": dates_of(START)})
    page = phone.open(WEEK)
    fold = page.locator("#sun .hd-fold")
    fold.focus()
    page.keyboard.press("Space")
    expect(fold).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('#sun'))"), "what was opened comes next"
    page.get_by_role("button", name="kg", exact=True).focus()
    page.keyboard.press("Enter")
    assert phone.kept("units")["units"]["weight"] == "kg"
