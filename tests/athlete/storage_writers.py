"""Everything by which an athlete makes the browser keep something, and whether what could not be kept is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from athlete_pages import PLAN, PREFIX, START, WEEK, Device, dates_of
from playwright.sync_api import TimeoutError as NotSeen

#: Lets `window.room` more writes of ours succeed, then throws as a browser without room does; without it all succeed.
ROOM = """{
  const real = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (key.startsWith('hardday.1.') && window.room !== undefined) {
      if (window.room <= 0) throw new DOMException('full', 'QuotaExceededError');
      window.room -= 1;
    }
    return real.call(this, key, value);
  };
}"""
PATIENCE_MS = 4_000
DATED = {f"plan.{PLAN}": dates_of(START, "race")}


@dataclass(frozen=True)
class Writer:
    """One way of writing: ``begin`` opens what it needs, ``save`` is the press that keeps, ``keys`` what it then keeps.

    ``again`` is the press after there is room; a form that could not save stays open, so it is usually the same.
    """

    begin: Callable[[Device], None]
    save: Callable[[Device], None]
    keys: str
    before: dict[str, Any]
    again: Callable[[Device], None] | None = None


def _nothing(one: Device) -> None:
    """Everything needed is on the page."""


def _tick(one: Device) -> None:
    one.page.locator("#wed").get_by_label("Run done").click()


def _how_was_it(one: Device) -> None:
    one.page.locator("#wed").get_by_role("button", name="How was it?").click()
    form = one.dialog("How was it?")
    form.get_by_label("Minutes").first.fill("55")
    form.get_by_label("Note").fill("not lost")


def _sign_off(one: Device) -> None:
    one.page.locator("#wed").get_by_role("button", name="I have been signed off").click()
    asked = one.dialog("Signed off")
    asked.get_by_label("Back squat").check()
    asked.get_by_label("Who signed off").fill("Dana Example")
    asked.get_by_label("On which day").fill("2027-03-02")


def _weights(one: Device) -> None:
    squat = one.tool("weights", "Your weights").get_by_role("group", name="Back squat")
    for label, value in (("Weight", "135"), ("Repetitions", "8"), ("Left in you", "2")):
        squat.get_by_label(label).fill(value)


def _paces(one: Device) -> None:
    one.tool("paces", "Your paces").get_by_label("Time").fill("24:08")


def _dates(one: Device) -> None:
    one.tool("dates", "Your dates")


def _move(one: Device) -> None:
    one.tool("move", "Move a day").get_by_role("button", name="Choose this").first.wait_for()


def _choose(one: Device) -> None:
    one.page.locator("dialog").get_by_role("button", name="Choose this").first.click()


def _shared(one: Device) -> None:
    one.dialog("Use these dates?")


def _calendar(one: Device) -> None:
    one.tool("calendar", "Calendar").get_by_role("button", name="Download calendar file").wait_for()


def _download(one: Device) -> None:
    with one.page.expect_download():
        one.page.get_by_role("button", name="Download calendar file").click()


def _import(one: Device) -> None:
    entries = {"units": {"distance": "km"}, f"log.{PLAN}.3.1.run": {"done": True, "at": "2027-01-19"}}
    text = json.dumps({"format": "hardday/log@1", "entries": entries})
    one.page.locator("#hd-import").set_input_files(
        {"name": "hardday-log.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    one.dialog("Import")


def _add(one: Device) -> None:
    one.dialog("Import").get_by_role("button", name="Add the 2 new").click()


def _import_again(one: Device) -> None:
    _import(one)
    _add(one)


def _unit(one: Device) -> None:
    one.page.locator(".hd-units [data-unit=km]").click()


def pressed(name: str) -> Callable[[Device], None]:
    """Press a button of the open dialog."""
    return lambda one: one.page.locator("dialog[open]").get_by_role("button", name=name, exact=True).click()


_SAVE, _SAVE_DATES = pressed("Save"), pressed("Save dates")
#: What saves a form, which has to stay open until all of it is kept.
FORMS = (_SAVE, _SAVE_DATES, _choose)

#: Where each stands: by the address of its page, the writers that can be tried there one after another.
PAGES: dict[str, dict[str, Writer]] = {
    WEEK: {
        "tick": Writer(_nothing, _tick, f"log.{PLAN}.12.2.run", {}),
        "unit": Writer(_nothing, _unit, "units", {}),
        "how was it": Writer(_how_was_it, _SAVE, f"log.{PLAN}.12.2.day", {}),
        "sign-off": Writer(_sign_off, _SAVE, "signed.back-squat", {}),
        "weights": Writer(_weights, _SAVE, "set.back-squat", {}),
        "paces": Writer(_paces, _SAVE, "fitness", {}),
        "dates": Writer(_dates, _SAVE_DATES, f"plan.{PLAN}", {}),
        "move": Writer(_move, _choose, f"move.{PLAN}.12", {}),
    },
    f"plans/{PLAN}/this-week/#race=2027-06-06": {
        "shared dates": Writer(_shared, pressed("Use these dates"), f"plan.{PLAN}", {}),
    },
    f"plans/{PLAN}/": {"calendar": Writer(_calendar, _download, f"calendar.{PLAN}", DATED)},
    "log/": {"import": Writer(_import, _add, f"log.{PLAN}.3.1.run", {}, _import_again)},
}


def losses(one: Device, pages: dict[str, dict[str, Writer]]) -> list[str]:
    """Try every writer without room, then with it; return what was lost without a word, or not kept in the end."""
    found: list[str] = []
    for address, writers in pages.items():
        for name, writer in writers.items():
            one.clear()
            one.keep(writer.before)
            one.open(address)
            found += [f"{name}: {what}" for what in _losses_of(one, writer)]
    return found


def _losses_of(one: Device, writer: Writer) -> Iterable[str]:
    writer.begin(one)
    one.page.evaluate("window.room = 0")
    writer.save(one)
    if not told(one, "This browser could not save that"):
        yield "not told"
        return
    if one.kept(writer.keys):
        yield "kept where there is no room"
        return
    if writer.save in FORMS and not one.page.locator("dialog[open]").count():
        yield "closed though nothing was kept"
        return
    one.page.evaluate("window.room = undefined")
    (writer.again or writer.save)(one)
    if not kept_soon(one, writer.keys):
        yield "not kept when there is room again"


def told(one: Device, text: str) -> bool:
    """Whether a sentence for the athlete is shown on the page, now or soon."""
    try:
        one.page.locator(".hd-trouble", has_text=text).wait_for(timeout=PATIENCE_MS)
    except NotSeen:
        return False
    return True


def kept_soon(one: Device, key: str) -> bool:
    """Whether an entry is kept, now or soon: some pages load again once it is."""
    try:
        one.page.wait_for_function("key => localStorage.getItem(key)", arg=PREFIX + key, timeout=PATIENCE_MS)
    except NotSeen:
        return False
    one.page.wait_for_load_state()
    return True
