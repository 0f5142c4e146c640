"""The calendar files of a plan. ``templates/assets/js/lib/ics.js`` writes the same bytes in the browser.

A calendar: VERSION, PRODID, CALSCALE, NAME, X-WR-CALNAME, REFRESH-INTERVAL, X-PUBLISHED-TTL; an event: UID, DTSTAMP,
SEQUENCE, DTSTART, DTEND, SUMMARY, DESCRIPTION, URL, CATEGORIES, TRANSP. The private variant has no DESCRIPTION, URL
and CATEGORIES but CLASS, and says ``Training`` and nothing else: even its UIDs don't name the plan. No METHOD: some
readers then ask for an organizer. Days have no time and so no time zone: every event lasts one whole day, wherever it
is read. A plan that begins again and again fills a year from its first day.

A UID names the plan's file, the race, the week and the day's place in it, so titles may change and a plan may grow.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial

from icalendar import Calendar, Event, vText

from generator.language import N_, _
from generator.model.plan import Plan, Week
from generator.publish.addresses import plan_address, week_address
from generator.publish.calendars.description import description
from generator.publish.calendars.ledger import Ledger, Revision, gone, revised
from generator.publish.naming import day_anchor
from generator.publish.parts import Make, anew
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.amounts import day_length
from generator.publish.views.day import day_facts

PRODID = "-//hardday//calendar 1//EN"
BUSY = N_("Training")
#: How long a plan that begins again fills calendars: what has no end can't be written out.
ROLLING_DAYS = 364
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
    pages: tuple[PlanPage, ...],
    library: LibraryTexts,
    site_url: str,
    ledger: Ledger,
    epoch: int,
    made: Make = anew,
) -> Feeds:
    """Return the files of all dated plans. ``site_url`` is where the site is served, with a closing slash."""
    files: dict[str, bytes] = {}
    after: dict[str, Revision] = {}
    for page in pages:
        of_plan = made(
            ("feeds", page.plan.id),
            (page, library, site_url, ledger, epoch),
            partial(_plan_feeds, page, library, site_url, ledger, epoch),
        )
        files |= of_plan.files
        after |= of_plan.ledger
    return Feeds(files, {uid: gone(known) for uid, known in ledger.items()} | after)


def _plan_feeds(page: PlanPage, library: LibraryTexts, site_url: str, ledger: Ledger, epoch: int) -> Feeds:
    """Return a plan's files, with the events that are in them."""
    stamp = datetime.fromtimestamp(epoch, UTC).strftime(_STAMP)
    files: dict[str, bytes] = {}
    after: dict[str, Revision] = {}
    for slug, start in dated(page.plan):
        for busy in (False, True):
            found = tuple(happenings(page, library, site_url, slug, start, busy))
            now = {one.uid: revised(ledger, one.uid, one.content, stamp) for one in found}
            after |= now
            name = _(BUSY) if busy else page.texts.title
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
    for number in rounds(plan):
        first = start + (number - 1) * timedelta(days=_days(plan))
        for week in plan.weeks:
            for place, day in enumerate(week.days):
                if not day.sessions:
                    continue
                uid, when = event_uid(plan, slug, number, week, place), first + timedelta(days=day.day)
                if busy:
                    yield Happening(private_uid(uid), when, _(BUSY), "", "")
                    continue
                facts = day_facts(plan, week, day, library)
                url = f"{site_url}{week_address(plan, week)}#{day_anchor(week, day)}" if site_url else ""
                summary = " · ".join(part for part in (facts.heading, day_length(day, plan.units)) if part)
                said = "\n\n".join(part for part in (description(facts), url) if part)
                yield Happening(uid, when, summary, said, url)


def rounds(plan: Plan) -> range:
    """Return how often a calendar goes through the plan, counted from 1: once, or as often as fits into a year."""
    return range(1, max(1, ROLLING_DAYS // _days(plan)) + 1) if plan.rolling else range(1, 2)


def _days(plan: Plan) -> int:
    return sum(len(week.days) for week in plan.weeks)


def event_uid(plan: Plan, slug: str, number: int, week: Week, place: int) -> str:
    """Return a day's UID, which no other day of any feed has and which never depends on how long the plan is."""
    again = f"round-{number:02d}." if plan.rolling else ""
    return f"{plan.id}.{slug}.{again}week-{week.number:02d}.day-{place}@hardday"


def private_uid(uid: str) -> str:
    """Return the UID of the same day where nobody shall read what plan it belongs to."""
    return f"{hashlib.sha256(uid.encode('utf-8')).hexdigest()[:24]}@hardday"


_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """Return a text with one kind of line break and no other control characters, at which some readers end a line."""
    return _CONTROL.sub("", _BREAK.sub("\n", text))


def one_line(text: str) -> str:
    """Return a text in one line: some readers refuse a summary of two. ``\\N`` is a line break in iCalendar."""
    return plain(text).replace("\\N", "\n").replace("\n", " ")


def feed(name: str, found: tuple[Happening, ...], revisions: dict[str, Revision], busy: bool) -> bytes:
    """Return a calendar file: UTF-8, lines of at most 75 octets ended by CRLF."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(one_line(name)))
    calendar.add("x-wr-calname", vText(one_line(name)))
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
    event.add("summary", one_line(one.summary))
    if busy:
        event.add("class", "PRIVATE")
    else:
        if said := plain(one.description):
            event.add("description", said)
        if one.url:
            event.add("url", one.url)
        event.add("categories", ["TRAINING"])
    event.add("transp", "OPAQUE" if busy else "TRANSPARENT")
    return event
