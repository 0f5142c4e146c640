"""What is converted in parts is what the library makes of the whole, whatever stands in a page."""

from __future__ import annotations

import logging
from typing import Any

import markdown
import pytest
from everything import EVERYTHING
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.html import convert
from generator.html.config import complaints
from generator.html.convert import Converter, PageConverter, is_known
from generator.html.raw import split

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 4
EXTENSIONS = [
    *("toc", "tables", "fenced_code", "admonition", "attr_list", "def_list", "footnotes", "md_in_html"),
    *("pymdownx.details", "pymdownx.superfences"),
]
OPTIONS = {"toc": {"permalink": True, "permalink_title": "Link to this section"}}
BLOCK = '<div class="a" id="x">\n<p>one &amp; two<br></p>\n\n<ul><li>1</li></ul>\n</div>'
#: Lines and blocks of pages as they are.
USUAL = (
    *("", "", "", "# Week 3", "## Why", "## Why", "plain text & more", "*so* `<div>` <b>it</b> is", "- one", "1. two"),
    *('<div class="hd-week" data-week="3">', "</div>", '<section id="mon">\n<p>read &amp; &#45; on</p>\n</section>'),
    *(
        '<ul class="x"><li>one</li><li>two<br></li></ul>',
        "<ol>\n<li>three\n</li>\n</ol>",
        "a text",
        BLOCK,
        BLOCK,
        BLOCK,
    ),
    *(
        '<div>\n<svg viewBox="0 0 1 1"><title>So</title><path d="M0 0"/></svg></div>',
        "<table>\n<tr><td>1</td></tr>\n</table>",
    ),
    *('<a href="../x/">y</a>', "<details><summary>more</summary>\n</details>", "> quoted", "[link](other.md#there)"),
    *("| a | b |\n| - | - |", "!!! note", "Term\n:   meaning", "[^1]", "[^1]: a note", "[TOC]", "### Named {#named}"),
)
#: Lines that nobody should write.
ODD = (
    *(
        "</section><section>",
        "</div></div>",
        "<section>",
        "</section>",
        "<svg><title>a<b></b></title></svg>",
        "<table>",
    ),
    *("<p>", "</p>", "<p>one</p><p>two</p>", "<hr>", "<hr/>", "<br>", "<div/>", "</li>", "<li>", "<ol>", "</ol>"),
    *("<h2>Raw</h2>", "<div markdown>", '<div markdown="1">', "</div> tail", "head <div>", " <div>", "    <div>"),
    *("    code", "> <div>", "<DIV>", "</DIV>", "<div class=x>", "<div class='x'>", "<b>", "<tr>", "<td markdown=1>"),
    *("<!-- said -->", "<!--", "-->", "<?php", "?>", "<!doctype html>", "<script>", "</script>", "<style>p{}</style>"),
    *("```", "~~~", "[none](missing.md)", "[here](#why)", "{: #named .x }", "a &copy b", "&#45", '<div a="1>2">'),
    *(
        '<div a="`">',
        "\tindented",
        "   ",
        "<x-y>",
        "</x-y>",
        "a < b > c",
        "<>",
        "</>",
        "<pre>",
        "</pre>",
        "<code>a</code>",
    ),
    *("<textarea>", "hdraw0block", "<div>\r", "\x02div\x03", "zz1337820767766393449875zz", "`", "Setext\n---"),
)
PIECES = st.integers(0, 15).flatmap(lambda odd: st.sampled_from(USUAL if odd else ODD))
TEXTS = st.lists(PIECES, max_size=12).map("\n".join)


def library() -> markdown.Markdown:
    return markdown.Markdown(extensions=EXTENSIONS, extension_configs=OPTIONS)


CONVERTER = Converter(EXTENSIONS, OPTIONS)


