"""What an athlete enters on a page stays in Chromium, Firefox and WebKitGTK; a browser that keeps nothing says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import pytest
from engine_drivers import ENGINES, Chromium, Engine, firefox, ready, start, wait_for
from engine_site import ONE_DAY, named, today_of, week_page
from playwright.sync_api import Browser

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.long]

ZONE = "America/Los_Angeles"
PLAN = "first-half"
FIND = """
const button = (text, root = document) => {
  const buttons = [...root.querySelectorAll("button")];
  return buttons.find((one) => one.textContent.startsWith(text));
};
const choice = (text) => [...document.querySelectorAll("dialog label")].find((one) => one.textContent.startsWith(text));
const enter = (control, value) => {
  control.value = value;
  for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
};
"""


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Engine]:
    with start(request.param, ZONE, chromium) as started:
        yield started


def act(engine: Engine, script: str):
    """Run a script that presses and fills in what is on the page."""
    return engine.run(FIND + script)


def kept(engine: Engine) -> dict[str, object]:
    """Everything that the site keeps in this browser, but for the weeks that were opened."""
    found = engine.run("return Object.entries(localStorage).filter(([key]) => key.startsWith('hardday.1.'))")
    every = {key.removeprefix("hardday.1."): json.loads(text) for key, text in found}
    return {key: value for key, value in every.items() if not key.startswith("seen.")}


def set_race(engine: Engine, race: date) -> None:
    """Choose a race of one's own in the dialog, and wait for the page that comes with it."""
    act(engine, "document.querySelector('[data-tool=dates]').click();")
    wait_for(engine, "return document.querySelector('dialog[open]') !== null", what="the dialog")
    act(engine, "choice('Another race').querySelector('input').click();")
    act(engine, f"enter(document.querySelector('dialog input[type=date]'), '{race}');")
    act(engine, "window.before = true; button('Save dates', document.querySelector('dialog')).click();")
    page_is_new = "return !window.before && document.documentElement.classList.contains('hd-ready')"
    wait_for(engine, page_is_new, what="the page with its dates")


def test_what_is_entered_stays(engine: Engine, engine_address: str):
    week = f"{engine_address}plans/{PLAN}/week-14/"
    ready(engine, week)
    race = today_of(engine) + 3 * ONE_DAY
    set_race(engine, race)
    assert kept(engine)[f"plan.{PLAN}"]["by"] == "race"
    act(engine, "document.querySelector('.hd-tick input').click();")
    ticked = "return [...document.querySelectorAll('.hd-tick input')].filter((box) => box.checked).length"
    assert engine.run(ticked) == 1
    before = kept(engine)
    assert [value.get("done") for key, value in before.items() if key.startswith("log.")] == [True]

    ready(engine, engine_address)
    assert PLAN in engine.run("return document.querySelector('.hd-continue a').href")
    ready(engine, week)
    assert kept(engine) == before
    assert engine.run(ticked) == 1
    # The plan's last day is its race, whichever weekday that is.
    assert week_page(engine).dates[-1] == named(race)


def test_two_tabs_see_what_the_other_wrote(engine: Engine, engine_address: str):
    """A frame of the same site stands for the other tab: it is a page of its own, on the same storage."""
    ready(engine, f"{engine_address}plans/{PLAN}/week-02/")
    engine.run(
        """
        const frame = document.createElement("iframe");
        frame.src = location.href;
        document.body.append(frame);
        await new Promise((resolve) => frame.addEventListener("load", resolve));
        """
    )
    inside = "document.querySelector('iframe').contentDocument"
    wait_for(engine, f"return {inside}.documentElement.classList.contains('hd-ready')", what="the other page")
    act(engine, f"{inside}.querySelectorAll('.hd-tick input')[0].click();")
    act(engine, "document.querySelectorAll('.hd-tick input')[1].click();")
    for page in ("document", inside):
        both = f"return [0, 1].every((at) => {page}.querySelectorAll('.hd-tick input')[at].checked)"
        wait_for(engine, both, what="both ticks on both pages")
    assert sum(key.startswith("log.") for key in kept(engine)) == 2


def keeps_nothing(engine: Engine, address: str) -> None:
    """A page works as far as it can without storage, and says that nothing is kept."""
    ready(engine, f"{address}plans/{PLAN}/week-02/")
    assert "keeps nothing" in engine.run("return document.querySelector('.hd-trouble').textContent")
    assert engine.run("return document.querySelectorAll('.hd-day').length") == 7
    assert act(engine, "const box = document.querySelector('.hd-tick input'); box.click(); return box.checked")
    act(engine, "button('How was it?').click();")
    wait_for(engine, "return document.querySelector('dialog[open]') !== null", what="the dialog")
    ready(engine, f"{address}log/")
    assert "Nothing is kept" in engine.run("return document.querySelector('.hd-log-page').textContent")
    ready(engine, address)


def test_firefox_that_refuses_storage(engine_address: str):
    """With cookies turned off, Firefox throws at whoever so much as asks for its storage."""
    with firefox(ZONE, {"network.cookie.cookieBehavior": 2}) as engine:
        engine.open(engine_address)
        probe = "try { localStorage; return ''; } catch (problem) { return problem.name; }"
        assert engine.run(probe) == "SecurityError"
        keeps_nothing(engine, engine_address)


def test_chromium_that_refuses_storage(chromium: Browser, engine_address: str):
    """Chromium has no such setting for its drivers: there the two storages are replaced before the page begins."""
    refuse = "const refuse = { get() { throw new DOMException('refused', 'SecurityError'); } };"
    context = chromium.new_context(timezone_id=ZONE)
    context.add_init_script(
        f"{refuse} for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, refuse);"
    )
    try:
        keeps_nothing(Chromium(context.new_page()), engine_address)
    finally:
        context.close()
