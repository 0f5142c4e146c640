"""Which part of a cell is the whole run that the others stand in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.calendar_words.attaching import says
from generator.calendar_words.lexemes import Lexeme, Quantity, Unclear, sign_of
from generator.calendar_words.nodes import Many, Node, One, every, meaning
from generator.calendar_words.pauses import ENDS, seconds
from generator.calendar_words.vocabulary import Sign
from generator.model.given import Amount

#: A whole run is as long as its parts; jogs and brisk minutes make that uncertain by so much.
_NEARLY = 0.8
#: A shorter part without a word is a pause, or a pace told oddly.
_SHORTEST_PLAIN_S = 300.0


@dataclass(slots=True)
class Parts:
    """What a cell's session consists of. ``total`` is the whole run that ``nodes`` stand in, where one is written."""

    total: One | None = None
    nodes: list[Node] = field(default_factory=list)
    words: list[Lexeme] = field(default_factory=list)
    inside: bool = False


def find_total(found: Parts) -> None:
    """Tell the whole run from its parts where no colon does: by ``total``, ``last``, or strides beside it."""
    nodes = found.nodes
    for node in nodes if len(nodes) > 1 else ():
        if not says_more(node) and isinstance(node, One) and seconds(node) < _SHORTEST_PLAIN_S:
            raise Unclear(node.start, node.end, "say how it is run: 400 m jog, 2 min easy, 1 km @ 5k")
    placed = [node for node in nodes if _signs(node) & {"last", "first"}]
    summed = next((n for n in nodes if isinstance(n, One) and n.quantity and "total" in _signs(n)), None)
    if found.total is None and summed is not None and len(nodes) > 1:
        found.total = summed
        found.nodes = nodes = [node for node in nodes if node is not summed]
    elif found.total is None and len(nodes) > 1 and isinstance(nodes[0], One) and nodes[0].quantity is not None:
        strides = all(map(only_strides, nodes[1:])) and meaning(nodes[0].words).step not in ENDS
        if (placed and nodes[0] not in placed) or strides:
            found.total, found.nodes = nodes[0], nodes[1:]
        elif not says_more(nodes[0]) and seconds(nodes[0]) >= _NEARLY * sum(map(seconds, nodes[1:])):
            why = "it may be the whole run or its first part; put a colon behind the whole run, or say how it is run"
            raise Unclear(nodes[0].start, nodes[0].end, why)
    _fill_between(found)
    if placed and found.total is not None and len(found.nodes) == 1:
        rest = _remainder(found.total, found.nodes[0])
        if rest is not None:
            part = found.nodes[0]
            said = replace(part, words=tuple(word for word in part.words if sign_of(word) not in ("last", "first")))
            found.nodes = [rest, said] if "last" in _signs(part) else [said, rest]


def _fill_between(found: Parts) -> None:
    """Put what is left of the whole run between its warm-up and its cool-down."""
    ends = [meaning(node.words).step for node in found.nodes]
    if found.total is None or not ends or not set(ends) <= ENDS:
        return
    left: One | None = found.total
    for node in found.nodes:
        left = _remainder(left, node) if left is not None else None
    place = found.nodes[-1].start
    at = ends.index("cool down") if "cool down" in ends else len(ends)
    found.nodes.insert(at, replace(left, words=()) if left is not None else One(place, place, None))


def _signs(node: Node) -> set[Sign]:
    return meaning(node.words).signs


def says_more(node: Node) -> bool:
    """Return whether a part has words that mean something."""
    return any(map(says, node.words))


def stands_around(node: Node) -> bool:
    """Return whether a part is a warm-up, a cool-down or strides: no part of what the run is for."""
    return only_strides(node) or (isinstance(node, One) and meaning(node.words).step in ENDS)


def only_strides(node: Node) -> bool:
    """Return whether a part is strides and nothing else."""
    meant = meaning([word for inner in every([node]) for word in inner.words])
    targets = {aim.target for aim in meant.aims} | {target for target, _ in meant.soft}
    return targets == {"strides"} and (isinstance(node, Many) or node.count is not None or node.quantity is None)


def _remainder(total: One, part: Node) -> One | None:
    """Return what is left of the whole run beside one part of it, in the same unit."""
    if not isinstance(part, One) or part.quantity is None or total.quantity is None:
        return None
    whole, inner = total.quantity.amount, part.quantity.amount
    (number, unit), (less, other) = whole.text.rsplit(" ", 1), inner.text.rsplit(" ", 1)
    if unit != other or "-" in number + less or Decimal(less) >= Decimal(number):
        return None
    left = Amount(whole.least - inner.least, whole.most - inner.most, f"{Decimal(number) - Decimal(less)} {unit}")
    return One(part.start, part.end, Quantity(part.start, part.end, left, total.quantity.timed))
