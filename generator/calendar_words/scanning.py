"""The parts of a cell between its commas: which words belong to which length, and what is repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from generator.calendar_words.lexemes import Bracket, Lexeme, Mark, Number, Quantity, Said, Unclear, span
from generator.calendar_words.nodes import Many, Node, One
from generator.calendar_words.numbers import plain_amount
from generator.calendar_words.vocabulary import Sign
from generator.model.given import Amount

_COMMAS = frozenset(",;\n+-")
#: The same distance in kilometers and miles, as far as people round it.
_ALIKE = 0.06
_MOST_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Segment:
    """What stands between two links: ``with``, a slash, a colon, a bracket, or nothing. Words belong to no length."""

    link: str
    nodes: tuple[Node, ...]
    words: tuple[Lexeme, ...]


Inner = Callable[[Sequence[Lexeme]], tuple[Node, ...]]


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
        if not isinstance(one, One) or not isinstance(node, One) or not _one_thing(one, node):
            return False
        self.nodes[-1] = replace(many, body=(beside(one, node),), end=node.end)
        return True

    def _bracket(self, bracket: Bracket) -> None:
        """Put a pause to its repeat, a length told otherwise to its length, and all else into a segment of its own."""
        nodes = self.inner(bracket.inner)
        last = self.nodes[-1] if self.nodes else None
        one = nodes[0] if len(nodes) == 1 else None
        if isinstance(last, Many) and last.pause is None and isinstance(one, One) and one.quantity is not None:
            self.nodes[-1] = replace(last, pause=one, end=bracket.end)
        elif isinstance(last, One) and isinstance(one, One) and one.quantity is not None and last.quantity is not None:
            self.nodes[-1] = beside(last, one)
        else:
            self._close("(")
            self.done.append(Segment("(", nodes, ()))
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
            nodes = self.inner(lexeme.inner)
            if not nodes:
                raise Unclear(lexeme.start, lexeme.end, "nothing to repeat stands in the brackets")
            return nodes
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


def attached(nodes: Sequence[Node], groups: Sequence[Sequence[Lexeme]]) -> tuple[Node, ...]:
    """Give each length its words: ``groups`` stand before, between and after them."""
    merged, around = [*nodes[:1]], [list(group) for group in groups[:2]]
    for node, group in zip(nodes[1:], groups[2:], strict=True):
        last = merged[-1]
        told_twice = isinstance(last, One) and isinstance(node, One) and _one_thing(last, node)
        if told_twice and all(is_filler(word) for word in around[-1]):
            assert isinstance(last, One)
            assert isinstance(node, One)
            merged[-1] = beside(last, node)
            around[-1] = list(group)
        else:
            merged.append(node)
            around.append(list(group))
    found: list[Node] = []
    start = 0
    for index in range(1, len(merged) + 1):
        if index == len(merged) or not any(map(_says, around[index])):
            before = around[start] if start == 0 else []
            found += _run(merged[start:index], [before, *around[start + 1 : index + 1]])
            start = index
    return tuple(found)


def _run(nodes: Sequence[Node], groups: Sequence[Sequence[Lexeme]]) -> list[Node]:
    """Give words to lengths that follow each other with words between any two."""
    if len(nodes) == 1:
        return [with_words(nodes[0], (*groups[0], *groups[1]))]
    before, after = any(map(_says, groups[0])), any(map(_says, groups[-1]))
    if before == after:
        start, end = nodes[0].start, nodes[-1].end
        raise Unclear(start, end, "which words belong to which length is not clear; put commas between the parts")
    if after:
        first = with_words(nodes[0], (*groups[0], *groups[1]))
        return [first, *(with_words(node, group) for node, group in zip(nodes[1:], groups[2:], strict=True))]
    return [with_words(node, group) for node, group in zip(nodes, groups[:-1], strict=True)]


def with_words(node: Node, words: Iterable[Lexeme]) -> Node:
    """Return a part with more words."""
    every = (*node.words, *words)
    if not every or (isinstance(node, One) and node.count is not None):
        return replace(node, words=every)
    start, end = span(every)
    return replace(node, words=every, start=min(node.start, start), end=max(node.end, end))


def beside(one: One, other: One) -> One:
    """Return a length with the same told otherwise, or its time; Unclear if it is another length."""
    assert one.quantity is not None
    assert other.quantity is not None
    if not _one_thing(one, other):
        sort = "long" if one.quantity.timed else "far"
        raise Unclear(one.start, other.end, f"it says twice how {sort} it is; write one of them")
    return replace(one, end=other.end, also=(*one.also, other.quantity), words=(*one.words, *other.words))


def _one_thing(one: One, other: One) -> bool:
    if one.quantity is None or other.quantity is None or one.also or other.also:
        return False
    return one.quantity.timed != other.quantity.timed or same(one.quantity.amount, other.quantity.amount)


def same(one: Amount, other: Amount) -> bool:
    """Return whether two amounts are one distance in two units, or one amount written twice."""
    pairs = ((one.least, other.least), (one.most, other.most))
    if one.text.split()[-1] == other.text.split()[-1]:
        return pairs[0][0] == pairs[0][1] and pairs[1][0] == pairs[1][1]
    return all(abs(mine - theirs) <= _ALIKE * max(mine, theirs) for mine, theirs in pairs)


def said_amount(lexeme: Lexeme) -> Quantity | None:
    """Return what a word alone says (``mile``), unless it says something else besides."""
    if not isinstance(lexeme, Said) or lexeme.wording.amount is None:
        return None
    return Quantity(lexeme.start, lexeme.end, *plain_amount(lexeme.wording.amount))


def sign_of(lexeme: Lexeme | None) -> Sign | None:
    """Return what a word does in a sentence."""
    return lexeme.wording.sign if isinstance(lexeme, Said) else None


def is_filler(lexeme: Lexeme) -> bool:
    """Return whether a word means nothing here."""
    return isinstance(lexeme, Said) and lexeme.wording.parts == {"filler"} and lexeme.wording.step is None


def _says(lexeme: Lexeme) -> bool:
    return not is_filler(lexeme)


def _counts(lexeme: Lexeme | None) -> bool:
    return isinstance(lexeme, Said) and lexeme.wording.counted is not None
