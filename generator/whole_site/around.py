"""What stands around the plans' own parts: what all of them share, and pages at addresses that are gone."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from generator.bookmarks import OVER, History, is_address, settled, told
from generator.frozen import frozen
from generator.hosting import host_files
from generator.model.finding import Diagnostic
from generator.publish.addresses import source_file
from generator.publish.calendars.ledger import Ledger
from generator.publish.data_files import data_files
from generator.publish.moved_pages import moved_files
from generator.publish.navigation import Entry, not_in_navigation
from generator.publish.offline import offline_files
from generator.publish.parts import Make, anew
from generator.publish.site import Shared, render_shared
from generator.publish.summary import Summary
from generator.records import Records
from generator.whole_site.beside import Beside, site_press


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


def shared_site(plans: Sequence[Summary], beside: Beside, made: Make = anew) -> Shared:
    """Return what all plans share, made of their summaries and of nothing else of them."""
    library, settings = beside.library, beside.settings
    printer = site_press(beside, made)
    shared = render_shared(printer, plans, library, settings, beside.policies, beside.templates, made, beside.words)
    others = {
        **offline_files(shared.files, beside.file, beside.templates),
        **host_files(settings, shared.files),
        **data_files(plans, beside.url, made),
    }
    return replace(shared, files={**shared.files, **others})


def site_around(
    shared: Shared,
    plans: Sequence[Summary],
    beside: Beside,
    history: History,
    events: Ledger,
    names: Collection[str],
    read: Callable[[str], bytes | None],
    made: Make = anew,
) -> Around:
    """Return what stands around the plans' parts: what they share, and pages at addresses that are gone.

    ``names`` are the files of all parts; ``read`` gives any of them, or None of one that is made later.
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
    moved = dict(moved_files(site_press(beside, made), leading, known)) if leading else {}
    hidden = [f"{address}index.md" for address in old_weeks] + [path for path in moved if path.endswith("index.md")]
    navigation = shared.navigation + not_in_navigation(hidden)
    records = Records(found.entries, events)
    faults = told(history, found, there)
    return Around({**files, **moved}, copies, navigation, shared.top, shared.told, records, faults)