@given(TEXTS)
@settings(max_examples=400 // SHARE)
@example(f"# One\n\n{BLOCK}\n\n## Two\n\n{BLOCK}\n{BLOCK}\n")
@example(f"`a\n{BLOCK}\n`")
@example(f"- one\n\n{BLOCK}\n- two")
@example(f"<li>\n{BLOCK}\n</li>")
def test_html_is_the_librarys(text: str) -> None:
    assert CONVERTER.html(text) == library().convert(text)


@pytest.mark.long
@given(TEXTS)
@settings(max_examples=20_000)
def test_html_is_the_librarys_at_length(text: str) -> None:
    assert CONVERTER.html(text) == library().convert(text)


def test_blocks_are_taken_out() -> None:
    parts = split(f"# Week 3\n\n{BLOCK}\n\nSo.\n\n{BLOCK}\n")
    assert parts is not None
    assert parts.blocks == (BLOCK, BLOCK)
    assert "<p>" not in parts.rest


@pytest.mark.parametrize(
    "text",
    [
        *("<div>\n<!-- a -->\n</div>", "<div markdown>\n*a*\n</div>", "<div>\n<p>\n</div>", "<div>\n&copy\n</div>"),
        *("<pre>\n</pre>", "<div>\n<script>\n</script>\n</div>", "<div>\n```\n</div>", "<div>"),
        *("<div class=a>\n</div>", "<div>\n</div> tail", "<div>\n\t\n</div>"),
        *("<div>\n<b><i></b></i>\n</div>", "<div>\n</section>\n</div>", "<div>\n</div><p>\n</p>"),
    ],
)
def test_what_is_in_doubt_is_left_whole(text: str) -> None:
    assert split(text) is None


def test_a_block_that_comes_out_otherwise_is_not_put_back() -> None:
    parts = split(BLOCK)
    assert parts is not None
    assert parts.joined("<p>nothing of it</p>") is None
    assert parts.joined(f"{parts.left[0]}\n{parts.left[0]}") is None


def test_only_extensions_that_are_known_are_converted_in_parts() -> None:
    assert is_known(EXTENSIONS, OPTIONS)
    assert not is_known([*EXTENSIONS, "smarty"], OPTIONS)
    assert not is_known(EXTENSIONS, {"footnotes": {"UNIQUE_IDS": True}})
    assert not is_known(EXTENSIONS, {"toc": {"slugify": str.lower}})


class Site:
    """Three pages, of which one is converted, with MkDocs' own functions or with ours."""

    def __init__(self, text: str) -> None:
        config = MkDocsConfig()
        config.load_dict({"site_name": "s", "markdown_extensions": [*EXTENSIONS[3:], {"toc": OPTIONS["toc"]}]})
        config.load_dict({"docs_dir": "tests", "validation": {"links": {"anchors": "warn", "absolute_links": "warn"}}})
        config.validate()
        self.config, self.files = (
            config,
            Files([File(name, "tests", "s", True) for name in ("a/b.md", "a/other.md", "c.md")]),
        )
        for file in self.files:
            page = Page(None, file, config)
            page.markdown, page.meta, page.present_anchor_ids = text, {}, {"elsewhere"}
        self.page: Any = self.files.src_uris["a/b.md"].page

    def told(self, ours: PageConverter | None) -> tuple[Any, ...]:
        page = self.page
        with complaints() as said:
            if ours:
                ours.render(page, self.files)
            else:
                page.render(self.config, self.files)
            page.validate_anchor_links(files=self.files, log_level=logging.WARNING)
        links = {file.src_uri: found for file, found in page.links_to_anchors.items()}
        places = [name in page.present_anchor_ids for name in ("x", "mon", "named", "why", "why_1", "other")]
        return page.content, str(page.toc), page.title, links, places, said


OURS = PageConverter(Site("").config)


@given(TEXTS, TEXTS)
@settings(max_examples=200 // SHARE)
@example(f"[here](#x) [nowhere](#y) [there](other.md#there)\n\n{BLOCK}", f"# Two\n\n{BLOCK}")
def test_pages_are_mkdocs_own(first: str, second: str) -> None:
    for text in (first, second, first):
        assert Site(text).told(OURS) == Site(text).told(None)


def test_what_came_of_a_page_without_links_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = PageConverter(Site("").config)
    asked: list[str] = []
    convert_one = PageConverter._converted
    monkeypatch.setattr(
        PageConverter, "_converted", lambda self, text, *rest: asked.append(text) or convert_one(self, text, *rest)
    )
    for text in (f"# One\n\n{BLOCK}", f"# One\n\n{BLOCK.replace('one', 'other')}", "[a](other.md)", "[a](other.md)"):
        Site(text).told(ours)
    assert len(asked) == 3
    assert convert._MOST > 0
