"""A cell's parts in their order: which is a pause, which is the whole run, and which stand inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.calendar_words.lexemes import Lexeme, Quantity, Said, Unclear
from generator.calendar_words.nodes import Many, Node, One, meaning, steps
from generator.calendar_words.scanning import Segment, beside, comma_parts, is_filler, segments, sign_of, with_words
from generator.calendar_words.vocabulary import Sign
from generator.model.given import Amount

_SLASH = "what the slash means is not clear; before a pause it stands behind a repeat: 6 x 800 m / 400 m jog"
_RESTING = frozenset({"jog", "recovery", "walk"})
_BEFORE_AND_AFTER = frozenset({"warm up", "cool down"})
#: A jog behind a comma is a pause up to here, or as long as what is repeated; a longer one may be a part of its own.
_SURELY_PAUSE_S = 180.0
_SECONDS_PER_METRE = 0.36
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


def sequence(lexemes: Sequence[Lexeme], inside: bool = False) -> Parts:
    """Read a session's parts, or those ``inside`` brackets; Unclear for what can be taken two ways."""
    found = Parts(inside=inside)
    for part in comma_parts(lexemes):
        _add_part(found, segments(part, _inside))
    _find_total(found)
    return found


def _inside(lexemes: Sequence[Lexeme]) -> tuple[Node, ...]:
    """Read what stands in brackets; words without a length go to the first part."""
    found = sequence(lexemes, inside=True)
    if found.total is not None:
        raise Unclear(found.total.start, found.total.end, "a whole run stands inside brackets; write it before them")
    if found.words and found.nodes:
        found.nodes[0] = with_words(found.nodes[0], found.words)
    return tuple(found.nodes)


def _add_part(found: Parts, part: Sequence[Segment]) -> None:
    own = len(found.nodes)
    for index, segment in enumerate(part):
        if not segment.nodes:
            _add_words(found, segment, own)
            continue
        first, *others = segment.nodes
        if segment.link == "/":
            _slash(found, first)
        elif segment.link in ("with", "("):
            _with(found, first, segment.link, own if index else 0)
        elif segment.link == ":" and index:
            first = _behind_colon(found, part[index - 1], first, own)
            found.nodes.append(first)
        else:
            _follow(found, first, comma=index == 0)
        own = min(own, len(found.nodes) - 1)
        for node in others:
            _follow(found, node, comma=False)


def _add_words(found: Parts, segment: Segment, own: int) -> None:
    """Put words to the part they stand in, or to the session."""
    if segment.link == "/" and any(_kind_or_step(word) for word in segment.words):
        start, end = segment.words[0].start, segment.words[-1].end
        raise Unclear(start, end, "the slash leaves open which of the two it is; write one of them")
    if len(found.nodes) > own:
        found.nodes[-1] = with_words(found.nodes[-1], segment.words)
    else:
        found.words += segment.words


def _kind_or_step(word: Lexeme) -> bool:
    return isinstance(word, Said) and (word.wording.kind is not None or word.wording.step is not None)


def _slash(found: Parts, node: Node) -> None:
    last = found.nodes[-1] if found.nodes else None
    if isinstance(last, Many) and _pauses(node) is not None and isinstance(node, One):
        found.nodes[-1] = paused(last, node, "/")
    elif found.inside and isinstance(last, One):
        found.nodes.append(node)
    elif isinstance(last, One) and isinstance(node, One) and last.quantity and node.quantity:
        found.nodes[-1] = beside(last, node)
    else:
        raise Unclear(node.start, node.end, _SLASH)


def _with(found: Parts, node: Node, link: str, own: int) -> None:
    """A pause with each repeat, or a part of the whole run before it."""
    last = found.nodes[-1] if len(found.nodes) > own else None
    if isinstance(last, Many) and link == "with":
        if not isinstance(node, One) or _pauses(node) is None:
            raise Unclear(node.start, node.end, "a pause is expected here, such as 400 m jog")
        found.nodes[-1] = paused(last, node, "with")
    elif last is None or (found.inside and _pauses(node)):
        found.nodes.append(node)
    elif isinstance(last, One) and len(found.nodes) == 1 and found.total is None:
        found.total, found.nodes = last, [node]
    else:
        raise Unclear(node.start, node.end, "what it is part of is not clear; write the parts one after the other")


def _behind_colon(found: Parts, before: Segment, node: Node, own: int) -> Node:
    """Before a colon stands the whole run, or words for it, or for the part behind it (``WU: 2 km``)."""
    if len(found.nodes) > own:
        last = found.nodes[-1]
        if len(found.nodes) > 1 or found.total is not None or not isinstance(last, One):
            raise Unclear(node.start, node.end, "only the whole run stands before a colon; put a comma there")
        found.total, found.nodes = last, []
    elif before.words and meaning(before.words).step in _BEFORE_AND_AFTER:
        found.words = [word for word in found.words if word not in before.words]
        return with_words(node, before.words)
    return node


