"""The site around the plans' parts: shared pages, the index for searching, the site map, what the theme brings."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.html.around import whole_files
from generator.html.chapter import Chapter
from generator.html.navigation import mkdocs_nav
from generator.html.publisher import Publisher
from generator.link_check import Look, look
from generator.model.digest import digest
from generator.model.finding import Diagnostic
from generator.parts.codec import decode, encode
from generator.parts.files import Files, Written, link_files, stands, write_file
from generator.parts.laying import Laid
from generator.parts.pages import facts_of, make_pages
from generator.parts.record import Fact
from generator.publish.addresses import plan_address, source_file
from generator.publish.navigation import listed_files

FORMAT = "hardday/around@1"
FILE = Path("build") / "cache" / "around.json"
_PAGE = ".md"
_NO_FAULTS: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared page that was made: what stands for its text, its file in the site, and what is known of it."""

    text: str
    name: str
    file: Written
    fact: Fact


@dataclass(frozen=True, slots=True)
class AroundRecord:
    """What is remembered: ``key`` stands for what all pages are made with, ``whole`` for what ``files`` are made of."""

    key: str
    pages: tuple[Shared, ...]
    whole: str
    files: Files
    looked: str
    look: Look


@dataclass(frozen=True, slots=True)
class Made:
    """The files of the site that are no plan's, what was seen of their links, and what is wrong with them."""

    record: AroundRecord
    files: Files
    faults: tuple[Diagnostic, ...]


def make_around(laid: Laid, source: Path, site: Path) -> Made:
    """Make the site around the parts; what is as it would be made today is taken over from ``source``."""
    old, workshop = read_around(laid.ground.root), laid.workshop
    key = _key(laid.ground.key, repr(laid.around.top), json.dumps(laid.around.told, sort_keys=True))
    files = laid.around.files
    texts = {name: digest(content) for name, content in files.items() if name.endswith(_PAGE)}
    known = _known(old, key, texts, source)
    chapter = None
    pages, faults = dict(known), _NO_FAULTS
    link_files({one.name: one.file for one in known.values()}, source, site)
    stale = {name: content for name, content in files.items() if name in texts and name not in known}
    if stale:
        chapter = _chapter(workshop.publisher, laid, stale)
        made = make_pages(chapter, site, workshop.publisher.config.strict)
        faults = made.faults
        for fact, (name, file) in zip(made.facts, made.files.items(), strict=True):
            pages[fact.source] = Shared(texts[fact.source], name, file, fact)
    facts = [*(pages[name].fact for name in sorted(pages)), *(fact for part in laid.parts for fact in part.html.facts)]
    others = {name: content for name, content in files.items() if name not in texts}
    whole = _key(key, os.environ.get("SOURCE_DATE_EPOCH", ""), *map(repr, facts), *_digests(others))
    taken = {name: stands(source, name, file) for name, file in old.files.items()} if old and old.whole == whole else {}
    made_files: dict[str, Written] = {name: file for name, file in taken.items() if file is not None}
    if made_files and len(made_files) == len(taken):
        link_files(made_files, source, site)
    else:
        chapter = chapter or _chapter(workshop.publisher, laid, {})
        contents = {**dict(whole_files(workshop.publisher, chapter, facts_of(facts))), **others}
        made_files = {name: write_file(site, name, content) for name, content in contents.items()}
    own = {one.name: one.file for one in pages.values()} | made_files
    looked = _key(
        laid.ground.beside.settings.address, *(f"{name} {file.content}" for name, file in sorted(own.items()))
    )
    seen = old.look if old and old.looked == looked else _look(own, site, laid.ground.beside.settings.address)
    record = AroundRecord(key, tuple(pages[name] for name in sorted(pages)), whole, made_files, looked, seen)
    return Made(record, own, faults)


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


def _look(files: Files, site: Path, address: str) -> Look:
    return look({name: (site / name).read_bytes() for name in files}, (), address)


def _digests(files: Mapping[str, bytes]) -> list[str]:
    return [f"{name} {digest(content)}" for name, content in sorted(files.items())]


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:40]


def read_around(root: Path) -> AroundRecord | None:
    """Return what is remembered; None if there is nothing that we know."""
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            return None
        found: AroundRecord = decode(AroundRecord, data["around"])
        return found
    except (OSError, ValueError, KeyError, RecursionError):
        return None


def write_around(root: Path, record: AroundRecord) -> None:
    """Remember it."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    said = {"format": FORMAT, "around": encode(record)}
    aside.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    os.replace(aside, path)
