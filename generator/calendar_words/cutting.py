"""Where one session of a day ends and the next begins, and which is strength work that hardday places itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.calendar_words.lexemes import (
    Bracket,
    Kept,
    Lexeme,
    Mark,
    Number,
    Quantity,
    Said,
    Unclear,
    is_filler,
    sign_of,
    span,
)
from generator.calendar_words.nodes import flat, meaning
from generator.calendar_words.reading import ReadSession
from generator.calendar_words.sequence import sequence
from generator.calendar_words.vocabulary import Wording
from generator.calendar_words.whole import only_strides

_BREAKS = frozenset(",;:/+-\n")
_JOINS = frozenset({"and", "plus", "then", "with"})
Chunk = list[Lexeme]
#: Reads lexemes as one session if they are one by themselves, else returns None.
Stands = Callable[[Sequence[Lexeme]], ReadSession | None]


def without_strength(lexemes: Sequence[Lexeme]) -> tuple[Chunk, list[tuple[int, int]]]:
    """Return a cell without its own strength sessions, and where those stood."""
    kept: Chunk = []
    places: list[tuple[int, int]] = []
    piece: Chunk = []
    for lexeme in [*lexemes, None]:
        if lexeme is not None and not _is_break(lexeme):
            piece.append(lexeme)
            continue
        if is_strength(piece):
            places.append(span(piece))
            kept = _trimmed(kept)
        else:
            kept += piece
        if lexeme is not None and (kept or not places):
            kept.append(lexeme)
        piece = []
    return (_trimmed(kept) if places else kept), places


def is_strength(lexemes: Sequence[Lexeme]) -> bool:
    """Return whether lexemes are strength work, stretching or the like, and no run."""
    every = list(flat(lexemes))
    words = [lexeme.wording for lexeme in every if isinstance(lexeme, Said)]
    known = all(isinstance(lexeme, (Said, Quantity, Number, Kept, Mark)) for lexeme in every)
    far = any(isinstance(lexeme, Quantity) and not lexeme.timed for lexeme in every)
    return known and not far and any("strength" in word.parts for word in words) and all(map(_beside_strength, words))


def _beside_strength(word: Wording) -> bool:
    plain = word.kind is None and (bool(word.parts) or word.sign == "and")
    return "strength" in word.parts or plain or word.sign == "repeat"


def chunks(lexemes: Sequence[Lexeme], stands: Stands) -> list[Chunk]:
    """Return a day's sessions, each with its lexemes; Unclear if marks such as AM and PM don't part them."""
    found: list[Chunk] = []
    for group in _by_daytime(lexemes):
        for chunk in _by_plus(group):
            for piece in _by_words(chunk, stands):
                found += _by_sport(piece, stands)
    return found


def _by_daytime(lexemes: Sequence[Lexeme]) -> list[Chunk]:
    every = [inner for lexeme in lexemes for inner in _without_brackets(lexeme)]
    marks = [index for index, lexeme in enumerate(every) if _is_daytime(lexeme)]
    if len(marks) < 2:
        return [every]
    said = [index for index, lexeme in enumerate(every) if not _is_break(lexeme) and not is_filler(lexeme)]
    if said[0] == marks[0]:
        cuts = [*marks[1:], len(every)]
    elif said[-1] == marks[-1]:
        cuts = [mark + 1 for mark in marks[:-1]] + [len(every)]
    else:
        start, end = span(every)
        raise Unclear(start, end, "which session is when is not clear; begin each with AM or PM")
    starts = [0, *cuts[:-1]]
    return [_trimmed(every[start:cut]) for start, cut in zip(starts, cuts, strict=True)]


def _without_brackets(lexeme: Lexeme) -> tuple[Lexeme, ...]:
    """Return AM or PM in brackets without them; all else as it is."""
    if isinstance(lexeme, Bracket) and lexeme.inner and all(map(_is_daytime, lexeme.inner)):
        return lexeme.inner
    return (lexeme,)


def _is_daytime(lexeme: Lexeme) -> bool:
    return isinstance(lexeme, Said) and "daytime" in lexeme.wording.parts


def _by_plus(lexemes: Chunk) -> list[Chunk]:
    """Cut at pluses; a warm-up or cool-down makes it one workout, and strides belong to the run before them."""
    for end in (lexemes[0], lexemes[-1]) if lexemes else ():
        if _is_plus(end):
            raise Unclear(end.start, end.end, "a session is missing beside it; for at least 10 km write 10 km")
    pieces = _cut(lexemes, _is_plus)
    if len(pieces) > 1 and any(_has_ends(piece) for piece in pieces):
        return [_joined(pieces)]
    found: list[Chunk] = []
    before: list[Chunk] = []
    for piece in pieces:
        belongs = len(pieces) > 1 and _belongs(piece)
        if belongs and not found:
            before.append(piece)
        elif belongs:
            found[-1] = _joined([found[-1], piece])
        else:
            found.append(_joined([piece, *before]))
            before = []
    return [*found, *before]


def _is_plus(lexeme: Lexeme) -> bool:
    return _is_mark(lexeme, "+") or sign_of(lexeme) == "plus"


def _has_ends(lexemes: Sequence[Lexeme]) -> bool:
    """Return whether a warm-up or a cool-down is among the words."""
    words = [lexeme.wording for lexeme in flat(lexemes) if isinstance(lexeme, Said)]
    return any(word.step in ("warm up", "cool down") for word in words)


def _belongs(piece: Chunk) -> bool:
    """Return whether a piece is no session of its own: strides, or words that are only kept."""
    try:
        found = sequence(piece)
        meant = meaning(found.words)
    except Unclear:
        return False
    if found.total is not None or meant.kinds or meant.races:
        return False
    return all(map(only_strides, found.nodes)) and all(target == "strides" for target, _ in meant.soft)


def _by_words(lexemes: Chunk, stands: Stands) -> list[Chunk]:
    """Cut at line ends, semicolons and ``and``, but only where every side is a session."""
    pieces = _cut(lexemes, lambda lexeme: _is_mark(lexeme, "\n;") or sign_of(lexeme) == "and")
    if len(pieces) > 1 and all(not _has_ends(piece) and stands(piece) is not None for piece in pieces):
        return pieces
    return [lexemes]


def _by_sport(lexemes: Chunk, stands: Stands) -> list[Chunk]:
    """Cut cross-training off a run that a comma parts it from."""
    pieces = _cut(lexemes, lambda lexeme: _is_mark(lexeme, ",;\n") or sign_of(lexeme) in ("and", "then"))
    cross = [piece for piece in pieces if (read := stands(piece)) is not None and read.kind == "cross"]
    others = [piece for piece in pieces if piece not in cross]
    if not cross or not others or stands(_joined(others)) is None:
        return [lexemes]
    first = _joined(others)
    return [*cross, first] if pieces[0] in cross else [first, *cross]


def _cut(lexemes: Chunk, at: Callable[[Lexeme], bool]) -> list[Chunk]:
    found: list[Chunk] = [[]]
    for lexeme in lexemes:
        if at(lexeme):
            found.append([])
        else:
            found[-1].append(lexeme)
    return [piece for piece in found if piece]


def _joined(pieces: Sequence[Chunk]) -> Chunk:
    found = list(pieces[0])
    for piece in pieces[1:]:
        found += [Mark(found[-1].end, piece[0].start, ","), *piece]
    return found


def _trimmed(lexemes: Sequence[Lexeme]) -> Chunk:
    """Return lexemes without the breaks at either end."""
    found = list(lexemes)
    while found and _is_break(found[0]):
        found.pop(0)
    while found and _is_break(found[-1]):
        found.pop()
    return found


def _is_break(lexeme: Lexeme) -> bool:
    return (isinstance(lexeme, Mark) and lexeme.sign in _BREAKS) or sign_of(lexeme) in _JOINS


def _is_mark(lexeme: Lexeme, signs: str) -> bool:
    return isinstance(lexeme, Mark) and lexeme.sign in signs
