"""The parts of a workout as a cell writes them: steps, repeats, and the words that belong to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.calendar_words.lexemes import (
    Aim,
    Bracket,
    Felt,
    Kept,
    Lexeme,
    Mark,
    Number,
    Paced,
    Quantity,
    Said,
    Strange,
    Unclear,
)
from generator.calendar_words.vocabulary import SaidKind, Sign, StepWord
from generator.frozen import frozen


@frozen
class One:
    """A stretch: how far or how long, and its words. ``also``: the same told otherwise, or its time beside it.

    ``count`` without ``quantity`` is something counted (``6 strides``).
    """

    start: int
    end: int
    quantity: Quantity | None
    words: tuple[Lexeme, ...] = ()
    also: tuple[Quantity, ...] = ()
    count: Number | None = None


@frozen
class Many:
    """A repeat; its words hold for all that it repeats. ``grouped``: what it repeats stands in brackets."""

    start: int
    end: int
    count: Number
    body: tuple[Node, ...]
    words: tuple[Lexeme, ...] = ()
    pause: One | None = None
    grouped: bool = False


Node = One | Many
#: Of two words for a step the earlier says more: ``easy jog``, ``rest walking``.
_RANK: tuple[StepWord, ...] = ("warm up", "cool down", "walk", "jog", "recovery", "steady", "aerobic", "easy", "run")


@dataclass(slots=True)
class Meant:
    """What words mean together, as far as each may; what holds, the session decides.

    ``kinds`` pairs each kind with its words, ``soft`` each effort that is also a kind (``tempo``). ``kept`` are words
    that stay with the day whatever it is, ``stepped`` all that may stand for a step.
    """

    kinds: list[tuple[SaidKind, Said]] = field(default_factory=list)
    step: StepWord | None = None
    aims: list[Aim] = field(default_factory=list)
    soft: list[tuple[str, Said]] = field(default_factory=list)
    paces: list[Paced] = field(default_factory=list)
    rpes: list[Felt] = field(default_factory=list)
    signs: set[Sign] = field(default_factory=set)
    races: list[Said] = field(default_factory=list)
    kept: list[Lexeme] = field(default_factory=list)
    stepped: list[Said] = field(default_factory=list)
    optional: bool = False


def meaning(words: Iterable[Lexeme]) -> Meant:
    """Return what words mean; Unclear for one that means nothing where it stands."""
    meant = Meant()
    for lexeme in flat(words):
        if isinstance(lexeme, Aim):
            meant.aims.append(lexeme)
        elif isinstance(lexeme, Paced):
            meant.paces.append(lexeme)
        elif isinstance(lexeme, Felt):
            meant.rpes.append(lexeme)
        elif isinstance(lexeme, Kept):
            meant.kept.append(lexeme)
        elif isinstance(lexeme, Said):
            _add(meant, lexeme)
        elif isinstance(lexeme, Number):
            raise Unclear(lexeme.start, lexeme.end, lexeme.why)
        elif isinstance(lexeme, Quantity):
            raise Unclear(lexeme.start, lexeme.end, "a second length here; write what it belongs to beside it")
        elif isinstance(lexeme, Strange):
            raise Unclear(lexeme.start, lexeme.end, lexeme.why)
        elif isinstance(lexeme, Mark) and lexeme.sign == "/":
            raise Unclear(lexeme.start, lexeme.end, "what the slash parts is not clear; write a comma")
    return meant


def flat(words: Iterable[Lexeme]) -> Iterator[Lexeme]:
    """Yield lexemes, those in brackets too."""
    for lexeme in words:
        if isinstance(lexeme, Bracket):
            yield from flat(lexeme.inner)
        else:
            yield lexeme


def _add(meant: Meant, said: Said) -> None:
    word = said.wording
    if "strength" in word.parts and word.kind is None:
        raise Unclear(said.start, said.end, "strength work beside a run; put + between the two")
    if word.sign in ("or", "to", "per", "repeat", "pace") and not (word.kind or word.parts):
        what = "say which: @ marathon, @ 10k, or 5:00 /km" if word.sign == "pace" else "it joins nothing here"
        raise Unclear(said.start, said.end, what)
    known = [word.kind, word.target if word.bare else None, word.race, word.step, word.counted, word.sign, *word.parts]
    if not any(known):
        what = f"a number is missing before {word.unit}" if word.unit else "write @ before it, if it is an effort"
        raise Unclear(said.start, said.end, what)
    if word.kind is not None:
        meant.kinds.append((word.kind, said))
    if word.step is not None:
        meant.stepped.append(said)
        meant.step = min((word.step, meant.step or word.step), key=_RANK.index)
    if word.target is not None and word.bare:
        meant.soft.append((word.target, said))
    if word.race is not None:
        meant.races.append(said)
    if word.sign is not None:
        meant.signs.add(word.sign)
    if word.parts & {"detail", "daytime", "pause"}:
        meant.kept.append(said)
    meant.optional = meant.optional or "optional" in word.parts


def every(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield every part of a workout: repeats, what they repeat, and pauses."""
    for node in nodes:
        yield node
        if isinstance(node, Many):
            yield from every(node.body)
            if node.pause is not None:
                yield node.pause


def steps(nodes: Iterable[Node]) -> Iterator[One]:
    """Yield every stretch of a workout, pauses too."""
    return (node for node in every(nodes) if isinstance(node, One))
