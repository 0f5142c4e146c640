"""A cell's parts in their order: which is a pause, which is the whole run, and which stand inside it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.calendar_words.attaching import beside, with_words
from generator.calendar_words.lexemes import Lexeme, Said, Unclear
from generator.calendar_words.nodes import Many, Node, One, meaning
from generator.calendar_words.pauses import ENDS, fits, longest_pause, paused, pauses, rests_already, seconds
from generator.calendar_words.scanning import Segment, comma_parts, segments
from generator.calendar_words.whole import Parts, find_total, says_more

_SLASH = "what the slash means is not clear; before a pause it stands behind a repeat: 6 x 800 m / 400 m jog"


def sequence(lexemes: Sequence[Lexeme], inside: bool = False) -> Parts:
    """Read a session's parts, or those ``inside`` brackets; Unclear for what can be taken two ways."""
    found = Parts(inside=inside)
    for part in comma_parts(lexemes):
        _add_part(found, segments(part, _inside))
    find_total(found)
    return found


def _inside(lexemes: Sequence[Lexeme]) -> tuple[tuple[Node, ...], tuple[Lexeme, ...]]:
    """Read what stands in brackets: its parts, and words without a length."""
    found = sequence(lexemes, inside=True)
    if found.total is not None:
        raise Unclear(found.total.start, found.total.end, "a whole run stands inside brackets; write it before them")
    return tuple(found.nodes), tuple(found.words)


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
    if isinstance(last, Many) and fits(node, last):
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
        if not fits(node, last):
            raise Unclear(node.start, node.end, "a pause is expected here, such as 400 m jog")
        found.nodes[-1] = paused(last, node, "with")
    elif last is None or (found.inside and pauses(node)):
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
    elif before.words and meaning(before.words).step in ENDS:
        found.words = [word for word in found.words if word not in before.words]
        return with_words(node, before.words)
    return node


def _follow(found: Parts, node: Node, comma: bool) -> None:
    """Add a part; resting after a repeat is its pause."""
    last = found.nodes[-1] if found.nodes else None
    rests = pauses(node)
    short = isinstance(last, Many) and last.pause is None and seconds(node) <= longest_pause(last)
    if short and not says_more(node):
        why = "it can be a pause after each or a part of its own; write 6 x 800 m / 400 m jog for one after each"
        raise Unclear(node.start, node.end, why)
    if not isinstance(last, Many) or not isinstance(node, One) or not rests or rests_already(last, node):
        found.nodes.append(node)
        return
    signs = meaning(node.words).signs
    if comma and seconds(node) > longest_pause(last) and not signs & {"reps", "sets"}:
        why = "it can be one part of its own or a pause after each; write 6 x 800 m / 400 m jog for one after each"
        raise Unclear(node.start, node.end, why)
    found.nodes[-1] = paused(last, node, ",")
