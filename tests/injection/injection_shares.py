"""All hostile texts in shares, so that several workers try them side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from injection_browser import Standing
from injection_gate import WITH_SCRIPTS, faults_of_elements, looks, not_shown, run_on, site_of, tame_site
from injection_texts import hostile, share
from playwright.sync_api import Browser

PARTS = 10


def words_of(part: int) -> tuple[str, ...]:
    """One share; all are equally long, so that one site of harmless words stands beside each."""
    own = tuple(share(part, PARTS))
    return own + hostile()[: -(-len(hostile()) // PARTS) - len(own)]


def harmless(folder: Path, chromium: Browser) -> dict[str, Standing]:
    """How pages with harmless words look."""
    with pytest.MonkeyPatch.context() as patch:
        return looks(chromium, tame_site(folder, words_of(0), patch))


def only_text(part: int, folder: Path, chromium: Browser, tame: dict[str, Standing]) -> None:
    """AssertionError where a text of a share is more than text on some page."""
    with pytest.MonkeyPatch.context() as patch:
        texts = words_of(part)
        pages = site_of(folder, texts, patch)
        found = looks(chromium, pages)
        assert faults_of_elements(found, tame) == []
        assert not_shown(texts, found) == []
        assert run_on(chromium, pages, WITH_SCRIPTS, scripts=False) == []
