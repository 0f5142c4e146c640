"""A chapter that is made is free: nothing of its pages is held by what stays for the next one."""

from __future__ import annotations

import gc
import shutil
import weakref
from pathlib import Path

import pytest

from generator.html import convert
from generator.html.publisher import Publisher
from generator.parts.pages import make_pages

ROOT = Path(__file__).parents[2]


def pages(*names: str) -> dict[str, bytes]:
    head = "---\ntitle: {0}\ntemplate: plain.html\n---\n\n# {0}\n\n## Week\n\n[Below](#week)\n"
    return {f"plans/{name}/index.md": head.format(name).encode() for name in names}


PAGES = pages("one", "two")


def files_left(publisher: Publisher, site: Path) -> int:
    """Make a chapter and another one, and return how many files of the first are still there."""
    chapter = publisher.chapter(PAGES, unlisted=PAGES)
    held = [weakref.ref(chapter.files.src_uris[path]) for path in PAGES]
    make_pages(chapter, site, strict=True)
    del chapter
    make_pages(publisher.chapter(pages("three"), unlisted=pages("three")), site, strict=True)
    gc.collect()
    return sum(one() is not None for one in held)


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates" / "theme" / "plain.html").write_text("{{ page.content }}", "utf-8")
    (tmp_path / "build" / "pages").mkdir(parents=True)
    return Publisher(tmp_path, "nav: []\n")


def test_no_file_of_a_chapter_is_held_when_it_is_made(publisher: Publisher, tmp_path: Path) -> None:
    assert files_left(publisher, tmp_path / "site") == 0


def test_texts_are_let_go_before_anybody_looks_for_garbage(publisher: Publisher, tmp_path: Path) -> None:
    chapter = publisher.chapter(PAGES, unlisted=PAGES)
    made = make_pages(chapter, tmp_path / "site", strict=True)
    assert [facts.title for facts in made.facts] == ["one", "two"]
    left = [chapter.files.src_uris[path].page for path in PAGES]
    assert [(one.markdown, one.content) for one in left if one is not None] == [(None, None)] * 2


def test_a_text_that_is_remembered_with_its_file_is_noticed(
    publisher: Publisher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = convert.PageConverter._converted

    def remembered(self: convert.PageConverter, text: str, file: object, files: object) -> object:
        made, elsewhere = whole(self, text, file, files)  # type: ignore[arg-type]
        made.anchors.add(file)  # type: ignore[arg-type]
        return made, elsewhere

    monkeypatch.setattr(convert.PageConverter, "_converted", remembered)
    assert files_left(publisher, tmp_path / "site") == 2
