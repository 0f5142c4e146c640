"""Nothing an author writes becomes markup: not in HTML, not in Markdown, not in front matter."""

from __future__ import annotations

import html
from html.parser import HTMLParser

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish.escape import escaped, front_matter, plain

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.details"]
EXTENSIONS += ["pymdownx.superfences", "pymdownx.magiclink", "pymdownx.emoji", "pymdownx.betterem", "pymdownx.tilde"]
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "**bold** _em_ `code` ~~gone~~ ^up^ ==mark==",
    "# heading",
    "- point",
    "1. point",
    "> quote",
    "{: onclick=alert(1) }",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "!!! note",
    "| a | b |",
    "text[^1]",
    "www.example.org and https://example.org and a@example.org",
    ":smile: :+1:",
    "    indented code",
    "line one\n\n# line two",
    "\\<b>",
    "<!-- comment",
    "*[HTML]: x",
    "--8<-- 'secret'",
    "term\n:   definition",
    "\u0002wzxhzdk:0\u0003",
    "\u202egnp.exe",
]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(f"{tag} {sorted(attrs)}")

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(source: str) -> Tags:
    found = Tags()
    found.feed(markdown.markdown(source, extensions=EXTENSIONS))
    found.close()
    return found


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    paragraph = seen(str(escaped(text)))
    assert paragraph.tags == ["p []"]
    assert paragraph.text.strip() == plain(text)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_stays_text(text: str) -> None:
    shown = plain(text)
    paragraph = seen(f"Before {escaped(text)} after")
    assert paragraph.tags == ["p []"]
    assert " ".join(paragraph.text.split()) == " ".join(f"Before {shown} after".split())


@settings(deadline=None)
@given(st.text(max_size=80))
def test_an_attribute_stays_one(text: str) -> None:
    found = Tags()
    found.feed(f'<i title="{escaped(text)}">x</i>')
    assert found.tags == [f"i {[('title', plain(text))]}"]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_escaping_is_html_unescaping_turned_round(text: str) -> None:
    assert html.unescape(str(escaped(text))) == plain(text)


def test_plain_words_stay_readable_in_the_source() -> None:
    text = "Don't run on Tuesday: 4.5 km, single-leg (80%). Rest!"
    assert str(escaped(text)) == text


@settings(deadline=None)
@given(st.text(max_size=80))
def test_front_matter_is_yaml_whose_texts_fit_an_attribute(text: str) -> None:
    header = front_matter({"title": f"T{text}", "hide": ["toc"], "empty": ""})
    read = yaml.safe_load(header.split("---\n")[1])
    assert set(read) == {"title", "hide"}
    assert not set(read["title"]) & set('<>"&')
    assert read["hide"] == ["toc"]


def test_a_review_date_stays_a_text() -> None:
    assert yaml.safe_load(front_matter({"reviewed_on": "2026-11-01"}).split("---\n")[1]) == {
        "reviewed_on": "2026-11-01"
    }
