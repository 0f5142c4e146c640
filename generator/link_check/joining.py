"""Join what was seen of a site's parts: what leads nowhere on the whole of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from generator.frozen import frozen
from generator.link_check.leading import Leading, file_at
from generator.link_check.looking import Look, is_there, look
from generator.link_check.said import addresses_of, attributes, other_addresses, really_leads_to, text_of
from generator.model.finding import Diagnostic, Place
from generator.model.quoting import quoted

Read = Callable[[str], bytes]
_MOST_TOLD = 50


def dead_links(site: Path, site_url: str = "", shown: str = "") -> tuple[Diagnostic, ...]:
    """Return what leads nowhere in a built site, each dead end once with the first page that has it.

    ``site_url`` is where it will be served: what begins so is followed, too. ``shown`` is the folder in messages.
    """
    files = _Folder(site)
    return dead_links_of([look(files, site_url=site_url)], files, files.__getitem__, site_url, shown or site.as_posix())


def dead_links_of(
    looks: Iterable[Look], names: Collection[str], read: Read, site_url: str = "", shown: str = ""
) -> tuple[Diagnostic, ...]:
    """Return the same of a site whose parts were looked at, each with this ``site_url``.

    ``names``: the paths of all files of the site. ``read`` gives the content of one; it is called only where a link
    seems to lead nowhere, for the files of the parts that have it. The order of the looks does not matter.
    """
    looks, files = tuple(looks), frozenset(names)
    leads = {lead for one in looks for lead in one.leaving}
    asked = {file_at(target, files) for target, wanted in leads if wanted}
    anchors = {page: offered for one in looks for page, offered in one.anchors if page in asked}
    dead = frozenset(lead for lead in leads if not is_there(*lead, files, anchors))
    if not dead:
        return ()
    suspects = [one for one in looks if not dead.isdisjoint(one.leaving)]
    found: dict[tuple[str, str], list[str]] = {}
    for file, end in _DeadEnds(dead, files, Leading(site_url), read).of(suspects):
        found.setdefault(end, []).append(file)
    return _told(found, read, shown)


@frozen
class _DeadEnds:
    """Finds who has the links that lead nowhere."""

    dead: frozenset[tuple[str, str]]
    files: frozenset[str]
    leading: Leading
    read: Read

    def of(self, looks: Iterable[Look]) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield each file, pages first, with the path and the anchor that are missing, as often as it has them."""
        looks = tuple(looks)
        for page in sorted(page for one in looks for page, _ in one.anchors):
            yield from ((page, end) for end in self._of_page(page))
        for file in sorted(file for one in looks for file in one.others):
            for address in other_addresses(file, self.read(file)):
                yield from ((file, end) for end in self._end(file, address))

    def _of_page(self, page: str) -> Iterator[tuple[str, str]]:
        content, really = self.read(page), None
        for name, value in attributes(content):
            for address in addresses_of(name, value):
                ends = self._end(page, address)
                if ends and really is None:
                    really = really_leads_to(content)
                if really and address in really:
                    yield from ends

    def _end(self, file: str, address: str) -> tuple[tuple[str, str], ...]:
        lead = self.leading.lead(file, address)
        if lead is None or (lead.target, lead.wanted) not in self.dead:
            return ()
        there = file_at(lead.target, self.files) is not None
        return ((lead.path, f"#{lead.anchor}" if there else ""),)


def _told(found: Mapping[tuple[str, str], list[str]], read: Read, shown: str) -> tuple[Diagnostic, ...]:
    """Return a message a dead end, those with most links first."""
    order = sorted(found.items(), key=lambda one: (-len(one[1]), one[1][0], one[0]))
    told = [_message(end, having, read, shown) for end, having in order[:_MOST_TOLD]]
    more = len(order) - len(told)
    if more > 0:
        told.append(Diagnostic(Place(shown, 1, 1), "error", None, f"{more} more links lead nowhere"))
    return tuple(told)


def _message(end: tuple[str, str], having: list[str], read: Read, shown: str) -> Diagnostic:
    path, anchor = end
    first = having[0]
    others = len(set(having)) - 1
    also = f"; so do {others} more pages" if others > 1 else "; so does one more page" if others else ""
    what = f"{quoted(path)} is not there" if not anchor else f"{quoted(path + anchor)}: the page has no such anchor"
    place = Place(f"{shown}/{first}", *_where(text_of(read(first)), f"{path}{anchor}"))
    address = "/" + first.removesuffix("index.html")
    return Diagnostic(place, "error", None, f"{address} links to what does not exist: {what}{also}")


def _where(text: str, link: str) -> tuple[int, int]:
    """Return line and column of the first place where a file has a link's text."""
    at = text.find(link) if link else -1
    if at < 0:
        return 1, 1
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class _Folder(Mapping[str, bytes]):
    """The files below a folder, by path; a content is read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names = [
            Path(here, name).relative_to(folder).as_posix() for here, _, names in os.walk(folder) for name in names
        ]

    def __getitem__(self, name: str) -> bytes:
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
