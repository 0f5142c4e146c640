"""What a cell is made of: amounts, paces, words with a meaning, marks, and what is not understood."""

from __future__ import annotations

from dataclasses import field

from generator.calendar_words.vocabulary import Sign, Wording
from generator.frozen import frozen
from generator.model.given import Amount


@frozen
class Lexeme:
    """A piece of a cell, from its first letter to behind its last."""

    start: int
    end: int


@frozen
class Quantity(Lexeme):
    """A distance or a time. ``wording``: it may also be the name of a pace (``5k``)."""

    amount: Amount
    timed: bool
    wording: Wording | None = None


@frozen
class Number(Lexeme):
    """A number or a range without a unit: a count, or something the author forgot."""

    least: int
    most: int
    why: str
    wording: Wording | None = None


@frozen
class Paced(Lexeme):
    """A pace in seconds per kilometer, from the quicker to the slower, and as hardday writes it."""

    seconds: tuple[float, float]
    text: str


@frozen
class Felt(Lexeme):
    """An RPE of ten, from the lower to the higher."""

    rpe: tuple[int, int]


@frozen
class Kept(Lexeme):
    """Words that stay with the day as they are: a zone, a heart rate, a share of a maximum."""


@frozen
class Said(Lexeme):
    """A known wording."""

    wording: Wording


@frozen
class Mark(Lexeme):
    """A comma, slash, plus, dash, colon, line end; a join that stands for what held two parts together."""

    sign: str


@frozen
class Strange(Lexeme):
    """What is not understood, with what would be right."""

    why: str


@frozen
class Bracket(Lexeme):
    """Lexemes in brackets."""

    inner: tuple[Lexeme, ...] = field(default=())


def span(lexemes: tuple[Lexeme, ...] | list[Lexeme]) -> tuple[int, int]:
    """Return where lexemes begin and end; nothing at all begins and ends at 0."""
    return (lexemes[0].start, lexemes[-1].end) if lexemes else (0, 0)


@frozen
class Aim(Lexeme):
    """An effort that the words name as one (``@ 5k``, ``MP``); ``target`` is None for a pace between two efforts."""

    target: str | None


class Unclear(Exception):
    """What can't be taken one way: the place in the cell, and what would be right."""

    def __init__(self, start: int, end: int, why: str) -> None:
        super().__init__(why)
        self.start, self.end, self.why = start, end, why


def sign_of(lexeme: Lexeme | None) -> Sign | None:
    """Return what a word does in a sentence."""
    return lexeme.wording.sign if isinstance(lexeme, Said) else None


def is_filler(lexeme: Lexeme) -> bool:
    """Return whether a word means nothing here."""
    return isinstance(lexeme, Said) and lexeme.wording.parts == {"filler"} and lexeme.wording.step is None
