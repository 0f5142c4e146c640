"""Pages and files at addresses that are gone: each leads to what stands for it now.

A plain static host can't redirect, so a page says where its content is and the browser goes there: at once, with what
follows the address, by ``early.js``; without JavaScript by the page itself. A file can't say anything: it is the new
file once more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from generator.language import _
from generator.publish.addresses import source_file
from generator.publish.calendars.feeds import BUSY, feed
from generator.publish.markdown import Press

_TITLE = re.compile(rb'^title: ("(?:[^"\\]|\\.)*")$', re.M)


def moved_header(target: str, at_once: bool = False, later: bool = False) -> dict[str, object]:
    """Return what the front matter of a page says that is gone.

    ``at_once``: also a browser without JavaScript goes; ``later``: the browser first looks what it remembers.
    """
    hidden: dict[str, object] = {"search": {"exclude": True}, "hide": ["navigation", "toc"]}
    return {"moved_to": target, "moved_at_once": at_once, "moved_later": later, **hidden}


def moved_files(printer: Press, leads: Mapping[str, str], pages: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield a page or file for each address of ``leads``, with where it leads (nothing: an empty calendar).

    ``pages`` are all files of the new site by their path.
    """
    for address, target in sorted(leads.items()):
        if not target:
            yield address, feed(_(BUSY), (), {}, busy=True)
        elif address.endswith("/"):
            yield source_file(address), _page(printer, address, target, pages).encode("utf-8")
        else:
            yield address, pages[target]


def _page(printer: Press, address: str, target: str, pages: Mapping[str, bytes]) -> str:
    found = _TITLE.search(pages[source_file(target)])
    title = str(json.loads(found[1])) if found else target
    header: dict[str, object] = {
        "title": _("Moved: {title}").format(title=title),
        "description": _("What stood at this address is at another one now."),
        **moved_header(target, at_once=True),
    }
    text = _("This site has changed: what stood at this address is now here:")
    said = {"heading": _("This page has moved"), "text": text, "title": title, "target": target}
    return printer.page("moved", address, header, **said)
