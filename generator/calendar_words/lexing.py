"""A cell's tokens read as amounts, words and marks: the longest known wording wins, and the rest is strange."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.calendar_words.letters import Token, tokens
from generator.calendar_words.lexemes import Bracket, Felt, Kept, Lexeme, Mark, Number, Quantity, Said, Strange
from generator.calendar_words.quantities import Quantities
from generator.calendar_words.vocabulary import Measure, Vocabulary, Wording, longest_wording
from generator.model.quoting import nearest

_MARKS = frozenset(",;:/+-")
_OPEN, _CLOSE = {"(": ")", "[": "]", "{": "}"}, frozenset(")]}")
_DEEPEST = 4
_MOST_HINTS = 3
_ZONES = 7
_LIMITS = frozenset("<>~=")


def lex(text: str, vocabulary: Vocabulary) -> tuple[Lexeme, ...]:
    """Return what a cell is made of, brackets as one; brackets that don't match are strange."""
    lexer = _Lexer(text, tokens(text), vocabulary)
    return tuple(_nested(lexer.lexemes()))


@dataclass(slots=True)
class _Lexer:
    text: str
    read: tuple[Token, ...]
    vocabulary: Vocabulary
    quantities: Quantities = field(init=False)
    hints: int = _MOST_HINTS

    def __post_init__(self) -> None:
        self.quantities = Quantities(self.read, self.vocabulary, self.text)

    def lexemes(self) -> list[Lexeme]:
        found: list[Lexeme] = []
        index = 0
        while index < len(self.read):
            settled = longest_wording(self.vocabulary.settled, self.vocabulary.longest, self.read, index)
            if settled is None:
                lexeme, index = self._next(index)
                found.append(lexeme)
            else:
                found += self._settled(index, *settled)
                index = settled[1]
        return found

    def _settled(self, index: int, wording: Wording, after: int) -> list[Lexeme]:
        """Return a wording that the author settled; one distance and one time in it still count."""
        inner: list[Lexeme] = []
        at = index
        while at < after:
            lexeme, at = self._next(at)
            inner.append(lexeme)
        amounts = [
            lexeme for lexeme in inner if isinstance(lexeme, Quantity) and lexeme.end <= self.read[after - 1].end
        ]
        sorts = [lexeme.timed for lexeme in amounts]
        single = len(sorts) == len(set(sorts)) and not any(isinstance(lexeme, Number) for lexeme in inner)
        said = Said(self.read[index].start, self.read[after - 1].end, wording)
        return [said, *(amounts if single and wording.kind is not None else [])]

    def _next(self, index: int) -> tuple[Lexeme, int]:
        token = self.read[index]
        if token.sort in ("number", "clock"):
            return self._numbered(index)
        measured = self._measured(index)
        if measured is not None:
            return measured
        known = self._wording(index)
        if known is not None:
            return Said(token.start, self.read[known[1] - 1].end, known[0]), known[1]
        if token.sort == "line":
            return Mark(token.start, token.end, "\n"), index + 1
        if token.key in _MARKS or token.key in _OPEN or token.key in _CLOSE:
            return Mark(token.start, token.end, token.key), index + 1
        return Strange(token.start, token.end, self._near(token)), index + 1

    def _near(self, token: Token) -> str:
        if token.sort != "word":
            return "no sign that hardday knows in a calendar"
        words = {key[0] for key, known in self.vocabulary.words.items() if len(key) == 1 and len(key[0]) > 2}
        self.hints -= 1
        near = nearest(token.key, sorted(words)) if len(token.key) > 3 and self.hints >= 0 else ""
        return f"no word that hardday knows in a calendar{f'; {near[0].lower()}{near[1:]}' if near else ''}"

    def _wording(self, index: int) -> tuple[Wording, int] | None:
        """Return the longest wording; a slash or a hyphen alone is a mark."""
        known = longest_wording(self.vocabulary.words, self.vocabulary.longest, self.read, index)
        mark = known is not None and known[1] - index == 1 and self.read[index].key in "/-"
        return None if mark else known

    def _numbered(self, index: int) -> tuple[Lexeme, int]:
        lexeme, after = self.quantities.at(index)
        start, end = lexeme.start, lexeme.end
        measure = self._measure(after)
        if isinstance(lexeme, Number) and measure in ("beats", "percent"):
            after = self._share(after + 1) if measure == "percent" else after + 1
            return Kept(start, self.read[after - 1].end), after
        ten = self._of_ten(lexeme, after)
        if ten is not None:
            return ten
        known = self._wording(index)
        if known is None or known[1] < after:
            return lexeme, after
        if known[1] > after:
            return Said(start, self.read[known[1] - 1].end, known[0]), known[1]
        if isinstance(lexeme, (Quantity, Number)):
            return replace(lexeme, wording=known[0]), after
        return (Said(start, end, known[0]) if isinstance(lexeme, Strange) else lexeme), after

    def _share(self, index: int) -> int:
        """Return the token behind what a share is of (``80 % of max HR``, ``90 % MP``)."""
        if index < len(self.read) and self.read[index].key in ("of", "der", "vom"):
            index += 1
        known = self._wording(index) if index < len(self.read) else None
        if known is not None and (known[0].target or known[0].measure == "heart rate" or "detail" in known[0].parts):
            return known[1]
        return index - (self.read[index - 1].key in ("of", "der", "vom"))

    def _of_ten(self, lexeme: Lexeme, after: int) -> tuple[Lexeme, int] | None:
        """Return ``7/10`` as an effort of ten."""
        two = self.read[after : after + 2]
        if not isinstance(lexeme, Number) or [token.key for token in two] != ["/", "10"] or not two[1].glued:
            return None
        felt = 1 <= lexeme.least <= lexeme.most <= 10 and self.vocabulary.unit(two[1]) is None
        return (Felt(lexeme.start, two[1].end, (lexeme.least, lexeme.most)), after + 2) if felt else None

    def _measure(self, index: int) -> Measure | None:
        known = self._wording(index) if index < len(self.read) else None
        return known[0].measure if known is not None else None

    def _measured(self, index: int) -> tuple[Lexeme, int] | None:
        """Return an RPE, zone or heart rate with its number; a heart rate may also be only named."""
        start = self.read[index].start
        known = self._wording(index)
        measure = known[0].measure if known is not None else None
        limit = known is None and self.read[index].key in _LIMITS
        if (known is None and not limit) or (known is not None and measure in (None, "beats", "percent")):
            return None
        after = known[1] if known is not None else index + 1
        while after < len(self.read) and (self.read[after].key in _LIMITS or self.read[after].key in ("of", ":", "-")):
            after += 1
        number = self._numbered(after) if after < len(self.read) and self.read[after].sort == "number" else None
        if number is None:
            return (Kept(start, self.read[known[1] - 1].end), known[1]) if known and measure == "heart rate" else None
        found, behind = number
        if limit:
            return (Kept(start, found.end), behind) if isinstance(found, Kept) else None
        if isinstance(found, Kept) or (measure == "heart rate" and isinstance(found, Number)):
            return Kept(start, found.end), behind
        return self._effort(measure, start, found, behind)

    def _effort(self, measure: Measure | None, start: int, found: Lexeme, behind: int) -> tuple[Lexeme, int] | None:
        """Return an RPE from 1 to 10 or a zone from 1 to 7."""
        if isinstance(found, Felt):
            return (Felt(start, found.end, found.rpe), behind) if measure == "rpe" else None
        if not isinstance(found, Number):
            return None
        inside = found.least >= 1 and found.most <= (10 if measure == "rpe" else _ZONES)
        if measure == "rpe" and not inside:
            return Strange(start, found.end, "an RPE is a whole number from 1 to 10; write RPE 7 or RPE 6-7"), behind
        if measure == "rpe":
            return Felt(start, found.end, (found.least, found.most)), behind
        return (Kept(start, found.end), behind) if measure == "zone" and inside else None


def _nested(lexemes: Iterable[Lexeme]) -> list[Lexeme]:
    """Put what stands in brackets into one lexeme each."""
    found: list[list[Lexeme]] = [[]]
    opened: list[Mark] = []
    for lexeme in lexemes:
        sign = lexeme.sign if isinstance(lexeme, Mark) else ""
        if sign in _OPEN and isinstance(lexeme, Mark):
            opened.append(lexeme)
            found.append([])
        elif sign in _CLOSE:
            if not opened or _OPEN[opened[-1].sign] != sign or len(opened) > _DEEPEST:
                found[-1].append(_unmatched(lexeme))
                continue
            inner = found.pop()
            found[-1].append(Bracket(opened.pop().start, lexeme.end, tuple(inner)))
        else:
            found[-1].append(lexeme)
    while opened:
        inner = found.pop()
        found[-1] += [_unmatched(opened.pop()), *inner]
    return found[0]


def _unmatched(lexeme: Lexeme) -> Strange:
    return Strange(lexeme.start, lexeme.end, "the brackets don't match, or stand more than four deep")
