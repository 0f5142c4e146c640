"""A plan's calendar has each training day on its date: whatever its weeks start on, wherever in it the race stands."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from ics_making import athlete_of, file_job, in_node
from ics_readers import READERS, events_in, values
from playwright.sync_api import Browser
from site_project import served

SITE = "https://training.example.org/"
FEEDS = {
    ("mondays", "city-run"): "2027-03-15",
    ("mondays", "fjord-run"): "2027-07-04",
    ("sundays", "calendar"): "2027-01-03",
    ("saturdays", "calendar"): "2027-01-02",
    ("nine-days", "calendar"): "2027-01-04",
    ("again", "calendar"): "2027-01-04",
}


def plan_days(site: Path, plan: str, start: date) -> dict[date, dict[str, Any]]:
    """Days with sessions by date, counted from the plan's first day: read from plan.json alone."""
    data = json.loads((site / "plans" / plan / "plan.json").read_text(encoding="utf-8"))
    days = [day for week in data["weeks"] for day in week["days"]]
    rounds = 364 // len(days) if data.get("rolling") else 1
    return {
        start + timedelta(days=turn * len(days) + at): day
        for turn in range(rounds)
        for at, day in enumerate(days)
        if day["sessions"]
    }


def event_days(data: bytes) -> list[date]:
    return [date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}") for day in values(data, "DTSTART")]


def test_every_dated_plan_has_its_calendars(small_site: Path) -> None:
    found = {(path.parent.name, path.stem) for path in small_site.rglob("*.ics")}
    assert found == {*FEEDS, *((plan, f"{slug}-busy") for plan, slug in FEEDS)}


@pytest.mark.parametrize(("plan", "slug"), FEEDS)
def test_events_stand_on_the_dates_of_the_json(plan: str, slug: str, small_site: Path) -> None:
    data = (small_site / "plans" / plan / f"{slug}.ics").read_bytes()
    expected = plan_days(small_site, plan, date.fromisoformat(FEEDS[plan, slug]))
    assert event_days(data) == list(expected)
    if slug != "fjord-run" and plan != "nine-days":
        assert [day["weekday"] for day in expected.values()] == [f"{day:%A}".lower() for day in expected]
    private = (small_site / "plans" / plan / f"{slug}-busy.ics").read_bytes()
    assert event_days(private) == list(expected)


def test_the_race_is_on_its_day_though_weeks_follow_it(small_site: Path) -> None:
    for slug, day in (("city-run", date(2027, 5, 23)), ("fjord-run", date(2027, 9, 11))):
        data = (small_site / "plans" / "mondays" / f"{slug}.ics").read_bytes()
        said = dict(zip(event_days(data), values(data, "SUMMARY"), strict=True))
        assert said[day].startswith("Race")
        assert max(said) > day + timedelta(days=14)


def test_a_plan_that_begins_again_fills_a_year(small_site: Path) -> None:
    data = (small_site / "plans" / "again" / "calendar.ics").read_bytes()
    days, uids = event_days(data), values(data, "UID")
    assert 364 - 7 < (days[-1] - days[0]).days < 364
    assert {"again.calendar.round-01.week-01.day-1@hardday", "again.calendar.round-13.week-04.day-5@hardday"} <= set(
        uids
    )


@pytest.mark.parametrize("name", READERS)
def test_readers_understand_every_kind_of_week(name: str, small_site: Path, tmp_path: Path) -> None:
    for plan, slug in (("mondays", "city-run"), ("sundays", "calendar"), ("nine-days", "calendar")):
        folder = tmp_path / f"{plan}-{slug}"
        folder.mkdir()
        assert READERS[name]((small_site / "plans" / plan / f"{slug}.ics").read_bytes(), folder) == []


