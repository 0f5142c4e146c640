"""Where in a JSON text a value stands.

A scanner of its own, since YAML's misreads what JSON allows (halves of emoji, tabs, long keys). It goes over text that
``json`` has already accepted, without recursion, and so needs to know only strings, brackets, commas and colons.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Collection

from generator.model.finding import Place

Keys = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{},:]|[^\s\[\]{},:"]+', re.S)


class Places:
    """Finds places in one JSON text."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, offset: int) -> Place:
        """Return the place of a character, counted from 0."""
        line = bisect_right(self._lines, offset) - 1
        return Place(self._path, line + 1, offset - self._lines[line] + 1)

    def of(self, wanted: Collection[Keys]) -> dict[Keys, Place]:
        """Return the places of values; where there is none, that of the nearest value around it.

        Of a key written twice it is the later one.
        """
        around = {keys[:length] for keys in wanted for length in range(len(keys) + 1)}
        found = {keys: self.at(offset) for keys, offset in _offsets(self._text, around).items()}
        return {keys: _nearest(found, keys) or self.at(0) for keys in wanted}


def _nearest(found: dict[Keys, Place], keys: Keys) -> Place | None:
    return next((found[keys[:n]] for n in range(len(keys), -1, -1) if keys[:n] in found), None)


def _offsets(text: str, wanted: Collection[Keys]) -> dict[Keys, int]:
    found: dict[Keys, int] = {}
    stack: list[str | int] = []  # the key or index of each open object or list
    opened: list[str] = []
    awaits_key = False
    for token in _TOKEN.finditer(text):
        letter = token[0][0]
        if letter in "]}":
            opened.pop()
            stack.pop()
            awaits_key = False
        elif letter == ",":
            awaits_key = opened[-1] == "{"
            if not awaits_key:
                stack[-1] = int(stack[-1]) + 1
        elif letter == '"' and awaits_key:
            stack[-1] = json.loads(token[0])
            awaits_key = False
        elif letter != ":":
            keys = tuple(stack)
            if keys in wanted:
                found[keys] = token.start()
            if letter in "[{":
                opened.append(letter)
                stack.append("" if letter == "{" else 0)
                awaits_key = letter == "{"
    return found
