"""A site's parts made in several places: each machine makes some of the plans, one joins them to the site.

A shard is a folder with records, pages and the site's files of its plans, and with nothing else: what all plans share
is made where shards are joined. Since no part knows any other, the site is the same as if one machine had made it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.inputs import read_inputs
from generator.language import speaking
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.result import Result
from generator.parts.building import Places, Store, outcomes_of
from generator.parts.ground import Ground
from generator.parts.laying import told_of
from generator.parts.plan import Workshop
from generator.parts.publishing import own_store, still_same
from generator.parts.record import write_records
from generator.report.progress import Progress
from generator.settings import site_language
from generator.shipped import TEMPLATES

_NAME = "shard-{number}-of-{of}"
_ANY = "shard-*-of-*"


def shard_folder(root: Path, number: int, of: int) -> Path:
    """Return where a shard is written: ``build/shard-2-of-8``."""
    return root / "build" / _NAME.format(number=number, of=of)


def write_shard(root: Path, progress: Progress, number: int, of: int) -> Result:
    """Make every ``of``th plan from the ``number``th on, in a folder of its own; nothing is written if any fails."""
    folder = shard_folder(root, number, of)
    aside = folder.with_name(f"{folder.name}-next")
    shutil.rmtree(aside, ignore_errors=True)
    store = store_at(aside)
    for part in (store.records, store.pages, store.site):
        part.mkdir(parents=True)
    try:
        with speaking(site_language(root)):
            result = _made(root, store, progress, number, of)
        if result.failed:
            return result
        shutil.rmtree(folder, ignore_errors=True)
        os.replace(aside, folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    shown = folder.relative_to(root).as_posix()
    return Result(result.plans, result.diagnostics, f"; shard {number} of {of} is in {shown}")


def _made(root: Path, store: Store, progress: Progress, number: int, of: int) -> Result:
    inputs = read_inputs(root, TEMPLATES)
    ground = Ground(root, inputs)
    _ = ground.project  # its faults come before those of plans
    paths = list(ground.inputs.plans)[number - 1 :: of]
    places = Places(store, store.pages, store.site, (own_store(root),))
    workshop = Workshop(ground, site_language(root), places.pages, places.fresh)
    outcomes, _ = outcomes_of(workshop, ground, places, paths, progress)
    result = Result(len(paths), told_of(outcomes), "; nothing was written")
    parts = [one.record for one in outcomes if one.record is not None]
    if not result.failed and still_same(root, inputs):
        write_records(store.records, {part.summary.plan.id: part for part in parts})
    return result


def store_at(folder: Path) -> Store:
    """Return the store that a shard's folder is."""
    return Store(folder / "plans", folder / "pages", folder / "site")


def shards_at(root: Path, folders: Sequence[Path]) -> tuple[Store, ...]:
    """Return the shards in some folders, or all below ``build``; Refused where there is none."""
    found = [*folders] or sorted((root / "build").glob(_ANY))
    faults = tuple(_faults(found, named=bool(folders)))
    if faults:
        raise Refused(faults)
    return tuple(map(store_at, found))


def _faults(folders: Sequence[Path], named: bool) -> Iterator[Diagnostic]:
    if not folders:
        hint = "Make them with hardday build --shard 1/2 and --shard 2/2, and bring their folders here."
        yield Diagnostic(Place("build", 1, 1), "error", None, "there is no shard to join", hint)
    for folder in folders:
        if named and not store_at(folder).records.is_dir():
            message, hint = "this is no shard", "A shard is a folder that hardday build --shard wrote."
            yield Diagnostic(Place(str(folder), 1, 1), "error", None, message, hint)
