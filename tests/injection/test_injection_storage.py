"""What an athlete wrote, imports, or is sent in a link is shown as text: on pages, in dialogs, and on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import pytest
from everything import EVERYTHING
from injection_browser import BLANK, SITE, Caught, opened, trapped, use_everything
from injection_gate import tame_site
from injection_texts import hostile, share
from playwright.sync_api import Browser, BrowserContext, Page

from generator.serve.pages import Pages

pytestmark = pytest.mark.browser
PREFIX = "hardday.1."
READERS = (
    *("plans/written/week-01/", "plans/written/week-02/", "log/", "plans/written/", "plans/written/calendar/", ""),
    *("sign-off/", "plans/written/booklet/"),
)
FEW_READERS = READERS[:3]
#: All that stands on a page and could run, or lead to what runs.
_RUNNING = """() => [...document.querySelectorAll("*")].filter((one) =>
    ["iframe", "object", "embed", "base", "img", "frame", "portal"].includes(one.localName)
    || (one.localName === "script" && !one.src && one.type !== "application/json")
    || one.getAttributeNames().some((name) => name.startsWith("on") || name === "srcdoc")
    || /^\\s*(javascript|vbscript|data):/i.test(one.getAttribute("href") ?? "")
).map((one) => one.outerHTML.slice(0, 200))"""
#: Presses every button of the page and of the dialogs that open; none of them leads away.
_PRESS = """async () => {
    window.print = () => {};  // the page has a button for it
    navigation.addEventListener("navigate", (going) => {
        if (going.cancelable && !going.hashChange) going.preventDefault();
    });
    const rest = () => new Promise((done) => setTimeout(done, 60));
    for (const one of [...document.querySelectorAll("main button, .hd-tools button, article button")]) {
        if (!one.isConnected || one.closest("dialog")) continue;
        one.click();
        await rest();
        for (const open of document.querySelectorAll("dialog[open]")) open.close();
    }
}"""

_APPENDS = b"element.append(...children.flat(Infinity)"
_WRITES = b"""  for (const child of children.flat(Infinity)) {
    if (typeof child === "string") element.insertAdjacentHTML("beforeend", child);
  }
  element.append(...children.flat(Infinity).filter((child) => typeof child !== "string")"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """A site of harmless words."""
    with pytest.MonkeyPatch.context() as patch:
        yield tame_site(tmp_path_factory.mktemp("storage"), ("a", "b"), patch)


def entries_of(texts: Sequence[str]) -> dict[str, Any]:
    """What the site keeps, each of its words one of these texts."""
    text = iter(texts * (1 + 60 // len(texts)))
    day = {f"log.written.{week}.{day}.day": None for week in (1, 2) for day in range(7)}
    for key in day:
        pain = {"where": next(text)[:2000], "side": "left", "during": 5, "nextMorning": 5, "bone": True}
        day[key] = {
            "note": next(text)[:2000],
            "ill": next(text)[:2000],
            "soreness": 8,
            "pain": pain,
            "at": "2027-05-04",
        }
    dates = {"start": "2027-05-03", "by": next(text)[:120], "title": next(text)[:200], "kind": "dated", "race": 20}
    return {
        **day,
        "plan.written": dates | {"days": 21, "cycle": 7, "weeks": 3, "first": "monday"},
        "signed.goblet-squat": {"by": next(text)[:80], "role": next(text)[:40], "on": "2027-05-01"},
        "move.written.1": {"to": next(text)[:100], "roles": next(text)[:1000]},
        "calendar.written": {"events": {next(text): next(text)}},
        "seen.written": {"edition": 1, "weeks": {next(text): next(text)}},
    }


def odd_entries(texts: Sequence[str]) -> dict[str, str]:
    """The same keys with texts that are no entries at all, and keys made of texts."""
    keys = [*entries_of(texts), "units", "fitness", "plates", "set.goblet-squat"]
    found = {key: texts[at % len(texts)] for at, key in enumerate(keys)}
    return found | {f"{kind}.{text}": "{}" for kind in ("log", "plan", "signed") for text in texts[:4]}


def visited(context: BrowserContext, caught: Caught, kept: dict[str, str], addresses: Sequence[str]) -> list[str]:
    """Put this into the storage, open pages, press and print all; return what ran and what could."""
    for address in addresses:
        page = opened(context, caught, BLANK)
        written = {PREFIX + key: value for key, value in kept.items()}
        page.evaluate("(all) => { localStorage.clear(); Object.assign(localStorage, all); }", written)
        page.goto(SITE + address)
        page.wait_for_selector("html.hd-ready", state="attached")
        page.evaluate(_PRESS)
        use_everything(page)
        page.emulate_media(media="print")
        look(page, caught, address)
    return caught.hits


def look(page: Page, caught: Caught, of: str) -> None:
    """Note everything on a page that could run, and close it."""
    for one in page.evaluate(_RUNNING):
        caught.told(f"{of}: {one}")
    page.close()


def as_kept(entries: dict[str, Any]) -> dict[str, str]:
    """Entries as the storage has them."""
    return {key: json.dumps(value) for key, value in entries.items()}


def test_what_is_kept_is_shown_as_text(pages: Pages, chromium: Browser) -> None:
    texts = share(2, 100)
    with trapped(chromium, pages.file) as (context, caught):
        assert visited(context, caught, as_kept(entries_of(texts)), FEW_READERS) == []
        assert visited(context, caught, odd_entries(texts), FEW_READERS[1:]) == []


@pytest.mark.long
@pytest.mark.parametrize("part", range(4))
def test_all_that_is_kept_is_shown_as_text(pages: Pages, chromium: Browser, part: int) -> None:
    """Every text as a note, and every fourth page of all that read the storage."""
    texts = [text for text in hostile()[part::4] if len(text) <= 2000]
    with trapped(chromium, pages.file) as (context, caught):
        for first in range(0, len(texts), 200):
            some, address = texts[first : first + 200], READERS[first // 200 % len(READERS)]
            entries = entries_of(some)
            notes = {f"log.written.{1 + at // 70}.{at % 7}.day": text for at, text in enumerate(some)}
            for at, text in enumerate(notes.values()):
                entries[f"log.written.{1 + at % 3}.{at % 90}.day"] = {"note": text, "at": "2027-05-04"}
            assert visited(context, caught, as_kept(entries), (address, "log/")) == []


def test_what_is_imported_is_shown_as_text(pages: Pages, chromium: Browser) -> None:
    texts = share(3, 100)
    good, odd = entries_of(texts), dict(odd_entries(texts)) | {text: {text: text} for text in texts}
    files = [
        json.dumps({"format": form, "entries": entries})
        for form in ("hardday/log@1", texts[0])
        for entries in (good, odd)
    ]
    files += [*texts[:3], f"date,plan\r\n{texts[4]},{texts[5]}"]
    with trapped(chromium, pages.file) as (context, caught):
        for number, content in enumerate(files):
            page = opened(context, caught, "log/")
            page.wait_for_selector("html.hd-ready", state="attached")
            kind, ending = ("text/csv", "csv") if content.startswith("date,") else ("application/json", "json")
            file = {
                "name": f"{texts[number][:40]}.{ending}",
                "mimeType": kind,
                "buffer": content.encode("utf-8", "replace"),
            }
            page.locator("#hd-import").set_input_files(file)
            page.wait_for_timeout(300)
            look(page, caught, f"import {number}")
        assert caught.hits == []


def test_what_a_link_says_is_shown_as_text(pages: Pages, chromium: Browser) -> None:
    texts = [*share(4, 1000 if EVERYTHING else 4000), "<img src=x onerror=alert(1)>", "javascript:alert(1)"]
    with trapped(chromium, pages.file) as (context, caught):
        for text in texts:
            said = quote(text.encode("utf-8", "replace"))
            for address in (
                f"plans/written/week-01/?embed={said}&h={said}&start={said}#{said}",
                f"log/?q={said}#race={said}",
            ):
                page = opened(context, caught, address)
                page.wait_for_selector("html.hd-ready", state="attached")
                look(page, caught, address)
        assert caught.hits == []


def test_a_dialog_that_makes_elements_of_a_note_is_noticed(pages: Pages, chromium: Browser) -> None:
    """The seeded defect: elements take their texts as HTML."""

    def file(name: str) -> bytes | None:
        content = pages.file(name)
        if content and name.endswith("ui/dom.js"):
            changed = content.replace(_APPENDS, _WRITES, 1)
            assert changed != content
            return changed
        return content

    with trapped(chromium, file) as (context, caught):
        assert visited(context, caught, as_kept(entries_of(share(2, 100))), FEW_READERS[:1])
