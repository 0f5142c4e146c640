"""All hostile texts through every field of every author, in shares: the first half of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from injection_browser import Standing
from injection_shares import PARTS, harmless, only_text
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.long]


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> dict[str, Standing]:
    """How pages with harmless words look."""
    return harmless(tmp_path_factory.mktemp("tame"), chromium)


@pytest.mark.parametrize("part", range(0, PARTS, 2))
def test_no_text_of_a_share_is_more_than_text(
    part: int, tmp_path: Path, chromium: Browser, tame: dict[str, Standing]
) -> None:
    only_text(part, tmp_path, chromium, tame)
