"""Which words belong to which length, and when two lengths are one told twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.calendar_words.lexemes import Lexeme, Unclear, is_filler, span
from generator.calendar_words.nodes import Node, One
from generator.model.given import Amount

#: The same distance in kilometers and miles, as far as people round it.
_ALIKE = 0.06


def attached(nodes: Sequence[Node], groups: Sequence[Sequence[Lexeme]]) -> tuple[Node, ...]:
    """Give each length its words: ``groups`` stand before, between and after them."""
    merged, around = [*nodes[:1]], [list(group) for group in groups[:2]]
    for node, group in zip(nodes[1:], groups[2:], strict=True):
        last = merged[-1]
        told_twice = isinstance(last, One) and isinstance(node, One) and one_thing(last, node)
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
        if index == len(merged) or not any(map(says, around[index])):
            before = around[start] if start == 0 else []
            found += _run(merged[start:index], [before, *around[start + 1 : index + 1]])
            start = index
    return tuple(found)


def _run(nodes: Sequence[Node], groups: Sequence[Sequence[Lexeme]]) -> list[Node]:
    """Give words to lengths that follow each other with words between any two."""
    if len(nodes) == 1:
        return [with_words(nodes[0], (*groups[0], *groups[1]))]
    before, after = any(map(says, groups[0])), any(map(says, groups[-1]))
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
    if not one_thing(one, other):
        sort = "long" if one.quantity.timed else "far"
        raise Unclear(one.start, other.end, f"it says twice how {sort} it is; write one of them")
    return replace(one, end=other.end, also=(*one.also, other.quantity), words=(*one.words, *other.words))


def one_thing(one: One, other: One) -> bool:
    """Return whether two lengths may be one: a distance and its time, or a distance in two units."""
    if one.quantity is None or other.quantity is None or one.also or other.also:
        return False
    return one.quantity.timed != other.quantity.timed or same(one.quantity.amount, other.quantity.amount)


def same(one: Amount, other: Amount) -> bool:
    """Return whether two amounts are one distance in two units, or one amount written twice."""
    pairs = ((one.least, other.least), (one.most, other.most))
    if one.text.split()[-1] == other.text.split()[-1]:
        return pairs[0][0] == pairs[0][1] and pairs[1][0] == pairs[1][1]
    return all(abs(mine - theirs) <= _ALIKE * max(mine, theirs) for mine, theirs in pairs)


def says(lexeme: Lexeme) -> bool:
    """Return whether a word means something."""
    return not is_filler(lexeme)
