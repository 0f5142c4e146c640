"""No room: at each write of each feature the athlete is told, what was typed stays, and is kept once there is room."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from athlete_pages import PLAN, TODAY, WEEK, Device, device
from playwright.sync_api import Browser, Route, expect
from storage_writers import PAGES, ROOM, losses, pressed

pytestmark = [pytest.mark.site, pytest.mark.browser]

FEW = {WEEK: {name: PAGES[WEEK][name] for name in ("tick", "how was it")}}
#: Fills what is left of the browser's five megabytes, to the last letter.
FILL = """() => {
  let piece = 'x'.repeat(1 << 22), all = '';
  for (; piece.length; piece = piece.slice(0, piece.length >> 1)) {
    try { localStorage.setItem('somebody.else', all + piece); all += piece; piece += piece; } catch {}
  }
  return all.length;
}"""


@pytest.fixture
def small(chromium: Browser, site_address: str) -> Iterator[Device]:
    """A phone whose room for our entries the test sets."""
    with device(chromium, site_address) as one:
        one.context.add_init_script(ROOM)
        one.set_day(TODAY)
        yield one
        assert one.problems == []


def test_every_write_without_room_is_told_and_made_good(small: Device) -> None:
    assert losses(small, PAGES) == []


@pytest.mark.parametrize(
    ("told", "swallowed"),
    [(r"tell\(text\);\s*return otherwise;", "return otherwise;"), (r"NOT_SAVED, false\)", "NOT_SAVED, true)")],
    ids=["says nothing", "says that it was kept"],
)
def test_an_error_that_is_swallowed_is_found(small: Device, told: str, swallowed: str) -> None:
    spoiled: list[int] = []

    def spoil(route: Route) -> None:
        text, count = re.subn(told, swallowed, route.fetch().text())
        spoiled.append(count)
        route.fulfill(body=text, content_type="text/javascript")

    small.page.route("**/store*.js", spoil)
    lost = losses(small, FEW)
    assert spoiled
    assert all(spoiled)
    assert lost


def test_room_for_only_some_of_a_forms_writes(small: Device) -> None:
    """A form writes several entries. Wherever the room ends, it stays open with all that was typed."""
    page = small.open(WEEK)
    page.locator("#wed").get_by_role("button", name="How was it?").click()
    form = small.dialog("How was it?")
    form.get_by_label("Minutes").first.fill("55")
    form.get_by_label("Minutes").nth(1).fill("40")
    form.get_by_label("Note").fill("not lost")
    for room in range(3):
        page.evaluate("room => { window.room = room; }", room)
        pressed("Save")(small)
        expect(form).to_be_visible()
        expect(form.get_by_label("Note")).to_have_value("not lost")
        expect(form.get_by_role("alert").filter(has_text="Another tab")).to_have_count(0)
        # What was written before is written again, as nothing is known to be safe until all is.
        assert len(small.kept("log.")) == room
    page.evaluate("window.room = undefined")
    form.get_by_label("Minutes").first.fill("56")
    pressed("Save")(small)
    expect(form).to_be_hidden()
    kept = small.kept(f"log.{PLAN}.12.2.")
    assert {key.rsplit(".", 1)[1] for key in kept} == {"run", "lift", "day"}
    assert kept[f"log.{PLAN}.12.2.run"]["minutes"] == 56


def test_a_storage_that_is_really_full(phone: Device) -> None:
    page = phone.open(WEEK)
    assert page.evaluate(FILL) > 4_000_000
    tick = page.locator("#wed").get_by_label("Run done")
    tick.click()
    expect(page.locator(".hd-trouble")).to_contain_text("This browser could not save that")
    expect(tick).not_to_be_checked()
    page = phone.open(WEEK)
    expect(page.locator(".hd-day")).to_have_count(7)
    page.evaluate("localStorage.removeItem('somebody.else')")
    page.locator("#wed").get_by_label("Run done").check()
    assert phone.kept("log.")


def test_a_private_window_that_has_no_room_at_all(small: Device) -> None:
    """Some browsers' private windows have a storage in which nothing finds room."""
    small.context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
    )
    page = small.open(WEEK)
    expect(page.locator(".hd-trouble")).to_contain_text("This browser keeps nothing")
    page.locator("#wed").get_by_label("Run done").check()
    expect(page.locator(".hd-week-log")).to_contain_text("1 of 9 sessions done")
