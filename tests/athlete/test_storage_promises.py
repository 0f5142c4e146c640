"""What a site keeps stays what its athlete wants: an import replaces nothing without a yes, and there is no cookie."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from athlete_pages import PLAN, TODAY, WEEK, Device
from playwright.sync_api import Route

pytestmark = [pytest.mark.site, pytest.mark.browser]

RUN = f"log.{PLAN}.12.2.run"
MINE, OTHER = ({"done": True, "rpe": rpe, "at": TODAY.isoformat()} for rpe in (7, 3))


@contextmanager
def changed(one: Device, files: str, change: Callable[[str], str]) -> Iterator[None]:
    """Let some scripts of the site be others while the block runs; they have to be asked for and changed."""
    seen: list[bool] = []

    def answer(route: Route) -> None:
        text = route.fetch().text()
        seen.append(change(text) != text)
        route.fulfill(body=change(text), content_type="text/javascript")

    one.page.route(files, answer)
    try:
        yield
    finally:
        one.page.unroute(files, answer)
    assert seen
    assert all(seen)


def imported(one: Device, folder: Path, press: str) -> dict[str, object]:
    """Import a file with an entry that differs and a new one, press a button, and return what is kept then."""
    file = folder / "hardday-log.json"
    entries = {RUN: OTHER, "units": {"distance": "km"}}
    file.write_text(json.dumps({"format": "hardday/log@1", "entries": entries}), "utf-8")
    one.clear()
    one.keep({RUN: MINE})
    one.open("log/").get_by_label("Import a file").set_input_files(file)
    asked = one.dialog("Import")
    asked.get_by_text("1 new, 1 that differ").wait_for()
    asked.get_by_role("button", name=press).click()
    one.page.wait_for_function("() => localStorage.getItem('hardday.1.units')")
    return one.kept()


def test_an_import_replaces_nothing_without_a_yes(phone: Device, tmp_path: Path) -> None:
    assert imported(phone, tmp_path, "Add the 1 new") == {RUN: MINE, "units": {"distance": "km"}}
    assert imported(phone, tmp_path, "Add them and replace 1") == {RUN: OTHER, "units": {"distance": "km"}}


def test_an_import_that_replaces_unasked_is_found(phone: Device, tmp_path: Path) -> None:
    def careless(text: str) -> str:
        return text.replace("onClick: keep(added)", "onClick: keep([...added, ...changed])")

    with changed(phone, "**/features/log/transfer*.js", careless):
        assert imported(phone, tmp_path, "Add the 1 new")[RUN] == OTHER


def cookies(one: Device) -> list[str]:
    """Use a week's page and the page of what is kept; return the names of the cookies that there are then."""
    page = one.open(WEEK)
    page.locator("#wed").get_by_label("Run done").click()
    one.open("log/")
    return [cookie.get("name", "") for cookie in one.context.cookies()]


def test_there_is_no_cookie(phone: Device) -> None:
    assert cookies(phone) == []


def test_a_cookie_is_found(phone: Device) -> None:
    with changed(phone, "**/store*.js", lambda text: f"{text}\ndocument.cookie = 'seen=1; path=/';"):
        assert cookies(phone) == ["seen"]
    phone.context.clear_cookies()
