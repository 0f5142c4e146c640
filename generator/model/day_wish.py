"""What an author may say about a day: ``long``, ``quality + heavy``, ``rest or cross``, ``no lift``.

Before a plus stands what may be run, after it what may be lifted. ``no`` turns a word round, ``or`` joins choices,
``run`` stands for every kind of run and ``lift`` for every kind of lift. What is not said stays free.
"""

from __future__ import annotations

import re
from typing import ClassVar, TypeVar

from generator.frozen import frozen
from generator.model.quoting import nearest, quoted
from generator.model.units import Parsed
from generator.model.vocabulary import DAY_KINDS, DayKind, LiftKind

LIFT_WORDS: dict[str, frozenset[str]] = {
    "base": frozenset({"base"}),
    "heavy": frozenset({"heavy"}),
    "maintenance": frozenset({"maintenance"}),
    "abbreviated": frozenset({"abbreviated"}),
    "short": frozenset({"abbreviated"}),
    "lift": frozenset({"base", "heavy", "maintenance", "abbreviated"}),
}
KIND_WORDS: dict[str, frozenset[DayKind]] = {kind: frozenset({kind}) for kind in DAY_KINDS}
KIND_WORDS |= {
    "run": frozenset({"quality", "long", "aerobic", "easy", "race"}),
    "off": frozenset({"rest"}),
    "hard": frozenset({"quality", "long", "race"}),
}
ALL_KINDS: frozenset[DayKind] = frozenset(DAY_KINDS)
ALL_LIFTS: frozenset[str] = frozenset({"none", "base", "heavy", "maintenance", "abbreviated", "primer"})
LONGEST = 120
T = TypeVar("T", bound=str)


@frozen
class DayWish(Parsed):
    """The kinds of day and of lift that an author allows; ``none`` among lifts means no lift."""

    text: str
    kinds: frozenset[DayKind]
    lifts: frozenset[LiftKind | str]

    wanted: ClassVar[str] = "a kind of day, such as long, rest or cross, quality + heavy, no lift, no run"

    @classmethod
    def parse(cls, text: str) -> DayWish:
        """Read a wish; ValueError names the word that is not known or can be read in two ways."""
        if len(text) > LONGEST:
            raise ValueError(f"{quoted(text)} is longer than {LONGEST} characters; expected {cls.wanted}")
        kinds, lifts = ALL_KINDS, ALL_LIFTS
        for part in " ".join(text.lower().split()).split("+"):
            words = _choices(part.strip())
            if all(_bare(word) in KIND_WORDS for word in words):
                kinds &= _union(words, KIND_WORDS, ALL_KINDS)
            elif all(_bare(word) in LIFT_WORDS for word in words):
                lifts &= _union(words, LIFT_WORDS, ALL_LIFTS)
            else:
                raise _unreadable(part.strip(), words)
        if not kinds or not lifts:
            raise ValueError(f"{quoted(text)} leaves nothing that could stand on the day")
        return cls(text.strip(), kinds, lifts)


def _choices(part: str) -> list[str]:
    words = re.split(r"\s+or\s+", part)
    if len(words) > 1 and any(word.startswith("no ") for word in words):
        kept = " + ".join(f"no {_bare(word)}" for word in words)
        raise ValueError(f"{quoted(part)} can be read in two ways; write {quoted(kept)}, or name what may stand there")
    return words


def _unreadable(part: str, words: list[str]) -> ValueError:
    unknown = next((w for w in words if _bare(w) not in KIND_WORDS and _bare(w) not in LIFT_WORDS), None)
    if unknown is None:
        return ValueError(f"{quoted(part)} mixes running and lifting in one choice; join them with a plus")
    if not unknown:
        return ValueError(f"a word is missing; expected {DayWish.wanted}")
    near = nearest(_bare(unknown), (*KIND_WORDS, *LIFT_WORDS)).removeprefix("Did you mean ").removesuffix("?")
    meant = f"; did you mean {near}" if near else ""
    return ValueError(f"{quoted(unknown)} is not a kind of day or lift{meant}; expected {DayWish.wanted}")


def _bare(word: str) -> str:
    return word.removeprefix("no ").strip()


def _union(words: list[str], meaning: dict[str, frozenset[T]], every: frozenset[T]) -> frozenset[T]:
    found: frozenset[T] = frozenset()
    for word in words:
        named = meaning[_bare(word)]
        found |= every - named if word.startswith("no ") else named
    return found
