"""Wordings that an author settles once: ``--as 'club night=quality'``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.calendar_words.letters import composed, tokens
from generator.calendar_words.vocabulary import Key, Vocabulary, Wording, key_of
from generator.model.given import GIVEN_KINDS, GivenDay
from generator.model.quoting import nearest, quoted

LONGEST_TEXT = 300
_PUNCTUATION = frozenset(",;:/+-()[]{}")


def with_settled(vocabulary: Vocabulary, settled: Mapping[str, str]) -> Vocabulary:
    """Return the vocabulary with wordings that the author settled, each for what it means.

    A meaning is a kind (``quality``), ``rest``, a whole plain day (``quality 60 min (club night)``) or ``skip`` for
    words without meaning. ValueError in plain words for any other, or for a wording that holds no word.
    """
    found: dict[Key, Wording] = dict(vocabulary.settled)
    for text, meant in settled.items():
        found[_key(text)] = _wording(text, meant.strip())
    return replace(vocabulary, settled=found, longest=max([vocabulary.longest, *map(len, found)]))


def _key(text: str) -> Key:
    key = key_of(text)
    read = tokens(composed(text))
    if all(token.sort in ("number", "clock", "line") or token.key in _PUNCTUATION for token in read):
        raise ValueError(f"{quoted(text)} has no word to settle; write the words of the calendar, such as club night")
    if len(text) > LONGEST_TEXT:
        raise ValueError(f"{quoted(text)} is longer than a cell ({LONGEST_TEXT} characters)")
    return key


def _wording(text: str, meant: str) -> Wording:
    plain = meant.lower()
    kind = next((kind for kind in GIVEN_KINDS if kind == plain), None)
    if kind is not None:
        return Wording(kind=kind, kept=True)
    if plain == "rest":
        return Wording(kind="rest")
    if plain == "skip":
        return Wording(parts=frozenset({"filler"}))
    try:
        return Wording(day=GivenDay.parse(meant))
    except ValueError as problem:
        known = (*GIVEN_KINDS, "rest", "skip")
        near = nearest(plain, known) if " " not in plain else ""
        hint = near or f"Write {', '.join(known)}, or a whole day such as quality 60 min (club night)."
        raise ValueError(f"{quoted(text)} can't be {quoted(meant)}: {problem}. {hint}") from None
