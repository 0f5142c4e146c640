"""One plan's part: from its definition to the files that are served, made of nothing but it and the ground.

Each process that makes parts has one workshop; no part knows which others were made in it. Of the two halves of the
work, printing (``printing.py``) and binding, the first may be done by another process, ahead of all else.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.html.navigation import mkdocs_nav
from generator.html.publisher import Publisher
from generator.language import speaking
from generator.link_check import look
from generator.model.finding import Diagnostic
from generator.parts.binding import Binding, make_binding
from generator.parts.files import Files, write_file
from generator.parts.ground import Ground
from generator.parts.pages import copied, make_pages
from generator.parts.printed import Outcome, Printed, or_fault
from generator.parts.record import Html, Record, key_for
from generator.parts.stages import count, stage, taken
from generator.publish.addresses import source_file
from generator.publish.articles import Article, Articles
from generator.publish.navigation import chapter_entries, listed_files, navigation
from generator.publish.offline import pack_address, plan_pack
from generator.publish.summary import Summary

if TYPE_CHECKING:
    from generator.parts.printing import Printer
    from generator.publish.markdown import Press

_ANY_PAGE = b"---\ntitle: Any\n---\n\n# Any\n"


class Workshop:
    """Makes parts. ``pages`` and ``site`` are the folders in which it writes them; without ``site`` no HTML is made.

    ``binding``: what is known of what every plan is bound with. ``made_binding`` is what was found out of it here.
    """

    def __init__(
        self, ground: Ground, language: str, pages: Path, site: Path | None, binding: Binding | None = None
    ) -> None:
        self._ground, self.language, self._pages, self._site, self._known = ground, language, pages, site, binding
        self.made_binding: Binding | None = None

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process set up its own."""
        return Workshop, (self._ground, self.language, self._pages, self._site, self._known or self.made_binding)

    def make(self, path: Path) -> Outcome:
        """Make the part of a definition and write its files."""
        before = taken()
        printed = self._printer.print(path)
        made = replace(self.bind(printed) if isinstance(printed, Printed) else printed, worked=taken())
        count(before)
        return made

    def bind(self, printed: Printed) -> Outcome:
        """Do the second half: make the HTML of the printed pages and their pack, and write all files."""
        with speaking(self.language):
            return or_fault(self._ground.root, printed.path, lambda: self._bound(printed))

    def _bound(self, printed: Printed) -> Outcome:
        path, summary, files = printed.path, printed.summary, dict(printed.files)
        site, html, faults = self._published(summary, files) if self._site else self._unpublished(summary, files)
        if faults:
            return Outcome(path, None, (*printed.diagnostics, *faults))
        record = Record(
            key=self._ground.key_of(path),
            summary=summary,
            summary_key=key_for(summary),
            said=printed.said,
            review=printed.review,
            diagnostics=printed.diagnostics,
            events=printed.events,
            pages={name: write_file(self._pages, name, content) for name, content in files.items()},
            site=site,
            html=html,
        )
        return Outcome(path, record, printed.diagnostics)

    def _published(self, plan: Summary, files: dict[str, bytes]) -> tuple[Files, Html, tuple[Diagnostic, ...]]:
        """Make the HTML of a plan's pages, and its pack; return its files in the site, and what MkDocs complains of."""
        assert self._site is not None
        entries = chapter_entries(plan)
        listed = frozenset(listed_files(entries))
        unlisted = [name for name in files if name.endswith(".md") and name not in listed]
        chapter = self.publisher.chapter(files, mkdocs_nav(entries), listed, unlisted)
        with stage("html"):
            pages = make_pages(chapter, self._site, self.publisher.config.strict)
        with stage("packs"):
            files[pack_address(plan)] = plan_pack(
                plan, lambda address: pages.articles.get(address) or self._exercise(address)
            )
        others = {name: content for name, content in files.items() if not name.endswith(".md")}
        site = {**pages.files, **dict(copied(others, self._site))}
        with stage("links"):
            found = look(pages.contents, others, self._ground.settings.address)
        return site, Html(pages.facts, found, key_for(pages.facts)), pages.faults

    def _unpublished(self, plan: Summary, files: dict[str, bytes]) -> tuple[Files, Html, tuple[Diagnostic, ...]]:
        """Make its pack alone."""
        own = Articles(dict(files), self._ground.file)
        files[pack_address(plan)] = plan_pack(
            plan, lambda address: own.at(address) if source_file(address) in files else self._exercise(address)
        )
        return {}, Html(), ()

    def _exercise(self, address: str) -> Article:
        return self._binding.exercises[address]

    @cached_property
    def _binding(self) -> Binding:
        if self._known is not None:
            return self._known
        self.made_binding = make_binding(self._ground, self.press)
        return self.made_binding

    def get_ready(self) -> None:
        """Set up what every part needs, once for all processes; Refused with what MkDocs complains of."""
        with speaking(self.language):
            _ = self._printer
        self.get_ready_to_bind()

    def get_ready_to_bind(self) -> None:
        """Set up what the second half needs alone."""
        with speaking(self.language):
            _ = self._binding
            # One page lets the theme's templates be compiled here, and not in each process.
            list(self.publisher.chapter({"index.md": _ANY_PAGE}, ["index.md"]).made())

    @cached_property
    def publisher(self) -> Publisher:
        """MkDocs, set up once in this process."""
        return Publisher(self._ground.root, navigation((), json.loads(self._binding.told)))

    @cached_property
    def _printer(self) -> Printer:
        from generator.parts.printing import Printer  # not needed where another process prints

        return Printer(self._ground, self.language, self.press)

    @cached_property
    def press(self) -> Press:
        """What prints the site's pages."""
        from generator.whole_site.beside import site_press

        return site_press(self._ground.beside)
