"""What stands around the plans' own parts: beside what all of them share, pages at addresses that are gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.bookmarks import OVER, History, is_address, settled, told
from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.publish.addresses import source_file
from generator.publish.calendars.ledger import Ledger
from generator.publish.files import Shared
from generator.publish.navigation import Entry, not_in_navigation
from generator.publish.summary import Summary
from generator.records import Records

if TYPE_CHECKING:
    from generator.publish.markdown import Press


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


def site_around(
    shared: Shared,
    plans: Sequence[Summary],
    printer: Callable[[], Press],
    history: History,
    events: Ledger,
    names: Collection[str],
    read: Callable[[str], bytes | None],
) -> Around:
    """Return what stands around the plans' parts: what they share, and pages at addresses that are gone.

    ``printer`` is asked for only if there are pages to print. ``names`` are the files of all parts; ``read`` gives any
    of them, or None of one that is made later.
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
    moved = _moved(printer, leading, known) if leading else {}
    hidden = [f"{address}index.md" for address in old_weeks] + [path for path in moved if path.endswith("index.md")]
    navigation = shared.navigation + not_in_navigation(hidden)
    records = Records(found.entries, events)
    faults = told(history, found, there)
    return Around({**files, **moved}, copies, navigation, shared.top, shared.told, records, faults)


def _moved(printer: Callable[[], Press], leading: Mapping[str, str], known: Mapping[str, bytes]) -> Mapping[str, bytes]:
    from generator.publish.moved_pages import moved_files  # most sites have none that are new

    return dict(moved_files(printer(), leading, known))
