"""The calendar's own words that stay with a day, so that an athlete loses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.calendar_words.lexemes import Felt, Lexeme, Unclear
from generator.calendar_words.nodes import Meant, Node, One, meaning, steps
from generator.calendar_words.vocabulary import SaidKind
from generator.model.given import LONGEST_LABEL
from generator.model.step_text import Workout

#: Of two words for a step the workout has one; these are kept beside it.
_OWN_STEPS = frozenset({"warm up", "cool down", "walk", "jog"})
_BRACKETS = str.maketrans("(){}", "[][]")


def label_of(
    head: Meant, text: str, kind: SaidKind | None, whole: One | None, nodes: Sequence[Node], workout: Workout | None
) -> str:
    """Return the words in their order; Unclear if they are longer than a label may be.

    A workout that can't be written in steps stays in the cell's own words.
    """
    pieces = {said.start: text[said.start : said.end] for said in _words(head, kind, workout, text)}
    pieces |= {pace.start: pace.text for pace in head.paces if not _in(pace.text, workout)}
    pieces |= {felt.start: _rpe(felt) for felt in head.rpes if not _in(_rpe(felt), workout)}
    if whole is not None and whole.quantity is not None:
        twice = [other for other in whole.also if other.timed == whole.quantity.timed]
        pieces |= {other.start: other.amount.text for other in twice}
    if whole is not None and whole.count is not None:
        pieces = _with(pieces, whole.start, text[whole.start : whole.end])
    for inner in (one for node in nodes for one in (node, *steps([node]))):
        pieces |= {said.start: text[said.start : said.end] for said in _inner_words(inner, kind, text)}
    if nodes and workout is None:
        start, end = min(node.start for node in nodes), max(node.end for node in nodes)
        pieces = _with(pieces, start, text[start:end])
    return _joined(pieces)


def _with(pieces: Mapping[int, str], start: int, text: str) -> dict[int, str]:
    """Return pieces with one that holds those within it."""
    return {at: piece for at, piece in pieces.items() if not start <= at < start + len(text)} | {start: text}


def _joined(pieces: Mapping[int, str]) -> str:
    said = [" ".join(piece.translate(_BRACKETS).split()) for _, piece in sorted(pieces.items())]
    label = ", ".join({piece.casefold(): piece for piece in said if piece}.values())
    if len(label) > LONGEST_LABEL:
        why = f"these words are longer than the {LONGEST_LABEL} characters that a day keeps; write fewer"
        raise Unclear(min(pieces), max(at + len(piece) for at, piece in pieces.items()), why)
    return label


def _words(head: Meant, kind: SaidKind | None, workout: Workout | None, text: str) -> Iterator[Lexeme]:
    """Yield the words of the whole session that tell more than its kind."""
    yield from head.kept
    yield from (said for said in head.stepped if said.wording.kind is None and "filler" not in said.wording.parts)
    yield from (said for other, said in head.kinds if said.wording.kept or _other(other, kind))
    yield from (said for said in head.races if text[said.start : said.end].casefold() != said.wording.race)
    yield from (aim for aim in head.aims if aim.target is None or not _in(f"@ {aim.target}", workout))
    yield from (said for _, said in head.soft if said.wording.kind is None)


def _inner_words(node: Node, kind: SaidKind | None, text: str) -> Iterator[Lexeme]:
    """Yield the words of a workout's part that its steps don't tell."""
    meant = meaning(node.words)
    yield from meant.kept
    yield from (said for said in meant.stepped if said.wording.step != meant.step and said.wording.step in _OWN_STEPS)
    if isinstance(node, One):
        yield from node.also
    for other, said in meant.kinds:
        effort = said.wording.target if said.wording.bare else None
        if effort is not None:
            if text[said.start : said.end].casefold() != effort and said.wording.kept:
                yield said
        elif said.wording.step is None and (said.wording.kept or _other(other, kind)):
            yield said


def _other(kind: SaidKind, result: SaidKind | None) -> bool:
    """Return whether a word's kind went into another (``easy long run``)."""
    return kind not in (result, "rest") and not (kind == "easy" and result == "recovery")


def _in(text: str, workout: Workout | None) -> bool:
    return workout is not None and text in workout.text


def _rpe(felt: Felt) -> str:
    return f"RPE {'-'.join(dict.fromkeys(map(str, felt.rpe)))}"
