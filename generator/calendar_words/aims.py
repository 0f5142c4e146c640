"""Which words name an effort: those after ``@`` or before ``pace``, and those that can be nothing else.

``10k`` alone is a distance, ``@ 10k`` and ``10k pace`` are efforts; ``marathon`` is a race, ``marathon pace`` is none.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    Unclear,
)
from generator.calendar_words.vocabulary import Wording


def with_aims(lexemes: Sequence[Lexeme]) -> list[Lexeme]:
    """Return the lexemes with their efforts named; ``@`` before a pace or an RPE has said what it had to say."""
    found: list[Lexeme] = []
    index = 0
    while index < len(lexemes):
        lexeme = lexemes[index]
        if isinstance(lexeme, Bracket):
            found.append(Bracket(lexeme.start, lexeme.end, tuple(with_aims(lexeme.inner))))
            index += 1
            continue
        if isinstance(lexeme, (Paced, Kept, Felt)) or (isinstance(lexeme, Said) and lexeme.wording.kind is not None):
            found.append(lexeme)
            index += 1
            while index < len(lexemes) and _plain_pace(lexemes[index]):
                index += 1
            continue
        told = _said_at(lexemes, index) or _before_pace(lexemes, index) or _alone(lexemes, index)
        if told is None:
            found.append(lexeme)
            index += 1
        else:
            found += [] if told[0] is None else [told[0]]
            index = told[1]
    return found


def _said_at(lexemes: Sequence[Lexeme], index: int) -> tuple[Lexeme | None, int] | None:
    """Read ``@`` and the effort after it; an ``at`` before anything else means nothing."""
    lexeme = lexemes[index]
    if not isinstance(lexeme, Said) or lexeme.wording.sign != "at":
        return None
    after = index + 1
    while after < len(lexemes) and _is_filler(lexemes[after]):
        after += 1
    following = lexemes[after] if after < len(lexemes) else None
    known = _wording(following)
    if following is not None and known is not None and known.target is not None:
        return Aim(lexeme.start, following.end, known.target), _behind_pace(lexemes, after + 1)
    if isinstance(following, Quantity) and "-" in following.amount.text and not following.timed:
        return Aim(lexeme.start, following.end, None), _behind_pace(lexemes, after + 1)
    if following is None:
        raise Unclear(lexeme.start, lexeme.end, "nothing stands behind it")
    if isinstance(following, (Paced, Kept)) or (isinstance(following, Said) and following.wording.kind is not None):
        return following, _behind_pace(lexemes, after + 1)
    return None, index + 1


def _before_pace(lexemes: Sequence[Lexeme], index: int) -> tuple[Lexeme | None, int] | None:
    """Read an effort that ``pace`` or ``effort`` follows."""
    known = _wording(lexemes[index])
    after = _behind_pace(lexemes, index + 1)
    if after == index + 1:
        return None
    last = lexemes[after - 1]
    far = lexemes[index]
    ranged = isinstance(far, Quantity) and not far.timed and "-" in far.amount.text and _plain_pace(last)
    if ranged:
        return Aim(far.start, last.end, None), after
    named = known is not None and known.target is not None
    if not named or known is None or known.target is None or (isinstance(far, Quantity) and not _plain_pace(last)):
        return None
    return Aim(far.start, last.end, known.target), after


def _alone(lexemes: Sequence[Lexeme], index: int) -> tuple[Lexeme | None, int] | None:
    """Read a word that is an effort by itself (``MP``), or a letter behind an amount (``20 min T``)."""
    lexeme = lexemes[index]
    if not isinstance(lexeme, Said) or lexeme.wording.target is None or lexeme.wording.counted is not None:
        return None
    known = lexeme.wording
    behind = known.behind and index > 0 and isinstance(lexemes[index - 1], Quantity)
    if behind or (known.bare and known.kind is None):
        return Aim(lexeme.start, lexeme.end, known.target), index + 1
    return None


def _wording(lexeme: Lexeme | None) -> Wording | None:
    if isinstance(lexeme, (Said, Quantity, Number)):
        return lexeme.wording
    return None


def _is_filler(lexeme: Lexeme) -> bool:
    if isinstance(lexeme, Mark):
        return lexeme.sign == ":"
    return isinstance(lexeme, Said) and lexeme.wording.parts == {"filler"} and lexeme.wording.sign is None


def _plain_pace(lexeme: Lexeme) -> bool:
    """Return whether a word means no more than ``pace``; ``race pace`` is also a kind of run."""
    return isinstance(lexeme, Said) and lexeme.wording.sign == "pace" and lexeme.wording.kind is None


def _behind_pace(lexemes: Sequence[Lexeme], index: int) -> int:
    while index < len(lexemes):
        lexeme = lexemes[index]
        if not isinstance(lexeme, Said) or lexeme.wording.sign != "pace":
            break
        index += 1
    return index
