"""Chromium, Firefox and WebKitGTK agree with Python on every date of twelve years, in eight time zones, and show it.

No clock is set: the tests ask each engine which day it has and choose a plan's first day by that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from engine_drivers import ENGINES, Engine, ready, start, wait_for
from engine_site import ONE_DAY, PLANS, forget, keep, last_weekday, named, on_one_day, week_page
from playwright.sync_api import Browser

from tests.browser.date_sums import ZONES, range_text, sums

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.long]

DIGEST = Path(__file__).resolve().parents[1] / "browser" / "dates_digest.js"
#: Egypt has summer time again since 2023. WebKitGTK takes time zones from the system's ICU, whose data may be older (72
#: has no summer time there); its clock is then wrong for an hour a day, and the site's dates are right by that clock.
WITHOUT_NEWER_RULES = {"Africa/Cairo": "Etc/GMT-2"}
#: Where browser code stands is told by the page alone: its folder has a new name with each version.
SCRIPTS = "document.querySelector('script[type=module][src$=\"/main.js\"]').src"


@pytest.fixture(scope="module", params=[(name, zone) for zone in ZONES for name in ENGINES], ids="-".join)
def place(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[tuple[Engine, str]]:
    """An engine, and the time zone in which it runs."""
    name, zone = request.param
    with start(name, zone, chromium) as engine:
        yield engine, zone


def test_every_date_is_pythons(place: tuple[Engine, str], engine_address: str):
    engine, zone = place
    ready(engine, engine_address)
    code = re.sub(r"^export ", "", DIGEST.read_text(encoding="utf-8"), flags=re.M)
    found = engine.run(f"{code}\nreturn digests(await import(new URL('lib/dates.js', {SCRIPTS}).href));")
    assert found == sums(as_known(engine, zone))


@pytest.mark.parametrize("first", PLANS)
def test_a_week_of_own_dates(place: tuple[Engine, str], engine_address: str, first: str):
    """The second week of a plan that began on its own first weekday, looked at today."""
    engine, zone = place
    plan = PLANS[first]
    ready(engine, engine_address)
    clock = ZoneInfo(as_known(engine, zone))

    def look(today: date):
        begin(engine, plan, last_weekday(today, first) - 7 * ONE_DAY)
        ready(engine, f"{engine_address}plans/{plan}/week-02/")
        page = week_page(engine)
        engine.open(f"{engine_address}plans/{plan}/this-week/")
        there = wait_for(
            engine, "return location.pathname.includes('/week-') && location.href", what="the week of today"
        )
        return page, there, datetime.now(clock).date()

    today, (page, there, python_today) = on_one_day(engine, look)
    assert today == python_today
    days = [last_weekday(today, first) + n * ONE_DAY for n in range(7)]
    at = days.index(today)
    assert page.dates == [("Today · " if day == today else "") + named(day) for day in days]
    assert (page.today, page.strip, page.first) == (at, at, True)
    assert range_text(days[0], days[-1]) in page.pills
    assert there == f"{engine_address}plans/{plan}/week-02/#{f'{today:%a}'.lower()}"


def test_a_week_of_dates_that_begin_on_another_weekday(place: tuple[Engine, str], engine_address: str):
    """Every day of the plan stands where the athlete's own first day puts it, and the page says so."""
    engine, _ = place
    plan = PLANS["monday"]
    ready(engine, engine_address)

    def first_day(today: date) -> date:
        return next(day for day in (today - n * ONE_DAY for n in (3, 4)) if day.weekday() != 0)

    def look(today: date):
        begin(engine, plan, first_day(today))
        ready(engine, f"{engine_address}plans/{plan}/week-01/")
        return week_page(engine)

    today, page = on_one_day(engine, look)
    begun = first_day(today)
    days = [begun + n * ONE_DAY for n in range(7)]
    assert page.dates == [("Today · " if day == today else "") + named(day) for day in days]
    assert page.today == page.strip == days.index(today)
    later = (begun.weekday() + 3) % 7 - 3
    move = f"{'one day' if abs(later) == 1 else f'{abs(later)} days'} {'later' if later > 0 else 'earlier'}"
    text = f"You start on a {begun:%A}; the plan is written for a Monday, so every day stands {move}."
    assert engine.run(f"return document.body.textContent.includes({text!r})"), text


@pytest.mark.parametrize(
    ("away", "expected"),
    [(1, "begins tomorrow, on"), (10, "begins in 10 days, on"), (-12 * 7, "You finished this plan on")],
)
def test_before_and_after_a_plan(place: tuple[Engine, str], engine_address: str, away: int, expected: str):
    engine, _ = place
    plan = PLANS["sunday"]
    ready(engine, engine_address)

    def look(today: date):
        begin(engine, plan, today + away * ONE_DAY)
        ready(engine, f"{engine_address}plans/{plan}/")
        return engine.run("return document.querySelector('.hd-todaycard').textContent")

    today, card = on_one_day(engine, look)
    assert expected in card
    assert named(today + away * ONE_DAY if away > 0 else today - ONE_DAY) in card


def as_known(engine: Engine, zone: str) -> str:
    """The zone whose clock the engine shows for a zone: it may never have heard of a newer rule."""
    known = engine.run("return new Date(2027, 0, 1).getTimezoneOffset() !== new Date(2027, 6, 1).getTimezoneOffset()")
    return zone if known else WITHOUT_NEWER_RULES.get(zone, zone)


def begin(engine: Engine, plan: str, day: date) -> None:
    """Give a plan dates as if they had been chosen on an earlier visit, and nothing else."""
    forget(engine)
    keep(engine, f"plan.{plan}", {"start": day.isoformat(), "by": "start"})
