"""What is kept is broken or of another version: the plan is readable, nothing is thrown away, the athlete is told."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from athlete_pages import PLAN, TODAY, WEEK, Device, device
from playwright.sync_api import Browser, Route, expect
from storage_writers import PATIENCE_MS, pressed

pytestmark = [pytest.mark.site, pytest.mark.browser]

DAY = f"log.{PLAN}.12.2"
#: Every kind of key that the site has, and some that it never had.
KEYS = (
    *(f"plan.{PLAN}", "units", "fitness", "set.back-squat", "plates", "signed.back-squat"),
    *(
        f"{DAY}.run",
        f"{DAY}.day",
        f"{DAY}.lift",
        f"move.{PLAN}.12",
        f"calendar.{PLAN}",
        f"seen.{PLAN}",
        f"moving.{PLAN}",
    ),
    *(
        "log.__proto__.1.0.run",
        "log.constructor.1.0.day",
        "plan.__proto__",
        "signed.toString",
        "log.",
        "log.a",
        "__proto__",
    ),
)
#: What pages write anew by themselves: dates that follow the plan, which weeks were opened, a move that no longer fits.
REWRITTEN = (f"plan.{PLAN}", f"move.{PLAN}.12", f"seen.{PLAN}", f"moving.{PLAN}")
_NAMES = (
    *("start", "by", "title", "days", "cycle", "weeks", "kind", "race", "first", "distance", "weight", "distance_m"),
    *("time_s", "unit", "reps", "rir", "on", "kg", "lb", "role", "done", "rpe", "minutes", "distance_unit", "sets"),
    *("soreness", "fatigue", "sleep", "ill", "note", "pain", "at", "to", "roles", "edition", "set", "remove"),
)
_RANDOM = random.Random(6)


def _all_of(value: Any) -> str:
    return json.dumps(dict.fromkeys(_NAMES, value))


#: What stands under every key at once, and whether no page can read it as anything.
BROKEN: dict[str, tuple[str, bool]] = {
    "cut short": ('{"done": true, "note": "Legs he', True),
    "nothing": ("", True),
    "bytes": ("".join(chr(_RANDOM.choice((0, 7, 34, 92, 0xD800, 0xFFFE, 0x1F3C3 & 0xFFFF))) for _ in range(300)), True),
    "huge": ("x" * 200_000, True),
    "null": ("null", False),
    "a number": ("1e999", False),
    "a text": ('"hard day"', True),
    "a list": ("[[[1, {}]], null]", True),
    "an empty object": ("{}", False),
    "texts": (_all_of("2027-13-45"), False),
    "numbers": (_all_of(-1e308), False),
    "objects": (_all_of({"toString": None, "length": -1}), False),
    "lists": (_all_of([None, 5, {"lift": {}}, {"lift": "x", "weight": "y"}]), False),
    "truths": (_all_of(True), False),
    "prototypes": ('{"__proto__": {"done": true, "sets": 5}, "constructor": {"prototype": null}}', False),
    "deep": ('{"sets":' * 3000 + "1" + "}" * 3000, False),
    "years": (_all_of("9999-12-31"), False),
}
#: These stand for the others where not all are tried.
FEW = ("cut short", "a list", "texts", "objects", "prototypes")
PAGES = {WEEK: ".hd-day", "log/": ".hd-kept"}
MORE_PAGES = PAGES | {
    f"plans/{PLAN}/": ".hd-yours",
    "": "h1",
    "sign-off/": ".hd-signed-list",
    f"plans/{PLAN}/this-week/#pick": "h1",
}
TOOLS = ("dates", "paces", "weights", "move")


@pytest.fixture
def spoiled(chromium: Browser, site_address: str) -> Iterator[Device]:
    """A phone whose storage the test spoils; what its scripts complain of is a fault of theirs."""
    with device(chromium, site_address) as one:
        one.set_day(TODAY)
        yield one


def faults(one: Device, kinds: tuple[str, ...], pages: dict[str, str]) -> list[str]:
    """Put each kind of damage under all keys and open pages and dialogs; return what broke, was lost or not told."""
    found: list[str] = []
    for kind in kinds:
        text, unreadable = BROKEN[kind]
        one.clear()
        one.keep(dict.fromkeys(KEYS, text))
        before = texts(one)
        for address, shows in pages.items():
            page = one.open(address)
            if not page.locator(shows).count():
                found.append(f"{kind}, {address}: {shows} is missing")
            if unreadable and address == WEEK and not page.locator(".hd-trouble").count():
                found.append(f"{kind}: not told")
            if address == WEEK:
                _open_dialogs(one)
        after = texts(one)
        found += [f"{kind}: {key} was lost" for key in KEYS if key not in REWRITTEN and after.get(key) != before[key]]
        found += [f"{kind}: {problem}" for problem in one.problems]
        one.problems.clear()
    return found


def _open_dialogs(one: Device) -> None:
    for tool in TOOLS:
        button = one.page.locator(f"[data-tool={tool}]")
        if button.count():
            button.first.click()
            one.page.locator("dialog[open]").wait_for(timeout=PATIENCE_MS)
            one.page.keyboard.press("Escape")
    one.page.locator("[data-at='2']").get_by_role("button", name="How was it?").click()
    one.dialog("How was it?").press("Escape")


def texts(one: Device) -> dict[str, str]:
    """Return what this version keeps, as texts by key without the prefix."""
    found: dict[str, str] = one.page.evaluate("Object.entries({...localStorage}).map(([key, text]) => [key, text])")
    return {key.removeprefix("hardday.1."): text for key, text in dict(found).items()}


def test_the_plan_stands_whatever_is_kept(spoiled: Device) -> None:
    assert faults(spoiled, FEW, PAGES) == []


@pytest.mark.long
def test_every_page_stands_whatever_is_kept(spoiled: Device) -> None:
    assert faults(spoiled, tuple(BROKEN), MORE_PAGES) == []


def test_a_store_that_hides_damage_is_found(spoiled: Device) -> None:
    def spoil(route: Route) -> None:
        text, count = re.subn(r"trouble\.tell\(unreadable\(key\)\);", "", route.fetch().text())
        assert count
        route.fulfill(body=text, content_type="text/javascript")

    spoiled.page.route("**/store*.js", spoil)
    assert faults(spoiled, ("a list",), {WEEK: ".hd-day"}) == ["a list: not told"]


def test_a_feature_that_trusts_what_is_kept_is_found(spoiled: Device) -> None:
    def spoil(route: Route) -> None:
        text = route.fetch().text()
        assert "Array.isArray(value.sets)" in text
        route.fulfill(body=text.replace("Array.isArray(value.sets)", "value.sets"), content_type="text/javascript")

    spoiled.page.route("**/features/log-*.js", spoil)
    spoiled.page.route("**/features/log.js", spoil)
    assert faults(spoiled, ("objects",), {"log/": ".hd-kept"})


def test_what_a_newer_version_kept_is_told_left_alone_and_can_be_taken_along(phone: Device, tmp_path: Path) -> None:
    newer = {f"hardday.2.diary.{PLAN}": '{"n": 1}', "hardday.10.units": "not even JSON"}
    phone.keep({"plates": "{broken"})
    phone.page.evaluate("all => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", newer)
    page = phone.open(WEEK)
    expect(page.locator(".hd-trouble", has_text="A newer version of this site has kept 2 entries")).to_have_count(1)
    page.locator("#wed").get_by_role("button", name="How was it?").click()
    phone.dialog("How was it?").get_by_label("Note").fill("beside it")
    pressed("Save")(phone)
    page = phone.open("log/")
    expect(page.locator(".hd-kept")).to_contain_text("2 entries of another version of this site")
    with page.expect_download() as got:
        page.get_by_role("button", name="Export all (JSON)").click()
    got.value.save_as(tmp_path / "log.json")
    taken = json.loads((tmp_path / "log.json").read_text(encoding="utf-8"))
    assert taken["unread"] == newer | {"hardday.1.plates": "{broken"}
    assert taken["entries"][f"{DAY}.day"]["note"] == "beside it"
    assert {key: page.evaluate("key => localStorage.getItem(key)", key) for key in newer} == newer
    page.locator("#hd-import").set_input_files(tmp_path / "log.json")
    expect(phone.dialog("Import")).to_contain_text("3 entries that the site could not read when it wrote this file")
    newest = json.dumps({"format": "hardday/log@2", "entries": {"units": {"distance": "km"}}})
    (tmp_path / "newer.json").write_text(newest, encoding="utf-8")
    phone.dialog("Import").press("Escape")
    page.locator("#hd-import").set_input_files(tmp_path / "newer.json")
    expect(phone.dialog("Import")).to_contain_text("not a log of this site in a format it knows (hardday/log@1)")
    assert page.evaluate("localStorage.getItem('hardday.1.units')") is None
