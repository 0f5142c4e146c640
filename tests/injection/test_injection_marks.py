"""What authors may write of Markdown works; all else of it stays text, in our words and once Markdown has read them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import markdown
import pytest
from injection_texts import hostile

from generator.publish import marked as marks
from generator.publish.escape import plain
from generator.publish.marked import block_of, blocks, marked, unmarked

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc", "pymdownx.details"]
EXTENSIONS += ["pymdownx.superfences"]
ALLOWED = {("em", ()), ("strong", ()), ("a", ("href",)), ("p", ()), ("ul", ()), ("ol", ()), ("li", ())}
LINK = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]+)?([/?#][^\s\"<>]*)?|mailto:[^\s\"<>]+|\.\./[a-z0-9/#-]+")

ELSEWHERE = [
    "<b>raw HTML</b>",
    "<!-- a comment -->",
    "![picture](https://example.org/x.png)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](java%0ascript:alert(1))",
    "[x](//example.org/)",
    "[x](\\\\example.org/)",
    "[x](https://clinic.example.org@example.org/)",
    "[x](file:///etc/passwd)",
    "[x](../../secret/)",
    '[x](https://example.org/ "title" onclick=alert(1))',
    "[x](<javascript:alert(1)>)",
    "<javascript:alert(1)>",
    "<https://example.org>",
    "[x][ref]",
    "[ref]: javascript:alert(1)",
    "text {: onclick=alert(1) }",
    "--8<-- '/etc/passwd'",
    ":smile:",
    "text[^1]",
    "| a | b |",
    "# heading",
    "> quote",
    "`code`",
    "~~~ mermaid",
    "!!! note",
    "^up^ ~down~ ==mark==",
    "term\n:   definition",
]


class _Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))
        self.links += [str(value) for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        self.text += data


def _to(page: str) -> str:
    return f"../{page}"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*so* and _so_", "<em>so</em> and <em>so</em>"),
        ("**so** and __so__", "<strong>so</strong> and <strong>so</strong>"),
        ("**so *and* so**", "<strong>so <em>and</em> so</strong>"),
        ("[a](https://example.org/x?y=1&z=2)", '<a href="https://example.org/x?y=1&amp;z=2">a</a>'),
        ("[a](http://example.org)", '<a href="http://example.org">a</a>'),
        ("[a](mailto:a@example.org)", '<a href="mailto:a@example.org">a</a>'),
        ("[a](stop-signs/)", '<a href="../stop-signs/">a</a>'),
        ("[**a**](/rules/ramp/#why)", '<a href="../rules/ramp/#why"><strong>a</strong></a>'),
        ("3 * 4 * 5, snake_case_word, 2*3*4", "3 &#42; 4 &#42; 5, snake&#95;case&#95;word, 2&#42;3&#42;4"),
        (r"\*so\*", "&#42;so&#42;"),
    ],
)
def test_what_authors_may_write(written: str, shown: str) -> None:
    assert str(marked(written, _to)) == shown


def test_lists_stand_where_a_text_has_lines() -> None:
    assert str(blocks("One:\n- *a*\n- b\n\n1. c", _to, "lead")) == (
        '<p class="lead">One:</p><ul><li><em>a</em></li><li>b</li></ul><ol><li>c</li></ol>'
    )
    assert str(block_of(("- a", "- b"), _to)) == "<ul><li>a</li><li>b</li></ul>"
    assert str(block_of(("a", "b"), _to)) == "<p>a<br>b</p>"


def test_where_no_markup_can_stand_its_words_do() -> None:
    assert unmarked(r"**So** *and* [so](https://example.org), \*not\* [so](javascript:x)") == (
        "So and so, *not* [so](javascript:x)"
    )


@pytest.mark.parametrize("text", ELSEWHERE)
def test_all_else_is_text(text: str) -> None:
    read = _Elements(markdown.markdown(f"Before {marked(text, _to)} after", extensions=EXTENSIONS))
    assert read.found == [("p", ())]
    assert " ".join(read.text.split()) == f"Before {plain(text)} after"


def faults_in(texts: tuple[str, ...]) -> list[str]:
    """Return the texts of which more is made than authors may write, alone and once Markdown has read them."""
    found = []
    for text in texts:
        for made in (marked(text, _to), blocks(text, _to)):
            for read in (_Elements(str(made)), _Elements(markdown.markdown(f"Before {made} after"))):
                if set(read.found) - ALLOWED or not all(map(LINK.fullmatch, read.links)):
                    found.append(text)
    return found


def test_no_hostile_text_makes_more_than_authors_may() -> None:
    assert faults_in(hostile()[::8]) == []


@pytest.mark.long
def test_no_hostile_text_of_all_makes_more_than_authors_may() -> None:
    assert faults_in(hostile()) == []


def test_a_filter_that_lets_any_address_through_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marks, "_address", lambda written, to: written)
    assert len(faults_in(hostile()[::8])) > 5


def test_marks_that_never_end_are_text() -> None:
    for text in ("*" * 50_000, "[" * 50_000, "[a](" * 12_000, "**a " * 12_000, "\\" * 50_000):
        assert unmarked(text) == plain(text)
        assert _Elements(str(marked(text, _to))).found == []
