"""A share of all hostile texts through every field of every author: nothing is run, no element is added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from everything import EVERYTHING
from injection_browser import Standing
from injection_gate import (
    WITH_SCRIPTS,
    faults_of_elements,
    html_names,
    looks,
    not_shown,
    run_on,
    site_of,
    tame_site,
)
from injection_texts import share
from playwright.sync_api import Browser

from generator.serve.pages import Pages

pytestmark = pytest.mark.browser
TEXTS = share(0, 40)


@dataclass
class Both:
    """A site of hostile texts, and how its pages look beside those of harmless ones."""

    pages: Pages
    hostile: dict[str, Standing]
    tame: dict[str, Standing]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[Both]:
    """Both sites, made once."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("hostile")
        tame = looks(chromium, tame_site(folder / "tame", TEXTS, patch))
        pages = site_of(folder, TEXTS, patch)
        yield Both(pages, looks(chromium, pages), tame)


def test_no_text_adds_an_element_or_an_attribute(both: Both) -> None:
    assert faults_of_elements(both.hostile, both.tame) == []


def test_each_text_is_shown_as_it_was_written(both: Both) -> None:
    assert not_shown(TEXTS, both.hostile) == []


@pytest.mark.long
def test_nothing_is_run_on_any_page(both: Both, chromium: Browser) -> None:
    addresses = [name.removesuffix("index.html") for name in html_names(both.pages)]
    assert run_on(chromium, both.pages, addresses, scripts=False) == []


def test_nothing_is_run_by_the_sites_own_scripts(both: Both, chromium: Browser) -> None:
    assert run_on(chromium, both.pages, WITH_SCRIPTS if EVERYTHING else WITH_SCRIPTS[::2], scripts=True) == []
