"""Distances, times and paces where they begin in a cell: ``22-24 km``, ``1h30``, ``7,5 km``, ``5:00-5:15 /km``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from generator.calendar_words.letters import Token
from generator.calendar_words.lexemes import Lexeme, Number, Paced, Quantity, Strange
from generator.calendar_words.numbers import End, amount, joined_time, values
from generator.calendar_words.vocabulary import Sign, Vocabulary
from generator.frozen import frozen
from generator.model.units import METRES_PER, SECONDS_PER

_PARTS = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}
_QUICKEST, _SLOWEST = 100.0, 1500.0
_WHOLE_COUNTS = 10_000


@frozen
class Quantities:
    """Reads amounts of a cell's tokens by the vocabulary's units. ``text`` is the cell as its author wrote it."""

    read: Sequence[Token]
    vocabulary: Vocabulary
    text: str

    def at(self, start: int) -> tuple[Lexeme, int]:
        """Return what a number begins: a quantity, a pace, a bare number; and the token after it."""
        ends, index = self._ends(start)
        chained = self._chain(index)
        if len(ends) > 1 and chained > index:
            why = "it lists several lengths in one; write each with its unit and a comma between them"
            return Strange(self.read[start].start, self.read[chained - 1].end, why), chained
        pace = self._pace(start, ends, index)
        if pace is not None:
            return pace
        place = self.read[start].start, self.read[index - 1].end
        if ends[-1].unit is None:
            return self._number(place, ends), index
        try:
            found, timed = amount(tuple(ends))
        except ValueError as problem:
            return Strange(*place, str(problem)), index
        if self._plural(start, index):
            short = self.text[place[0] : place[1] - 1].strip()
            return Strange(*place, f"it can be read as {short} m or as {short} s; write one of them"), index
        return Quantity(*place, found, timed), index

    def _ends(self, start: int) -> tuple[list[End], int]:
        """Return the one or two ends of an amount and the token after them."""
        first, index = self._end(start)
        then = self._after_dash(index)
        if then is None:
            return [first], index
        second, after = self._end(then)
        if first.unit is not None and second.unit is None:
            return [first], index
        return [first, second], after

    def _after_dash(self, index: int) -> int | None:
        if index + 1 < len(self.read) and (self.read[index].key == "-" or self._sign(index) == "to"):
            return index + 1 if self.read[index + 1].sort in ("number", "clock") else None
        return None

    def _chain(self, index: int) -> int:
        """Return the token after further dashes and numbers (``400-800-1200 m``)."""
        then = self._after_dash(index)
        while then is not None and self.read[index].key == "-":
            index = then + 1
            index += self._unit(index) is not None
            then = self._after_dash(index)
        return index

    def _end(self, start: int) -> tuple[End, int]:
        token = self.read[start]
        if token.sort == "clock":
            return self._clock(start)
        number, index = self._fraction(start)
        unit = self._unit(index)
        if unit is None and index + 1 < len(self.read) and self.read[index].key == "-":
            joined = self.read[index].glued and self.read[index + 1].glued and self.read[index + 1].sort == "word"
            unit = self._unit(index + 1) if joined else None
            index += unit is not None
        if unit is None:
            return End(number, None), index
        if unit in ("h", "min") and len(number) == 1:
            return self._time(number[0], unit, index + 1)
        return End(number, unit), index + 1

    def _fraction(self, start: int) -> tuple[tuple[Decimal, ...], int]:
        """Return a number's values, ``1/2`` and ``1 1/2`` before a unit included."""
        for index, whole in ((start, Decimal(0)), (start + 1, None)):
            three = self.read[index : index + 3]
            part = _PARTS.get("".join(token.key for token in three))
            if part is None or self._unit(index + 3) is None:
                continue
            if whole is not None:
                return (part,), index + 3
            if self.read[start].key.isdigit():
                return (Decimal(self.read[start].key) + part,), index + 3
        return values(self.read[start].key), start + 1

    def _clock(self, start: int) -> tuple[End, int]:
        first, second, *third = (Decimal(part) for part in self.read[start].key.split(":"))
        unit = self._unit(start + 1)
        if second >= 60 or (third and third[0] >= 60):
            return End((), None), start + 1
        if third:
            return joined_time(first, second, third[0]), start + 1 + (unit == "h")
        if unit == "h":
            return joined_time(first, second, Decimal(0)), start + 2
        if unit == "min":
            return joined_time(Decimal(0), first, second), start + 2
        return End((), None), start + 1

    def _time(self, number: Decimal, unit: str, index: int) -> tuple[End, int]:
        """Return hours with their minutes, or minutes with their seconds."""
        smaller = "min" if unit == "h" else "s"
        at = index + (unit == "h" and self._sign(index) == "and")
        if at >= len(self.read) or self.read[at].sort != "number" or not self.read[at].key.isdigit():
            return End((number,), unit), index
        more, after = Decimal(self.read[at].key), self._unit(at + 1)
        glued = at == index and self.read[at].glued and self.read[at - 1].glued
        alone = len(self.read[at].key) == 2 and at == index and unit == "h"
        counts = self._sign(at + 1) == "repeat" or (
            at + 1 < len(self.read) and self.read[at + 1].key in (":", "/", "%")
        )
        fits = after == smaller or (after is None and (glued or alone) and not counts)
        if more >= 60 or not fits or number != int(number):
            return End((number,), unit), index
        index = at + 1 + (after is not None)
        if unit == "min":
            return joined_time(Decimal(0), number, more), index
        seconds = self.read[index].key if index < len(self.read) else ""
        if seconds.isdigit() and self._unit(index + 1) == "s" and int(seconds) < 60:
            return joined_time(number, more, Decimal(seconds)), index + 2
        return joined_time(number, more, Decimal(0)), index

    def _pace(self, start: int, ends: list[End], index: int) -> tuple[Lexeme, int] | None:
        """Return a pace if a slash and a distance's unit follow a time or times."""
        slash = index < len(self.read) and (self.read[index].key == "/" or self._sign(index) == "per")
        per = self._unit(index + 1) if slash else None
        clocks = [token for token in self.read[start:index] if token.sort == "clock"]
        timed = [end.unit in SECONDS_PER or end.unit is None for end in ends]
        if per not in ("km", "mi") or not all(timed) or not (clocks or any(end.unit for end in ends)):
            return None
        place = self.read[start].start, self.read[index + 1].end
        seconds = [_pace_seconds(clock.key) for clock in clocks]
        if not seconds:
            seconds = [float(end.values[0] * SECONDS_PER[end.unit or "min"]) if end.values else 0.0 for end in ends]
        each = [number / float(METRES_PER[per]) * 1000 for number in seconds]
        if not all(_QUICKEST <= number <= _SLOWEST for number in each):
            return Strange(*place, "it is no pace; write minutes and seconds, such as 5:40 /km or 9:00 /mi"), index + 2
        written = dict.fromkeys(f"{int(number) // 60}:{int(number) % 60:02}" for number in sorted(seconds))
        return Paced(*place, (min(each), max(each)), f"{'-'.join(written)} /{per}"), index + 2

    def _number(self, place: tuple[int, int], ends: list[End]) -> Number:
        written = " ".join(self.text[place[0] : place[1]].split())
        if ":" in written:
            why = f"'{written}' has no unit; write {written} min or {written} h, or {written} /km for a pace"
        else:
            small = all(number < 100 for end in ends for number in end.values)
            units = ("km", "mi") if small else ("m", "s")
            why = f"'{written}' has no unit; write {' or '.join(f'{written} {unit}' for unit in units)}"
        whole = [end.values[0] for end in ends if len(end.values) == 1 and end.values[0] == int(end.values[0])]
        if len(whole) < len(ends) or max(whole) > _WHOLE_COUNTS or min(whole) < 1 or whole[0] > whole[-1]:
            return Number(*place, 0, 0, why)
        return Number(*place, int(whole[0]), int(whole[-1]), why)

    def _plural(self, start: int, index: int) -> bool:
        """Return whether it is ``400s``, which on a track means repeats of 400 m."""
        token = self.read[start]
        glued = index == start + 2 and self.read[start + 1].key == "s" and self.read[start + 1].glued
        return glued and token.key.isdigit() and int(token.key) % 100 == 0

    def _unit(self, index: int) -> str | None:
        if not 0 <= index < len(self.read):
            return None
        token = self.read[index]
        unit = self.vocabulary.unit(token)
        return unit if token.sort == "word" or (token.sort == "sign" and token.glued) else None

    def _sign(self, index: int) -> Sign | None:
        if not 0 <= index < len(self.read):
            return None
        found = self.vocabulary.words.get((self.read[index].key,))
        return found.sign if found is not None else None


def _pace_seconds(clock: str) -> float:
    minutes, seconds, *more = (int(part) for part in clock.split(":"))
    return 0.0 if more or seconds >= 60 else float(minutes * 60 + seconds)