def _follow(found: Parts, node: Node, comma: bool) -> None:
    """Add a part; resting after a repeat is its pause."""
    last = found.nodes[-1] if found.nodes else None
    pauses = _pauses(node)
    short = isinstance(last, Many) and last.pause is None and _seconds(node) <= _longest_pause(last)
    if short and not _says_more(node):
        why = "it can be a pause after each or a part of its own; write 6 x 800 m / 400 m jog for one after each"
        raise Unclear(node.start, node.end, why)
    if not isinstance(last, Many) or not isinstance(node, One) or not pauses or _rests_already(last, node):
        found.nodes.append(node)
        return
    signs = meaning(node.words).signs
    if comma and _seconds(node) > _longest_pause(last) and not signs & {"reps", "sets"}:
        why = "it can be one part of its own or a pause after each; write 6 x 800 m / 400 m jog for one after each"
        raise Unclear(node.start, node.end, why)
    found.nodes[-1] = paused(last, node, ",")


def _longest_pause(many: Many) -> float:
    return max(_SURELY_PAUSE_S, sum(map(_seconds, many.body)))


def _rests_already(many: Many, node: One) -> bool:
    if "sets" in meaning(node.words).signs:
        return False
    return many.pause is not None or meaning(list(steps(many.body))[-1].words).step in _RESTING


def _pauses(node: Node) -> bool | None:
    """Return whether a part is a pause by its words; None if it can't be one."""
    if not isinstance(node, One) or node.quantity is None:
        return None
    meant = meaning(node.words)
    if meant.aims or meant.soft or meant.step in (*_BEFORE_AND_AFTER, "run") or meant.races:
        return None
    return meant.step in _RESTING or bool(meant.signs & {"reps", "sets"})


def paused(many: Many, pause: One, link: str) -> Many:
    """Return a repeat with its pause, at the level the words name; Unclear if they name none and it matters."""
    signs = meaning(pause.words).signs
    inner = many.body[0] if len(many.body) == 1 else None
    nested = inner if isinstance(inner, Many) else None
    if nested is not None and "reps" in signs:
        return replace(many, body=(paused(nested, pause, link),), end=max(many.end, pause.end))
    open_ = nested is not None and nested.pause is None and "sets" not in signs
    if open_ and not (many.grouped and link == "/"):
        raise Unclear(pause.start, pause.end, "say whether it is between reps or between sets")
    if many.pause is not None:
        raise Unclear(pause.start, pause.end, "a second pause for the same repeat; write one of them")
    return replace(many, pause=pause, end=max(many.end, pause.end))


def _seconds(node: Node) -> float:
    if isinstance(node, Many):
        return node.count.least * sum(map(_seconds, node.body))
    if node.quantity is None:
        return 0.0
    return node.quantity.amount.most * (1.0 if node.quantity.timed else _SECONDS_PER_METRE)


def _find_total(found: Parts) -> None:
    """Tell the whole run from its parts where no colon does: by ``total``, ``last``, or strides beside it."""
    nodes = found.nodes
    for node in nodes if len(nodes) > 1 else ():
        if not _says_more(node) and isinstance(node, One) and _seconds(node) < _SHORTEST_PLAIN_S:
            raise Unclear(node.start, node.end, "say how it is run: 400 m jog, 2 min easy, 1 km @ 5k")
    placed = [node for node in nodes if _signs(node) & {"last", "first"}]
    summed = next((n for n in nodes if isinstance(n, One) and n.quantity and "total" in _signs(n)), None)
    if found.total is None and summed is not None and len(nodes) > 1:
        found.total = summed
        found.nodes = nodes = [node for node in nodes if node is not summed]
    elif found.total is None and len(nodes) > 1 and isinstance(nodes[0], One) and nodes[0].quantity is not None:
        if (placed and nodes[0] not in placed) or all(map(only_strides, nodes[1:])):
            found.total, found.nodes = nodes[0], nodes[1:]
        elif not _says_more(nodes[0]) and _seconds(nodes[0]) >= _NEARLY * sum(map(_seconds, nodes[1:])):
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
    if found.total is None or not ends or not set(ends) <= _BEFORE_AND_AFTER:
        return
    left: One | None = found.total
    for node in found.nodes:
        left = _remainder(left, node) if left is not None else None
    place = found.nodes[-1].start
    at = ends.index("cool down") if "cool down" in ends else len(ends)
    found.nodes.insert(at, replace(left, words=()) if left is not None else One(place, place, None))


def _signs(node: Node) -> set[Sign]:
    return meaning(node.words).signs


def _says_more(node: Node) -> bool:
    return any(not is_filler(word) for word in node.words)


def stands_around(node: Node) -> bool:
    """Return whether a part is a warm-up, a cool-down or strides: no part of what the run is for."""
    return only_strides(node) or (isinstance(node, One) and meaning(node.words).step in _BEFORE_AND_AFTER)


def only_strides(node: Node) -> bool:
    """Return whether a part is strides and nothing else."""
    meant = meaning([word for inner in (node, *steps([node])) for word in inner.words])
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
