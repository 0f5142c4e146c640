"""HTML of a part's pages, and what the whole site needs of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.frozen import frozen
from generator.html.chapter import Chapter
from generator.html.config import mkdocs_says
from generator.html.made import PageFacts
from generator.model.finding import Diagnostic
from generator.parts.files import Files, Written, write_file
from generator.parts.record import Fact
from generator.publish.articles import Article, article_of

_SOURCE, _INDEX = ".md", "index.md"


@frozen
class Pages:
    """Pages that were made: their files in the site, their content, what is known of each, what MkDocs complains of.

    ``articles`` are those of all pages, by address.
    """

    files: Files
    contents: Mapping[str, bytes]
    articles: Mapping[str, Article]
    facts: tuple[Fact, ...]
    faults: tuple[Diagnostic, ...]


def make_pages(chapter: Chapter, site: Path, strict: bool) -> Pages:
    """Make all pages of a chapter and write them below a site; the chapter is of no use afterwards."""
    files: dict[str, Written] = {}
    contents: dict[str, bytes] = {}
    articles: dict[str, Article] = {}
    facts: list[Fact] = []
    said = list(chapter.complaints)
    for made in chapter.made():
        files[made.name] = write_file(site, made.name, made.html)
        contents[made.name] = made.html
        articles[made.facts.source.removesuffix(_INDEX)] = article_of(made)
        facts.append(fact_of(made.facts))
        said += made.complaints
    chapter.let_go()
    faults = tuple(map(mkdocs_says, dict.fromkeys(said))) if strict else ()
    return Pages(files, contents, articles, tuple(facts), faults)


def copied(files: Mapping[str, bytes], site: Path) -> Iterator[tuple[str, Written]]:
    """Write what is no page below a site, as it is."""
    for name, content in files.items():
        if not name.endswith(_SOURCE):
            yield name, write_file(site, name, content)


def fact_of(facts: PageFacts) -> Fact:
    """Return what is known of a page as records hold it."""
    meta = json.dumps(facts.meta, ensure_ascii=False, separators=(",", ":"), default=str)
    return Fact(facts.source, facts.title, meta, facts.entries)


def facts_of(facts: Iterable[Fact]) -> Iterator[PageFacts]:
    """Return what records hold of pages as MkDocs' templates want it."""
    for one in facts:
        yield PageFacts(one.source, one.title, json.loads(one.meta), one.entries)
