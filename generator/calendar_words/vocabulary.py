"""The words of running calendars, with all that each may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from generator.calendar_words.letters import Token, composed, tokens
from generator.frozen import frozen
from generator.model.given import GivenDay, GivenKind

#: The kinds that words may say: ``recovery`` is an easy run called so.
SaidKind = Literal["rest", "recovery", "easy", "aerobic", "quality", "long", "race", "cross"]
SAID_KINDS: tuple[SaidKind, ...] = get_args(SaidKind)
#: What a word may do in a sentence, beside what it means.
Sign = Literal[
    "repeat",
    "with",
    "or",
    "and",
    "plus",
    "then",
    "at",
    "to",
    "per",
    "pace",
    "total",
    "last",
    "first",
    "reps",
    "sets",
    "within",
]
SIGNS: tuple[Sign, ...] = get_args(Sign)
#: The words for a step, as workouts write them.
StepWord = Literal["warm up", "cool down", "jog", "recovery", "walk", "easy", "aerobic", "steady", "run"]
STEP_WORDS: tuple[StepWord, ...] = get_args(StepWord)
#: ``filler`` means nothing, ``detail`` is kept, ``strength`` is a session of its own that is left out.
Part = Literal["filler", "detail", "optional", "daytime", "strength", "pause"]
PARTS: tuple[Part, ...] = get_args(Part)
Measure = Literal["rpe", "zone", "heart rate", "beats", "percent"]
MEASURES: tuple[Measure, ...] = get_args(Measure)

Key = tuple[str, ...]


@frozen
class Wording:
    """A wording and all that it may mean; which of it holds, its neighbors decide.

    ``kept``: the words tell more than the kind, so they stay with the day. ``target`` is an effort of
    ``step_text.TARGETS``: with ``bare`` even without ``@`` or ``pace``, with ``behind`` also behind an amount. ``race``
    is a race's name that is its distance, ``amount`` a distance or time that a word alone says (``mile``), ``counted``
    the effort of what is counted (``6 strides``). ``day`` is what an author settled the whole wording to be.
    """

    kind: SaidKind | None = None
    kept: bool = False
    target: str | None = None
    bare: bool = False
    behind: bool = False
    race: str | None = None
    unit: str | None = None
    amount: str | None = None
    step: StepWord | None = None
    counted: str | None = None
    sign: Sign | None = None
    measure: Measure | None = None
    parts: frozenset[Part] = frozenset()
    day: GivenDay | None = None


@frozen
class Vocabulary:
    """The words of ``plans/library/calendar_words.yaml``, and those that an author settled, which come first.

    ``together`` says which kind two kinds beside each other are (``easy long run``).
    """

    words: Mapping[Key, Wording]
    together: Mapping[frozenset[SaidKind], SaidKind]
    settled: Mapping[Key, Wording]
    longest: int = 1

    def unit(self, token: Token) -> str | None:
        """Return the unit that a token writes: km, mi, m, h, min or s."""
        found = self.words.get((token.key,))
        return found.unit if found is not None else None


def key_of(text: str) -> Key:
    """Return what a wording is looked up by: its words, numbers and signs, without joining hyphens."""
    read = tokens(composed(text))
    return tuple(token.key for index, token in enumerate(read) if not joins(read, index))


def joins(read: Sequence[Token], index: int) -> bool:
    """Return whether a token is a hyphen between two words or a word and a number (``warm-up``)."""
    if read[index].key != "-" or not 0 < index < len(read) - 1:
        return False
    before, after = read[index - 1], read[index + 1]
    return read[index].glued and after.glued and "word" in (before.sort, after.sort)


def longest_wording(
    words: Mapping[Key, Wording], longest: int, read: Sequence[Token], start: int
) -> tuple[Wording, int] | None:
    """Return the longest wording that begins at a token, and the token after it.

    A number at its end must touch its word: ``GA1`` is one wording, the ``GA 1`` of ``GA 1 h`` is none.
    """
    found: tuple[Wording, int] | None = None
    key: list[str] = []
    index = start
    while index < len(read) and len(key) < longest:
        if joins(read, index) and key:
            index += 1
            continue
        key.append(read[index].key)
        apart = read[index].sort == "number" and len(key) > 1 and not read[index].glued
        index += 1
        wording = words.get(tuple(key))
        if wording is not None and not apart:
            found = wording, index
    return found


def plain_kind(kind: SaidKind) -> GivenKind | None:
    """Return the kind of a given session; None for rest."""
    if kind == "rest":
        return None
    return "easy" if kind == "recovery" else kind
