"""The site of plans that break no rule: every file that MkDocs is given, and the records that are kept with it.

What each part is made of is named, so a preview makes the same site with what it made before (``publish/parts.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from generator.bookmarks import History, pasts_of
from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.pipeline import Expanded
from generator.publish.calendars.feeds import calendar_feeds
from generator.publish.files import Site
from generator.publish.offline import BESIDE_PACK, pack_address, saved_articles
from generator.publish.parts import Make, anew
from generator.publish.printed import add_files
from generator.publish.summary import summary_of
from generator.records import Records
from generator.whole_site.around import site_around
from generator.whole_site.beside import Beside, site_press
from generator.whole_site.plan import plan_files, plan_page
from generator.whole_site.shared import shared_site


@frozen
class Whole:
    """The site, the records as they are with it, and what its author must say before it is published."""

    site: Site
    records: Records
    faults: tuple[Diagnostic, ...]


def whole_site(expanded: Sequence[Expanded], beside: Beside, history: History, made: Make = anew) -> Whole:
    """Return the site of these plans, in the language that is spoken. ``history`` is that of their addresses."""
    pasts = pasts_of(history, [one.plan for one in expanded])
    pages = tuple(plan_page(one, pasts[one.plan.id], made) for one in expanded)
    summaries = [made(("summary", one.plan.id), (one,), partial(summary_of, one)) for one in pages]
    printer = site_press(beside, made)
    files: dict[str, bytes] = {}
    for one in pages:
        add_files(files, plan_files(printer, one, beside, made))
    feeds = calendar_feeds(pages, beside.library, beside.url, beside.events, beside.epoch, made)
    files |= feeds.files
    packs = [pack_address(one) for one in pages]
    shared = shared_site(summaries, beside, made)
    around = site_around(
        shared, summaries, lambda: printer, history, feeds.ledger, (*files, *packs, BESIDE_PACK), files.get
    )
    add_files(files, around.files.items())
    late = saved_articles(pages, files, beside.file)
    late |= {address: late[target] for address, target in around.copies.items()}
    return Whole(Site(files, around.navigation, late), around.records, around.faults)
