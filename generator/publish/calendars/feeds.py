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
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial

from generator.frozen import frozen
from generator.language import N_, _
from generator.model.plan import Plan, Week
from generator.publish.addresses import plan_address, week_address
from generator.publish.calendars.description import description
from generator.publish.calendars.ledger import Ledger, Revision, gone, revised, stamp_of
from generator.publish.calendars.writing import calendar_file, event_lines, one_line, said_lines
from generator.publish.naming import day_anchor
from generator.publish.parts import Make, anew
from generator.publish.texts import LibraryTexts, PlanPage
from generator.publish.views.amounts import day_length
from generator.publish.views.day import day_facts

PRODID = "-//hardday//calendar 1//EN"
BUSY = N_("Training")
#: How long a plan that begins again fills calendars: what has no end can't be written out.
ROLLING_DAYS = 364


@frozen
class Feeds:
    """Calendar files by their path in the pages, and the ledger as it is with them."""

    files: dict[str, bytes]
    ledger: Ledger


@frozen
class Told:
    """What calendars tell of a training day, whenever it is."""

    summary: str
    description: str
    url: str


@frozen
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
            partial(plan_feeds, page, library, site_url, ledger, epoch),
        )
        files |= of_plan.files
        after |= of_plan.ledger
    return Feeds(files, {uid: gone(known) for uid, known in ledger.items()} | after)


def plan_feeds(page: PlanPage, library: LibraryTexts, site_url: str, ledger: Ledger, epoch: int) -> Feeds:
    """Return a plan's files, with the events that are in them."""
    stamp = stamp_of(epoch)
    files: dict[str, bytes] = {}
    after: dict[str, Revision] = {}
    feeds = dated(page.plan)
    told = told_days(page, library, site_url) if feeds else {}
    for slug, start in feeds:
        for busy in (False, True):
            found = tuple(_happenings(page.plan, None if busy else told, slug, start))
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
    return _happenings(page.plan, None if busy else told_days(page, library, site_url), slug, start)


def _happenings(plan: Plan, told: Mapping[int, Told] | None, slug: str, start: date) -> Iterator[Happening]:
    """Yield them with what is told of each day, by its number in the plan; None: nothing but that there is one."""
    private = Told(_(BUSY), "", "")
    for number in rounds(plan):
        first = start + (number - 1) * timedelta(days=_days(plan))
        for week in plan.weeks:
            for place, day in enumerate(week.days):
                if not day.sessions:
                    continue
                uid, when = event_uid(plan, slug, number, week, place), first + timedelta(days=day.day)
                uid, said = (private_uid(uid), private) if told is None else (uid, told[day.day])
                yield Happening(uid, when, said.summary, said.description, said.url)


def told_days(page: PlanPage, library: LibraryTexts, site_url: str) -> dict[int, Told]:
    """Return what is told of each training day, by its number in the plan: the same for each race and each round."""
    plan, found = page.plan, {}
    for week in plan.weeks:
        address = f"{site_url}{week_address(plan, week)}" if site_url else ""
        for day in week.days:
            if day.sessions:
                facts = day_facts(plan, week, day, library)
                url = f"{address}#{day_anchor(week, day)}" if address else ""
                summary = " · ".join(part for part in (facts.heading, day_length(day, plan.units)) if part)
                said = "\n\n".join(part for part in (description(facts), url) if part)
                found[day.day] = Told(summary, said, url)
    return found


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


def feed(name: str, found: tuple[Happening, ...], revisions: dict[str, Revision], busy: bool) -> bytes:
    """Return a calendar file: UTF-8, lines of at most 75 octets ended by CRLF."""
    events = (_event(one, revisions[one.uid], busy) for one in found)
    return calendar_file(PRODID, one_line(name), b"".join(events))


def _event(one: Happening, revision: Revision, busy: bool) -> bytes:
    said = said_lines(one.summary, one.description, one.url, busy)
    return event_lines(one.uid, revision.stamp, revision.sequence, one.day, said)
