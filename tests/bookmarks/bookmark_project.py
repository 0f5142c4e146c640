"""Small projects whose plans are renumbered, renamed and given up: copies in a folder of their own."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from site_project import ROOT

from generator.bookmarks import History, expected, past_of, read_history, settled, told, write_ledger
from generator.bookmarks.written import written as with_places
from generator.build import build_pages
from generator.checking import check_definitions, expand_all
from generator.model.definition_files import definition_files
from generator.model.result import Result
from generator.project import open_project
from generator.publish.past import Past
from generator.report.progress import unseen

PLAN = "marathon-competitive"
BASE = "plans/marathon-competitive/"
#: What the build proposes for a base of seven weeks instead of eight.
SEVEN = "moved: {weeks 8-20: weeks 7-19}"
EIGHT = "moved: {weeks 8-19: weeks 9-20}"


def small_project(to: Path, *plans: str) -> Path:
    """A project with these plans alone (the competitive marathon if none is named) that has published nothing."""
    to.mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", to)
    shutil.copytree(ROOT / "templates", to / "templates")
    for folder in ("library", "policies"):
        shutil.copytree(ROOT / "plans" / folder, to / "plans" / folder)
    for plan in plans or (PLAN,):
        shutil.copy2(ROOT / "plans" / f"{plan}.yaml", to / "plans")
    return to


def pages(project: Path, frozen: bool = False) -> Result:
    """Write the pages of a project."""
    return build_pages(project, unseen, frozen)


def errors(found: Result) -> list[str]:
    """What is wrong, one line each."""
    return [str(one) for one in found.diagnostics if one.severity == "error"]


def checked(project: Path, *files: Path) -> list[str]:
    """What `hardday check` finds wrong."""
    return errors(check_definitions(project, files))


def written(project: Path) -> list[str]:
    """What is wrong with writing the pages."""
    return errors(pages(project))


def recorded(project: Path) -> list[str]:
    """What is wrong; if nothing is, the record of addresses is written as a build would, without any page."""
    history, there = _history(project)
    found = settled(history, there)
    faults = [str(one) for one in told(history, found, there) if one.severity == "error"]
    if not faults:
        write_ledger(project, found.entries)
    return faults


def _history(project: Path) -> tuple[History, frozenset[str]]:
    opened = open_project(project)
    expanded, result = expand_all(opened, definition_files(project), unseen)
    assert errors(result) == []
    history = read_history(project, [with_places(one.authored, one.plan) for one in expanded])
    return history, expected(history, opened.library.exercises)


def past(project: Path, plan: str = PLAN) -> Past:
    """What a plan's addresses meant before, as its pages say it."""
    history, _ = _history(project)
    return past_of(history, history.plans[plan].plan)


def leads(project: Path) -> Mapping[str, str]:
    """Where each address leads that is gone."""
    history, there = _history(project)
    gone = {address for address, entry in history.entries.items() if entry.gone}
    return settled(history, there - gone).leads


def edit(project: Path, *changes: tuple[str, str], plan: str = PLAN) -> None:
    """Replace texts of a plan, each of which must be there."""
    path = project / "plans" / f"{plan}.yaml"
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def base_of_seven(project: Path) -> None:
    """Take the last week of the competitive marathon's base away."""
    edit(
        project,
        ("weeks: 8", "weeks: 7"),
        ("week: 20", "week: 19"),
        ("48 mi, 50 mi, 40 mi]", "48 mi, 50 mi]"),
        ("15 mi, 16 mi, 12 mi]", "15 mi, 16 mi]"),
        ("cutback: [4, 8]", "cutback: [4]"),
    )


def base_of_eight(project: Path) -> None:
    """Give it back."""
    edit(
        project,
        ("weeks: 7", "weeks: 8"),
        ("week: 19", "week: 20"),
        ("48 mi, 50 mi]", "48 mi, 50 mi, 40 mi]"),
        ("15 mi, 16 mi]", "15 mi, 16 mi, 12 mi]"),
        ("cutback: [4]", "cutback: [4, 8]"),
    )


def say(project: Path, line: str, plan: str = PLAN) -> None:
    """Let a plan's last line be this `moved:`."""
    path = project / "plans" / f"{plan}.yaml"
    text = re.sub(r"^moved:.*(?:\n .*)*\n?", "", path.read_text("utf-8"), flags=re.M)
    path.write_text(f"{text}{line}\n", "utf-8")


def proposed(faults: list[str]) -> str:
    """The line that the first message proposes, as an author copies it."""
    found = re.search(r"moved: \{.*?\}", faults[0])
    assert found, faults[0]
    return found[0]


def ledger(project: Path) -> dict[str, dict[str, Any]]:
    """The record of addresses."""
    found: dict[str, dict[str, Any]] = json.loads((project / "published" / "addresses.json").read_text("utf-8"))[
        "addresses"
    ]
    return found


def page(project: Path, address: str) -> str:
    """A page's Markdown."""
    return (project / "build" / "pages" / address / "index.md").read_text("utf-8")


def rewrite(project: Path, addresses: dict[str, dict[str, Any]]) -> None:
    """Let these be the addresses that were published."""
    text = json.dumps({"format": "hardday/addresses@1", "addresses": addresses}, indent=0)
    (project / "published" / "addresses.json").write_text(text, "utf-8")
