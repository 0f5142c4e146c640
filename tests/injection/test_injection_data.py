"""Hostile texts in calendars, JSON, the search and tables: each stays one value."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from icalendar import Calendar
from injection_browser import opened, trapped
from injection_gate import site_of, tame_site
from injection_texts import hostile, share
from playwright.sync_api import Browser, TimeoutError

from generator.export import cells
from generator.export.cells import RISKY, cell_text, csv_text
from generator.html.searched import SEARCH_INDEX
from generator.publish.calendars import writing
from generator.serve.pages import Pages

#: Texts that would end a line, a property or an event of a calendar, or an element that holds data.
BREAKING = (
    "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:forged",
    "x\nATTACH:https://example.org/",
    "x\r\n ;VALUE=URI:javascript:alert(1)",
    "x\x85\u2028\u2029\x0b\x0cURL:https://example.org/",
    "x\\n\\N\\;\\,\\\\",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
)
DAY = date(2027, 5, 23)
TEXTS = (*BREAKING, *share(1, 60))


@dataclass
class Sites:
    """A site of hostile texts, and the same of harmless ones."""

    hostile: Pages
    tame: Pages


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """Both, worked out once; a page is made when it is asked for."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("data")
        yield Sites(site_of(folder, TEXTS, patch), tame_site(folder / "tame", TEXTS, patch))


def shape(content: bytes) -> list[tuple[str, ...]]:
    """A calendar's components, each with its properties; what breaks a line is an error."""
    for line in content.split(b"\r\n"):
        assert not set(line) & {10, 13}, line
        assert len(line) <= 75, line
    calendar = Calendar.from_ical(content)
    return [tuple(sorted(name for name, _ in part.property_items(recursive=False))) for part in calendar.walk()]


def calendars(pages: Pages) -> dict[str, bytes]:
    """Each calendar of a site."""
    return {name: pages.file(name) or b"" for name in pages.names() if name.endswith(".ics")}


def test_calendars_have_no_event_and_no_property_more(sites: Sites) -> None:
    ours, tame = calendars(sites.hostile), calendars(sites.tame)
    assert ours
    assert ours.keys() == tame.keys()
    for name, content in ours.items():
        assert shape(content) == shape(tame[name])


def test_calendars_say_what_authors_wrote(sites: Sites) -> None:
    files = calendars(sites.hostile).values()
    names = {re.sub(r"\\(.)", r"\1", str(Calendar.from_ical(content)["X-WR-CALNAME"])) for content in files}
    title = json.loads(sites.hostile.file("plans/written/plan.json") or b"")["title"]
    assert writing.one_line(title) in names


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_read_back_from_a_calendar_is_the_same(text: str) -> None:
    event = writing.event_lines("uid", "20260101T000000Z", 0, DAY, writing.said_lines("s", text, "", False))
    read = Calendar.from_ical(writing.calendar_file("-//x//", "name", event))
    (found,) = read.walk("VEVENT")
    assert str(found.get("DESCRIPTION", "")) == writing.plain(text).replace("\\N", "\n")


def test_a_calendar_whose_texts_nobody_escaped_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "escaped", str)
    writing.said_lines.cache_clear()
    event = writing.event_lines("uid", "20260101T000000Z", 0, DAY, writing.said_lines("s", BREAKING[0], "", False))
    content = writing.calendar_file("-//x//", "name", event)
    writing.said_lines.cache_clear()
    with pytest.raises(AssertionError):
        shape(content)


def test_every_file_of_data_is_json_and_closes_no_element(sites: Sites) -> None:
    read = 0
    for name in sites.hostile.names():
        if name.endswith((".json", ".webmanifest")) and not name.endswith(".map"):
            json.loads(sites.hostile.file(name) or b"")
            read += 1
    assert read > 5
    page = (sites.hostile.file("plans/written/index.html") or b"").decode()
    assert data_within(page)


