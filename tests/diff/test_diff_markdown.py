"""The comment of a pull request: whatever an author wrote stays text, and GitHub's limit is kept."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from diff_projects import Diff, committed, edit, small_project
from markdown_it import MarkdownIt

from generator.compare.change import Change, WeekChanges
from generator.diff.as_markdown import MARK, MOST, difference_markdown
from generator.diff.as_text import difference_text
from generator.diff.difference import AddressChange, Difference, PlanDifference, SharedChange
from generator.model.finding import Diagnostic, Place

HOSTILE = (
    "@everyone",
    "</details></summary><script>alert(1)</script>",
    "`` `x` ``",
    "![x](http://evil.example/p.png)",
    "[click](javascript:alert(1))",
    "https://evil.example www.evil.example a@evil.example",
    "#1 GH-2 clinic/plans#3 !4 ~bug %5 $6 &7 deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
    "<!-- hardday diff -->",
    "# Heading",
    "1. a list",
    "- a list",
    "| a | table |",
    "**bold** _it_ ~~gone~~ $x^2$",
    "/close\n/approve",
    "a\u202eb\x1b[31mred\x07",
    "[^1]: note",
    "&lt;b&gt; &amp;",
    ":tada:",
)
#: The tags that a comment has of its own.
_OWN = {"details", "summary", "sub", "code", "p", "ul", "li", "strong", "h3"}


def hostile(text: str, plans: int = 1, weeks: int = 2) -> Difference:
    """A difference in which every word of an author's is this text."""
    place = Diagnostic(Place(text, 1, 1), "warning", "ramp", text, text)
    changes = (Change("text", text, text, text, text),)
    plan = PlanDifference(
        text,
        text,
        "changed",
        weeks_in_all=20,
        whole=changes,
        weeks=tuple(
            WeekChanges(number, number, (Change("run", f"{text} {number}"),)) for number in range(1, weeks + 1)
        ),
        findings_new=(place,),
        findings_gone=(place,),
        addresses=(AddressChange(text, "redirected", text),),
        refused_now=(place,),
    )
    shared = tuple(SharedChange(of, text, (text,)) for of in ("exercise", "library", "policy", "setting"))
    return Difference(text, text, (plan,) * plans, shared, rewritten=(text,), errors=(place,))


def rendered(markdown: str) -> str:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text: str) -> None:
    markdown = difference_markdown(hostile(text))
    html = rendered(markdown)
    tags = Counter(re.findall(r"<([a-z0-9]+)", html))
    assert set(tags) <= _OWN
    assert tags["details"] == html.count("</details>") == 2
    assert "<a " not in html
    assert "<img" not in html
    assert html.count("<!--") == 1
    outside = re.sub(r"<code>.*?</code>", "", html, flags=re.S)
    assert not re.search(r"@\w", outside)
    assert not re.search(r"https?://|www\.\w", outside)
    assert not re.search(r"(?<!&)[#!~%]\w|GH-\d|\$\w", outside)
    assert not re.search(r"\b[0-9a-f]{40}\b", outside)
    assert not any(line.lstrip().startswith("/") for line in markdown.splitlines())
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", markdown)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_command_no_terminal(text: str) -> None:
    printed = difference_text(hostile(text))
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", printed)


def test_an_unescaped_word_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.diff.as_markdown._text", lambda text: text)
    html = rendered(difference_markdown(hostile("</details><b>@everyone")))
    assert "<b>" in html
    assert re.search(r"@\w", re.sub(r"<code>.*?</code>", "", html, flags=re.S))


@pytest.mark.parametrize(("plans", "weeks"), [(1, 5_000), (100, 60), pytest.param(5_000, 1, marks=pytest.mark.long)])
def test_a_long_comment_is_cut_and_says_so(plans: int, weeks: int) -> None:
    markdown = difference_markdown(hostile("A long run on <Saturday>, " * 3, plans, weeks))
    assert len(markdown) <= MOST
    assert markdown.startswith(MARK)
    assert "left out" in markdown
    html = rendered(markdown)
    assert html.count("<details>") == html.count("</details>")


def test_even_a_single_endless_word_is_cut() -> None:
    assert len(difference_markdown(hostile("x" * 20_000, 40, 3))) <= MOST


def test_a_comment_as_it_is_read(diff: Diff, tmp_path: Path) -> None:
    project = committed(small_project(tmp_path / "clinic", "time-crunched"))
    edit(
        project / "plans" / "time-crunched.yaml",
        ("long: 11-13 km", "long: 11-14 km"),
        ("title: Short of time", "title: '@everyone </details> `x`'"),
    )
    done = diff("--project", project, "HEAD", "--format", "markdown")
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[:4] == [MARK, "### What changes for athletes", "", "1 plan changes."]
    assert lines[5].startswith("- **@\u200beveryone &lt;/details&gt; \\`x\\`** (`time-crunched`): ")
    assert "- **Week 12:** long run 13 → 14 km" in done.out
