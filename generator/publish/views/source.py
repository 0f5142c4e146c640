"""A source of the bibliography as pages cite it: short in a sentence, whole on the sources page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.frozen import frozen
from generator.language import N_, _, joined
from generator.publish.texts import Entries
from generator.publish.words import humanized


@frozen
class SourceFacts:
    """A source. ``short`` is how it is cited, ``address`` its place on the sources page, ``url`` where it is read."""

    key: str
    short: str
    address: str
    authors: str
    title: str
    where: str
    url: str
    kind: str
    size: str
    note: str
    seen: str


_SEEN = {
    "verified": "",
    "secondary": N_("Known here from another author's account of it."),
    "memory": N_("Cited from memory: not read for this site."),
}
_ASIDE = re.compile(r"\s*\([^)]*\)")
_DEGREES = frozenset({"PT", "DPT", "PhD", "MD"})


def source_facts(key: str, sources: Entries) -> SourceFacts:
    """Return a source's facts; ValueError if the bibliography lacks the key."""
    if key not in sources:
        raise ValueError(f"source '{key}' is cited but not in plans/library/sources.yaml")
    entry = sources[key]
    locator, doi = _text(entry, "locator"), _text(entry, "doi")
    url = f"https://doi.org/{doi}" if doi else locator if locator.startswith(("https://", "http://")) else ""
    parts = (_text(entry, "journal"), _text(entry, "publisher"), "" if locator == url else locator)
    return SourceFacts(
        key=key,
        short=_short(key, entry),
        address=f"sources/#{key}",
        authors=_text(entry, "authors"),
        title=_text(entry, "title"),
        where=", ".join(part for part in (*parts, _text(entry, "year")) if part),
        url=url,
        kind=_text(entry, "type"),
        size=_text(entry, "n"),
        note=_text(entry, "note"),
        seen=_(_SEEN.get(_text(entry, "grade"), "")),
    )


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return "" if value is None else str(value)


def _short(key: str, entry: Mapping[str, Any]) -> str:
    """Return ``Doma and Deakin 2013``, ``Eihara et al. 2022``; an organization goes by its name."""
    authors = _ASIDE.sub("", _text(entry, "authors"))
    names = [_surname(name) for part in authors.split(",") if (name := part.strip()) and name not in _DEGREES]
    if authors.startswith("Authors not seen") or not names:
        said = humanized(key.removesuffix(f"-{_text(entry, 'year')}"))
    elif len(names) < 3:
        said = joined(names)
    else:
        said = _("{author} et al.").format(author=names[0])
    return f"{said} {_text(entry, 'year')}".strip()


def _surname(name: str) -> str:
    """``Doma K`` has the surname first, ``Kacy Seynders`` last, an organization has neither."""
    first, _, last = name.rpartition(" ")
    if first and last.isupper():
        return first
    return last if len(name.split()) == 2 else name
