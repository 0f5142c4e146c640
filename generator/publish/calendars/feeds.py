"""The calendar files of a plan. ``templates/assets/js/lib/ics.js`` writes the same bytes in the browser.

A calendar: VERSION, PRODID, CALSCALE, NAME, X-WR-CALNAME, REFRESH-INTERVAL, X-PUBLISHED-TTL; an event: UID, DTSTAMP,
SEQUENCE, DTSTART, DTEND, SUMMARY, DESCRIPTION, URL, CATEGORIES, TRANSP. The private variant has no DESCRIPTION, URL
and CATEGORIES but CLASS, and says ``Training`` and nothing else. No METHOD: some readers then ask for an organizer.
Days have no time and so no time zone: every event lasts one whole day, wherever it is read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from generator.model.plan import Plan
from generator.publish.addresses import plan_address, week_address
from generator.publish.calendars.description import description
from generator.publish.calendars.ledger import Ledger, Revision, revised
from generator.publish.naming import day_anchor
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.amounts import day_length
from generator.publish.views.day import day_facts

PRODID = "-//hardday//calendar 1//EN"
BUSY = "Training"
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Feeds:
    """Calendar files by their path in the pages, and the ledger as it is with them."""

    files: dict[str, bytes]
    ledger: Ledger


@dataclass(frozen=True, slots=True)
class Happening:
    """A training day on its date, as calendars tell it."""

    uid: str
    day: date
    summary: str
    description: str
    url: str

    @property
    def content(self) -> str:
        """A hash of all that a reader sees: a change of it is a new revision."""
        said = "\0".join((self.day.isoformat(), self.summary, self.description, self.url))
        return hashlib.sha256(said.encode("utf-8")).hexdigest()[:16]


def calendar_feeds(
    pages: tuple[PlanPage, ...], library: LibraryTexts, site_url: str, ledger: Ledger, epoch: int
) -> Feeds:
    """Return the files of all dated plans. ``site_url`` is where the site is served, with a closing slash."""
    stamp = datetime.fromtimestamp(epoch, UTC).strftime(_STAMP)
    files: dict[str, bytes] = {}
    after = dict(ledger)
    for page in pages:
        for slug, start in dated(page.plan):
            for busy in (False, True):
                found = tuple(happenings(page, library, site_url, slug, start, busy))
                now = {one.uid: revised(ledger, one.uid, one.content, stamp) for one in found}
                after |= now
                name = BUSY if busy else page.texts.title
                path = f"{plan_address(page.plan)}{slug}{'-busy' if busy else ''}.ics"
                files[path] = feed(name, found, now, busy)
    return Feeds(files, after)


def dated(plan: Plan) -> tuple[tuple[str, date], ...]:
    """Return a plan's calendars: the file's name without ending, and the date of the plan's first day."""
    races = tuple((race.id, date.fromisoformat(race.start)) for race in plan.races)
    return (("calendar", date.fromisoformat(plan.start)), *races) if plan.start else races


def happenings(
    page: PlanPage, library: LibraryTexts, site_url: str, slug: str, start: date, busy: bool
) -> Iterator[Happening]:
    """Yield the plan's training days in order; rest days have no event."""
    plan = page.plan
    width = 3 if len(plan.weeks) >= 100 else 2
    for week in plan.weeks:
        for place, day in enumerate(week.days):
            if not day.sessions:
                continue
            uid = f"{plan.id}.{slug}.week-{week.number:0{width}d}.day-{place}{'.busy' if busy else ''}@hardday"
            when = start + timedelta(days=day.day)
            if busy:
                yield Happening(uid, when, BUSY, "", "")
                continue
            facts = day_facts(plan, week, day, library)
            url = f"{site_url}{week_address(plan, week)}#{day_anchor(week, day)}"
            summary = " · ".join(part for part in (facts.heading, day_length(day, plan.units)) if part)
            yield Happening(uid, when, summary, f"{description(facts)}\n\n{url}", url)


def feed(name: str, found: tuple[Happening, ...], revisions: dict[str, Revision], busy: bool) -> bytes:
    """Return a calendar file: UTF-8, lines of at most 75 octets ended by CRLF."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name))
    calendar.add("x-wr-calname", vText(name))
    calendar.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    for one in found:
        calendar.add_component(_event(one, revisions[one.uid], busy))
    return bytes(calendar.to_ical(sorted=False))


def _event(one: Happening, revision: Revision, busy: bool) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", datetime.strptime(revision.stamp, _STAMP).replace(tzinfo=UTC))
    event.add("sequence", revision.sequence)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", one.summary)
    if busy:
        event.add("class", "PRIVATE")
    else:
        event.add("description", one.description)
        event.add("url", one.url)
        event.add("categories", ["TRAINING"])
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    return event
