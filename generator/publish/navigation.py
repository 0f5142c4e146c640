"""What mkdocs.yml inherits: ``build/run-hardday-pages-first.yml``. The navigation, in which every page stands, and the
names of style sheets and browser code, which the theme asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from generator.frozen import frozen
from generator.language import _
from generator.publish.addresses import (
    calendar_address,
    phase_address,
    plan_address,
    source_file,
    this_week_address,
    week_address,
)
from generator.publish.escape import tamed
from generator.publish.naming import phase_name, week_name, weeks_in
from generator.publish.summary import Summary
from generator.shipped import TEMPLATES

#: Where our templates for the theme are, for a project that has none of its own.
_THEME = {"custom_dir": (TEMPLATES / "theme").as_posix()}
_LONGEST_KEY = 1000
_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")
#: Pages to which others lead; the navigation has enough without.
_ELSEWHERE = ("plans/*/booklet/index.md", *(f"{name}/index.md" for name in ("offline", "imprint", "privacy", "embed")))


@frozen
class Entry:
    """A page (with a file) or a section (with entries, its own page first and without a title).

    Themes print a title unescaped, so it is tamed whoever reads it.
    """

    title: str
    file: str = ""
    entries: tuple[Entry, ...] = field(default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", tamed(self.title))


def navigation(entries: Iterable[Entry], settings: Mapping[str, object]) -> str:
    """Return the file's text. ``settings`` are what the theme is told of our files; JSON is YAML."""
    rows = [f"extra: {_yaml({'hardday': settings})}", f"theme: {_yaml(_THEME)}", "nav:"]
    for entry in entries:
        rows += _rows(entry, 1)
    return "\n".join(rows) + "\n"


def _yaml(value: object) -> str:
    """Return JSON that is YAML too, which knows no pairs of escapes for letters beyond the first 65,536."""
    return _PAIR.sub(_one_escape, json.dumps(value, sort_keys=True))


def _one_escape(pair: re.Match[str]) -> str:
    return f"\\U{0x10000 + ((int(pair[1], 16) - 0xD800) << 10) + int(pair[2], 16) - 0xDC00:08x}"


def listed_files(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield the files of entries and of all that stands below them."""
    for one in entries:
        if one.file:
            yield one.file
        yield from listed_files(one.entries)


def not_in_navigation(files: Iterable[str]) -> str:
    """Return what follows the navigation: which pages stand in none. MkDocs tells of every other that does not."""
    rows = [*_ELSEWHERE, *sorted(files)]
    return "not_in_nav: |\n" + "".join(f"  /{file}\n" for file in rows)


def _rows(entry: Entry, depth: int) -> list[str]:
    dash = "  " * depth + "- "
    if not entry.title:
        return [dash + entry.file]
    title = json.dumps(entry.title, ensure_ascii=False)
    # YAML takes no longer text for a key unless a question mark says so.
    key = f"{title}:" if len(title) < _LONGEST_KEY else f"? {title}\n{'  ' * depth}  :"
    if not entry.entries:
        return [f"{dash}{key} {entry.file}"]
    return [f"{dash}{key}", *(row for inner in entry.entries for row in _rows(inner, depth + 1))]


def section(title: str, address: str, entries: Sequence[Entry]) -> Entry:
    """Return a section whose own page has this address."""
    return Entry(title, entries=(Entry("", source_file(address)), *entries))


def plan_section(page: Summary) -> Entry:
    """Return a plan's section: its own page, this week, the calendar, then each phase with its weeks."""
    plan = page.plan
    phases = [
        section(
            phase_name(plan, phase),
            phase_address(plan, phase),
            [Entry(week_name(plan, week), source_file(week_address(plan, week))) for week in weeks_in(plan, phase)],
        )
        for phase in plan.phases
    ]
    picker = Entry(_("Pick your stage") if plan.staged else _("Pick your week"), source_file(this_week_address(plan)))
    grid = Entry(_("Calendar"), source_file(calendar_address(plan)))
    return section(page.texts.title, plan_address(plan), [picker, grid, *phases])


def chapter_entries(one: Summary) -> tuple[Entry, ...]:
    """Return the navigation that stands around a plan's pages: the top level, and below Plans this plan alone."""
    return (
        Entry(_("Home"), "index.md"),
        section(_("Plans"), "plans/", [plan_section(one)]),
        *(section(title, address, ()) for title, address in _sections()),
    )


def _sections() -> tuple[tuple[str, str], ...]:
    return ((_("Exercises"), "exercises/"), (_("Rules"), "rules/"), (_("Guide"), "guide/"))
