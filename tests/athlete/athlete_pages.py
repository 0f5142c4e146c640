"""An athlete's device: one browser profile with what it keeps, its zone and its clock, and what its pages show."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, ViewportSize

PREFIX = "hardday.1."
#: A week of a dated plan with a hard day, a gated heavy lift, and two clinics' races.
PLAN, WEEK, PLAN_WEEKS, RACE_DAY = "marathon-competitive", "plans/marathon-competitive/week-12/", 20, 139
#: The plan's first day if the race is the clinic's first one, and a hard day of week 12.
START, TODAY = date(2027, 1, 4), date(2027, 3, 24)

SIZES: dict[str, dict[str, Any]] = {
    "phone": {"viewport": ViewportSize(width=390, height=844), "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": ViewportSize(width=1280, height=900)},
}


@dataclass
class Device:
    """A browser profile, one page of it, and the site it visits."""

    context: BrowserContext
    page: Page
    site: str
    zone: str
    problems: list[str]

    def keep(self, entries: Mapping[str, Any]) -> None:
        """Put entries into the browser's storage, by key without the prefix; strings as they are, all else as JSON."""
        if not self.page.url.startswith(self.site):
            self.page.goto(self.site + "sitemap.xml")
        written = {
            PREFIX + key: value if isinstance(value, str) else json.dumps(value) for key, value in entries.items()
        }
        self.page.evaluate(
            "all => Object.entries(all).forEach(([key, text]) => localStorage.setItem(key, text))", written
        )

    def kept(self, beginning: str = "") -> dict[str, Any]:
        """Return what the athlete told the browser, under keys that begin so, without the prefix.

        Which weeks were opened (``seen.``) is noted without being told; it has tests of its own.
        """
        found: dict[str, str] = self.page.evaluate("({...localStorage})")
        ours = {key.removeprefix(PREFIX): json.loads(text) for key, text in found.items() if key.startswith(PREFIX)}
        told = {key: value for key, value in ours.items() if beginning or not key.startswith("seen.")}
        return {key: value for key, value in told.items() if key.startswith(beginning)}

    def clear(self) -> None:
        """Forget all that the browser keeps."""
        self.keep({})
        self.page.evaluate("localStorage.clear()")

    def set_day(self, day: date, time: str = "09:00:00") -> None:
        """Set the device's clock to a local time of a day."""
        moment = datetime.combine(day, clock_time.fromisoformat(time), ZoneInfo(self.zone))
        self.context.clock.set_fixed_time(moment)

    def open(self, address: str) -> Page:
        """Open a page of the site anew and wait until its browser code has run."""
        if self.page.url.partition("#")[0] == self.site + address.partition("#")[0]:
            self.page.goto("about:blank")
        self.page.goto(self.site + address)
        return self.ready()

    def ready(self) -> Page:
        """Wait until the page's browser code has run."""
        self.page.wait_for_selector("html.hd-ready", state="attached")
        return self.page

    def dialog(self, name: str) -> Locator:
        """Return the open dialog of that name, once it is there."""
        found = self.page.get_by_role("dialog", name=name)
        found.wait_for()
        return found

    def tool(self, identity: str, dialog: str) -> Locator:
        """Press a button of the toolbar and return the dialog that it opens."""
        self.page.locator(f"[data-tool={identity}]").click()
        return self.dialog(dialog)

    def reloads(self, press: Locator) -> Page:
        """Press what makes the page load again, and wait until it has."""
        with self.page.expect_navigation():
            press.click()
        return self.ready()


@contextmanager
def device(
    browser: Browser,
    site: str,
    size: str = "phone",
    zone: str = "America/Chicago",
    scheme: Literal["light", "dark"] = "light",
    **options: Any,
) -> Iterator[Device]:
    """A fresh profile of a phone or a desktop computer; its problems hold what its scripts complained of."""
    context = browser.new_context(
        **SIZES[size],
        locale="en-US",
        timezone_id=zone,
        color_scheme=scheme,
        reduced_motion="reduce",
        service_workers="block",
        accept_downloads=True,
        **options,
    )
    context.set_default_timeout(30_000)
    problems: list[str] = []
    page = context.new_page()
    listen(page, site, problems)
    try:
        yield Device(context, page, site, zone, problems)
    finally:
        context.close()


def listen(page: Page, site: str, problems: list[str]) -> None:
    """Note what goes wrong on a page: errors of scripts, what the page's policy refuses, requests to other origins."""

    def console(message: ConsoleMessage) -> None:
        # Files that are no pages, such as the site map, name no icon; browsers then ask for one that isn't there.
        if message.type == "error" and not message.location["url"].endswith("/favicon.ico"):
            problems.append(message.text)

    def request(asked: Request) -> None:
        if not asked.url.startswith((site, "data:", "blob:", "about:")):
            problems.append(asked.url)

    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", console)
    page.on("request", request)


def dates_of(start: date, by: str = "start", **facts: Any) -> dict[str, Any]:
    """Return the entry that keeps an athlete's dates of the usual plan."""
    usual = {"title": "Competitive marathoner", "kind": "dated", "days": 140, "cycle": 7, "weeks": 20, "race": RACE_DAY}
    return {"start": start.isoformat(), "by": by, "first": "monday"} | usual | facts


def said(day: date, weekday: bool = True, year: bool = False) -> str:
    """Return a date as the pages write it: ``Wednesday, March 24, 2027``."""
    text = f"{day:%B} {day.day}"
    return (f"{day:%A}, " if weekday else "") + text + (f", {day.year}" if year else "")


def span_said(first: date, days: int) -> str:
    """Return a week's dates as the pages write them: ``March 22–28``, ``March 29–April 4``."""
    last = first + timedelta(days=days - 1)
    return f"{said(first, weekday=False)}–{last.day if last.month == first.month else said(last, weekday=False)}"


def plan_json(site_folder: Path, plan: str) -> Any:
    """Return a plan as it is published for programs."""
    return json.loads((site_folder / "plans" / plan / "plan.json").read_text(encoding="utf-8"))


def focus_of(page: Page) -> str:
    """Return what has the focus, as a person would name it: its label or its text."""
    return str(
        page.evaluate(
            """() => {
              const one = document.activeElement;
              const name = one.getAttribute('aria-label') || one.labels?.[0]?.innerText;
              return (name || one.textContent || one.tagName).trim();
            }"""
        )
    )


def focus_is_visible(page: Page) -> bool:
    """Return whether what has the focus is marked as such and lies in sight."""
    return bool(
        page.evaluate(
            """() => {
              const one = document.activeElement;
              const marked = one.matches(':focus-visible');
              const ring = [one, one.nextElementSibling].some((e) => e && getComputedStyle(e).outlineStyle !== 'none');
              const {x, y, width, height} = one.getBoundingClientRect();
              const top = document.elementFromPoint(x + width / 2, y + height / 2);
              return marked && ring && (one === top || one.contains(top) || one.parentElement.contains(top));
            }"""
        )
    )


def tab_to(page: Page, name: str, most: int = 120) -> None:
    """Press Tab until what has that name has the focus; on the way the focus is always in sight."""
    for _ in range(most):
        page.keyboard.press("Tab")
        assert focus_is_visible(page), f"the focus on {focus_of(page)!r} can't be seen"
        if focus_of(page).startswith(name):
            return
    raise AssertionError(f"{name!r} had no focus after {most} tab stops")
