"""An article's sections are those that the theme's own parser finds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser

from generator.html.sections import sections

USUAL = (
    *(
        "a text",
        "one &amp; <b>two</b>",
        " ",
        "\n",
        "\n  \n",
        "&lt;div&gt; &#45;",
        "<p>said</p>",
        "<p></p>",
        "<p> \n</p>",
    ),
    *('<h1 id="top">Top<a class="headerlink" href="#top">&para;</a></h1>', '<h2 id="why">Why <em>so</em></h2>', "<br>"),
    *(
        "<h2>Raw</h2>",
        '<h3 id="x&amp;y">More</h3>',
        "<div>",
        "</div>",
        "<section>",
        "</section>",
        "<ul><li>1</li><li></li></ul>",
    ),
    *(
        "<pre><code>a\n\n  b</code></pre>",
        '<img src="a" alt="b" />',
        '<svg><title>T</title><path d="M0"/></svg>',
        "<sup>2</sup>",
    ),
)
ODD = (
    *(
        "<p>",
        "</p>",
        "</h2>",
        '<h2 id="open">',
        '<h2 id="">',
        "<h4 id='q'>",
        "<li>",
        "</ul>",
        "<pre>",
        "</pre>",
        "<code>",
        "<h2 id>",
    ),
    *(
        "<div data-search-exclude>",
        '<div class="linenodiv">',
        "<script>let a</script>",
        "<style>b</style>",
        "<!-- c -->",
        "<",
    ),
    *(
        "<object>",
        "</object>",
        "a < b",
        "<DIV>",
        "<p/>",
        "<title><b></title>",
        '<h2 id="a" id="b">',
        '<a class="headerlink">',
    ),
)
PIECES = st.integers(0, 9).flatmap(lambda odd: st.sampled_from(USUAL if odd else ODD))
ARTICLES = st.lists(PIECES, max_size=14).map("".join)


def by_the_theme(article: str) -> Any:
    parser = Parser()
    try:
        parser.feed(article)
        parser.close()
    except (AttributeError, ValueError) as problem:
        return type(problem)
    return [(one.id, one.title, one.text) for one in parser.data if not one.is_excluded()]


def by_us(article: str) -> Any:
    try:
        found = sections(article)
    except (AttributeError, ValueError) as problem:
        return type(problem)
    return None if found is None else [(one.id, one.title, one.text) for one in found]


def compare(article: str) -> None:
    ours = by_us(article)
    assert ours is None or ours == by_the_theme(article)


@given(ARTICLES)
@settings(max_examples=400)
@example('<div><h2 id="a">A</h2>in</div>out<p>more</p>')
@example("<p>before</p>" + '<h2 id="a">A</h2>')
@example('<h1 id="t">T</h1><div><h2 id="a">A</h2></div><section><div><h3 id="b">B</h3>x</div>y</section>')
def test_sections_are_the_themes(article: str) -> None:
    compare(article)


@pytest.mark.long
@given(ARTICLES)
@settings(max_examples=20_000)
def test_sections_are_the_themes_at_length(article: str) -> None:
    compare(article)


@pytest.mark.parametrize(
    "article", ["<div data-search-exclude>x</div>", "<script>x</script>", "a < b", "<!-- a -->", "<DIV>"]
)
def test_what_is_not_plain_is_left_to_the_theme(article: str) -> None:
    assert sections(article) is None


def test_plain_articles_are_not() -> None:
    assert sections(f'<h1 id="a">A</h1>{"".join(USUAL)}') is not None
