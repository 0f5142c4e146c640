"""Hosted pages before Lighthouse and pa11y."""

from __future__ import annotations

from pathlib import Path

import pytest
from judges import lighthouse, pa11y_findings
from nginx import hosted
from spoiling import spoilt
from visitor import heaviest_of_each_kind

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.long]

LEAST = {"accessibility": 100, "best-practices": 100, "seo": 100}
#: Lighthouse takes other work on the same processors for the page's own slowness, so speed is measured alone.
LEAST_SPEED = 95
UNNAMED = '<input type="text">'


@pytest.mark.parametrize("kind", ["week", "plan", "home"])
def test_lighthouse_on_a_phone(kind: str, built_site: Path) -> None:
    with hosted(built_site) as host:
        scores, complaints = lighthouse(host.root + heaviest_of_each_kind(built_site)[kind], runs=1)
    too_low = {name: scores[name] for name, least in LEAST.items() if scores[name] < least}
    assert not too_low, (too_low, complaints)


@pytest.mark.alone
@pytest.mark.parametrize("kind", ["week", "plan", "home"])
def test_lighthouse_finds_a_phone_quick(kind: str, built_site: Path) -> None:
    with hosted(built_site) as host:
        scores, complaints = lighthouse(host.root + heaviest_of_each_kind(built_site)[kind])
    print(f"Lighthouse, {kind}: {scores}")
    assert scores["performance"] >= LEAST_SPEED, (scores, complaints)


def test_lighthouse_sees_a_field_without_a_name(built_site: Path, tmp_path: Path) -> None:
    site = spoilt(built_site, tmp_path / "site", "log/", "</article>", UNNAMED)
    with hosted(site) as host:
        scores, complaints = lighthouse(host.root + "log/", runs=1)
    assert scores["accessibility"] < LEAST["accessibility"], complaints


def test_pa11y_on_each_kind_of_page(built_site: Path) -> None:
    with hosted(built_site) as host:
        found = pa11y_findings([host.root + address for address in heaviest_of_each_kind(built_site).values()])
    assert not found, "\n" + "\n".join(found)


def test_pa11y_sees_a_field_without_a_name(built_site: Path, tmp_path: Path) -> None:
    site = spoilt(built_site, tmp_path / "site", "log/", "</article>", UNNAMED)
    with hosted(site) as host:
        found = pa11y_findings([host.root + "log/"])
    assert {text.split(" ")[1] for text in found} == {"axe", "htmlcs"}, "both engines see it"
