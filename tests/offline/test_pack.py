"""What is saved of a plan is what the site shows: all of it, word for word, link for link."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
from offline_site import PLAN, article, beside, beside_file, pack, published
from site_gates import nothing
from site_pages import addresses

pytestmark = pytest.mark.site

BESIDE = {"", "plans/", "log/", "stop-signs/", "sign-off/", "soreness-and-fatigue/", "assessment/"}
MOST_BYTES = 250 * 1024
NOT_SAVED = re.compile(r"plans/[^/]+/booklet/")


def plans(site: Path) -> list[str]:
    return sorted(path.parent.name for path in site.glob("plans/*/offline.json"))


def wanted(site: Path, plan: str) -> set[str]:
    """Every page of a plan, and the exercises to which these lead."""
    own = {page for page in addresses(site) if page.startswith(f"plans/{plan}/") and not NOT_SAVED.match(page)}
    links = {link for page in own for link in published(site, page)[1]}
    exercise = re.compile(r"https://site\.test/(exercises/[a-z0-9-]+/)")
    return own | {match[1] for link in links if (match := exercise.match(link))}


def differences(site: Path, pages: dict[str, Any], wanted: set[str]) -> list[str]:
    found = [f"{page} is not saved" for page in sorted(wanted - set(pages))]
    for address in sorted(set(pages) & set(addresses(site))):
        if article(f"<article>{pages[address]['html']}</article>", address) != published(site, address):
            found.append(f"{address} differs")
    return found + [f"{page} is no page" for page in sorted(set(pages) - set(addresses(site)))]


def test_every_plan_is_saved_whole_and_as_it_is_published(built_site: Path) -> None:
    assert len(plans(built_site)) > 8
    found = []
    for plan in plans(built_site):
        lines = differences(built_site, pack(built_site, plan), wanted(built_site, plan))
        found += [f"{plan}: {line}" for line in lines]
    nothing(found)


def test_what_is_needed_beside_any_plan_is_saved_once(built_site: Path) -> None:
    assert set(beside(built_site)) == BESIDE
    nothing(differences(built_site, beside(built_site), BESIDE))


def test_titles_are_those_of_the_pages(built_site: Path) -> None:
    for address, page in {**pack(built_site), **beside(built_site)}.items():
        html = (built_site / address / "index.html").read_text(encoding="utf-8")
        title = page["title"].replace("&", "&amp;").replace("'", "&#39;")
        assert f"<title>{title} - Training plans</title>" in html.replace("’", "’"), address


def test_what_is_saved_of_a_plan_names_no_other(built_site: Path) -> None:
    for plan in plans(built_site):
        for address, page in pack(built_site, plan).items():
            links = article(f"<article>{page['html']}</article>", address)[1]
            others = [link for link in links if re.match(rf"https://site\.test/plans/(?!{plan}/)[^/]+/", link)]
            assert not others, address
            assert "hd-uses" not in page["html"], address


def test_the_list_of_plans_is_marked_on_every_exercise_that_any_uses(built_site: Path) -> None:
    marked = 0
    for address in addresses(built_site):
        if re.fullmatch(r"exercises/[^/]+/", address):
            html = (built_site / address / "index.html").read_text(encoding="utf-8")
            rest = re.sub(r"<!--hd-uses-->.*?<!--/hd-uses-->", "", html, flags=re.S)
            assert "plans/" not in rest[rest.index("<article") : rest.index("</article>")], address
            marked += rest != html
    assert marked > 20


def test_what_is_saved_is_small(built_site: Path) -> None:
    sizes = {file: file.stat().st_size for file in [*built_site.glob("plans/*/offline.json"), beside_file(built_site)]}
    nothing([f"{file}: {size} bytes" for file, size in sizes.items() if size > MOST_BYTES])


@pytest.mark.parametrize("defect", ["missing", "word", "link"])
def test_a_plan_that_is_not_saved_right_is_found(defect: str, built_site: Path) -> None:
    saved = copy.deepcopy(pack(built_site))
    page = saved[f"plans/{PLAN}/week-03/"]
    if defect == "missing":
        del saved[f"plans/{PLAN}/week-04/"]
    elif defect == "word":
        page["html"] = page["html"].replace("Each day first", "Each day last")
    else:
        page["html"] = page["html"].replace('href="../week-02/"', 'href="../week-01/"')
    assert len(differences(built_site, saved, wanted(built_site, PLAN))) == 1
