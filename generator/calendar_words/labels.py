"""The calendar's own words that stay with a day, so that an athlete loses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.calendar_words.lexemes import Felt, Lexeme, Said, Unclear
from generator.calendar_words.nodes import Meant, Node, One, every, meaning
from generator.calendar_words.pauses import ENDS
from generator.calendar_words.vocabulary import SaidKind, StepWord, key_of
from generator.frozen import frozen
from generator.model.given import LONGEST_LABEL
from generator.model.step_text import Workout

_BRACKETS = str.maketrans("(){}", "[][]")


@frozen
class Label:
    """A session's words, and all that is told of it elsewhere: its kind, its length, the steps of its workout."""

    text: str
    head: Meant
    kind: SaidKind | None
    whole: One | None
    nodes: Sequence[Node]
    workout: Workout | None

    def written(self) -> str:
        """Return the words in their order; Unclear if they are longer than a label may be.

        A workout that can't be written in steps stays in the cell's own words.
        """
        pieces = {word.start: self._own(word) for word in self._words()}
        pieces |= {pace.start: pace.text for pace in self.head.paces if not self._in_steps(pace.text)}
        pieces |= {felt.start: _rpe(felt) for felt in self.head.rpes if not self._in_steps(_rpe(felt))}
        if self.whole is not None and self.whole.quantity is not None:
            twice = [other for other in self.whole.also if other.timed == self.whole.quantity.timed]
            pieces |= {other.start: other.amount.text for other in twice}
        if self.whole is not None and self.whole.count is not None:
            pieces = _with(pieces, self.whole.start, self.text[self.whole.start : self.whole.end])
        for inner in every(self.nodes):
            pieces |= {word.start: self._own(word) for word in self._inner_words(inner)}
        if self.nodes and self.workout is None:
            all_of_it = [piece for node in every(self.nodes) for piece in (node, *node.words)]
            start, end = min(piece.start for piece in all_of_it), max(piece.end for piece in all_of_it)
            pieces = _with(pieces, start, self.text[start:end])
        return _joined(pieces)

    def _own(self, lexeme: Lexeme) -> str:
        return self.text[lexeme.start : lexeme.end]

    def _words(self) -> Iterator[Lexeme]:
        """Yield the words of the whole session that tell more than its kind."""
        head, rest = self.head, self.kind == "rest"
        yield from (word for word in head.kept if not (rest and _is_daytime(word)))
        yield from (said for said in head.stepped if said.wording.kind is None and "filler" not in said.wording.parts)
        yield from (said for kind, said in head.kinds if said.wording.kept or self._other(kind))
        yield from (said for said in head.races if not self._is_distance(said))
        yield from (aim for aim in head.aims if aim.target is None or not self._in_steps(f"@ {aim.target}"))
        yield from (said for _, said in head.soft if said.wording.kind is None)

    def _inner_words(self, node: Node) -> Iterator[Lexeme]:
        """Yield the words of a workout's part that its steps don't tell."""
        meant = meaning(node.words)
        yield from meant.kept
        strides = {target for target, _ in meant.soft} == {"strides"}
        yield from (said for said in meant.stepped if strides or not _told_by(said.wording.step, meant.step))
        if isinstance(node, One):
            yield from node.also
        aims = {aim.target for aim in meant.aims}
        for kind, said in meant.kinds:
            effort = said.wording.target if said.wording.bare and meant.step not in ENDS else None
            told = said.wording.step is not None
            if effort is not None:
                told = self._own(said).casefold() == effort and aims <= {effort}
            if not told and (said.wording.kept or (effort is None and self._other(kind))):
                yield said

    def _other(self, kind: SaidKind) -> bool:
        """Return whether a word's kind went into another (``easy long run``)."""
        return kind not in (self.kind, "rest") and not (kind == "easy" and self.kind == "recovery")

    def _is_distance(self, said: Said) -> bool:
        """Return whether a race's name is all there is to its distance."""
        named = self.whole is None or self.whole.quantity is None
        return named and key_of(self._own(said)) == key_of(said.wording.race or "")

    def _in_steps(self, text: str) -> bool:
        return self.workout is not None and text in self.workout.text


def _told_by(word: StepWord | None, step: StepWord | None) -> bool:
    """Return whether a step's word needs no second one: easy jog, walking rest."""
    if word in (step, "run"):
        return True
    return word == "easy" or (word == "recovery" and step in ("jog", "walk"))


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


def _is_daytime(lexeme: Lexeme) -> bool:
    return isinstance(lexeme, Said) and "daytime" in lexeme.wording.parts


def _rpe(felt: Felt) -> str:
    return f"RPE {'-'.join(dict.fromkeys(map(str, felt.rpe)))}"
