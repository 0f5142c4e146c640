"""What a host sends: few bytes, packed, each file with its type."""

from __future__ import annotations

import os
import urllib.request
from pathlib import Path

import pytest
from nginx import STRICT, TYPES, hosted
from playwright.sync_api import Browser
from spoiling import spoilt
from visitor import costs, first_visit, heaviest_of_each_kind

pytestmark = [pytest.mark.site, pytest.mark.browser]

MOST_SENT = 200_000
MOST_HTML = 40_000
EXPECTED = {
    "": "text/html; charset=utf-8",
    "plans/marathon-competitive/plan.json": "application/json; charset=utf-8",
    "plans/marathon-competitive/springfield-marathon.ics": "text/calendar; charset=utf-8",
    "manifest.webmanifest": "application/manifest+json",
    "sw.js": "text/javascript; charset=utf-8",
}


def test_a_first_visit_sends_little(chromium: Browser, built_site: Path, tmp_path: Path) -> None:
    week = heaviest_of_each_kind(built_site)["week"]
    assert (built_site / week / "index.html").stat().st_size <= MOST_HTML
    with hosted(built_site) as host:
        sent = first_visit(chromium, host, week)
    total = sum(one.size for one in sent)
    assert {200} <= {one.status for one in sent} <= {200, 304}, costs(sent)
    assert total <= MOST_SENT, f"{total} bytes\n{costs(sent)}"
    assert any(one.address == "/sw.js" for one in sent), "nothing was saved for later"
    _a_picture_is_too_much(chromium, built_site, tmp_path / "site", week, total)


def _a_picture_is_too_much(chromium: Browser, site: Path, to: Path, week: str, before: int) -> None:
    copy = spoilt(site, to, week, "</article>", '<img src="/picture.png" alt="">')
    (copy / "picture.png").write_bytes(os.urandom(300_000))
    with hosted(copy) as host:
        sent = first_visit(chromium, host, week)
    total = sum(one.size for one in sent)
    assert total > MOST_SENT
    assert total - before > 290_000
    assert costs(sent).splitlines()[0].endswith("/picture.png")


def type_faults(address: str) -> list[str]:
    """Which files come with another type than theirs, unpacked, or without the policy."""
    found = []
    for path, expected in EXPECTED.items():
        asked = urllib.request.Request(address + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=20) as answer:
            head = answer.headers
        if head["Content-Type"] != expected:
            found.append(f"{path}: {head['Content-Type']}, not {expected}")
        if head["Content-Encoding"] != "gzip":
            found.append(f"{path}: not packed")
        if head["Content-Security-Policy"] != STRICT or head["X-Content-Type-Options"] != "nosniff":
            found.append(f"{path}: without the policy")
    return found


def test_every_file_comes_with_its_type(built_site: Path) -> None:
    with hosted(built_site) as host:
        assert not type_faults(host.root)
        assert not type_faults(host.below)


def test_a_calendar_as_plain_text_is_seen(built_site: Path) -> None:
    """What nginx does by itself, and some phones then save a calendar as a text."""
    kinds = {kind: ending for kind, ending in TYPES.items() if ending not in ("ics", "txt")}
    with hosted(built_site, {**kinds, "text/plain": "txt ics"}) as host:
        faults = type_faults(host.root)
    assert any("springfield-marathon.ics: text/plain" in fault for fault in faults)
