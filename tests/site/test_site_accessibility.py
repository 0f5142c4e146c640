"""Every kind of page in a real Chromium, on phone and desktop, light and dark: accessible, private, quiet, narrow."""

from __future__ import annotations

from pathlib import Path

import pytest
from everything import EVERYTHING
from playwright.sync_api import Browser
from site_browser import Scheme, Visit, accessibility_violations, open_context, visit
from site_gates import nothing
from site_pages import kind_of, one_of_each_kind, plans_and_heaviest_weeks
from site_project import served

pytestmark = [pytest.mark.site, pytest.mark.browser]

VIEWS: list[tuple[int, Scheme]] = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
MATERIAL_SCHEMES = {"light": "default", "dark": "slate"}


#: A phone in light and a desktop in dark colors while you work; all four in the long run.
QUICK = (VIEWS[0], VIEWS[3])
MOST_VISITED = {"home", "week"}
PARAMS = [
    pytest.param(view, marks=[] if view in QUICK else [pytest.mark.long], id=f"{view[0]}px-{view[1]}") for view in VIEWS
]


#: What was seen in each view: tests of several views may take turns.
_SEEN: dict[tuple[int, Scheme], list[Visit]] = {}


@pytest.fixture(params=PARAMS)
def visits(request: pytest.FixtureRequest, chromium: Browser, built_site: Path, site_address: str) -> list[Visit]:
    """One page of each kind in this view, and its fourth of all plans and their heaviest weeks.

    While you work the two views share the kinds, and both have those that most visits are to.
    """
    width, scheme = request.param
    if request.param in _SEEN:
        return _SEEN[request.param]
    pages = dict.fromkeys(judged(one_of_each_kind(built_site), built_site, request.param))
    with open_context(chromium, width, scheme) as context:
        _SEEN[request.param] = visit(context, site_address, list(pages))
    return _SEEN[request.param]


def judged(kinds: list[str], site: Path, view: tuple[int, Scheme]) -> list[str]:
    if EVERYTHING:
        return [*kinds, *plans_and_heaviest_weeks(site)[VIEWS.index(view) :: len(VIEWS)]]
    visited = [address for address in kinds if kind_of(address) in MOST_VISITED]
    return [*visited, *[address for address in kinds if address not in visited][QUICK.index(view) :: len(QUICK)]]


def test_every_kind_of_page_is_judged_in_one_of_the_views(built_site: Path) -> None:
    kinds = one_of_each_kind(built_site)
    assert {page for view in QUICK for page in judged(kinds, built_site, view)} >= set(kinds)


def test_every_kind_of_page_is_accessible(visits: list[Visit]) -> None:
    nothing([f"{seen.address}: {found}" for seen in visits for found in seen.violations])


def test_nothing_is_asked_from_elsewhere(visits: list[Visit]) -> None:
    nothing([f"{seen.address}: {found}" for seen in visits for found in seen.foreign_requests])


def test_everything_asked_for_is_there(visits: list[Visit]) -> None:
    nothing([f"{seen.address}: {found}" for seen in visits for found in seen.failed_requests])


def test_the_console_stays_quiet(visits: list[Visit]) -> None:
    nothing([f"{seen.address}: {found}" for seen in visits for found in seen.console_errors])


def test_no_page_scrolls_sideways(visits: list[Visit]) -> None:
    nothing([f"{seen.address}: {seen.sideways_pixels} px" for seen in visits if seen.sideways_pixels])


def test_the_colors_follow_the_device(visits: list[Visit], request: pytest.FixtureRequest) -> None:
    scheme = "dark" if "dark" in request.node.name else "light"
    assert {seen.scheme for seen in visits} == {MATERIAL_SCHEMES[scheme]}


@pytest.mark.parametrize(
    ("opened", "width"),
    [
        ("drawer", 390),
        ("search", 1280),
        pytest.param("drawer", 1280, marks=pytest.mark.long),
        pytest.param("search", 390, marks=pytest.mark.long),
    ],
)
def test_the_open_menu_and_the_open_search_are_accessible(
    opened: str, width: int, chromium: Browser, built_site: Path, site_address: str
) -> None:
    week = next(page for page in one_of_each_kind(built_site) if "/week-" in page)
    with open_context(chromium, width, "light") as context:
        page = context.new_page()
        page.goto(site_address + week, wait_until="networkidle")
        page.evaluate("id => document.getElementById(id).click()", f"__{opened}")
        if opened == "search":
            page.keyboard.type("squat")
            page.locator(".md-search-result__item").first.wait_for()
        nothing(accessibility_violations(page))


DEFECTS = {
    "contrast": ('<p style="color:#999;background:#fff">pale</p>', "violations"),
    "unnamed-box": ('<input type="checkbox">', "violations"),
    "foreign": ('<img src="http://127.0.0.2:9/squat.png" alt="A squat">', "foreign_requests"),
    "missing-file": ('<img src="squat.png" alt="A squat">', "failed_requests"),
    "script-error": ("<script>undefinedName.call()</script>", "console_errors"),
    "too-wide": ('<div style="width:600px">wide</div>', "sideways_pixels"),
}
SOUND = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title><link rel="icon" href="data:,"></head>\
<body><main><h1>T</h1>{}</main></body></html>'
)


@pytest.fixture(scope="module")
def seeded(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Visit]:
    """What is found on a page with each defect, and on a sound one."""
    folder = tmp_path_factory.mktemp("seeded")
    for name, (markup, _) in (DEFECTS | {"sound": ("<p>fine</p>", "")}).items():
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(SOUND.format(markup), encoding="utf-8")
    with served(folder) as address, open_context(chromium, 390, "light") as context:
        return {found.address: found for found in visit(context, address, [f"{name}/" for name in [*DEFECTS, "sound"]])}


def test_a_sound_page_passes(seeded: dict[str, Visit]) -> None:
    assert seeded["sound/"] == Visit("sound/")


@pytest.mark.parametrize("name", DEFECTS)
def test_a_defect_is_found(name: str, seeded: dict[str, Visit]) -> None:
    assert getattr(seeded[f"{name}/"], DEFECTS[name][1])
