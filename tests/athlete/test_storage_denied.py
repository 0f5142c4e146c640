"""Parts of the browser that refuse: the plan stands, the athlete is told, and nothing that failed is called done."""

from __future__ import annotations

import re

import pytest
from athlete_pages import PLAN, TODAY, WEEK, device
from playwright.sync_api import Browser, Route, expect

pytestmark = [pytest.mark.site, pytest.mark.browser]

DENY = "() => { throw new DOMException('denied', 'SecurityError'); }"
_REJECT = "() => Promise.reject(new DOMException('denied', 'SecurityError'))"
_GONE = "Object.defineProperty({where}, '{name}', {{get: {deny}}});"
#: What is refused, and whether the athlete has to be told on a week's page.
REFUSED = {
    "reading": (f"Storage.prototype.getItem = {DENY};", True),
    "listing": (f"Storage.prototype.key = {DENY};", True),
    "the tab's own storage": (_GONE.format(where="window", name="sessionStorage", deny=DENY), False),
    "caches, workers, databases": (
        _GONE.format(where="window", name="caches", deny=DENY)
        + _GONE.format(where="window", name="indexedDB", deny=DENY)
        + _GONE.format(where="navigator", name="serviceWorker", deny=DENY),
        False,
    ),
    "what caches hold": (
        "for (const name of ['keys', 'open', 'delete', 'match', 'has']) "
        f"if (window.caches) CacheStorage.prototype[name] = {_REJECT};"
        f"if (navigator.storage) StorageManager.prototype.persist = {_REJECT};",
        False,
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_the_plan_stands_and_the_athlete_is_told(chromium: Browser, site_address: str, what: str) -> None:
    script, is_told = REFUSED[what]
    with device(chromium, site_address) as one:
        one.set_day(TODAY)
        one.keep({f"log.{PLAN}.12.2.run": {"done": True, "at": TODAY.isoformat()}, "units": {"distance": "km"}})
        one.context.add_init_script(script)
        page = one.open(WEEK)
        expect(page.locator(".hd-day")).to_have_count(7)
        if is_told:
            expect(page.locator(".hd-trouble").first).to_contain_text("turned off")
        else:
            expect(page.locator("#wed").get_by_label("Run done")).to_be_checked()
            page.locator("#wed").get_by_role("button", name="How was it?").click()
            form = one.dialog("How was it?")
            form.get_by_label("Note").fill("kept")
            form.get_by_role("button", name="Save").click()
            expect(form).to_be_hidden()
            assert one.kept(f"log.{PLAN}.12.2.day")
        page = one.open("log/")
        expect(page.locator(".hd-kept")).to_be_visible()
        assert one.problems == []


def test_a_store_that_says_nothing_of_what_is_refused_is_found(chromium: Browser, site_address: str) -> None:
    def spoil(route: Route) -> None:
        text, count = re.subn(r"tell\(text\);\s*return otherwise;", "return otherwise;", route.fetch().text())
        assert count
        route.fulfill(body=text, content_type="text/javascript")

    with device(chromium, site_address) as one:
        one.context.add_init_script(REFUSED["reading"][0])
        one.page.route("**/store*.js", spoil)
        page = one.open(WEEK)
        with pytest.raises(AssertionError):
            expect(page.locator(".hd-trouble").first).to_contain_text("turned off", timeout=4_000)


def test_what_could_not_be_deleted_is_not_called_deleted(chromium: Browser, site_address: str) -> None:
    with device(chromium, site_address) as one:
        one.set_day(TODAY)
        one.keep({"units": {"distance": "km"}})
        one.context.add_init_script(f"Storage.prototype.removeItem = {DENY};")
        page = one.open("log/")
        page.get_by_role("button", name="Delete everything").click()
        one.dialog("Delete?").get_by_role("button", name="Delete", exact=True).click()
        expect(page.get_by_role("status").filter(has_text="Not all of it could be deleted")).to_be_visible()
        expect(page.locator(".hd-trouble")).to_contain_text("could not delete")
        assert one.kept("units")
        assert one.problems == []
