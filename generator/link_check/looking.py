"""Look at a part of a site when it is made: what leads out of it, and which anchors it offers."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from generator.frozen import frozen
from generator.link_check.leading import THEMES_OWN, Leading, file_at
from generator.link_check.said import PAGE, PageReader, is_read, other_addresses

#: Remembers lines of pages from one part to the next: the frames of a site's pages are alike.
_READER = PageReader()
_UP = "../"


@frozen
class Look:
    """What a part of a site asks of the rest, and what it offers.

    ``leaving``: the targets below the site that the part leads to and does not have itself, each with the anchor that
    is wanted there (or none); a link that is dead in any case is among them. ``anchors``: each page of the part, with
    the anchors that a link may lead to. ``others``: what else was read. All in order: the same part, the same look.
    """

    leaving: tuple[tuple[str, str], ...]
    anchors: tuple[tuple[str, tuple[str, ...]], ...]
    others: tuple[str, ...]


def look(files: Mapping[str, bytes], names: Iterable[str] = (), site_url: str = "") -> Look:
    """Look at a part of a site; no other part is asked for anything.

    ``files``: content by path below the site, of the part's pages, style sheets, modules and manifest at least.
    ``names``: the paths of what else belongs to the part. ``site_url``: where the site will be served.
    """
    leading = Leading(site_url)
    there = {*files, *names}
    read = sorted(filter(is_read, files))
    pages = [file for file in read if file.endswith(PAGE)]
    others = [file for file in read if not file.endswith(PAGE)]
    anchors: dict[str, frozenset[str]] = {}
    leads: set[tuple[str, str]] = set()
    followed: dict[str, set[str]] = {}
    for page in pages:
        said = _READER.read(files[page])
        anchors[page] = said.anchors
        beside = followed.setdefault(_above(page), set())
        leads |= _leads(leading, page, said.addresses - beside)
        beside |= {address for address in said.addresses if address.startswith(_UP)}
    for file in others:
        leads |= _leads(leading, file, other_addresses(file, files[file]))
    return Look(
        leaving=tuple(sorted(lead for lead in leads if not is_there(*lead, there, anchors))),
        anchors=tuple((page, tuple(sorted(filter(_may_be_asked, offered)))) for page, offered in anchors.items()),
        others=tuple(others),
    )


def is_there(target: str, wanted: str, files: Container[str], anchors: Mapping[str, Container[str]]) -> bool:
    """True if a link leads somewhere: the file is there and, if its anchors are known, the wanted one."""
    file = file_at(target, files)
    if file is None or not wanted or wanted == "top":
        return file is not None
    return file not in anchors or wanted in anchors[file]


def _may_be_asked(anchor: str) -> bool:
    return not anchor.startswith(THEMES_OWN)


def _leads(leading: Leading, file: str, addresses: Iterable[str]) -> set[tuple[str, str]]:
    found = (leading.lead(file, address) for address in addresses)
    return {(lead.target, lead.wanted) for lead in found if lead}


def _above(page: str) -> str:
    """Return the folder in which a page's own lies; an address that goes up leads to the same from all that do."""
    folder = page.rpartition("/")[0]
    return folder.rpartition("/")[0] if folder else _UP
