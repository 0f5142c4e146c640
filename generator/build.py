"""What the project-wide commands do: check every plan, write the pages, publish the site."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.bookmarks import read_history, written
from generator.checking import Progress, Result, expand_all
from generator.kept_sites import KEEP, publish_next, site_paths, stamp, tidy_up
from generator.language import speaking
from generator.link_check import dead_links
from generator.load import definition_files
from generator.model.finding import Diagnostic, Place
from generator.one_at_a_time import one_at_a_time
from generator.owned import owned
from generator.project import open_project, site_url
from generator.publish.write import write_pages
from generator.records import Records, to_commit
from generator.settings import site_language
from generator.source_date import source_date
from generator.whole_site import read_beside, whole_site


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
    history = read_history(root, [written(one.authored, one.plan) for one in expanded])
    whole = whole_site(expanded, read_beside(project, clinic.settings), history)
    site, records, faults = whole.site, whole.records, whole.faults
    faults = faults if _any_error(faults) or not frozen else (*faults, *records.frozen(root))
    result = Result(result.plans, (*result.diagnostics, *faults), "; nothing was written")
    if result.failed:
        return result, None
    files = len(site.pages) + len(site.late)
    progress(f"Writing {files} pages")
    write_pages(site, root / "build")
    closing = f"; {files} files in build/pages"
    return Result(result.plans, result.diagnostics, closing, clinic.closing), records


def _any_error(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return any(one.severity == "error" for one in diagnostics)


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
        try:
            changed = records.write(root)
        except OSError as problem:
            message = f"site/ is published, but the record of it can't be written: {problem.strerror}"
            unwritten = Diagnostic(Place("published", 1, 1), "error", None, message, "Mend that, and build again.")
            return Result(result.plans, (*result.diagnostics, unwritten), "; site/ is published")
        left = result.left_to_do + to_commit(root, changed)
        return replace(result, closing=f"; site/ is published{left}", left_to_do=left)


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
