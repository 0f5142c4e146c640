"""``rest or easy 5 km``: a session that the calendar leaves to the athlete. Any other choice is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.calendar_words.cutting import is_strength
from generator.calendar_words.lexemes import Bracket, Lexeme, Mark, Said, Unclear, span
from generator.calendar_words.scanning import is_filler, sign_of
from generator.calendar_words.session import Read, read_session
from generator.calendar_words.vocabulary import Vocabulary


def read_chunk(lexemes: Sequence[Lexeme], text: str, vocabulary: Vocabulary) -> Read:
    """Read one session, its choice of resting included; Unclear for what can't be taken one way."""
    sides = _sides(lexemes)
    if len(sides) < 2:
        return read_session(lexemes, text, vocabulary)
    runs = [side for side in sides if not _rests(side) and not is_strength(side)]
    lifts = [span(side) for side in sides if is_strength(side)]
    if len(runs) > 1 or (runs and lifts):
        start, end = span(list(lexemes))
        raise Unclear(start, end, "it leaves a choice; write one of them, or rest or easy 5 km if it may be left out")
    if not runs:
        return Read(None, ", ".join(text[start:end] for start, end in lifts))
    found = read_session(runs[0], text, vocabulary)
    return found if found.session is None else Read(replace(found.session, optional=True))


def _sides(lexemes: Sequence[Lexeme]) -> list[list[Lexeme]]:
    """Cut at ``or``; at a slash only where one side is rest."""
    every: list[Lexeme] = []
    for lexeme in lexemes:
        choice = isinstance(lexeme, Bracket) and bool(lexeme.inner) and sign_of(lexeme.inner[0]) == "or"
        every += lexeme.inner if isinstance(lexeme, Bracket) and choice else (lexeme,)
    sides = _cut(every, slash=False)
    slashed = _cut(every, slash=True)
    return slashed if len(sides) == 1 and any(map(_rests, slashed)) else sides


def _cut(lexemes: Sequence[Lexeme], slash: bool) -> list[list[Lexeme]]:
    sides: list[list[Lexeme]] = [[]]
    for lexeme in lexemes:
        if sign_of(lexeme) == "or" or (slash and isinstance(lexeme, Mark) and lexeme.sign == "/"):
            sides.append([])
        else:
            sides[-1].append(lexeme)
    return [side for side in sides if side]


def _rests(side: Sequence[Lexeme]) -> bool:
    """Return whether a side says rest and nothing more."""
    said = [lexeme for lexeme in side if not is_filler(lexeme) and not isinstance(lexeme, Mark)]
    return bool(said) and all(isinstance(one, Said) and one.wording.kind == "rest" for one in said)
