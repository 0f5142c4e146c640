"""The parts of a project's site brought together: those that are as they would be made today, and those made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path

from generator.bookmarks import Ledgers, Written
from generator.frozen import frozen
from generator.parts.ahead import Ahead
from generator.parts.files import all_stand, link_files
from generator.parts.ground import Ground
from generator.parts.plan import Workshop
from generator.parts.printed import Outcome, Printed
from generator.parts.record import Record, read_record
from generator.parts.record_files import record_path, surely_stale
from generator.parts.recycling import same_files, take_places
from generator.parts.stages import count, stage
from generator.processes import begun, in_processes
from generator.publish.calendars.ledger import revised, stamp_of
from generator.report.progress import Progress

_MAKING = "Making plans"


@frozen
class Store:
    """Where parts stand that were made before: their records, their pages and their site's files."""

    records: Path
    pages: Path
    site: Path


@frozen
class Places:
    """Where parts come from and where they go: ``own`` is the project's store, ``pages`` and ``site`` are beside it.

    Parts that are made have their site's files in ``fresh`` until all are: nobody writes into ``site`` meanwhile.
    ``others`` are stores that somebody else filled; where there are any, every part must be in one of them. ``site``
    is None where only pages are written. ``ahead`` is a part whose pages another process prints already.
    """

    own: Store
    pages: Path
    site: Path | None
    others: tuple[Store, ...] = ()
    ahead: Ahead | None = None

    @property
    def fresh(self) -> Path | None:
        """Where HTML is written that is made; None where only pages are written."""
        return self.site.with_name(f"{self.site.name}-fresh") if self.site is not None else None

    def read(self, name: str) -> bytes | None:
        """Return a page's file, new or known; None if there is none."""
        for folder in (self.pages, self.own.pages):
            try:
                return (folder / name).read_bytes()
            except OSError:
                continue
        return None


@frozen
class Known:
    """Parts that are as they would be made today, by their definition; and the plans whose records stay as they are.

    ``there``: files of the site that is being made which were there before.
    """

    parts: Mapping[Path, Record]
    as_read: frozenset[str]
    there: frozenset[str]


def known_parts(ground: Ground, places: Places, paths: Sequence[Path], there: frozenset[str]) -> Known:
    """Return the parts that need not be made. ``there``: files that stand in the site that is being made already.

    Their files stand in the site that is being made, and in its pages or where these will be.
    """
    ledgers = ground.ledgers()
    found: dict[Path, Record] = {}
    as_read: set[str] = set()
    for path in paths:
        for store in places.others or (places.own,):
            read = read_record(record_path(store.records, path.stem))
            record = _known(ground, ledgers, store, path, read, places.site is not None)
            if record is None:
                continue
            if store is places.own:
                as_read |= {path.stem} if record is read else set()
            else:
                link_files(record.pages, store.pages, places.pages)
            if places.site is not None:
                link_files(record.site, store.site, places.site, there if store is places.own else ())
            found[path] = record
            break
    return Known(found, frozenset(as_read), there)


def _known(
    ground: Ground, ledgers: Ledgers, store: Store, path: Path, record: Record | None, with_site: bool
) -> Record | None:
    """Return what is known of a part if it is as it would be made today; the record itself if all of it still holds."""
    if record is None or record.key != ground.key_of(path) or not _same_history(ground, ledgers, record):
        return None
    pages = all_stand(store.pages, record.pages)
    site = all_stand(store.site, record.site) if record.site else None
    if pages is None or (site is None and with_site):
        return None
    site = site or {}
    as_read = pages == record.pages and site == record.site
    return record if as_read else replace(record, pages=pages, site=site)


def _same_history(ground: Ground, ledgers: Ledgers, part: Record | Printed) -> bool:
    """True if what was published says the same of a part as when it was made."""
    if ledgers.past(Written(part.summary.plan, part.said)) != part.summary.past:
        return False
    stamp, known = stamp_of(ground.epoch), ground.events
    return all(revised(known, uid, one.content, stamp) == one for uid, one in part.events.items())


def outcomes_of(
    workshop: Workshop, ground: Ground, places: Places, paths: Sequence[Path], progress: Progress, make: bool = True
) -> tuple[list[Outcome], Known]:
    """Return what comes of each definition, in their order, and what was known before.

    Parts that are not known are made; those that surely are not are begun with before the others are looked at.
    Without ``make`` they are left out.
    """
    folders = [store.records for store in places.others or (places.own,)]
    stale = dict.fromkeys(surely_stale(ground.inputs, ground.key, paths, folders) if make else ())
    progress(_MAKING, 0, len(stale))
    outcomes: dict[Path, Outcome] = {}
    with _begun(workshop, ground, places, list(stale), len(stale) < len(paths)) as making:
        with stage("what is known"):
            there = same_files(places.site, places.own.site) if places.site is not None else frozenset()
            known = known_parts(ground, places, [path for path in paths if path not in stale], there)
        outcomes |= {path: Outcome(path, record, record.diagnostics) for path, record in known.parts.items()}
        late = [path for path in paths if path not in outcomes and path not in stale] if make else []
        for done, outcome in enumerate(chain(making, in_processes(workshop.make, late)), 1):
            count(outcome.worked)
            outcomes[outcome.path] = outcome
            progress(_MAKING, done, len(stale) + len(late))
    if places.site is not None and places.fresh is not None:
        take_places(places.fresh, places.site)
    return [outcomes[path] for path in paths if path in outcomes], known


@contextmanager
def _begun(
    workshop: Workshop, ground: Ground, places: Places, stale: Sequence[Path], beside: bool
) -> Iterator[Iterator[Outcome]]:
    """Let parts be made; give what yields them as they are done."""
    if places.ahead is not None and list(stale) == [places.ahead.path]:
        yield _bound(workshop, ground, places.site is not None, places.ahead.printing)
        return
    if places.site is not None and stale:
        with stage("setting up"):
            workshop.get_ready()  # once for all processes
    with begun(workshop.make, stale, beside) as making:
        yield making


def _bound(
    workshop: Workshop, ground: Ground, with_site: bool, printing: Iterator[Printed | Outcome]
) -> Iterator[Outcome]:
    """Set MkDocs up while pages are printed elsewhere; bind them.

    The process that printed them read for itself what was ever published: pages by another record are made anew.
    """
    if with_site:
        with stage("setting up"):
            workshop.get_ready_to_bind()
    for one in printing:
        if isinstance(one, Outcome):
            yield one
            continue
        count(one.worked)
        yield workshop.bind(one) if _same_history(ground, ground.ledgers(), one) else workshop.make(one.path)


def twice(parts: Iterable[Record], shared: Iterable[str]) -> str:
    """Return a file that two parts would be, if any."""
    seen = set(shared)
    for record in parts:
        for name in record.pages:
            if name in seen:
                return name
            seen.add(name)
    return ""