def data_within(page: str) -> list[object]:
    """What a page holds as data, each read as a browser finds its end; ValueError if one ends too soon."""
    found = re.findall(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', page, re.S)
    return [json.loads(one) for one in found]


def test_data_that_closes_its_own_element_is_noticed() -> None:
    text = json.dumps({"title": "</script><script>alert(1)</script>"})
    page = f'<script id="x" type="application/json">{text}</script>'
    with pytest.raises(ValueError, match="Unterminated string"):
        data_within(page)
    assert data_within(page.replace(text, text.replace("<", "\\u003c"))) == [json.loads(text)]


@pytest.mark.browser
def test_the_search_shows_texts_as_texts(sites: Sites, chromium: Browser) -> None:
    assert faults_of_search(chromium, sites.hostile.file) == []


def faults_of_search(chromium: Browser, file: Callable[[str], bytes | None]) -> list[str]:
    """What the dialog of search holds beside texts, and what texts set off there."""
    with trapped(chromium, file) as (context, caught):
        page = opened(context, caught)
        page.locator("input.md-search__input").click()
        for asked in ("q1q", "script", "alert", '<img src=x onerror="alert(1)">'):
            page.locator("input.md-search__input").fill(asked)
            page.wait_for_timeout(300)
        page.locator("input.md-search__input").fill("q1q")
        try:
            page.locator(".md-search-result__item").first.wait_for(timeout=10_000)
        except TimeoutError:  # a text that is run may do away with all of it
            return ["the dialog shows nothing", *caught.hits]
        inside = page.locator(".md-search-result").evaluate("""(at) => [...at.querySelectorAll("*")].map((one) =>
            [one.localName, ...one.getAttributeNames().filter((name) => /^on|srcdoc/.test(name))].join(" "))""")
    allowed = {"meta", "div", "ol", "li", "a", "article", "h1", "h2", "p", "mark", "nav", "svg", "path", "details"}
    return [*sorted(set(inside) - allowed - {"summary", "ul", "span", "em", "strong"}), *caught.hits]


#: How the theme's dialog puts a text into an element; its index has texts escaped, so that they stay texts.
_SHOWN = b"innerHTML+=t.toString()"


@pytest.mark.browser
@pytest.mark.parametrize("broken", ["index", "dialog"])
def test_a_search_that_makes_elements_of_texts_is_noticed(sites: Sites, chromium: Browser, broken: str) -> None:
    """The seeded defects: an index whose texts nobody escaped, and a dialog that takes the escapes away again."""

    def file(name: str) -> bytes | None:
        content = sites.hostile.file(name)
        if content and broken == "index" and name == SEARCH_INDEX:
            index = json.loads(content)
            index["docs"] = [one | {key: html.unescape(one[key]) for key in ("title", "text")} for one in index["docs"]]
            return json.dumps(index).encode("utf-8", "surrogatepass")
        if content and broken == "dialog" and re.search(r"/bundle\.\w+\.min\.js$", name):
            assert content.count(_SHOWN) == 1
            return content.replace(_SHOWN, _SHOWN + b'.replaceAll("&lt;","<").replaceAll("&gt;",">")')
        return content

    found = faults_of_search(chromium, file)
    assert any(" on" in one or "alert" in one or one == "the dialog shows nothing" for one in found), found


def cells_read(text: str) -> list[str]:
    """A table's cells as a spreadsheet takes them."""
    return next(csv.reader(io.StringIO(text, newline="")))


def faults_of_cells(texts: tuple[str, ...]) -> list[str]:
    """The texts whose cell a spreadsheet would run, or which don't come back."""
    found = []
    for text in texts:
        (cell,) = cells_read(csv_text([cell_text(text)], ()))
        runs = cell.lstrip().startswith(_SIGNS) or cell.startswith(("\t", "\r", "\n"))
        back = cell[1:] if cell.startswith("'") else cell
        if runs or back != text.translate(cells._CONTROL):
            found.append(text)
    return found


_SIGNS = tuple("=+-@＝＋－＠")
FORMULAS = tuple(
    f"{before}{sign}{after}"
    for before in ("", " ", "\t", "\r", "\n", "\u3000", "\u00a0", "\x00", '"', "'")
    for sign in RISKY
    for after in ("cmd|' /C calc'!A0", '1+1;","x', "HYPERLINK(1)")
)


def test_no_cell_of_a_table_is_a_formula_and_each_text_comes_back() -> None:
    assert faults_of_cells((*FORMULAS, *hostile())) == []


def test_numbers_stay_numbers() -> None:
    assert [cell_text(one) for one in (-3, -0.5, 12, True, None)] == ["-3", "-0.5", "12", "true", ""]


def test_a_table_that_guards_nothing_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "RISKY", ("\0",))
    monkeypatch.setattr(cells, "_SIGNS", ("\0",))
    assert len(faults_of_cells(FORMULAS)) > 100
