"""The site around the plans' parts: shared pages, the index for searching, the site map, what the theme brings."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.frozen import frozen
from generator.html.around import whole_files
from generator.html.chapter import Chapter
from generator.html.navigation import mkdocs_nav
from generator.html.publisher import Publisher
from generator.language import speaking
from generator.link_check import Look, look
from generator.model.digest import digest
from generator.model.finding import Diagnostic
from generator.parts.files import Files, Written, all_stand, is_name, link_files, stands, write_file
from generator.parts.kept import CACHE, kept_text, read_kept, write_kept
from generator.parts.keys import key_of
from generator.parts.laying import Laid
from generator.parts.pages import Pages, facts_of, make_pages
from generator.parts.record import Fact
from generator.processes import in_processes, workers
from generator.publish.addresses import plan_address, source_file
from generator.publish.navigation import listed_files
from generator.source_date import EPOCH

FORMAT = "hardday/around@1"
FILE = CACHE / "around.json"
_PAGE = ".md"
_WORTH_A_PROCESS = 16


@frozen
class Shared:
    """A shared page that was made: what stands for its text, its file in the site, and what is known of it."""

    text: str
    name: str
    file: Written
    fact: Fact


@frozen
class AroundRecord:
    """What is remembered: ``key`` stands for what all pages are made with, ``whole`` for what ``files`` are made of."""

    key: str
    pages: tuple[Shared, ...]
    whole: str
    files: Files
    looked: str
    look: Look


@frozen
class Made:
    """The files of the site that are no plan's, what was seen of their links, and what is wrong with them."""

    record: AroundRecord
    files: Files
    faults: tuple[Diagnostic, ...]


def make_around(laid: Laid, source: Path, site: Path) -> Made:
    """Make the site around the parts; what is as it would be made today is taken over from ``source``."""
    old, files, address = read_around(laid.ground.root), laid.around.files, laid.ground.settings.address
    key = key_of(laid.ground.key, repr(laid.around.top), json.dumps(laid.around.told, sort_keys=True))
    texts = {name: digest(content) for name, content in files.items() if name.endswith(_PAGE)}
    pages = _known(old, key, texts, source)
    link_files({one.name: one.file for one in pages.values()}, source, site, laid.before.there)
    stale = {name: content for name, content in files.items() if name in texts and name not in pages}
    faults: tuple[Diagnostic, ...] = ()
    for made in in_processes(_SharedPages(laid, site).made, _chunks(stale)):
        faults += made.faults
        for fact, (name, file) in zip(made.facts, made.files.items(), strict=True):
            pages[fact.source] = Shared(texts[fact.source], name, file, fact)
    own_facts = [pages[name].fact for name in sorted(pages)]
    others = {name: content for name, content in files.items() if name not in texts}
    whole = key_of(key, os.environ.get(EPOCH, ""), *_facts_keys(own_facts, laid), *_digests(others))
    made_files = _taken(old, whole, source, site, laid.before.there)
    if made_files is None:
        chapter = _chapter(laid.workshop.publisher, laid, {})
        facts = facts_of([*own_facts, *(fact for part in laid.parts for fact in part.html.facts)])
        contents = {**dict(whole_files(laid.workshop.publisher, chapter, facts)), **others}
        made_files = {name: write_file(site, name, content) for name, content in contents.items()}
    own = {**{one.name: one.file for one in pages.values()}, **made_files}
    looked = key_of(address, *(f"{name} {file.content}" for name, file in sorted(own.items())))
    seen = old.look if old and old.looked == looked else _look(own, site, address)
    record = AroundRecord(key, tuple(pages[name] for name in sorted(pages)), whole, made_files, looked, seen)
    return Made(record, own, tuple(sorted(dict.fromkeys(faults), key=str)))


@frozen
class _SharedPages:
    """Makes shared pages; each process that does has its own."""

    laid: Laid
    site: Path

    def made(self, stale: Mapping[str, bytes]) -> Pages:
        """Make some of them and write them; what only other pages of a part need is left out."""
        with speaking(self.laid.language):
            publisher = self.laid.workshop.publisher
            pages = make_pages(_chapter(publisher, self.laid, stale), self.site, publisher.config.strict)
        return replace(pages, contents={}, articles={})


def _chunks(stale: Mapping[str, bytes]) -> list[Mapping[str, bytes]]:
    """Return pages in two chunks a process, or in one where another process would not be worth its start."""
    names = list(stale)
    chunks = 2 * workers() if len(names) >= _WORTH_A_PROCESS else min(1, len(names))
    return [{name: stale[name] for name in names[begin::chunks]} for begin in range(chunks)]


def _taken(old: AroundRecord | None, whole: str, source: Path, site: Path, there: Collection[str]) -> Files | None:
    """Take over the files that are made of all pages; None if they have to be made."""
    files = all_stand(source, old.files) if old is not None and old.whole == whole and old.files else None
    if files is not None:
        link_files(files, source, site, there)
    return files


def _known(old: AroundRecord | None, key: str, texts: Mapping[str, str], source: Path) -> dict[str, Shared]:
    found: dict[str, Shared] = {}
    if old is None or old.key != key:
        return found
    for one in old.pages:
        file = stands(source, one.name, one.file) if texts.get(one.fact.source) == one.text else None
        if file is not None:
            found[one.fact.source] = Shared(one.text, one.name, file, one.fact)
    return found


def _chapter(publisher: Publisher, laid: Laid, stale: Mapping[str, bytes]) -> Chapter:
    """Return shared pages that are to be made; guides link to plans' own pages by their files."""
    top, files = laid.around.top, laid.around.files
    listed = frozenset(listed_files(top))
    plans = {source_file(plan_address(part.summary.plan)) for part in laid.parts}
    beside = {*(name for name in files if name not in stale), *(name for name in listed if name not in stale), *plans}
    return publisher.chapter(stale, mkdocs_nav(top), sorted(beside), [name for name in stale if name not in listed])


def _facts_keys(own: Sequence[Fact], laid: Laid) -> list[str]:
    return [*map(repr, own), *(part.html.facts_key for part in laid.parts)]


def _look(files: Files, site: Path, address: str) -> Look:
    return look({name: (site / name).read_bytes() for name in files}, (), address)


def _digests(files: Mapping[str, bytes]) -> list[str]:
    return [f"{name} {digest(content)}" for name, content in sorted(files.items())]


def read_around(root: Path) -> AroundRecord | None:
    """Return what is remembered; None if there is nothing that we know."""
    found = read_kept(root / FILE, FORMAT, AroundRecord)
    return (
        found if found is not None and all(map(is_name, (*found.files, *(one.name for one in found.pages)))) else None
    )


def write_around(root: Path, record: AroundRecord) -> None:
    """Remember it."""
    write_kept(root / FILE, kept_text(FORMAT, record))
