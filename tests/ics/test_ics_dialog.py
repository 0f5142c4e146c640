"""The calendar button: subscribe to the clinic's dates, or take along a file of one's own that follows moved days."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from ics_making import athlete_of
from ics_readers import READERS, by_bytes, values
from playwright.sync_api import Browser, Locator, Page
from site_browser import accessibility_violations, open_context
from site_project import served

pytestmark = [pytest.mark.site, pytest.mark.browser]

PLAN, WEEK = "masters-50", "plans/masters-50/week-07/"
ZONES = ("Pacific/Pago_Pago", "Europe/Berlin", "Pacific/Kiritimati")
START = date(2027, 3, 1)
#: A moment of which these zones have three different days.
NOW = datetime(2027, 3, 14, 10, 30, tzinfo=UTC)


@contextmanager
def athlete(browser: Browser, zone: str, now: datetime = NOW, **how: Any) -> Iterator[Page]:
    """A phone in a zone, with its clock; what its pages complain of fails the test.

    Without the worker that keeps pages for offline use: what a test answers in the site's place is to arrive.
    """
    problems: list[str] = []
    size = {"width": 390, "height": 844}
    with browser.new_context(timezone_id=zone, viewport=size, service_workers="block", **how) as context:
        context.clock.set_fixed_time(now)
        page = context.new_page()
        page.on("console", lambda said: problems.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        yield page
        assert problems == []


def opened(page: Page, address: str) -> Page:
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html.hd-ready", state="attached")
    return page


def keep(page: Page, **entries: Any) -> None:
    """Keep entries as the page does, by key with `__` for a full stop."""
    written = {f"hardday.1.{key.replace('__', '.')}": json.dumps(value) for key, value in entries.items()}
    page.evaluate("all => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", written)


def own_dates(page: Page, site: str) -> None:
    opened(page, site + WEEK)
    keep(page, **{f"plan__{PLAN}": {"start": START.isoformat(), "by": "start"}})


def press_to(page: Page, text: str) -> None:
    """Go on by Tab until the control that says so has the focus, then press it."""
    for _ in range(40):
        if page.evaluate("document.activeElement.innerText").strip() == text:
            return page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    raise AssertionError(f"'{text}' is not reached by keyboard")


def dialog_by_keyboard(page: Page) -> Locator:
    page.locator("[data-tool=calendar]").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Calendar")
    dialog.wait_for()
    return dialog


def file_of(page: Page, button: str) -> bytes:
    """Open the dialog, download by keyboard, close it, and return the file."""
    dialog = dialog_by_keyboard(page)
    with page.expect_download() as waiting:
        press_to(page, button)
    data = Path(waiting.value.path()).read_bytes()
    assert waiting.value.suggested_filename == f"{PLAN}{'-private' if 'private' in button else ''}.ics"
    dialog.get_by_text("The file has").wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.tool") == "calendar"
    return data


FULL, PRIVATE = "Download calendar file", "Download private file (only says “Training”)"


@pytest.mark.parametrize("zone", [ZONES[2], *(pytest.param(zone, marks=pytest.mark.long) for zone in ZONES[:2])])
def test_a_file_of_ones_own_follows_moved_days(
    zone: str, chromium: Browser, built_site: Path, site_address: str, tmp_path: Path
) -> None:
    roles, to = allowed_move(built_site, 7)
    with athlete(chromium, zone) as page:
        own_dates(page, site_address)
        opened(page, site_address + WEEK)
        first = file_of(page, FULL)
        assert_sound(first, built_site, site_address, tmp_path / "first")
        assert set(values(first, "SEQUENCE")) == {"0"}
        assert set(values(first, "DTSTAMP")) == {"20270314T103000Z"}

        page.context.clock.set_fixed_time(NOW + timedelta(days=1))
        assert file_of(page, FULL) == first
        keep(page, **{f"move__{PLAN}__7": {"to": to, "roles": roles}})
        opened(page, site_address + WEEK)
        second = file_of(page, FULL)
        assert by_bytes(second, tmp_path) == []
        assert moved(first, second) == expected_moves(roles, to)
        private = file_of(page, PRIVATE)
        assert set(values(private, "SUMMARY")) == {"Training"}
        assert not [word for word in (PLAN, "week", "http", "DESCRIPTION", "URL") if word.encode() in private]
        assert sorted(values(private, "DTSTART")) == sorted(values(second, "DTSTART"))
        assert set(values(private, "SEQUENCE")) == {"0"}


def allowed_move(site: Path, number: int) -> tuple[str, str]:
    """The roles of a week and the first order of its days that the rules allow."""
    plan = athlete_of(site, PLAN)
    moves = plan["weeks"][number - 1]["moves"]
    return moves["roles"], next(iter(plan["moves"][moves["of"]]["ok"]))


def expected_moves(roles: str, to: str) -> dict[str, tuple[date, date, str, str]]:
    """The training days of week 7 that stand elsewhere in an order: each on its new date, its number one higher."""
    monday = START + timedelta(weeks=6)
    rests = [place for place, role in enumerate(roles.split(",")) if role == "-"]
    found = {
        f"{PLAN}.week-07.day-{printed}.own@hardday": (
            monday + timedelta(days=printed),
            monday + timedelta(days=place),
            "1",
            "20270315T103000Z",
        )
        for place, printed in enumerate(map(int, to))
        if place != printed and printed not in rests
    }
    assert found
    return found


def assert_sound(data: bytes, site: Path, address: str, folder: Path) -> None:
    """Readers take the file, and its days are the plan's from the athlete's first day on."""
    for name, reader in ((name, READERS[name]) for name in ("bytes", "libical", "vobject", "calcurse")):
        (folder / name).mkdir(parents=True)
        assert reader(data, folder / name) == [], name
    days = [day for week in athlete_of(site, PLAN)["weeks"] for day in week["days"]]
    expected = [f"{START + timedelta(days=at):%Y%m%d}" for at, day in enumerate(days) if day["sessions"]]
    assert values(data, "DTSTART") == expected
    assert all(url.startswith(f"{address}plans/{PLAN}/week-") for url in values(data, "URL"))


def moved(first: bytes, second: bytes) -> dict[str, tuple[date, date, str, str]]:
    """The events that two files tell differently, with their dates, number and time."""
    both = [
        {uid: (date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}"), *rest) for uid, day, *rest in zip(
            *(values(data, name) for name in ("UID", "DTSTART", "SEQUENCE", "DTSTAMP", "DESCRIPTION")), strict=True
        )}
        for data in (first, second)
    ]  # fmt: skip
    assert both[0].keys() == both[1].keys()
    return {
        uid: (one[0], both[1][uid][0], cast(str, both[1][uid][1]), cast(str, both[1][uid][2]))
        for uid, one in both[0].items()
        if one != both[1][uid]
    }


def test_dates_are_asked_for_first_and_units_are_the_athletes(chromium: Browser, site_address: str) -> None:
    with athlete(chromium, "America/Chicago") as page:
        opened(page, site_address + WEEK)
        dialog = dialog_by_keyboard(page)
        assert "A calendar needs dates" in dialog.inner_text()
        assert dialog.get_by_text("Download").count() == 0
        press_to(page, "Set your dates")
        dates = page.get_by_role("dialog", name="Your dates")
        dates.get_by_label("Day of the race").fill("2027-06-19")
        page.keyboard.press("Enter")
        page.locator("html.hd-dated.hd-ready").wait_for(state="attached")
        kilometers = file_of(page, FULL)
        assert values(kilometers, "DTSTART")[-1] == "20270619"
        keep(page, units={"distance": "mi", "weight": "lb"})
        miles = file_of(opened(page, site_address + WEEK), FULL)
        assert "\N{NO-BREAK SPACE}km".encode() in kilometers
        assert not [said for said in values(miles, "SUMMARY") if "\N{NO-BREAK SPACE}km" in said]
        assert values(miles, "UID") == values(kilometers, "UID")


def test_the_clinics_dates_are_subscribed_to(chromium: Browser, site_address: str) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    with athlete(chromium, "America/Chicago", permissions=permissions) as page:
        opened(page, f"{site_address}plans/first-half/week-03/")
        dialog = dialog_by_keyboard(page)
        https = f"{site_address}plans/first-half/springfield-half-marathon"
        assert [field.input_value() for field in dialog.get_by_role("textbox").all()] == [
            f"{https}.ics",
            f"{https}-busy.ics",
        ]
        links = [link.get_attribute("href") for link in dialog.get_by_role("link").all()]
        webcal = https.replace("http:", "webcal:")
        assert links == [f"{webcal}.ics", f"{webcal}-busy.ics"]
        for address in (f"{https}.ics", f"{https}-busy.ics"):
            assert page.request.get(address).body().startswith(b"BEGIN:VCALENDAR")
        said = dialog.inner_text()
        assert "a change may take a day to show" in said
        assert "does not know the days that you move" in said
        assert page.evaluate("document.activeElement.innerText") == "Subscribe"
        press_to(page, "Copy address")
        dialog.get_by_text("The address is copied.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == f"{https}.ics"
        assert dialog.get_by_role("button", name=FULL).count() == 1

        keep(page, **{"plan__first-half": {"start": "2027-03-02", "by": "start"}})
        dialog = dialog_by_keyboard(opened(page, f"{site_address}plans/first-half/week-03/"))
        assert dialog.get_by_role("link").count() == 0


def test_without_dates_all_races_of_the_clinic_are_there(chromium: Browser, site_address: str) -> None:
    with athlete(chromium, "America/Chicago") as page:
        dialog = dialog_by_keyboard(opened(page, f"{site_address}plans/marathon-competitive/"))
        assert dialog.locator("h4").all_inner_texts() == [
            "Springfield Marathon, May 23, 2027",
            "Riverton Marathon, October 9, 2027",
        ]
        assert dialog.get_by_role("link").count() == 4
        assert dialog.get_by_role("button", name="Set your dates").count() == 1
        opened(page, f"{site_address}plans/return-from-injury/")
        assert page.locator("[data-tool=calendar]").count() == 0


def test_a_plan_that_cannot_be_read_is_told(chromium: Browser, site_address: str) -> None:
    with athlete(chromium, "America/Chicago") as page:
        page.route("**/athlete.json", lambda route: route.fulfill(status=200, body="<html>a portal</html>"))
        own_dates(page, site_address)
        dialog = dialog_by_keyboard(opened(page, site_address + WEEK))
        press_to(page, FULL)
        dialog.get_by_text("The plan could not be read").wait_for()
        assert page.evaluate(f"localStorage.getItem('hardday.1.calendar.{PLAN}')") is None


def test_a_plan_that_begins_again_is_written_from_todays_round_on(small_site: Path, chromium: Browser) -> None:
    with served(small_site) as site, athlete(chromium, "Pacific/Kiritimati") as page:
        dialog = dialog_by_keyboard(opened(page, f"{site}plans/again/week-02/"))
        assert "the next twelve weeks" in dialog.inner_text()
        with page.expect_download() as waiting:
            press_to(page, FULL)
        uids = values(Path(waiting.value.path()).read_bytes(), "UID")
        assert uids[0].startswith("again.round-03.week-01.day-")
        assert uids[-1].startswith("again.round-05.week-04.day-")


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (390, "light"),
        (1280, "dark"),
        pytest.param(390, "dark", marks=pytest.mark.long),
        pytest.param(1280, "light", marks=pytest.mark.long),
    ],
)
def test_the_open_dialog_is_accessible(width: int, scheme: Any, chromium: Browser, site_address: str) -> None:
    with open_context(chromium, width, scheme) as context:
        page = context.new_page()
        for address in ("plans/first-half/week-03/", WEEK):
            opened(page, site_address + address)
            dialog = dialog_by_keyboard(page)
            assert accessibility_violations(page) == []
            targets = dialog.locator("a, button, input").evaluate_all(
                "all => all.map(one => one.getBoundingClientRect().height)"
            )
            assert min(targets) >= 43.9
            assert dialog.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
        own_dates(page, site_address)
        dialog_by_keyboard(opened(page, site_address + WEEK))
        assert accessibility_violations(page) == []
