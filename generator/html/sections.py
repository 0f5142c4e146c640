"""An article in sections, as the theme's search parses it, for articles of plain tags; ``None`` for all others.

The theme's parser takes any HTML and is a fifth of a build. This one does the same to articles whose every ``<`` begins
a plain tag, and leaves those to it that have anything else: scripts, comments, parts that search shall not see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from math import inf

from generator.html.tags import TITLE, VOID, names

#: A text, and what follows it: an end tag, a start tag with its attributes, nothing, or something else.
_TOKEN = re.compile(
    r"([^<]*+)(?:<(?:/([a-z][a-z0-9]*+)|([a-z][a-z0-9]*+)"
    r"((?:[ \n]++[a-zA-Z_][-\w:.]*+(?:=\"[^\"<>]*+\")?+)*+)[ \n]*+(/?))>|$|(<))",
    re.ASCII,
)
_DOUBTFUL = re.compile(
    r"data-search-exclude|linenodiv|<(?:object|script|style|textarea|iframe|xmp|no|plain)|[ \n]id[ \n/>]"
)
_ID = re.compile(r"[ \n]id=\"([^\"]*)\"")
_HEADING = frozenset(f"h{number}" for number in range(1, 7))
_KEPT = names("p code pre li ol ul sub sup")
_LINK = "a.headerlink"


@dataclass(slots=True)
class Section:
    """A heading's title and the text below it, in pieces; what stands before the first heading has none."""

    tag: str
    depth: float
    id: str | None = None
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def sections(article: str) -> list[Section] | None:
    """Return an article's sections in their order; None if it is not of plain tags alone."""
    if _DOUBTFUL.search(article) or article.count("<title") != len(TITLE.findall(article)):
        return None
    parser = _Parser()
    for text, closed, opened, attributes, at_once, other in _TOKEN.findall(article):
        if text:
            parser.text(unescape(text) if "&" in text else text)
        if opened:
            parser.opens(opened, attributes)
            if at_once:
                parser.closes(opened)
        elif closed:
            parser.closes(closed)
        elif other:
            return None
    return parser.found


class _Parser:
    def __init__(self) -> None:
        self.found: list[Section] = []
        self._context: list[str] = []
        self._section: Section | None = None

    def opens(self, tag: str, attributes: str) -> None:
        if tag in VOID:
            return
        context = self._context
        context.append(_LINK if tag == "a" and ' class="headerlink"' in attributes else tag)
        if tag in _HEADING:
            found = _ID.findall(attributes)
            if found:
                self._begin(tag, unescape(found[-1]))
        section = self._section or self._preface()
        if tag in _KEPT:
            (section.title if section.tag in context else section.text).append(f"<{tag}>")

    def _begin(self, tag: str, name: str) -> None:
        depth = len(self._context)
        if tag != "h1" and not self.found:
            self.found.append(Section("", depth))
        self._section = Section(tag, depth, name if self.found else None)
        self.found.append(self._section)

    def _preface(self) -> Section:
        self._section = Section("", 0)
        self.found.append(self._section)
        return self._section

    def closes(self, tag: str) -> None:
        context, section = self._context, self._section
        if not context or context[-1].partition(".")[0] != tag or section is None:
            return
        if section.depth > len(context):
            for before in reversed(self.found):
                if before.depth <= len(context):
                    section.depth = inf  # it is over and must never be taken up again
                    section = self._section = before
                    break
        context.pop()
        if tag in _KEPT:
            _end(section.title if section.tag in context else section.text, tag)

    def text(self, data: str) -> None:
        context, section = self._context, self._section or self._preface()
        blank = data.isspace()
        if "pre" not in context:
            data = " " if blank else data.replace("\n", " ")
        if section.tag in context:
            if _LINK not in context:
                section.title.append(escape(data, quote=False))
        elif not blank:
            section.text.append(escape(data, quote=False))
        elif not section.text or not section.text[-1].isspace() or "pre" in context:
            section.text.append(data)


def _end(pieces: list[str], tag: str) -> None:
    """Close an element that is kept, or take it away if nothing stands in it."""
    start = pieces.index(f"<{tag}>")
    if any(not piece.isspace() for piece in pieces[start + 1 :]):
        pieces.append(f"</{tag}>")
    else:
        del pieces[start:]
