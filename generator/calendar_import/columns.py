"""What the columns of a calendar are called: days, the week's number, and what else people put beside them.

The words stand under ``columns:`` in ``plans/library/calendar_words.yaml``; nothing of them is in the code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from generator.frozen import frozen
from generator.load import read_file
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import quoted
from generator.model.vocabulary import WEEKDAYS, Weekday
from generator.yaml_tree import Tree

FILE = "calendar_words.yaml"
Meaning = Literal[
    "week", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "total", "notes", "phase", "date",
]  # fmt: skip
_MEANINGS: tuple[Meaning, ...] = get_args(Meaning)
_KNOWN = (*_MEANINGS, "race_week", "initials")
_BRACKETS = re.compile(r"[\[(][^\])]*[\])]")
_UNIT = re.compile(r"\b(km|kms|kilomet\w*|mi|miles?)\b")


@frozen
class Columns:
    """The names of columns. ``initials`` are rows of seven letters that stand for the days of a week in order.

    ``week_words`` may stand before a week's number, ``race_week`` instead of it.
    """

    meanings: Mapping[str, Meaning]
    week_words: frozenset[str]
    race_week: frozenset[str]
    initials: Mapping[tuple[str, ...], tuple[Weekday, ...]]

    def meaning(self, text: str) -> Meaning | None:
        """Return what a column of this name holds, or None."""
        return self.meanings.get(name_in(text))

    def weekday(self, text: str) -> Weekday | None:
        """Return the weekday that a column's name is, or None."""
        meaning = self.meaning(text)
        return next((day for day in WEEKDAYS if day == meaning), None)


def name_in(text: str) -> str:
    """Return a column's name as the vocabulary writes it: small letters, no brackets, no full stop or colon."""
    return " ".join(_BRACKETS.sub(" ", text.lower()).replace(".", " ").replace(":", " ").split())


def unit_in(text: str) -> str:
    """Return the unit that a column's name has in it (``Total (km)``, ``Miles``), or nothing."""
    found = _UNIT.search(text.lower())
    return "" if not found else "km" if found[1].startswith("k") else "mi"


def load_columns(folder: Path) -> Columns:
    """Read the names from ``plans/library``; Refused with every fault of theirs."""
    tree = read_file(folder / FILE, f"plans/library/{FILE}")
    section = tree.value.get("columns") if isinstance(tree.value, dict) else None
    faults: list[Diagnostic] = []
    words = {name: list(_words(tree, name, section, faults)) for name in _KNOWN} if isinstance(section, dict) else {}
    for name in sorted(set(section if isinstance(section, dict) else {}) - set(_KNOWN)):
        faults.append(_fault(tree, ("columns", name), f"{quoted(name)} is no column; known: {', '.join(_KNOWN)}"))
    if not words:
        faults.append(_fault(tree, ("columns",), "'columns:' is missing: the names of a calendar's columns"))
    if faults:
        raise Refused(tuple(faults))
    meanings = {name_in(word): meaning for meaning in _MEANINGS for word in (meaning, *words[meaning])}
    initials = {tuple(row.lower().split()): WEEKDAYS for row in words["initials"]}
    turned = {(*row[-n:], *row[:-n]): (*days[-n:], *days[:-n]) for row, days in initials.items() for n in (1, 2)}
    week_words = frozenset(word for word, meaning in meanings.items() if meaning == "week" and word.isalpha())
    return Columns(meanings, week_words, frozenset(map(name_in, words["race_week"])), {**initials, **turned})


def _words(tree: Tree, name: str, section: dict[str, Any], faults: list[Diagnostic]) -> list[str]:
    words = section.get(name, [])
    if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
        faults.append(_fault(tree, ("columns", name), f"{name}: expected a list of words"))
        return []
    return words


def _fault(tree: Tree, keys: tuple[str, ...], message: str) -> Diagnostic:
    place = tree.keys.get(keys) or tree.values.get(keys) or Place(tree.path, 1, 1)
    return Diagnostic(place, "error", None, message)
