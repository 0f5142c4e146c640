"""``rest or easy 5 km``: a session that the calendar leaves to the athlete. Any other choice is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.calendar_words.cutting import is_strength
from generator.calendar_words.lexemes import Bracket, Lexeme, Mark, Quantity, Said, Unclear, is_filler, sign_of, span
from generator.calendar_words.reading import settled
from generator.calendar_words.session import Read, read_session
from generator.calendar_words.vocabulary import Vocabulary


def read_chunk(lexemes: Sequence[Lexeme], text: str, vocabulary: Vocabulary) -> Read:
    """Read one session, its choice of resting included; Unclear for what can't be taken one way."""
    sides = _sides(lexemes)
    if not all(sides):
        start, end = span(list(lexemes))
        raise Unclear(start, end, "one side of the choice is missing; write rest or easy 5 km")
    if len(sides) < 2:
        return read_session(lexemes, text, vocabulary)
    runs = [side for side in sides if not _rests(side) and not is_strength(side)]
    lifts = [span(side) for side in sides if is_strength(side)]
    if len(runs) == len(sides) and all(map(_only_cross, sides)):
        return _either(lexemes, text, vocabulary)
    if len(runs) > 1 or (runs and lifts):
        start, end = span(list(lexemes))
        readings = " or ".join(_reading(side, text, vocabulary) for side in sides)
        raise Unclear(start, end, f"it can be {readings}; write one of them")
    if not runs:
        return Read(None, ", ".join(text[start:end] for start, end in lifts))
    found = read_session(runs[0], text, vocabulary)
    return found if found.session is None else Read(replace(found.session, optional=True))


def _only_cross(side: Sequence[Lexeme]) -> bool:
    kinds = {lexeme.wording.kind for lexeme in side if isinstance(lexeme, Said)} - {None}
    return kinds == {"cross"}


def _either(lexemes: Sequence[Lexeme], text: str, vocabulary: Vocabulary) -> Read:
    """Read a choice of two sports as one session that keeps both words (``bike or swim 40 min``)."""
    joined = [lexeme for lexeme in lexemes if sign_of(lexeme) != "or" and not isinstance(lexeme, Mark)]
    session = read_session(joined, text, vocabulary).session
    return Read(replace(session, label=session.label.replace(", ", " or ")) if session is not None else None)


def _reading(side: Sequence[Lexeme], text: str, vocabulary: Vocabulary) -> str:
    """Return a side as hardday would write it, or in the cell's own words where it can't."""
    start, end = span(list(side))
    try:
        session = read_session(side, text, vocabulary).session
    except Unclear:
        session = None
    return settled(session, session.kind).text if session and session.kind else f"'{text[start:end]}'"


def _sides(lexemes: Sequence[Lexeme]) -> list[list[Lexeme]]:
    """Cut at ``or``; at a slash only where one side is rest, or both say a kind of run."""
    every: list[Lexeme] = []
    for lexeme in lexemes:
        choice = isinstance(lexeme, Bracket) and bool(lexeme.inner) and sign_of(lexeme.inner[0]) == "or"
        every += lexeme.inner if isinstance(lexeme, Bracket) and choice else (lexeme,)
    sides = _cut(every, slash=False)
    slashed = _cut(every, slash=True)
    repeats = any(sign_of(lexeme) == "repeat" for lexeme in slashed[0])
    kinds = not repeats and all(any(map(_says_kind, side)) for side in slashed)
    rests = any(map(_rests, slashed)) and all(_rests(side) or any(map(_says_run, side)) for side in slashed)
    return slashed if len(sides) == 1 and (kinds or rests) else sides


def _cut(lexemes: Sequence[Lexeme], slash: bool) -> list[list[Lexeme]]:
    sides: list[list[Lexeme]] = [[]]
    for lexeme in lexemes:
        if sign_of(lexeme) == "or" or (slash and isinstance(lexeme, Mark) and lexeme.sign == "/"):
            sides.append([])
        else:
            sides[-1].append(lexeme)
    return sides


def _says_run(lexeme: Lexeme) -> bool:
    return isinstance(lexeme, (Quantity, Bracket)) or _says_kind(lexeme)


def _says_kind(lexeme: Lexeme) -> bool:
    return isinstance(lexeme, Said) and lexeme.wording.kind is not None


def _rests(side: Sequence[Lexeme]) -> bool:
    """Return whether a side says rest and nothing more."""
    said = [lexeme for lexeme in side if not is_filler(lexeme) and not isinstance(lexeme, Mark)]
    return bool(said) and all(isinstance(one, Said) and one.wording.kind == "rest" for one in said)
