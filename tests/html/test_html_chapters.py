"""A site made chapter by chapter is, byte for byte, what one run of stock MkDocs makes of the same pages."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from everything import EVERYTHING
from site_project import build, copy_sources, few_plans

from generator.html import config
from generator.html.around import whole_files
from generator.html.chapter import Chapter
from generator.html.publisher import Publisher
from generator.publish.articles import Articles, article_of
from generator.settings.file import site_file

EPOCH = "1767225600"


class Project:
    """A project's pages in chapters: one for each plan, one for all others."""

    def __init__(self, root: Path) -> None:
        self.root, folder = root, root / "build" / "pages"
        files = (path for path in sorted(folder.rglob("*")) if path.is_file())
        self.files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
        self.inherited = (root / "build" / config.FILE_NAME).read_text("utf-8")
        self.nav: list[Any] = yaml.safe_load(self.inherited)["nav"]
        self.publisher = Publisher(root, self.inherited)

    def plans(self) -> dict[str, dict[str, bytes]]:
        found: dict[str, dict[str, bytes]] = {}
        for path, content in self.files.items():
            parts = path.split("/")
            if parts[0] == "plans" and len(parts) > 2:
                found.setdefault(parts[1], {})[path] = content
        return found

    def chapter(self, plan: str, pages: Mapping[str, bytes]) -> Chapter:
        """Set a plan's chapter up, with nothing of other plans."""
        nav = [{title: self._cut(below, plan)} for entry in self.nav for title, below in entry.items()]
        listed = [
            one
            for entry in nav
            for below in entry.values()
            for one in ([below] if isinstance(below, str) else below[:1])
        ]
        return self.publisher.chapter(pages, nav, beside=listed, unlisted=[one for one in pages if one.endswith(".md")])

    def others(self) -> Chapter:
        """Set up the chapter of all pages that are no plan's."""
        of_plans = {path for pages in self.plans().values() for path in pages}
        own = {path: content for path, content in self.files.items() if path not in of_plans}
        return self.publisher.chapter(own, self.nav, beside=of_plans)

    @staticmethod
    def _cut(below: Any, plan: str) -> Any:
        if isinstance(below, str):
            return below
        return [
            below[0],
            *(one for one in below[1:] if isinstance(one, dict) and _first(one) == f"plans/{plan}/index.md"),
        ]


def _first(entry: dict[str, Any]) -> str:
    (below,) = entry.values()
    return below if isinstance(below, str) else below[0]


@pytest.fixture(scope="module")
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is built: with all plans on CI, with two while you work."""
    if EVERYTHING:
        return Path(request.getfixturevalue("built_project"))
    project = few_plans(copy_sources(tmp_path_factory.mktemp("few") / "project"), "first-half", "return-from-injury")
    build(project)
    return project


@pytest.fixture(scope="module")
def project(whole: Path) -> Project:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        return Project(whole)


@pytest.fixture(scope="module")
def stock(whole: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = tmp_path_factory.mktemp("stock")
    environment = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=whole, env=environment, check=True, timeout=600)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.site
def test_chapters_are_the_whole(project: Project, stock: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    others = project.others()
    chapters = [others, *(project.chapter(plan, pages) for plan, pages in project.plans().items())]
    made, facts = {path: content for path, content in project.files.items() if not path.endswith(".md")}, []
    for chapter in chapters:
        assert chapter.complaints == ()
        for one in chapter.made():
            made[one.name] = one.html
            facts.append(one.facts)
            assert one.complaints == ()
        assert chapter.dead_anchors() == ()
    made |= dict(whole_files(project.publisher, others, facts))
    assert made.keys() == stock.keys()
    assert [name for name in sorted(made) if made[name] != stock[name]] == []


@pytest.mark.site
def test_articles_are_those_that_are_saved(project: Project) -> None:
    plan, pages = next(iter(project.plans().items()))
    saved = Articles(project.files, site_file(project.root))
    for one in project.chapter(plan, pages).made():
        assert article_of(one) == saved.at(one.facts.source.removesuffix("index.md"))
