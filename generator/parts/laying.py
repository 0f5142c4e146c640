"""All parts of a site and what stands around them, worked out and written aside: nothing is published yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.bookmarks import history_of
from generator.frozen import frozen
from generator.inputs import Inputs
from generator.language import speaking
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.result import Result
from generator.owned import owned_with
from generator.parts.binding import read_binding, write_binding
from generator.parts.building import Known, Places, outcomes_of, twice
from generator.parts.files import Files, Written, write_file
from generator.parts.ground import Ground
from generator.parts.plan import Workshop
from generator.parts.printed import Outcome
from generator.parts.record import Record, write_records
from generator.parts.settling import settle_pages
from generator.parts.shared import SharedRecord, shared_files, write_shared
from generator.parts.stages import stage
from generator.publish.calendars.ledger import gone
from generator.publish.write import write_navigation
from generator.records import Records
from generator.report.progress import Progress
from generator.settings import site_language
from generator.whole_site.around import Around, site_around


@frozen
class Laid:
    """A site whose pages are all there, some of them still aside: ``files`` says what is known of each."""

    ground: Ground
    workshop: Workshop
    places: Places
    parts: tuple[Record, ...]
    around: Around
    files: Files
    shared: SharedRecord
    shared_names: tuple[str, ...]
    before: Known

    @property
    def language(self) -> str:
        """The site's language."""
        return self.workshop.language

    @property
    def records(self) -> Records:
        """The project's records as they are with this site."""
        return self.around.records


def lay(root: Path, inputs: Inputs, places: Places, progress: Progress, frozen: bool) -> tuple[Result, Laid | None]:
    """Make every part that is not as it would be made today; return what was found, and the site unless it failed.

    ``frozen``: a record that would change is an error.
    """
    language = site_language(root)
    with speaking(language):
        ground = Ground(root, inputs)
        binding = read_binding(root, ground.key)
        if binding is None:
            _ = ground.project  # else library and policies are what they were when nothing was wrong with them
        return _laid(ground, Workshop(ground, language, places.pages, places.fresh, binding), places, progress, frozen)


def _laid(
    ground: Ground, workshop: Workshop, places: Places, progress: Progress, frozen: bool
) -> tuple[Result, Laid | None]:
    paths = list(ground.inputs.plans)
    try:
        outcomes, before = outcomes_of(workshop, ground, places, paths, progress, make=not places.others)
    except Refused as refused:
        return Result(len(paths), refused.diagnostics, "; nothing was written"), None
    if len(outcomes) < len(paths):
        known = {one.path for one in outcomes}
        missing = tuple(_in_no_shard(path) for path in paths if path not in known)
        return Result(len(paths), missing, "; nothing was written"), None
    parts = tuple(one.record for one in outcomes if one.record is not None)
    clinic = owned_with(ground.root, ground.settings, [one.review for one in parts])
    told = (*(told_of(outcomes) if outcomes else (_no_plan(),)), *clinic.diagnostics)
    result = Result(len(outcomes), told, "; nothing was written")
    if result.failed:
        return result, None
    progress("Writing the pages that all plans share")
    history = history_of(ground.ledger, ground.moved, [one.written for one in parts])
    events = {uid: gone(known) for uid, known in ground.events.items()}
    for part in parts:
        events |= part.events
    pages = {name: file for part in parts for name, file in part.pages.items()}
    summaries = [one.summary for one in parts]
    with stage("shared pages"):
        shared, record = shared_files(ground, parts, places)
    with stage("addresses"):
        around = site_around(shared, summaries, lambda: workshop.press, history, events, pages, places.read)
    double = twice(parts, around.files)
    if double:
        raise ValueError(f"two pages want the address of {double}")
    faults = around.faults
    if frozen and not any(one.severity == "error" for one in faults):
        faults = (*faults, *around.records.frozen(ground.root))
    result = Result(result.plans, (*told, *faults), "; nothing was written")
    if result.failed:
        return result, None
    fresh = {name: around.files[name] for name in around.files if name not in record.files}
    files = {**pages, **record.files, **_written(places.pages, fresh)}
    laid = Laid(ground, workshop, places, parts, around, files, record, tuple(shared.files), before)
    return Result(result.plans, result.diagnostics, f"; {len(files)} files in build/pages", clinic.closing), laid


def told_of(outcomes: Iterable[Outcome]) -> tuple[Diagnostic, ...]:
    """Return all that is to be said of some plans, once: a template's fault is that of all."""
    return tuple(dict.fromkeys(one for outcome in outcomes for one in outcome.diagnostics))


def _in_no_shard(path: Path) -> Diagnostic:
    place, message = Place(f"plans/{path.name}", 1, 1), "no shard holds this plan as its sources are here"
    hint = "Build all shards of one revision, with the same versions of hardday and Python, and bring them all here."
    return Diagnostic(place, "error", None, message, hint)


def _no_plan() -> Diagnostic:
    place = Place("plans", 1, 1)
    return Diagnostic(place, "error", None, "there is no plan in plans/", "Write one as a .yaml file.")


def _written(folder: Path, files: Mapping[str, bytes]) -> dict[str, Written]:
    return {name: write_file(folder, name, content) for name, content in files.items()}


def settle(laid: Laid) -> Laid:
    """Let the new pages take their places below ``build/pages``, and the navigation beside them, last."""
    with stage("writing"):
        files = settle_pages(laid.files, laid.places.pages, laid.places.own.pages)
    write_navigation(laid.around.navigation, laid.places.own.pages.parent)
    parts = tuple(replace(part, pages={name: files[name] for name in part.pages}) for part in laid.parts)
    return replace(laid, files=files, parts=parts)


def remember(laid: Laid) -> None:
    """Write the records of all parts, and what they were bound with, for the next build."""
    write_records(laid.places.own.records, {part.summary.plan.id: part for part in laid.parts}, laid.before.as_read)
    write_shared(laid.ground.root, replace(laid.shared, files={name: laid.files[name] for name in laid.shared_names}))
    made = laid.workshop.made_binding
    if made is not None:
        write_binding(laid.ground.root, made)