def test_pages_show_the_dates_of_the_calendar(small_site: Path, chromium: Browser) -> None:
    """Page, JSON and calendar agree, also where the device's day is another than the site's."""
    with served(small_site) as address, chromium.new_context(timezone_id="Pacific/Pago_Pago") as context:
        page = context.new_page()
        for plan, slug in (
            ("sundays", "calendar"),
            ("saturdays", "calendar"),
            ("nine-days", "calendar"),
            ("mondays", "city-run"),
        ):
            if plan == "mondays":
                entry = json.dumps({"start": FEEDS[plan, slug], "by": f"clinic:{slug}"})
                page.evaluate("([key, value]) => localStorage.setItem(key, value)", ["hardday.1.plan.mondays", entry])
            page.goto(f"{address}plans/{plan}/week-07/")
            page.wait_for_selector("html.hd-ready")
            cards = page.locator(".hd-day").evaluate_all(
                "cards => cards.map(card => [card.id, card.querySelector('.hd-when').firstChild.data])"
            )
            shown = {anchor: text.strip() for anchor, text in cards}
            data = (small_site / "plans" / plan / f"{slug}.ics").read_bytes()
            events = [
                (url.split("#")[1], f"{day:%A, %B} {day.day}")
                for url, day in zip(values(data, "URL"), event_days(data), strict=True)
                if "/week-07/" in url
            ]
            assert len(events) >= 4
            assert [(anchor, shown[anchor]) for anchor, _ in events] == events


def test_the_browser_makes_what_the_build_makes(built_site: Path, small_site: Path) -> None:
    """For the dates of each calendar of a build, the file made from athlete.json differs in the UIDs alone."""
    built = {path: site for site in (built_site, small_site) for path in sorted(site.rglob("*.ics"))}
    assert len(built) == 6 + 2 * len(FEEDS)
    events = in_node([_own_job(site, path) for path, site in built.items()])
    jobs = [_named(site, path, own) for (path, site), own in zip(built.items(), events, strict=True)]
    for path, by_browser in zip(built, in_node(jobs), strict=True):
        assert by_browser.encode() == path.read_bytes(), path


def _own_job(site: Path, path: Path) -> dict[str, Any]:
    """The job that finds the events of a built calendar's dates."""
    plan = path.parent.name
    athlete = athlete_of(site, plan)
    races = {race["id"]: race["start"] for race in athlete["races"]}
    start = races.get(path.stem.removesuffix("-busy"), athlete["start"])
    rounds = list(range(1, 14)) if plan == "again" else None
    busy = path.stem.endswith("-busy")
    return {"job": "own", "plan": athlete, "start": start, "site": SITE, "busy": busy, "rounds": rounds}


def _named(site: Path, path: Path, events: list[dict[str, Any]]) -> dict[str, Any]:
    """The job that makes a file of them with the UIDs and revisions of the built one."""
    data, busy = path.read_bytes(), path.stem.endswith("-busy")
    assert len(events) == events_in(data)
    assert not set(values(data, "UID")) & {event["uid"] for event in events}
    kept = zip(values(data, "UID"), values(data, "DTSTAMP"), values(data, "SEQUENCE"), strict=True)
    named = [
        {**event, "uid": uid, "stamp": stamp, "sequence": int(sequence)}
        for event, (uid, stamp, sequence) in zip(events, kept, strict=True)
    ]
    return file_job("Training" if busy else athlete_of(site, path.parent.name)["title"], named, busy)


def test_uids_of_ones_own_are_the_printed_days(built_site: Path) -> None:
    """The same days have the same UIDs on other dates and in other units: an import updates them."""
    athlete = athlete_of(built_site, "marathon-competitive")
    job = {"job": "own", "plan": athlete, "site": SITE, "start": "2027-01-04"}
    first, later, metric = in_node([job, {**job, "start": "2028-02-28"}, {**job, "units": {"distance": "km"}}])
    assert [one["uid"] for one in first] == [one["uid"] for one in later] == [one["uid"] for one in metric]
    assert all(re.fullmatch(r"marathon-competitive\.week-\d\d\.day-[0-6]\.own@hardday", one["uid"]) for one in first)
    assert "\N{NO-BREAK SPACE}mi" in first[0]["description"] + first[1]["description"]
    assert not [
        one for one in metric if re.search("\\d\N{NO-BREAK SPACE}mi(?![\\w/])", one["summary"] + one["description"])
    ]
