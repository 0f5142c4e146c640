"""The same pages and the same mkdocs.yml build with MkDocs and with Zensical, strictly, to the same text."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from everything import EVERYTHING
from site_frame import frame
from site_gates import nothing
from site_pages import addresses, page_file
from site_project import build, copy_sources, few_plans, run_tool

pytestmark = pytest.mark.site

MKDOCS = ("mkdocs", "build", "--strict")
ZENSICAL = ("zensical", "build", "--strict", "--clean")
#: A marathon, weeks of nine days and a plan in stages, of which the project is made while you work; on CI of all plans.
FEW = ("marathon-competitive", "nine-days", "return-from-injury")
PUBLISHERS = pytest.mark.parametrize("publisher", [MKDOCS, ZENSICAL], ids=["mkdocs", "zensical"])


class Article(HTMLParser):
    """The words of a page's article in order, and where its links and pictures lead, as addresses from the root."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.base = f"https://site.test/{address}"
        self.depth = 0
        self.words: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"
        if self.depth:
            self.links += [urljoin(self.base, value) for name, value in attrs if name in ("href", "src") and value]

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.words += data.split()


def article(site: Path, address: str) -> tuple[list[str], list[str]]:
    parser = Article(address)
    parser.feed(page_file(site, address).read_text(encoding="utf-8"))
    parser.close()
    return [word for word in parser.words if word != "¶"], parser.links


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources that are published in every way here; read them, never write into them."""
    project = copy_sources(tmp_path_factory.mktemp("sources") / "project")
    return project if EVERYTHING else few_plans(project, *FEW)


@pytest.fixture(scope="module")
def written_project(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as `hardday pages` leaves it; tests copy it before they break it."""
    project = shutil.copytree(sources, tmp_path_factory.mktemp("written") / "project")
    done = run_tool("hardday", "pages", cwd=project)
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture(scope="module")
def published(written_project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same project published by each program, in its own copy."""
    sites = {}
    for command in (MKDOCS, ZENSICAL):
        project = tmp_path_factory.mktemp(command[0]) / "project"
        shutil.copytree(written_project, project)
        done = run_tool(*command, cwd=project)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        assert "WARNING" not in done.stderr, done.stderr
        sites[command[0]] = project / "site"
    return sites


def test_both_publish_the_same_pages(published: dict[str, Path]) -> None:
    assert addresses(published["mkdocs"]) == addresses(published["zensical"])
    assert len(addresses(published["mkdocs"])) > 100


def test_both_publish_the_same_words_and_links(published: dict[str, Path]) -> None:
    differing = [
        address
        for address in addresses(published["mkdocs"])
        if article(published["mkdocs"], address) != article(published["zensical"], address)
    ]
    nothing(differing)


def test_both_publish_the_same_navigation(published: dict[str, Path]) -> None:
    """In a table of contents Zensical names a heading by its markup, so its words may be others."""
    assert [
        address
        for address in addresses(published["mkdocs"])
        if around(published["mkdocs"], address) != around(published["zensical"], address)
    ] == []


def around(site: Path, address: str) -> tuple[dict[str, list[tuple[str, str]]], dict[str, str]]:
    found = frame(site, address)
    parts = {
        name: [("", link) if link.startswith("#") else (words, link) for words, link in links]
        for name, links in found.parts.items()
    }
    return parts, {name: link for name, link in found.rel.items() if name in ("prev", "next", "canonical", "icon")}


def test_a_page_has_words_to_compare(published: dict[str, Path]) -> None:
    """An empty article on both sides would be equal too."""
    short = [page for page in addresses(published["mkdocs"]) if len(article(published["mkdocs"], page)[0]) < 15]
    nothing(short)


def test_hardday_build_publishes_what_mkdocs_does(published: dict[str, Path], sources: Path, tmp_path: Path) -> None:
    """The stage that publishes adds nothing of its own that a page depends on."""
    site = build(shutil.copytree(sources, tmp_path / "project"))
    assert addresses(site) == addresses(published["mkdocs"])
    for address in addresses(site):
        assert article(site, address) == article(published["mkdocs"], address)


@pytest.mark.parametrize(
    ("publisher", "link"),
    [
        pytest.param(MKDOCS, "third.md", id="dead-page-mkdocs"),
        pytest.param(ZENSICAL, "third.md", id="dead-page-zensical", marks=pytest.mark.long),
        pytest.param(MKDOCS, "index.md#no-such-part", id="dead-anchor-mkdocs", marks=pytest.mark.long),
        pytest.param(ZENSICAL, "index.md#no-such-part", id="dead-anchor-zensical"),
    ],
)
def test_a_dead_link_stops_the_build(
    publisher: tuple[str, ...], link: str, written_project: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(written_project, project)
    with (project / "build" / "pages" / "stop-signs.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[nowhere]({link})\n")
    assert run_tool(*publisher, cwd=project).returncode != 0


@PUBLISHERS
def test_before_the_pages_are_written_the_message_says_what_to_run(publisher: tuple[str, ...], tmp_path: Path) -> None:
    done = run_tool(*publisher, cwd=copy_sources(tmp_path / "project"))
    assert done.returncode != 0
    assert re.search(r"'build/run-hardday-pages-first\.yml' does(n't| not) exist", done.stdout + done.stderr)
    assert "Traceback" not in done.stderr
