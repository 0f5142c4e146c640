"""Which parts of a workout are pauses, and between what."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard

from generator.calendar_words.attaching import says
from generator.calendar_words.lexemes import Unclear
from generator.calendar_words.nodes import Many, Node, One, meaning, steps

RESTING = frozenset({"jog", "recovery", "walk"})
ENDS = frozenset({"warm up", "cool down"})
#: A jog behind a comma is a pause up to here, or as long as what is repeated; a longer one may be a part of its own.
_SURELY_PAUSE_S = 180.0
_SECONDS_PER_METRE = 0.36


def fits(node: Node, many: Many) -> TypeGuard[One]:
    """Return whether a part can be the pause of a repeat: by its words, or short enough without any."""
    named = pauses(node)
    return named is not None and (any(map(says, node.words)) or seconds(node) <= longest_pause(many))


def longest_pause(many: Many) -> float:
    """Return how many seconds surely are a pause after what is repeated."""
    return max(_SURELY_PAUSE_S, sum(map(seconds, many.body)))


def rests_already(many: Many, node: One) -> bool:
    """Return whether a repeat has a pause, so that a further one stands for itself."""
    if "sets" in meaning(node.words).signs:
        return False
    return many.pause is not None or meaning(list(steps(many.body))[-1].words).step in RESTING


def pauses(node: Node) -> bool | None:
    """Return whether a part is a pause by its words; None if it can't be one."""
    if not isinstance(node, One) or node.quantity is None:
        return None
    meant = meaning(node.words)
    if meant.aims or meant.soft or meant.step in (*ENDS, "run") or meant.races:
        return None
    return meant.step in RESTING or bool(meant.signs & {"reps", "sets"})


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


def seconds(node: Node) -> float:
    """Return about how long a part takes."""
    if isinstance(node, Many):
        return node.count.least * sum(map(seconds, node.body))
    if node.quantity is None:
        return 0.0
    return node.quantity.amount.most * (1.0 if node.quantity.timed else _SECONDS_PER_METRE)
