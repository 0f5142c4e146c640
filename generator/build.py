"""What the project-wide commands do: check every plan, write the pages, publish the site."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.bookmarks import OVER, History, is_address, past_of, read_history, settled, told
from generator.checking import Progress, Result, expand_all
from generator.hosting import host_files
from generator.kept_sites import KEEP, publish_next, site_paths, stamp, tidy_up
from generator.language import _, speaking
from generator.link_check import dead_links
from generator.load import definition_files
from generator.model.finding import Diagnostic, Place
from generator.one_at_a_time import one_at_a_time
from generator.owned import owned
from generator.pipeline import Expanded, moves
from generator.plan_json import write_plan
from generator.project import open_project, site_file, site_url
from generator.publish.calendars import Ledger, calendar_feeds, read_ledger
from generator.publish.data_files import data_files
from generator.publish.markdown import TEMPLATES, press
from generator.publish.moved_pages import moved_files
from generator.publish.navigation import not_in_navigation
from generator.publish.offline import offline_files
from generator.publish.plan_words import spoken_plan, spoken_plan_texts
from generator.publish.site import Site, render_site
from generator.publish.texts import LibraryTexts, PlanPage, PlanTexts, PolicyTexts, read_library_texts
from generator.publish.write import write_pages
from generator.records import Records, to_commit
from generator.settings import site_language
from generator.source_date import source_date


def build_pages(root: Path, progress: Progress, frozen: bool = False) -> Result:
    """Write build/pages, the navigation that mkdocs.yml inherits, and the records of what was ever published.

    ``frozen``: a record that would change is an error, and nothing is written.
    """
    with one_at_a_time(root, progress):
        result, records = _pages(root, progress, frozen)
        left = result.left_to_do + to_commit(root, records.write(root)) if records else ""
        return replace(result, closing=result.closing + left, left_to_do=left)


def _pages(root: Path, progress: Progress, frozen: bool) -> tuple[Result, Records | None]:
    """Write build/pages in the site's language; return the records, which are not written yet, unless it failed."""
    with speaking(site_language(root)):
        return _worked_out(root, progress, frozen)


def _worked_out(root: Path, progress: Progress, frozen: bool) -> tuple[Result, Records | None]:
    project = open_project(root)
    expanded, result = expand_all(project, definition_files(root), progress)
    clinic = owned(root, [one.authored for one in expanded])
    result = Result(result.plans, (*result.diagnostics, *clinic.diagnostics), "; nothing was written")
    if result.failed:
        return result, None
    history = read_history(root, [(one.authored, one.plan) for one in expanded])
    texts = project.policies.texts
    library = read_library_texts(root / "plans" / "library")
    pages = tuple(_page(one, history) for one in expanded)
    policies = tuple(PolicyTexts(name, _(text.title), _(text.summary)) for name, text in texts.items())
    site = render_site(pages, library, clinic.settings, policies)
    feeds = calendar_feeds(pages, library, site_url(root), read_ledger(root), int(source_date(root)))
    saved = offline_files(pages, site.pages, site_file(root))
    site = Site(
        {**site.pages, **feeds.files, **saved, **host_files(clinic.settings), **data_files(pages, site_url(root))},
        site.navigation,
    )
    site, records, faults = _with_moved(site, history, feeds.ledger, library)
    faults = faults if _any_error(faults) or not frozen else (*faults, *records.frozen(root))
    result = Result(result.plans, (*result.diagnostics, *faults), "; nothing was written")
    if result.failed:
        return result, None
    progress(f"Writing {len(site.pages)} pages")
    write_pages(site, root / "build")
    closing = f"; {len(site.pages)} files in build/pages"
    return Result(result.plans, result.diagnostics, closing, clinic.closing), records


def _any_error(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(one.severity == "error" for one in diagnostics)


def _with_moved(
    site: Site, history: History, events: Ledger, library: LibraryTexts
) -> tuple[Site, Records, tuple[Diagnostic, ...]]:
    """Add what stands at addresses that are gone; return the records with it, and what the author must say first."""
    old_weeks = {old.address for own in history.plans.values() for old in past_of(history, own.plan).old}
    paths = {path.removesuffix("index.md") for path in site.pages}
    there = {path for path in paths if is_address(path)} - old_weeks
    found = settled(history, there)
    leads = {address: "" if end == OVER else end for address, end in found.leads.items() if address not in old_weeks}
    moved = dict(moved_files(press(TEMPLATES, library.sources), leads, site.pages)) if leads else {}
    hidden = [f"{address}index.md" for address in old_weeks] + [path for path in moved if path.endswith("index.md")]
    site = Site({**site.pages, **moved}, site.navigation + not_in_navigation(hidden))
    return site, Records(found.entries, events), told(history, found, there)


def build_site(root: Path, progress: Progress, frozen: bool = False, keep: int = KEEP) -> Result:
    """Do everything up to site/. A failed build leaves site/ as it was.

    ``frozen`` as above; ``keep``: how many of the sites that were up before are kept, to go back to.
    """
    with one_at_a_time(root, progress):
        tidy_up(root)
        result, records = _pages(root, progress, frozen)
        if records is None:
            return replace(result, closing="; site/ is as it was")
        progress("Publishing with MkDocs")
        faults = _mkdocs(root) or _checked(root, progress) or _published(root, keep)
        if faults:
            return Result(result.plans, (*result.diagnostics, *faults), "; site/ is as it was")
        left = result.left_to_do + to_commit(root, records.write(root))
        return replace(result, closing=f"; site/ is published{left}", left_to_do=left)


def _page(expanded: Expanded, history: History) -> PlanPage:
    d, plan = expanded.authored.definition, spoken_plan(expanded.plan)
    texts = PlanTexts(
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
    allowed = {week.week: week.as_json() for week in moves(expanded)}
    past = past_of(history, expanded.plan)
    return PlanPage(plan, spoken_plan_texts(texts), write_plan(plan), allowed, past)


def _mkdocs(root: Path) -> tuple[Diagnostic, ...]:
    """Build aside; return what MkDocs complains of."""
    aside = site_paths(root).next
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(aside)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": source_date(root)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        complaints = [line for line in done.stderr.splitlines() if line.startswith(("ERROR", "WARNING", "Error"))]
        place = Place("mkdocs.yml", 1, 1)
        lines = complaints or [done.stderr.strip()[-400:] or "MkDocs failed without a word"]
        return tuple(Diagnostic(place, "error", None, f"MkDocs says: {line}") for line in lines)
    return ()


def _checked(root: Path, progress: Progress) -> tuple[Diagnostic, ...]:
    """Follow every link of the site that was built aside; return what leads nowhere."""
    progress("Following every link")
    return dead_links(site_paths(root).next, site_url(root), "build/site-next")


def _published(root: Path, keep: int) -> tuple[Diagnostic, ...]:
    """Let the new site take the old one's place; return why it can't."""
    try:
        stamp(root)
        publish_next(root, keep)
    except OSError as problem:
        message = f"the new site can't take the place of the old one: {problem.strerror}"
        return (Diagnostic(Place("site", 1, 1), "error", None, message, "Check who may write here."),)
    return ()
