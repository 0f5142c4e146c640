"""Every page keeps to the HTML standard and to what a page of this site must have."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from statistics import median

import pytest
from everything import EVERYTHING
from site_gates import html_errors, nothing
from site_pages import addresses, kind_of, one_of_each_kind, page_file

pytestmark = pytest.mark.site

FIXED_ADDRESSES = ["", "404.html", "exercises/", "log/", "plans/", "rules/", "sign-off/", "stop-signs/"]
MOST_BYTES = {"week": 40 * 1024, "calendar": 60 * 1024}
SOUND = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title></head><body>{}</body></html>'


def texts(site: Path) -> dict[str, str]:
    return {address: page_file(site, address).read_text(encoding="utf-8") for address in addresses(site)}


def without(pattern: str, site: Path) -> list[str]:
    """The pages in which the pattern does not occur exactly once."""
    return [address for address, text in texts(site).items() if len(re.findall(pattern, text)) != 1]


def test_the_site_keeps_to_the_html_standard(built_site: Path) -> None:
    """Every page of it on CI; while you work the heaviest of each kind."""
    if EVERYTHING:
        nothing(html_errors(built_site))
    else:
        nothing(html_errors(*(page_file(built_site, address) for address in one_of_each_kind(built_site))))


def test_sound_html_passes(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(SOUND.format("<h1>T</h1>"), encoding="utf-8")
    assert html_errors(tmp_path) == []


@pytest.mark.parametrize(
    "defect",
    [
        pytest.param('<input type="checkbox" autocomplete="off">', id="attribute"),
        pytest.param("<ul><p>no list</p></ul>", id="nesting", marks=pytest.mark.long),
        pytest.param('<b id="a"></b><b id="a"></b>', id="twice-the-same-id", marks=pytest.mark.long),
    ],
)
def test_broken_html_is_found(defect: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(SOUND.format(defect), encoding="utf-8")
    assert len(html_errors(tmp_path)) == 1


def test_the_fixed_addresses_are_there(built_site: Path) -> None:
    assert [address for address in FIXED_ADDRESSES if not page_file(built_site, address).is_file()] == []


def test_every_page_has_one_heading_and_a_description(built_site: Path) -> None:
    nothing(without(r"<h1[ >]", built_site))
    nothing(without(r'<meta name="description" content="[^"]+">', built_site))


def test_every_page_leads_to_the_stop_signs(built_site: Path) -> None:
    nothing(without(r'<p class="hd-footer__stop"><a href="([^"]*stop-signs/|\./)">', built_site))


def test_no_two_pages_have_the_same_title(built_site: Path) -> None:
    titles = Counter(first_title(text) for text in texts(built_site).values())
    nothing([title for title, count in titles.items() if count > 1])


def first_title(text: str) -> str:
    """The title of the page itself, which stands before those of its pictures."""
    return text[text.index("<title>") + len("<title>") : text.index("</title>")]


@pytest.mark.parametrize("kind", MOST_BYTES)
def test_a_page_is_light_enough_for_a_gym(kind: str, built_site: Path) -> None:
    pages = [address for address in addresses(built_site) if kind_of(address) == kind]
    assert pages
    sizes = {address: page_file(built_site, address).stat().st_size for address in pages}
    nothing([f"{address}: {size} bytes" for address, size in sizes.items() if size > MOST_BYTES[kind]])


def test_most_weeks_are_lighter_still(built_site: Path) -> None:
    """What stands around a week's article is the smaller half of it."""
    weeks = [address for address in addresses(built_site) if kind_of(address) == "week"]
    assert median(page_file(built_site, address).stat().st_size for address in weeks) <= 30 * 1024


def test_the_search_finds_every_kind_of_page_but_weeks_and_calendars(built_site: Path) -> None:
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    kinds = {kind_of(entry["location"].partition("#")[0]) for entry in index["docs"]}
    assert {"plan", "phase", "exercise", "rule", "stop-signs/", "sign-off/"} <= kinds
    assert not {"week", "calendar"} & kinds
