"""What the project-wide commands do: check every plan, write the pages, publish the site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from generator.checking import Progress, Result, expand_all
from generator.hosting import host_files
from generator.language import speaking
from generator.load import definition_files
from generator.model.finding import Diagnostic, Place
from generator.owned import owned
from generator.pipeline import Expanded, moves
from generator.plan_json import write_plan
from generator.project import open_project, site_file, site_url
from generator.publish import (
    PlanPage,
    PlanTexts,
    PolicyTexts,
    Site,
    calendar_feeds,
    offline_files,
    read_ledger,
    read_library_texts,
    render_site,
    write_ledger,
    write_pages,
)
from generator.publish.calendars import LEDGER
from generator.settings import site_language
from generator.source_date import source_date
from generator.swap import swap_in


def build_pages(root: Path, progress: Progress) -> Result:
    """Write build/pages and the navigation that mkdocs.yml inherits, all of it in the site's language."""
    with speaking(site_language(root)):
        return _pages(root, progress)


def _pages(root: Path, progress: Progress) -> Result:
    project = open_project(root)
    expanded, result = expand_all(project, definition_files(root), progress)
    clinic = owned(root, [one.authored for one in expanded])
    result = Result(result.plans, (*result.diagnostics, *clinic.diagnostics))
    if result.failed:
        return Result(result.plans, result.diagnostics, "; nothing was written")
    texts = project.policies.texts
    library, pages = read_library_texts(root / "plans" / "library"), tuple(_page(e) for e in expanded)
    policies = tuple(PolicyTexts(name, text.title, text.summary) for name, text in texts.items())
    site = render_site(pages, library, clinic.settings, policies)
    feeds = calendar_feeds(pages, library, site_url(root), read_ledger(root), int(source_date(root)))
    saved = offline_files(pages, site.pages, site_file(root))
    site = Site({**site.pages, **feeds.files, **saved, **host_files(clinic.settings)}, site.navigation)
    progress(f"Writing {len(site.pages)} pages")
    write_pages(site, root / "build")
    left = clinic.closing + _to_commit(root, write_ledger(root, feeds.ledger))
    return Result(result.plans, result.diagnostics, f"; {len(site.pages)} files in build/pages{left}", left)


def build_site(root: Path, progress: Progress) -> Result:
    """Do everything up to site/. A failed build leaves site/ as it was."""
    result = build_pages(root, progress)
    if result.failed:
        return Result(result.plans, result.diagnostics, "; site/ is as it was")
    progress("Publishing with MkDocs")
    faults = _mkdocs(root)
    if faults:
        return Result(result.plans, (*result.diagnostics, *faults), "; site/ is as it was")
    return Result(result.plans, result.diagnostics, f"; site/ is published{result.left_to_do}")


def _to_commit(root: Path, changed: bool) -> str:
    """Return what to do with the ledger of the calendars: nothing if the last commit has it as it is now.

    Where git is not at hand, a change in this build is all that can be told.
    """
    command = ["git", "status", "--porcelain", "--", LEDGER]
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        done = None
    told = bool(done.stdout.strip()) if done and done.returncode == 0 else changed
    return f"; {LEDGER} has changed with the calendars: commit it with the plans" if told else ""


def _page(expanded: Expanded) -> PlanPage:
    d = expanded.authored.definition
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
    return PlanPage(expanded.plan, texts, write_plan(expanded.plan), allowed)


def _mkdocs(root: Path) -> tuple[Diagnostic, ...]:
    """Build aside, then swap; return what MkDocs complains of."""
    aside = root.resolve() / "build" / "site-next"
    published = root.resolve() / "site"
    shutil.rmtree(aside, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(aside)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": source_date(root)}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        complaints = [line for line in done.stderr.splitlines() if line.startswith(("ERROR", "WARNING", "Error"))]
        place = Place("mkdocs.yml", 1, 1)
        lines = complaints or [done.stderr.strip()[-400:] or "MkDocs failed without a word"]
        return tuple(Diagnostic(place, "error", None, f"MkDocs says: {line}") for line in lines)
    ignore = published / ".gitignore"
    if ignore.exists():
        shutil.copyfile(ignore, aside / ".gitignore")
    try:
        swap_in(aside, published)
    except OSError as problem:
        message = f"the new site can't take the place of the old one: {problem.strerror}"
        return (Diagnostic(Place("site", 1, 1), "error", None, message, "Check who may write here."),)
    return ()
