"""What is saved of a plan is what the site shows: all of it, word for word, link for link."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
from offline_site import PLAN, article, pack, published
from site_gates import nothing
from site_pages import addresses

pytestmark = pytest.mark.site

BESIDE = {"", "plans/", "log/", "stop-signs/", "sign-off/", "soreness-and-fatigue/", "assessment/"}
NOT_SAVED = re.compile(r"plans/[^/]+/booklet/")


def plans(site: Path) -> list[str]:
    return sorted(path.parent.name for path in site.glob("plans/*/offline.json"))


def wanted(site: Path, plan: str) -> set[str]:
    """Every page of a plan, the exercises that these lead to, and what an athlete needs beside them."""
    own = {page for page in addresses(site) if page.startswith(f"plans/{plan}/") and not NOT_SAVED.match(page)}
    links = {link for page in own for link in published(site, page)[1]}
    exercises = {match[1] for link in links if (match := re.match(r"https://site\.test/(exercises/[a-z0-9-]+/)", link))}
    return own | exercises | BESIDE


def differences(site: Path, plan: str, saved: dict[str, Any]) -> list[str]:
    pages = saved["pages"]
    found = [f"{plan}: {page} is not saved" for page in sorted(wanted(site, plan) - set(pages))]
    for address in sorted(set(pages) & set(addresses(site))):
        if article(f"<article>{pages[address]['html']}</article>", address) != published(site, address):
            found.append(f"{plan}: {address} differs")
    return found + [f"{plan}: {page} is no page" for page in sorted(set(pages) - set(addresses(site)))]


def test_every_plan_is_saved_whole_and_as_it_is_published(built_site: Path) -> None:
    assert len(plans(built_site)) > 8
    nothing([line for plan in plans(built_site) for line in differences(built_site, plan, pack(built_site, plan))])


def test_titles_are_those_of_the_pages(built_site: Path) -> None:
    for address, page in pack(built_site)["pages"].items():
        html = (built_site / address / "index.html").read_text(encoding="utf-8")
        title = page["title"].replace("&", "&amp;").replace("'", "&#39;")
        assert f"<title>{title} - Training plans</title>" in html.replace("’", "’"), address


@pytest.mark.parametrize("defect", ["missing", "word", "link"])
def test_a_plan_that_is_not_saved_right_is_found(defect: str, built_site: Path) -> None:
    saved = copy.deepcopy(pack(built_site))
    page = saved["pages"][f"plans/{PLAN}/week-03/"]
    if defect == "missing":
        del saved["pages"]["stop-signs/"]
    elif defect == "word":
        page["html"] = page["html"].replace("Each day first", "Each day last")
    else:
        page["html"] = page["html"].replace('href="../week-02/"', 'href="../week-01/"')
    assert len(differences(built_site, PLAN, saved)) == 1
