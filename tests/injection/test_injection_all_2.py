"""All hostile texts through every field of every author, in shares: the other half of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from injection_browser import Standing
from injection_gate import WITH_SCRIPTS, faults_of_elements, looks, not_shown, run_on, site_of, tame_site
from injection_texts import hostile, share
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.long]
PARTS = 10


def words_of(part: int) -> tuple[str, ...]:
    """One share; all are equally long, so that one site of harmless words stands beside each."""
    own = tuple(share(part, PARTS))
    return own + hostile()[: -(-len(hostile()) // PARTS) - len(own)]


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[dict[str, Standing]]:
    """How pages with harmless words look."""
    with pytest.MonkeyPatch.context() as patch:
        yield looks(chromium, tame_site(tmp_path_factory.mktemp("tame"), words_of(0), patch))


@pytest.mark.parametrize("part", range(1, PARTS, 2))
def test_no_text_of_a_share_is_more_than_text(
    part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chromium: Browser, tame: dict[str, Standing]
) -> None:
    texts = words_of(part)
    pages = site_of(tmp_path, texts, monkeypatch)
    found = looks(chromium, pages)
    assert faults_of_elements(found, tame) == []
    assert not_shown(texts, found) == []
    assert run_on(chromium, pages, WITH_SCRIPTS, scripts=False) == []
