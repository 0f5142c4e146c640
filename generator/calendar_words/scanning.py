"""The parts of a cell between its commas: which words belong to which length, and what is repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.calendar_words.attaching import attached, beside, one_thing, says, with_words
from generator.calendar_words.lexemes import (
    Bracket,
    Lexeme,
    Mark,
    Number,
    Quantity,
    Said,
    Unclear,
    is_filler,
    sign_of,
)
from generator.calendar_words.nodes import Many, Node, One
from generator.calendar_words.numbers import plain_amount
from generator.calendar_words.pauses import fits, paused
from generator.frozen import frozen

_COMMAS = frozenset(",;\n+-")
_MOST_BETWEEN = 2


@frozen
class Segment:
    """What stands between two links: ``with``, a slash, a colon, a bracket, or nothing. Words belong to no length."""

    link: str
    nodes: tuple[Node, ...]
    words: tuple[Lexeme, ...]


#: Reads what stands in brackets: its parts, and words that belong to none of them.
Inner = Callable[[Sequence[Lexeme]], tuple[tuple[Node, ...], tuple[Lexeme, ...]]]


def comma_parts(lexemes: Sequence[Lexeme]) -> list[list[Lexeme]]:
    """Cut at commas, line ends, dashes and words such as ``then``; a stop behind an abbreviation cuts nothing."""
    found: list[list[Lexeme]] = [[]]
    for lexeme in lexemes:
        comma = isinstance(lexeme, Mark) and lexeme.sign in _COMMAS
        if comma and found[-1] and (sign_of(found[-1][-1]) == "with" or is_filler(found[-1][-1])):
            continue
        if comma or sign_of(lexeme) in ("then", "and", "plus"):
            if not comma and (lexeme is lexemes[0] or lexeme is lexemes[-1]):
                raise Unclear(lexeme.start, lexeme.end, "nothing stands on one side of it")
            found.append([])
        else:
            found[-1].append(lexeme)
    return [part for part in found if part]


def segments(part: Sequence[Lexeme], inner: Inner) -> list[Segment]:
    """Read one part; ``inner`` reads what stands in brackets. Unclear where words may belong to two lengths."""
    found: list[Segment] = []
    link, held = "", list[Lexeme]()
    for lexeme in part:
        mark = lexeme.sign if isinstance(lexeme, Mark) and lexeme.sign in "/:" else ""
        new = "with" if sign_of(lexeme) == "with" else mark
        if new:
            if lexeme is part[-1] and new != ":":
                raise Unclear(lexeme.start, lexeme.end, "nothing stands behind it")
            found += _Scan(link, held, inner).segments()
            link, held = new, []
        else:
            held.append(lexeme)
    return [*found, *_Scan(link, held, inner).segments()]


class _Scan:
    """Goes through one segment once; brackets with lengths of their own begin a new one."""

    def __init__(self, link: str, lexemes: Sequence[Lexeme], inner: Inner) -> None:
        self.link, self.lexemes, self.inner = link, lexemes, inner
        self.done: list[Segment] = []
        self.nodes: list[Node] = []
        self.groups: list[list[Lexeme]] = [[]]

    def segments(self) -> list[Segment]:
        index = 0
        while index < len(self.lexemes):
            found = self._repeat(index) or self._counted(index) or self._stretch(index)
            lexeme = self.lexemes[index]
            if found is not None:
                if not self._within(found[0]):
                    self.nodes.append(found[0])
                    self.groups.append([])
                index = found[1]
                continue
            if isinstance(lexeme, Bracket) and any(isinstance(one, (Quantity, Number)) for one in lexeme.inner):
                self._bracket(lexeme)
            else:
                self.groups[-1].append(lexeme)
            index += 1
        self._close("")
        return self.done

    def _close(self, link: str) -> None:
        nodes = attached(self.nodes, self.groups)
        words = () if nodes else tuple(self.groups[0])
        if nodes or words or self.link:
            self.done.append(Segment(self.link, nodes, words))
        self.link, self.nodes, self.groups = link, [], [[]]

    def _within(self, node: Node) -> bool:
        """Put a time to each repeat, if that is what it is (``5 x 1 km in 4 min``)."""
        many = self.nodes[-1] if self.nodes else None
        word = self.groups[-1][-1] if self.groups[-1] else None
        if sign_of(word) != "within" or not isinstance(many, Many) or len(many.body) != 1:
            return False
        one = many.body[0]
        if not isinstance(one, One) or not isinstance(node, One) or not one_thing(one, node):
            return False
        self.nodes[-1] = replace(many, body=(beside(one, node),), end=node.end)
        return True

    def _bracket(self, bracket: Bracket) -> None:
        """Put a pause to its repeat, a length told otherwise to its length, and all else into a segment of its own."""
        nodes, words = self.inner(bracket.inner)
        last = self.nodes[-1] if self.nodes else None
        one = nodes[0] if len(nodes) == 1 else None
        if isinstance(last, Many):
            if one is None or not fits(one, last):
                raise Unclear(bracket.start, bracket.end, "a pause is expected in these brackets, such as (400 m jog)")
            self.nodes[-1] = replace(paused(last, one, "("), end=bracket.end)
            self.groups[-1] += words
        elif isinstance(last, One) and isinstance(one, One) and one_thing(last, one) and not any(map(says, one.words)):
            self.nodes[-1] = beside(last, one)
            self.groups[-1] += words
        else:
            self._close("(")
            self.done.append(Segment("(", (with_words(nodes[0], words), *nodes[1:]) if nodes else (), words))
            self.link = ""

    def _repeat(self, index: int) -> tuple[Node, int] | None:
        first, second = self._at(index), self._at(index + 1)
        if isinstance(first, Number) and sign_of(second) == "repeat":
            return self._after_count(first, self._behind_fillers(index + 2))
        third, fourth = self._at(index + 2), self._at(index + 3)
        backwards = isinstance(first, (Quantity, Bracket)) and sign_of(second) == "repeat"
        if not backwards or not isinstance(third, Number) or sign_of(fourth) == "repeat":
            return None
        assert first is not None
        return Many(first.start, third.end, third, self._body(first), grouped=isinstance(first, Bracket)), index + 3

    def _after_count(self, count: Number, index: int) -> tuple[Node, int] | None:
        nested = self._repeat(index) if isinstance(self._at(index), Number) else None
        if nested is not None:
            return Many(count.start, nested[0].end, count, (nested[0],)), nested[1]
        after = index
        while (word := self._at(after)) is not None and isinstance(word, Said) and word.wording.amount is None:
            after += 1
        body = self._at(after)
        words = tuple(self.lexemes[index:after])
        if isinstance(body, (Quantity, Said)) or (isinstance(body, Bracket) and not words):
            inner = self._body(body)
            if words and isinstance(inner[0], One):
                inner = (replace(inner[0], words=words),)
            return Many(count.start, body.end, count, inner, grouped=isinstance(body, Bracket)), after + 1
        if words:
            return One(count.start, words[-1].end, None, words, count=count), after
        return None

    def _body(self, lexeme: Lexeme) -> tuple[Node, ...]:
        if isinstance(lexeme, Bracket):
            nodes, words = self.inner(lexeme.inner)
            if not nodes:
                raise Unclear(lexeme.start, lexeme.end, "nothing to repeat stands in the brackets")
            return (with_words(nodes[0], words), *nodes[1:])
        quantity = lexeme if isinstance(lexeme, Quantity) else said_amount(lexeme)
        return (One(lexeme.start, lexeme.end, quantity),)

    def _counted(self, index: int) -> tuple[Node, int] | None:
        """Read ``6 strides`` or ``6 strides of 20 s``."""
        count = self._at(index)
        after = index + 1
        while isinstance(self._at(after), Said) and after - index <= _MOST_BETWEEN and not _counts(self._at(after)):
            after += 1
        if not isinstance(count, Number) or not _counts(self._at(after)):
            return None
        words = tuple(self.lexemes[index + 1 : after + 1])
        then = self._behind_fillers(after + 1)
        each = self._at(then)
        if isinstance(each, Bracket) and len(each.inner) == 1:
            each = each.inner[0]
        if isinstance(each, Quantity):
            return Many(count.start, each.end, count, (One(each.start, each.end, each, words),)), then + 1
        return One(count.start, words[-1].end, None, words, count=count), after + 1

    def _stretch(self, index: int) -> tuple[Node, int] | None:
        lexeme = self.lexemes[index]
        quantity = lexeme if isinstance(lexeme, Quantity) else said_amount(lexeme)
        return None if quantity is None else (One(lexeme.start, lexeme.end, quantity), index + 1)

    def _at(self, index: int) -> Lexeme | None:
        return self.lexemes[index] if index < len(self.lexemes) else None

    def _behind_fillers(self, index: int) -> int:
        while (lexeme := self._at(index)) is not None and is_filler(lexeme):
            index += 1
        return index


def said_amount(lexeme: Lexeme) -> Quantity | None:
    """Return what a word alone says (``mile``), unless it says something else besides."""
    if not isinstance(lexeme, Said) or lexeme.wording.amount is None:
        return None
    return Quantity(lexeme.start, lexeme.end, *plain_amount(lexeme.wording.amount))


def _counts(lexeme: Lexeme | None) -> bool:
    return isinstance(lexeme, Said) and lexeme.wording.counted is not None
