"""Addresses and calendar events that a plan's change touches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.bookmarks import expected, read_history, settled, written
from generator.diff.difference import AddressChange, FeedChange
from generator.diff.edition import Edition, Opened
from generator.language import speaking
from generator.model.finding import Refused
from generator.model.plan import Plan
from generator.publish.addresses import (
    booklet_address,
    calendar_address,
    feed_addresses,
    phase_address,
    plan_address,
    this_week_address,
    week_address,
)
from generator.publish.calendars.feeds import dated, happenings
from generator.publish.texts import PlanPage, PlanTexts
from generator.settings import site_language

#: Where addresses lead that are gone; None where nothing was ever published, so that nobody has bookmarked them.
Leads = Mapping[str, str] | None


def addresses_of(plan: Plan) -> tuple[str, ...]:
    """Return the addresses of a plan's pages and calendars, in the order in which one meets them."""
    return (
        plan_address(plan),
        *(phase_address(plan, phase) for phase in plan.phases),
        *(week_address(plan, week) for week in plan.weeks),
        *(this_week_address(plan), calendar_address(plan), booklet_address(plan), f"{plan_address(plan)}plan.json"),
        *feed_addresses(plan),
    )


def address_changes(old: Collection[str], new: Collection[str], leads: Leads) -> Iterator[AddressChange]:
    """Yield what goes, then what comes, each in its own order."""
    before, after = set(old), set(new)
    for address in (address for address in old if address not in after):
        to = (leads or {}).get(address, "")
        yield AddressChange(address, "redirected" if to else "gone", to)
    for address in (address for address in new if address not in before):
        yield AddressChange(address, "new")


def leads_of(edition: Edition, opened: Mapping[str, Opened]) -> Leads:
    """Return where addresses of the plans that were opened lead once they are gone, as the new side's records say.

    None where it has none: then no address was ever published.
    """
    plans = [written(one.authored, one.plan) for one in opened.values() if one.authored and one.plan]
    unread = [name for name in edition.files if name not in {one.plan.id for one in plans}]
    project = edition.project
    if project is None or edition.side.file is not None:
        return None
    try:
        history = read_history(edition.side.root, plans, unread)
    except Refused:
        return None
    if not history.ledger.known:
        return None
    there = expected(history, list(project.library.exercises), unread)
    return settled(history, there).leads


def feed_changes(old: tuple[Edition, Plan] | None, new: tuple[Edition, Plan] | None) -> Iterator[FeedChange]:
    """Yield each calendar of a plan whose events come, go or change."""
    site = next((edition.site_url for edition, _ in filter(None, (new, old)) if edition.site_url), "")
    before, after = (_events(*side, site) if side else {} for side in (old, new))
    for feed in [*before, *(feed for feed in after if feed not in before)]:
        was, now = before.get(feed, {}), after.get(feed, {})
        changed = sum(was[uid] != now[uid] for uid in was if uid in now)
        found = FeedChange(feed, len(now.keys() - was.keys()), len(was.keys() - now.keys()), changed)
        if found.come or found.gone or found.changed:
            yield found


def _events(edition: Edition, plan: Plan, site: str) -> dict[str, dict[str, str]]:
    """Return each calendar's events: what a reader sees of each, by its id. The private ones change with them."""
    if edition.texts is None:
        return {}
    page = PlanPage(plan, PlanTexts(id=plan.id, title=plan.title, summary=""), "")
    try:
        with speaking(_language(edition)):
            return {
                f"{plan_address(plan)}{slug}.ics": {
                    one.uid: one.content for one in happenings(page, edition.texts, site, slug, start, False)
                }
                for slug, start in dated(plan)
            }
    except (ValueError, KeyError, OverflowError):  # a stranger's plan: exercises that the library lacks, odd dates
        return {}


def _language(edition: Edition) -> str:
    try:
        return site_language(edition.side.root)
    except Refused:
        return "en"
