"""A whole cell, read: its sessions, or every part of it that is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.calendar_words.aims import with_aims
from generator.calendar_words.choice import read_chunk
from generator.calendar_words.cutting import chunks, without_strength
from generator.calendar_words.letters import composed, tokens
from generator.calendar_words.lexemes import Lexeme, Number, Said, Strange, Unclear, is_filler, sign_of, span
from generator.calendar_words.lexing import lex
from generator.calendar_words.nodes import flat
from generator.calendar_words.reading import CellReading, ReadSession, settled
from generator.calendar_words.vocabulary import Vocabulary, key_of
from generator.model.given import GivenDay, GivenSession
from generator.model.quoting import one_line

LONGEST_CELL = 300
SHORTEST_M, SHORTEST_S = 400, 180
_NEAR = 3
_NUMBERS = re.compile("[0-9]")
_Trouble = tuple[int, int, str]


def read_cell(text: str, vocabulary: Vocabulary) -> CellReading:
    """Read a cell; what is not understood is listed in the reading, never raised."""
    if len(text) > LONGEST_CELL:
        why = f"it is longer than {LONGEST_CELL} characters; a day of a calendar says what to run, and no more"
        return CellReading(text, unknown=(text,), why=(why,))
    written = composed(text)
    read = tokens(written)
    if all(token.sort == "line" for token in read):
        return CellReading(text, empty=True)
    whole = _whole(written, vocabulary)
    if whole is not None:
        return CellReading(text, tuple(map(_given, whole.sessions)))
    lexemes = lex(written, vocabulary)
    strange = _strange(list(flat(lexemes)))
    if strange:
        return _unknown(text, written, strange)
    try:
        return _read(text, written, with_aims(lexemes), vocabulary)
    except Unclear as unclear:
        return _unknown(text, written, [(unclear.start, unclear.end, unclear.why)])


def _whole(text: str, vocabulary: Vocabulary) -> GivenDay | None:
    """Return the day of a cell that is one wording: rest (a dash, an x), or what the author settled it to be."""
    key = key_of(text)
    settled_day = vocabulary.settled.get(key)
    if settled_day is not None:
        return settled_day.day
    known = vocabulary.words.get(key)
    return GivenDay.of(()) if known is not None and known.kind == "rest" else None


def _given(session: GivenSession) -> ReadSession:
    return ReadSession(
        session.kind, session.distance, session.duration, session.label, session.workout, session.optional
    )


def _strange(lexemes: Sequence[Lexeme]) -> list[_Trouble]:
    """Return what no word, amount or count is; neighbors and the words that mean nothing between them as one."""
    found: list[_Trouble] = []
    joined = False
    for index, lexeme in enumerate(lexemes):
        if isinstance(lexeme, Strange):
            start, why = (found[-1][0], found[-1][2]) if joined and found else (lexeme.start, lexeme.why)
            found[-1 if joined else len(found) :] = [(start, lexeme.end, why)]
        elif isinstance(lexeme, Number) and not _counts(lexemes, index):
            found.append((lexeme.start, lexeme.end, lexeme.why))
        joined = isinstance(lexeme, Strange) or (joined and (is_filler(lexeme) or sign_of(lexeme) == "at"))
    return found


def _counts(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Return whether a number counts repeats or strides, or names a pace."""
    number = lexemes[index]
    around = (*lexemes[max(0, index - 1) : index], *lexemes[index + 1 : index + 2])
    paced = isinstance(number, Number) and number.wording is not None and any(sign_of(one) == "at" for one in around)
    words = [lexeme.wording for lexeme in lexemes[index + 1 : index + 1 + _NEAR] if isinstance(lexeme, Said)]
    counted = any(word.counted is not None or "strength" in word.parts for word in words)
    backwards = index > 1 and sign_of(lexemes[index - 1]) == "repeat" and not isinstance(lexemes[index - 2], Number)
    return paced or counted or backwards or sign_of(next(iter(lexemes[index + 1 : index + 2]), None)) == "repeat"


def _read(text: str, written: str, lexemes: Sequence[Lexeme], vocabulary: Vocabulary) -> CellReading:
    kept, lifts = without_strength(lexemes)
    notes = [f"'{one_line(written[start:end])}' is left out: hardday places the strength work" for start, end in lifts]
    sessions: list[ReadSession] = []
    troubles: list[_Trouble] = []

    def stands(piece: Sequence[Lexeme]) -> ReadSession | None:
        try:
            session = read_chunk(piece, written, vocabulary).session
        except Unclear:
            return None
        whole = session is not None and (session.distance or session.duration or session.workout)
        return session if session is not None and session.kind and (whole or session.kind == "cross") else None

    pieces = chunks(kept, stands) if kept or not lifts else []
    for piece in pieces:
        try:
            sessions += _sessions(piece, written, vocabulary, notes)
        except Unclear as unclear:
            troubles.append((unclear.start, unclear.end, unclear.why))
    trouble = "" if troubles else _too_little(sessions) or _against_the_day(sessions)
    if troubles or trouble:
        return _unknown(text, written, troubles or [(0, len(written), trouble)])
    return CellReading(text, tuple(sessions), notes=tuple(notes))


def _sessions(
    piece: Sequence[Lexeme], written: str, vocabulary: Vocabulary, notes: list[str]
) -> tuple[ReadSession, ...]:
    """Return a piece's session, none for rest; that of a whole day which the author settled."""
    days = [lexeme for lexeme in piece if isinstance(lexeme, Said) and lexeme.wording.day is not None]
    if days and days[0].wording.day is not None:
        if any(not is_filler(lexeme) for lexeme in piece if lexeme is not days[0]):
            start, end = span(list(piece))
            words = written[days[0].start : days[0].end]
            raise Unclear(start, end, f"'{words}' stands for a whole session, so nothing else can stand beside it")
        return tuple(map(_given, days[0].wording.day.sessions))
    found = read_chunk(piece, written, vocabulary)
    if found.session is None:
        notes += [f"'{found.left_out}' is left out: a rest day keeps no words"] if found.left_out else []
        return ()
    return (found.session,)


def _too_little(sessions: Sequence[ReadSession]) -> str:
    """Return what is no session of its own: a few seconds, or a word beside another run."""
    for one in sessions:
        far, long = one.distance.most if one.distance else None, one.duration.most if one.duration else None
        short = (far is not None and far < SHORTEST_M) or (far is None and long is not None and long < SHORTEST_S)
        if short and one.workout is None and one.kind != "race":
            return "a session of that length is too short; write what it belongs to, without a +"
    runs = [one for one in sessions if one.kind != "cross"]
    lengths = [one.distance or one.duration or one.workout or _NUMBERS.search(one.label) for one in runs]
    if len(runs) > 1 and not all(lengths):
        return "one of the two runs has no length; give each its own, or write one run without a +"
    return ""


def _against_the_day(sessions: Sequence[ReadSession]) -> str:
    """Return why a definition can't have such a day, or nothing."""
    try:
        GivenDay.parse(GivenDay.of(tuple(settled(one, one.kind or "aerobic") for one in sessions)).written)
    except ValueError as problem:
        return str(problem)
    return ""


def _unknown(text: str, written: str, troubles: Iterable[_Trouble]) -> CellReading:
    parts = [(written[start:end].strip() or written.strip(), why) for start, end, why in troubles]
    return CellReading(text, unknown=tuple(part for part, _ in parts), why=tuple(why for _, why in parts))
