"""The small part of Markdown that authors may write: emphasis, links and lists. All else is text.

``*so*`` and ``_so_`` are emphasis, ``**so**`` and ``__so__`` are strong, ``[text](address)`` is a link to http, https,
mailto or a page of the site, written from its root with a slash at its end: ``[stop signs](stop-signs/)``. Lines that
begin with ``- `` or ``1. `` are a list where a text may have several lines. A backslash before ``*``, ``_`` or ``[``
leaves it as it is. What is made of this has no attribute but ``href``, and no word of the author's becomes a name of
an element or of an attribute.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from generator.publish.escape import entities, escaped, plain

#: The longest stretch that one mark spans, so that no text takes longer than its length asks for.
_SPAN = 600
_DEEPEST = 3
_EMPHASIS = "|".join(
    rf"(?<![\w{one}]){re.escape(mark)}(?=[^\s{one}])(?P<{name}>.{{1,{_SPAN}}}?)(?<=[^\s{one}]){re.escape(mark)}(?![\w{one}])"
    for name, mark, one in (("b1", "**", "*"), ("b2", "__", "_"), ("i1", "*", "*"), ("i2", "_", "_"))
)
_LINK = rf"(?<![!\w\]])\[(?P<text>[^\[\]]{{1,{_SPAN}}})\]\((?P<to>[^\s()<>]{{1,{_SPAN}}})\)"
_MARKS = re.compile(rf"\\(?P<as_is>[*_\[])|{_LINK}|{_EMPHASIS}")
_WEB = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#][A-Za-z0-9._~/?#!$&*+,;=:@%-]*)?")
_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_OWN = re.compile(r"/?(?P<page>(?:[a-z0-9-]+/)+(?:#[a-z0-9-]+)?)")
_POINT = re.compile(r"\s*(?:(?P<dash>[-*])|(?P<number>[0-9]{1,3})\.)\s+(?P<said>\S.*)")
_ELEMENTS = {"b1": "strong", "b2": "strong", "i1": "em", "i2": "em"}

#: Gives the way to a page of the site from its root's address.
To = Callable[[str], str]


def marked(text: object, to: To, between: str = " ") -> Markup:
    """Return a text on one line as HTML; texts of a row stand behind one another.

    >>> str(marked("*Easy* does it: [why](rules/ramp/), <b>", lambda page: f"../{page}"))
    '<em>Easy</em> does it&#58; <a href="../rules/ramp/">why</a>, &#60;b&#62;'
    """
    rows = [str(one) for one in (text if isinstance(text, (tuple, list)) else (text,))]
    if not any(map(_MARKS.search, map(plain, rows))):
        return escaped(between.join(rows))
    return Markup(between).join(_inline(one, to) for one in rows)


def unmarked(text: object) -> str:
    """Return a text on one line without its marks, for where no markup can stand.

    >>> unmarked("*Easy* does it: [why](rules/ramp/), 2 * 3 * 4")
    'Easy does it: why, 2 * 3 * 4'
    """
    clean = plain(str(text))
    return _bare(clean, 0)


def blocks(text: str, to: To, style: str = "") -> Markup:
    """Return a text of several lines as paragraphs and lists; ``style`` is the class of a paragraph.

    >>> str(blocks("First\\n- one\\n- two", str))
    '<p>First</p><ul><li>one</li><li>two</li></ul>'
    """
    opening = Markup('<p class="{}">').format(style) if style else Markup("<p>")
    if "\n" not in text:
        return opening + _inline(text, to) + Markup("</p>")
    found = Markup("")
    for kind, lines in groupby(text.splitlines(), _kind):
        if kind == "p":
            found += opening + _inline(" ".join(lines), to) + Markup("</p>")
        elif kind:
            points = (point["said"] for line in lines if (point := _POINT.fullmatch(line)))
            within = Markup("").join(Markup("<li>{}</li>").format(_inline(one, to)) for one in points)
            found += Markup(f"<{kind}>{{}}</{kind}>").format(within)
    return found


def block_of(lines: Sequence[str], to: To) -> Markup:
    """Return lines that belong together: a list if each is a point of one, else a paragraph that keeps its lines."""
    if len({_kind(line) for line in lines} | {"p"}) == 2 and "p" not in map(_kind, lines):
        return blocks("\n".join(("", *lines)), to)
    return Markup("<p>{}</p>").format(Markup("<br>").join(_inline(line, to) for line in lines))


def _kind(line: str) -> str:
    """Return what a line belongs to: ``ul``, ``ol`` or ``p``; nothing for one without a word."""
    point = _POINT.fullmatch(line)
    return ("ul" if point["dash"] else "ol") if point else "p" if plain(line) else ""


def _inline(text: str, to: To) -> Markup:
    clean = plain(text)
    return _with_marks(clean, to, 0) if _MARKS.search(clean) else escaped(text)


def _with_marks(text: str, to: To, depth: int) -> Markup:
    found = Markup("")
    for before, mark in _pieces(text, depth):
        found += entities(before)
        if mark is not None:
            found += _element(mark, to, depth)
    return found


def _element(mark: re.Match[str], to: To, depth: int) -> Markup:
    name = mark.lastgroup or ""
    if name == "as_is":
        return entities(mark["as_is"])
    if name in _ELEMENTS:
        return Markup("<{0}>{1}</{0}>").format(Markup(_ELEMENTS[name]), _with_marks(mark[name], to, depth + 1))
    address = _address(mark["to"], to)
    if address is None:
        return entities(mark[0])
    # A link in a link is none: what stands in brackets has no brackets of its own.
    return Markup('<a href="{}">{}</a>').format(address, _with_marks(mark["text"], to, depth + 1))


def _address(written: str, to: To) -> str | None:
    """Return where a link may lead, as its page needs it; None for what is no link."""
    if _WEB.fullmatch(written) or _MAIL.fullmatch(written):
        return written
    own = _OWN.fullmatch(written)
    return to(own["page"]) if own else None


def _bare(text: str, depth: int) -> str:
    found = ""
    for before, mark in _pieces(text, depth):
        name = mark.lastgroup if mark else None
        found += before
        if mark is None or name is None:
            continue
        if name == "to":
            found += _bare(mark["text"], depth + 1) if _address(mark["to"], str) is not None else mark[0]
        else:
            found += mark[name] if name == "as_is" else _bare(mark[name], depth + 1)
    return found


def _pieces(text: str, depth: int) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Yield what stands before each mark, with the mark; at last what stands behind them."""
    at = 0
    if depth < _DEEPEST:
        for mark in _MARKS.finditer(text):
            yield text[at : mark.start()], mark
            at = mark.end()
    yield text[at:], None
