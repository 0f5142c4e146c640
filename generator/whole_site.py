"""The site of plans that break no rule: every file that MkDocs is given, and the records that are kept with it.

What each part is made of is named, so a preview makes the same site with what it made before (``publish/parts.py``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.bookmarks import OVER, History, is_address, pasts_of, settled, told
from generator.hosting import host_files
from generator.language import _
from generator.model.finding import Diagnostic
from generator.model.plan import Plan
from generator.moves import week_moves
from generator.pipeline import Expanded
from generator.plan_json import write_plan
from generator.project import Project, site_file, site_url
from generator.publish.calendars import Ledger, calendar_feeds, read_ledger
from generator.publish.data_files import data_files
from generator.publish.markdown import TEMPLATES, press
from generator.publish.moved_pages import moved_files
from generator.publish.navigation import not_in_navigation
from generator.publish.offline import offline_files, saved_articles
from generator.publish.parts import Make, anew
from generator.publish.past import Past
from generator.publish.plan_words import spoken_plan, spoken_plan_texts
from generator.publish.site import Site, render_site
from generator.publish.summary import summary_of
from generator.publish.texts import LibraryTexts, PlanPage, PlanTexts, PolicyTexts, read_library_texts
from generator.records import Records
from generator.settings import Settings
from generator.source_date import source_date


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Whole:
    """The site, the records as they are with it, and what its author must say before it is published."""

    site: Site
    records: Records
    faults: tuple[Diagnostic, ...]


def read_beside(project: Project, settings: Settings, library: LibraryTexts | None = None) -> Beside:
    """Read it, in the language that is spoken; Refused with what can't be read. ``library``: one that was read."""
    root, texts = project.root, project.policies.texts
    return Beside(
        library=library or read_library_texts(root / "plans" / "library"),
        settings=settings,
        policies=tuple(PolicyTexts(name, _(text.title), _(text.summary)) for name, text in texts.items()),
        file=site_file(root),
        url=site_url(root),
        events=read_ledger(root),
        epoch=int(source_date(root)),
    )


def whole_site(expanded: Sequence[Expanded], beside: Beside, history: History, made: Make = anew) -> Whole:
    """Return the site of these plans, in the language that is spoken. ``history`` is that of their addresses."""
    pasts = pasts_of(history, [one.plan for one in expanded])
    pages = tuple(_page(one, pasts[one.plan.id], made) for one in expanded)
    library, settings, file = beside.library, beside.settings, beside.file
    site = render_site(pages, library, settings, beside.policies, beside.templates, made, beside.words)
    feeds = calendar_feeds(pages, library, beside.url, beside.events, beside.epoch, made)
    files = {
        **site.pages,
        **feeds.files,
        **offline_files(site.pages, file, beside.templates),
        **host_files(settings, site.pages),
        **data_files(
            [made(("summary", one.plan.id), (one,), partial(summary_of, one)) for one in pages], beside.url, made
        ),
    }
    site = Site(files, site.navigation, saved_articles(pages, site.pages, file))
    old_weeks = {old.address for past in pasts.values() for old in past.old}
    return _with_moved(site, history, old_weeks, feeds.ledger, beside)


def _page(expanded: Expanded, past: Past, made: Make) -> PlanPage:
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


def _with_moved(site: Site, history: History, old_weeks: set[str], events: Ledger, beside: Beside) -> Whole:
    """Add what stands at addresses that are gone; return the records with it, and what the author must say first."""
    paths = {path.removesuffix("index.md") for path in (*site.pages, *site.late)}
    there = {path for path in paths if is_address(path)} - old_weeks
    found = settled(history, there)
    leads = {address: "" if end == OVER else end for address, end in found.leads.items() if address not in old_weeks}
    moved: dict[str, bytes] = {}
    if leads:
        late = {target: site.late[target]() for target in leads.values() if target in site.late}
        moved = dict(moved_files(press(beside.templates, beside.library.sources), leads, {**site.pages, **late}))
    hidden = [f"{address}index.md" for address in old_weeks] + [path for path in moved if path.endswith("index.md")]
    site = Site({**site.pages, **moved}, site.navigation + not_in_navigation(hidden), site.late)
    return Whole(site, Records(found.entries, events), told(history, found, there))
