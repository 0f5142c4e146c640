"""From the parts to the published site: what stands around them, every link followed, one exchange."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.committed import to_commit
from generator.frozen import frozen
from generator.html.navigation import FILE_NAME
from generator.inputs import Inputs, read_inputs
from generator.kept_sites import VERSION_FILE, give_up_next, publish_next, site_paths, stamp, take_spare
from generator.language import speaking
from generator.link_check import dead_links_of
from generator.model.finding import Diagnostic, Place
from generator.model.os_words import advice
from generator.model.result import Result
from generator.parts.ahead import Ahead
from generator.parts.around import make_around, write_around
from generator.parts.building import Places, Store
from generator.parts.files import Files, seen
from generator.parts.laying import Laid, lay, remember, settle
from generator.parts.record_files import FOLDER
from generator.parts.recycling import remove_files
from generator.parts.stages import stage
from generator.parts.whole import mkdocs_site
from generator.report.progress import Progress
from generator.settings.file import site_file
from generator.shipped import TEMPLATES


@frozen
class Published:
    """What was written: the site, its pages, and files beside them below ``build``; and what is left to do."""

    site: Files
    pages: Files
    beside: Files
    closing: str


#: Plugins that treat each page alike, whatever others there are.
_KNOWN_PLUGINS = ("search", "material/search")


def write_pages(root: Path, inputs: Inputs, progress: Progress, frozen: bool) -> Result:
    """Write build/pages, the navigation that mkdocs.yml inherits, and the records of what was ever published."""
    places = Places(own_store(root), root / "build" / "pages-next", None)
    result, laid = _pages(root, inputs, places, progress, frozen)
    if laid is None:
        return result
    if still_same(root, inputs):
        remember(laid)
    left = result.left_to_do + to_commit(root, laid.records.write(root))
    return replace(result, closing=result.closing + left, left_to_do=left)


def prepare(
    root: Path,
    inputs: Inputs,
    progress: Progress,
    frozen: bool,
    shards: tuple[Store, ...] = (),
    ahead: Ahead | None = None,
) -> tuple[Result, Laid | None]:
    """Write build/pages and all plans' parts of the new site, which lies aside; return what ``publish`` goes on with.

    That is None for a site that is not to be published.
    """
    aside, whole = site_paths(root).next, whole_only(site_file(root))
    places = Places(own_store(root), root / "build" / "pages-next", None if whole else aside, shards, ahead)
    spare = not whole and take_spare(root)
    result, laid = _pages(root, inputs, places, progress, frozen)
    if laid is None:
        give_up_next(root, spare)
        return replace(result, closing="; site/ is as it was"), None
    return result, laid


def publish(
    laid: Laid, result: Result, inputs: Inputs, progress: Progress, keep: int
) -> tuple[Result, Published | None]:
    """Make the site around the plans' parts and publish it; return also what was written, unless site/ is as it was."""
    root, whole = laid.ground.root, whole_only(laid.ground.file)
    progress("Publishing with MkDocs" if not whole else f"Publishing with one run of MkDocs, since {whole}")
    files, faults = mkdocs_site(laid) if whole else _site(laid, progress)
    if not faults and not still_same(root, inputs):
        faults = (_changed_meanwhile(),)
    faults = faults or _exchanged(root, keep, files)
    if faults:
        return Result(result.plans, (*result.diagnostics, *faults), "; site/ is as it was"), None
    with stage("records"):
        remember(laid)
    try:
        changed = laid.records.write(root)
    except OSError as problem:
        message = f"site/ is published, but the record of it can't be written: {problem.strerror}"
        unwritten = Diagnostic(Place("published", 1, 1), "error", None, message, "Mend that, and build again.")
        return Result(result.plans, (*result.diagnostics, unwritten), "; site/ is published"), None
    left = result.left_to_do + to_commit(root, changed)
    build, site = root / "build", site_paths(root).published
    published = Published(
        site={**files, VERSION_FILE: seen(site, VERSION_FILE)},
        pages=laid.files,
        beside={FILE_NAME: seen(build, FILE_NAME)},
        closing=result.left_to_do,
    )
    return replace(result, closing=f"; site/ is published{left}", left_to_do=left), published


def whole_only(settings: Mapping[str, Any]) -> str:
    """Return why mkdocs.yml wants all pages made in one run of MkDocs; nothing if it does not."""
    plugins = settings.get("plugins") or ()
    names = [str(next(iter(one), "")) if isinstance(one, dict) else str(one) for one in plugins]
    others = [name for name in names if name not in _KNOWN_PLUGINS]
    if others:
        return f"mkdocs.yml names the plugin {others[0]}"
    named = [key for key in ("hooks", "extra_templates", "nav") if settings.get(key)]
    return f"mkdocs.yml has {named[0]}" if named else ""


def still_same(root: Path, inputs: Inputs) -> bool:
    """True if the sources are what they were when they were read; else nobody knows which of them a part is of."""
    now = read_inputs(root, TEMPLATES)
    return replace(now, records="") == replace(inputs, records="")


def own_store(root: Path) -> Store:
    """Return the store that the last build of a project left."""
    return Store(root / FOLDER, root / "build" / "pages", site_paths(root).published)


def _pages(root: Path, inputs: Inputs, places: Places, progress: Progress, frozen: bool) -> tuple[Result, Laid | None]:
    """Write build/pages in the site's language; return what is known of the site, unless it failed."""
    _clear(places)
    try:
        result, laid = lay(root, inputs, places, progress, frozen)
        return result, None if laid is None else settle(laid)
    finally:
        _clear(places)


def _clear(places: Places) -> None:
    for folder in (places.pages, places.fresh):
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _site(laid: Laid, progress: Progress) -> tuple[Files, tuple[Diagnostic, ...]]:
    """Make the whole site aside and follow its links; return its files, and what is wrong with it."""
    root, aside = laid.ground.root, site_paths(laid.ground.root).next
    with speaking(laid.language), stage("site around"):
        made = make_around(laid, laid.places.own.site, aside)
    if made.faults:
        return {}, made.faults
    files = {**made.files, **{name: file for part in laid.parts for name, file in part.site.items()}}
    remove_files(aside, laid.before.there - files.keys())
    progress("Following every link")
    looks = [made.record.look, *(part.html.look for part in laid.parts)]
    address = laid.ground.settings.address
    with stage("links"):
        dead = dead_links_of(looks, files, lambda name: (aside / name).read_bytes(), address, "build/site-next")
    if not dead:
        write_around(root, made.record)
    return files, dead


def _changed_meanwhile() -> Diagnostic:
    """Say that the site may hold something of the sources as they were, and something as they are."""
    message = "the sources were changed while the site was being built, so it may be a mix of both"
    return Diagnostic(Place("plans", 1, 1), "error", None, message, "Build again.")


def _exchanged(root: Path, keep: int, files: Files) -> tuple[Diagnostic, ...]:
    """Let the new site take the old one's place; return why it can't."""
    try:
        with stage("exchange"):
            stamp(root, {name: file.content for name, file in files.items()})
            publish_next(root, keep)
    except OSError as problem:
        message = f"the new site can't take the place of the old one: {problem.strerror}"
        return (Diagnostic(Place("site", 1, 1), "error", None, message, advice(problem)),)
    return ()
