"""Warnings and errors that come or go: the same one is recognized though its weeks have other numbers now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.compare.numbering import Numbering
from generator.model.finding import Diagnostic
from generator.model.vocabulary import WEEKDAYS

_WEEKS = re.compile(r"(?i)\bweeks? \d+(?:(?:-|, | and )\d+)*")
_NUMBER = re.compile(r"\d+")
_DAY = re.compile("|".join(day.capitalize() for day in WEEKDAYS))
_Key = tuple[str, str | None, str]


def findings_turned(
    old: Iterable[Diagnostic], new: Iterable[Diagnostic], numbering: Numbering
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return what is told now and was not before, and what was told before and is not now."""
    now = {was: number for number, was in numbering.was.items()}
    before = [(_key(one, now), one) for one in old]
    after = [(_key(one, {}), one) for one in new]
    left = tuple(_without(after, Counter(key for key, _ in before)))
    gone = tuple(_without(before, Counter(key for key, _ in after)))
    return left, gone


def _without(found: list[tuple[_Key, Diagnostic]], others: Counter[_Key]) -> Iterator[Diagnostic]:
    for key, one in found:
        if others[key]:
            others[key] -= 1
        else:
            yield one


def _key(one: Diagnostic, now: dict[int, int]) -> _Key:
    """Return what makes two diagnostics one: all but place and weekday, with each week's number as it is now."""

    def renumbered(weeks: re.Match[str]) -> str:
        return _NUMBER.sub(lambda number: str(now.get(int(number[0]), int(number[0]))), weeks[0])

    return one.severity, one.rule, _DAY.sub("day", _WEEKS.sub(renumbered, one.message))
