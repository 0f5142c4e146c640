"""A first visit loads little, all that is saved for later included."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from offline_server import Host, hosted
from offline_site import phone, visit_and_save
from playwright.sync_api import Browser
from site_pages import kind_of, one_of_each_kind

pytestmark = [pytest.mark.site, pytest.mark.browser]

MOST_BYTES = 200 * 1024


def first_visit(chromium: Browser, site: Path) -> Host:
    """Visit the heaviest week as somebody who was never here, and wait until nothing more is loaded."""
    address = next(page for page in one_of_each_kind(site) if kind_of(page) == "week")
    with hosted(site) as host, phone(chromium) as (_, page):
        visit_and_save(page, host, address)
        page.wait_for_load_state("networkidle")
        return host


def test_a_first_visit_is_light(chromium: Browser, built_site: Path) -> None:
    host = first_visit(chromium, built_site)
    heaviest = sorted(host.sent.items(), key=lambda item: -item[1])[:12]
    assert sum(host.sent.values()) <= MOST_BYTES, heaviest
    assert {"sw.js", "offline/"} <= set(host.sent)
    assert any(path.endswith("/offline.json") for path in host.sent)
    again = [path for path in set(host.asked) if host.asked.count(path) > 1 and re.match(r"assets/(js|css|java)", path)]
    assert not again


@pytest.mark.long
def test_a_heavy_first_visit_is_noticed(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    """The search's index, loaded at once as the theme does it by itself, would be too much."""
    site = shutil.copytree(built_site, tmp_path / "site")
    [early] = site.glob("assets/js-*/early.js")
    text = early.read_text(encoding="utf-8")
    eager = text.replace("let searched = ", "let searched = true || ", 1)
    assert eager != text
    early.write_text(eager, encoding="utf-8")
    assert sum(first_visit(chromium, site).sent.values()) > MOST_BYTES
