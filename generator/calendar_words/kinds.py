"""Which kind of session words mean together; two kinds that don't belong together are asked about."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from generator.calendar_words.lexemes import Unclear
from generator.calendar_words.nodes import Meant, Node, every, meaning
from generator.calendar_words.pauses import ENDS, RESTING
from generator.calendar_words.vocabulary import SaidKind, Vocabulary
from generator.calendar_words.whole import stands_around
from generator.calendar_words.writing import HARD, is_hard

_GENTLE: frozenset[SaidKind] = frozenset({"easy", "recovery", "aerobic"})


def kind_of(head: Meant, nodes: Sequence[Node], vocabulary: Vocabulary, place: tuple[int, int]) -> SaidKind | None:
    """Return the kind that a session's own words and its workout mean; Unclear if they mean two."""
    kinds = {kind for kind, _ in head.kinds} | set(_kinds_inside(nodes))
    if head.races and all(map(stands_around, nodes)):
        kinds.add("race")
    hard = bool({aim.target for aim in head.aims} & {*HARD, None}) or is_hard(nodes)
    kind = _one(kinds, vocabulary)
    if kind is None and kinds:
        raise Unclear(*place, _both(kinds))
    if kind is None:
        return "quality" if hard else _gentle(nodes)
    if hard and kind in _GENTLE:
        raise Unclear(*place, _both({kind, "quality"}))
    return kind


def _one(kinds: set[SaidKind], vocabulary: Vocabulary) -> SaidKind | None:
    """Return one kind for those that people put together (``easy long run``)."""
    left = set(kinds)
    while len(left) > 1:
        pairs = (frozenset(pair) for pair in itertools.combinations(sorted(left), 2))
        pair = next((pair for pair in pairs if pair in vocabulary.together), None)
        if pair is None:
            return None
        left = (left - pair) | {vocabulary.together[pair]}
    return next(iter(left), None)


def _both(kinds: Iterable[SaidKind]) -> str:
    return f"it reads as {' and as '.join(sorted(kinds))}; write one of them"


def _kinds_inside(nodes: Iterable[Node]) -> Iterable[SaidKind]:
    """Yield the kinds that words inside a workout say of the whole: no words for a step or an effort."""
    for meant in (meaning(node.words) for node in every(nodes)):
        for kind, said in meant.kinds:
            effort = said.wording.target is not None and said.wording.bare and meant.step not in ENDS
            if said.wording.step is None and not effort:
                yield kind


def _gentle(nodes: Sequence[Node]) -> SaidKind | None:
    """Return the kind that all gentle parts name, or None: the words don't say."""
    found: set[SaidKind] = set()
    for inner in every(nodes):
        meant = meaning(inner.words)
        if meant.step not in (*RESTING, *ENDS):
            found |= {kind for kind, _ in meant.kinds}
    one = next(iter(found)) if len(found) == 1 else None
    return one if one in ("easy", "aerobic") else None
