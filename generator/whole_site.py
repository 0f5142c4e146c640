"""The site of plans that break no rule: every file that MkDocs is given, and the records that are kept with it.

What each part is made of is named, so a preview makes the same site with what it made before (``publish/parts.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.bookmarks import OVER, History, is_address, pasts_of, settled, told
from generator.frozen import frozen
from generator.hosting import host_files
from generator.language import _
from generator.model.finding import Diagnostic
from generator.model.plan import Plan
from generator.moves import week_moves
from generator.pipeline import Expanded
from generator.plan_json import write_plan
from generator.project import Project, site_file, site_url
from generator.publish.addresses import source_file
from generator.publish.calendars import Ledger, calendar_feeds, read_ledger
from generator.publish.data_files import data_files
from generator.publish.markdown import TEMPLATES, Press, press
from generator.publish.moved_pages import moved_files
from generator.publish.navigation import Entry, not_in_navigation
from generator.publish.offline import BESIDE_PACK, offline_files, pack_address, saved_articles
from generator.publish.parts import Make, anew
from generator.publish.past import Past
from generator.publish.plan_words import spoken_plan, spoken_plan_texts
from generator.publish.site import Part, Shared, Site, add_files, plan_part, render_shared
from generator.publish.summary import Summary, summary_of
from generator.publish.texts import LibraryTexts, PlanPage, PlanTexts, PolicyTexts
from generator.records import Records
from generator.settings import Settings
from generator.source_date import source_date


@frozen
class Beside:
    """All that a site is made of beside its plans.

    ``file`` is mkdocs.yml, ``url`` where the site is served, ``events`` the calendars' ledger, ``epoch`` the second of
    the sources' date; ``words`` stands for the content of ``templates``, for whoever remembers parts.
    """

    library: LibraryTexts
    settings: Settings
    policies: tuple[PolicyTexts, ...]
    file: Mapping[str, Any]
    url: str
    events: Ledger
    epoch: int
    templates: Path = TEMPLATES
    words: str = ""


@frozen
class Whole:
    """The site, the records as they are with it, and what its author must say before it is published."""

    site: Site
    records: Records
    faults: tuple[Diagnostic, ...]


def read_beside(project: Project, settings: Settings, library: LibraryTexts | None = None) -> Beside:
    """Read it, in the language that is spoken; Refused with what can't be read. ``library``: one that was read."""
    root, texts = project.root, project.policies.texts
    return Beside(
        library=library or LibraryTexts(project.library.texts),
        settings=settings,
        policies=tuple(PolicyTexts(name, _(text.title), _(text.summary)) for name, text in texts.items()),
        file=site_file(root),
        url=site_url(root),
        events=read_ledger(root),
        epoch=int(source_date(root)),
    )


@frozen
class Around:
    """What stands around the plans' own parts: the files that all plans share, and the navigation of the whole site.

    ``copies`` are files at addresses that are gone, by where they lead, of which ``read`` had no content yet. ``top``
    is the navigation without any plan; ``told`` is what the theme is told.
    """

    files: Mapping[str, bytes]
    copies: Mapping[str, str]
    navigation: str
    top: tuple[Entry, ...]
    told: Mapping[str, object]
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
        shared, summaries, beside, history, feeds.ledger, (*files, *packs, BESIDE_PACK), files.get, made
    )
    add_files(files, around.files.items())
    late = saved_articles(pages, files, beside.file)
    late |= {address: late[target] for address, target in around.copies.items()}
    return Whole(Site(files, around.navigation, late), around.records, around.faults)


def site_press(beside: Beside, made: Make = anew) -> Press:
    """Return what prints the site's pages."""
    return made("press", (beside.library, beside.words), lambda: press(beside.templates, beside.library.sources))


def plan_files(printer: Press, one: PlanPage, beside: Beside, made: Make = anew) -> Part:
    """Return a plan's own pages and data, but for its calendars."""
    library, clinic = beside.library, beside.settings.clinic
    return made(
        ("plan", one.plan.id), (printer, one, library, clinic), lambda: plan_part(printer, one, library, clinic)
    )


def shared_site(plans: Sequence[Summary], beside: Beside, made: Make = anew) -> Shared:
    """Return what all plans share, made of their summaries and of nothing else of them."""
    library, settings = beside.library, beside.settings
    printer = site_press(beside, made)
    shared = render_shared(printer, plans, library, settings, beside.policies, beside.templates, made, beside.words)
    others = {
        **offline_files(shared.files, beside.file, beside.templates),
        **host_files(settings, shared.files),
        **data_files(plans, beside.url, made),
    }
    return replace(shared, files={**shared.files, **others})


def site_around(
    shared: Shared,
    plans: Sequence[Summary],
    beside: Beside,
    history: History,
    events: Ledger,
    names: Collection[str],
    read: Callable[[str], bytes | None],
    made: Make = anew,
) -> Around:
    """Return what stands around the plans' parts: what they share, and pages at addresses that are gone.

    ``names`` are the files of all parts; ``read`` gives any of them, or None of one that is made later.
    """
    files = shared.files
    old_weeks = {old.address for one in plans for old in one.past.old}
    addresses = {path.removesuffix("index.md") for path in (*files, *names)}
    there = {path for path in addresses if is_address(path)} - old_weeks
    found = settled(history, there)
    leads = {address: "" if end == OVER else end for address, end in found.leads.items() if address not in old_weeks}
    targets = {source_file(to) if to.endswith("/") else to for to in leads.values() if to}
    known = {path: content for path in targets if (content := files.get(path) or read(path)) is not None}
    copies = {address: to for address, to in leads.items() if to in targets and to not in known}
    leading = {old: to for old, to in leads.items() if old not in copies}
    moved = dict(moved_files(site_press(beside, made), leading, known)) if leading else {}
    hidden = [f"{address}index.md" for address in old_weeks] + [path for path in moved if path.endswith("index.md")]
    navigation = shared.navigation + not_in_navigation(hidden)
    records = Records(found.entries, events)
    faults = told(history, found, there)
    return Around({**files, **moved}, copies, navigation, shared.top, shared.told, records, faults)


def plan_page(expanded: Expanded, past: Past, made: Make = anew) -> PlanPage:
    """Return a plan with its texts, and which of its days may change places."""
    plan = expanded.plan
    texts = spoken_plan_texts(_texts(expanded))
    allowed = made(("moves", plan.id), (replace(plan, title=""),), partial(_moves, plan))
    return made(("page", plan.id), (plan, texts, allowed, past), lambda: _plan_page(plan, texts, allowed, past))


def _plan_page(plan: Plan, texts: PlanTexts, allowed: Mapping[int, Mapping[str, Any]], past: Past) -> PlanPage:
    spoken = spoken_plan(plan)
    return PlanPage(spoken, texts, write_plan(spoken), allowed, past)


def _moves(plan: Plan) -> dict[int, Mapping[str, Any]]:
    return {week.week: week.as_json() for week in week_moves(plan)}


def _texts(expanded: Expanded) -> PlanTexts:
    d = expanded.authored.definition
    return PlanTexts(
        id=expanded.authored.id,
        title=d.title,
        summary=d.summary,
        for_you=d.for_you,
        not_for_you=d.not_for_you,
        entry=d.entry.needs,
        author=d.author,
        reviewed_by=d.reviewed.by if d.reviewed else "",
        reviewed_on=d.reviewed.on if d.reviewed else "",
        sources=d.sources,
        source=d.source,
        licence=d.licence,
        order=d.order,
    )
