"""What the project-wide commands do: check every plan, write the pages, publish the site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from generator.checking import Result
from generator.kept_sites import KEEP, publish_next, site_paths, stamp, tidy_up
from generator.language import speaking
from generator.link_check import dead_links_of
from generator.model.finding import Diagnostic, Place
from generator.one_at_a_time import one_at_a_time
from generator.parts.around import make_around, write_around
from generator.parts.building import Places, Store
from generator.parts.laying import Laid, lay, remember, settle
from generator.parts.record import FOLDER
from generator.records import to_commit
from generator.report.progress import Progress
from generator.source_date import dated, source_date


def build_pages(root: Path, progress: Progress, frozen: bool = False) -> Result:
    """Write build/pages, the navigation that mkdocs.yml inherits, and the records of what was ever published.

    ``frozen``: a record that would change is an error, and nothing is written.
    """
    with one_at_a_time(root, progress), dated(root):
        places = Places(_own(root), root / "build" / "pages-next", None)
        result, laid = _pages(root, places, progress, frozen)
        if laid is None:
            return result
        remember(laid)
        left = result.left_to_do + to_commit(root, laid.records.write(root))
        return replace(result, closing=result.closing + left, left_to_do=left)


def build_site(root: Path, progress: Progress, frozen: bool = False, keep: int = KEEP) -> Result:
    """Do everything up to site/. A failed build leaves site/ as it was.

    ``frozen`` as above; ``keep``: how many of the sites that were up before are kept, to go back to.
    """
    with one_at_a_time(root, progress), dated(root):
        tidy_up(root)
        aside = site_paths(root).next
        places = Places(_own(root), root / "build" / "pages-next", aside)
        result, laid = _pages(root, places, progress, frozen)
        if laid is None:
            shutil.rmtree(aside, ignore_errors=True)
            return replace(result, closing="; site/ is as it was")
        faults = _site(laid, progress) or _published(root, keep)
        if faults:
            return Result(result.plans, (*result.diagnostics, *faults), "; site/ is as it was")
        remember(laid)
        try:
            changed = laid.records.write(root)
        except OSError as problem:
            message = f"site/ is published, but the record of it can't be written: {problem.strerror}"
            unwritten = Diagnostic(Place("published", 1, 1), "error", None, message, "Mend that, and build again.")
            return Result(result.plans, (*result.diagnostics, unwritten), "; site/ is published")
        left = result.left_to_do + to_commit(root, changed)
        return replace(result, closing=f"; site/ is published{left}", left_to_do=left)


def _own(root: Path) -> Store:
    return Store(root / FOLDER, root / "build" / "pages", site_paths(root).published)


def _pages(root: Path, places: Places, progress: Progress, frozen: bool) -> tuple[Result, Laid | None]:
    """Write build/pages in the site's language; return what is known of the site, unless it failed."""
    shutil.rmtree(places.pages, ignore_errors=True)
    try:
        result, laid = lay(root, places, progress, frozen)
        return result, None if laid is None else settle(laid)
    finally:
        shutil.rmtree(places.pages, ignore_errors=True)


def _site(laid: Laid, progress: Progress) -> tuple[Diagnostic, ...]:
    """Make the whole site aside and follow its links; return what is wrong with it."""
    root, aside = laid.ground.root, site_paths(laid.ground.root).next
    progress("Publishing with MkDocs")
    with speaking(laid.language):
        made = make_around(laid, laid.places.own.site, aside)
    if made.faults:
        return made.faults
    files = {**made.files, **{name: file for part in laid.parts for name, file in part.site.items()}}
    progress("Following every link")
    looks = [made.record.look, *(part.html.look for part in laid.parts)]
    address = laid.ground.beside.settings.address
    dead = dead_links_of(looks, files, lambda name: (aside / name).read_bytes(), address, "build/site-next")
    if not dead:
        stamp(root, {name: file.content for name, file in files.items()})
        write_around(root, made.record)
    return dead


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


def _published(root: Path, keep: int) -> tuple[Diagnostic, ...]:
    """Let the new site take the old one's place; return why it can't."""
    try:
        publish_next(root, keep)
    except OSError as problem:
        message = f"the new site can't take the place of the old one: {problem.strerror}"
        return (Diagnostic(Place("site", 1, 1), "error", None, message, "Check who may write here."),)
    return ()
