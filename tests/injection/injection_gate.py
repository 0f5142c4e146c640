"""The gate: a site full of hostile texts has no element more than one of harmless words, and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from injection_browser import BLANK, Standing, added, opened, standing, trapped, use_everything
from injection_sites import harmless, hostile_site
from injection_texts import mark
from playwright.sync_api import Browser

from generator.publish.escape import plain
from generator.serve.pages import Pages

#: A phase's address that is made of its title; of two, the longer one has a number behind it.
_NAMED = re.compile(r"/q\d+q[a-z0-9-]*/")
#: Pages on which the site's own scripts read what authors wrote.
WITH_SCRIPTS = (
    "",
    *("plans/written/", "plans/written/base/", "plans/written/week-01/", "plans/written/week-02/"),
    *("plans/written/calendar/", "plans/written/booklet/", "plans/written/this-week/", "plans/given/week-02/"),
    *("exercises/goblet-squat/", "imprint/", "privacy/", "glossary/", "sources/"),
)


def html_names(pages: Pages) -> list[str]:
    """Every HTML file of a site."""
    return [name for name in pages.names() if name.endswith(".html")]


def looks(browser: Browser, pages: Pages) -> dict[str, Standing]:
    """Every page of a site as Chromium reads it."""
    with trapped(browser, pages.file, scripts=False) as (context, caught):
        page = opened(context, caught, BLANK)
        found = standing(page, html_names(pages))
    named = sorted((name for name in found if _NAMED.search(name)), key=len)
    return {f"named {named.index(name)}" if name in named else name: one for name, one in found.items()}


def faults_of_elements(hostile: dict[str, Standing], tame: dict[str, Standing]) -> list[str]:
    """What hostile texts added to any page, or took away."""
    assert hostile.keys() == tame.keys()
    return [f"{name}: {one}" for name in hostile for one in added(hostile[name], tame[name])]


def not_shown(texts: Sequence[str], found: dict[str, Standing]) -> list[str]:
    """The texts that stand on no page as they were written."""
    every = " ".join(" ".join(one.text for one in found.values()).split())
    return [text for number, text in enumerate(texts) if " ".join(plain(f"{mark(number)}{text}").split()) not in every]


def run_on(browser: Browser, pages: Pages, addresses: Sequence[str], scripts: bool) -> list[str]:
    """Open pages and return what was set off; with the site's own scripts, use all that stands on them, too."""
    with trapped(browser, pages.file, scripts) as (context, caught):
        for address in addresses:
            page = opened(context, caught, address)
            if scripts:
                use_everything(page)
            page.evaluate("new Promise((done) => setTimeout(done))")  # what is told on the way comes first
            page.close()
    return caught.hits


def site_of(folder: Path, texts: Sequence[str], patch: pytest.MonkeyPatch, shown: Callable[[str], str] = str) -> Pages:
    """The site in which every author wrote these texts."""
    return hostile_site(folder, texts, shown, patch)


def tame_site(folder: Path, texts: Sequence[str], patch: pytest.MonkeyPatch) -> Pages:
    """The same site with harmless words, as many in each place."""
    return hostile_site(folder, texts, harmless, patch)
