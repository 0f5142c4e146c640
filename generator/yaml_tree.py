"""YAML with the place of every key and value, and without YAML's traps.

Scalars stay text (``4:30`` is never 270, ``on`` never True); only an empty value, ``~`` and ``null`` become None.
Refused with a place: anchors and aliases, tags, merge keys, duplicate keys, several documents, depth and size
beyond what a training plan can need. The tree is built from the parser's events: no YAML object is constructed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.finding import Diagnostic, Place, Refused

LARGEST_BYTES = 256 * 1024
DEEPEST = 24
MOST_VALUES = 20_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Keys = tuple[str | int, ...]


@dataclass(slots=True)
class Tree:
    """A document: plain values, and where each stands. ``keys`` has the place of each mapping's key."""

    path: str
    value: Any = None
    values: dict[Keys, Place] = field(default_factory=dict)
    keys: dict[Keys, Place] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)

    def fault(self, place: Place, message: str, hint: str = "") -> None:
        """Note an error of the document."""
        self.faults.append(Diagnostic(place, "error", None, message, hint))


def read_tree(data: bytes, path: str) -> Tree:
    """Read one document; Refused with every fault found (all duplicate keys at once; the first syntax error)."""
    tree = Tree(path)
    text = _decode(data, tree)
    if text is not None:
        _Reader(tree).read(text)
    if tree.faults:
        raise Refused(tuple(tree.faults))
    return tree


def _decode(data: bytes, tree: Tree) -> str | None:
    start = Place(tree.path, 1, 1)
    if len(data) > LARGEST_BYTES:
        tree.fault(start, f"the file has {len(data):,} bytes; a definition has at most {LARGEST_BYTES:,}")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        place = Place(tree.path, before.count(b"\n") + 1, problem.start - (before.rfind(b"\n") + 1) + 1)
        tree.fault(place, "this is not UTF-8 text", "Save the file as UTF-8.")
        return None
    for number, line in enumerate(text.split("\n"), 1):
        odd = next(
            (i for i, c in enumerate(line) if (ord(c) < 32 and c not in "\t\r") or ord(c) in (127, 0xFFFE)), None
        )
        if odd is not None:
            tree.fault(Place(tree.path, number, odd + 1), "there is a control character here", "Delete it.")
            return None
    return text


class _Reader:
    """Walks the parser's events once and fills a tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.count = 0

    def read(self, text: str) -> None:
        events = self._events(text)
        try:
            documents = 0
            for event in events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.tree.fault(self._place(event), "a second document starts here", "Keep one plan a file.")
                        return
                elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                    self.tree.value = self._value(event, events, (), 0)
                elif isinstance(event, yaml.AliasEvent):
                    self._refuse_alias(event)
            if not documents:
                self.tree.fault(Place(self.tree.path, 1, 1), "the file is empty", "Start with `hardday new`.")
        except _TooMuch as problem:
            self.tree.fault(problem.place, problem.message)

    def _events(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.YAMLError as problem:
            mark = getattr(problem, "problem_mark", None)
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            what = _plain_words(getattr(problem, "problem", None) or "")
            raise _TooMuch(Place(self.tree.path, line, column), what) from None

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.tree.path, mark.line + 1, mark.column + 1)

    def _refuse_alias(self, event: Any) -> None:
        self.tree.fault(
            self._place(event),
            f"'*{event.anchor}' repeats another part by an alias",
            "Write it out, or use extends:.",
        )

    def _value(self, event: Any, events: Iterator[Any], keys: Keys, depth: int) -> Any:
        place = self._place(event)
        self.count += 1
        if depth > DEEPEST or self.count > MOST_VALUES:
            raise _TooMuch(place, "the file nests too deep or holds too many values for a training plan")
        self.tree.values.setdefault(keys, place)
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
            return None
        if event.anchor:
            self.tree.fault(place, f"'&{event.anchor}' names a part for reuse", "Delete it; it is not needed.")
        if event.tag:
            self.tree.fault(place, f"'{event.tag}' is a YAML tag", "Delete it; a plan needs plain values only.")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, keys, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, keys, depth)
        plain = event.style is None or event.style == ""
        return None if plain and event.value in _EMPTY else event.value

    def _mapping(self, events: Iterator[Any], keys: Keys, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event)
            name = self._key(event, events, depth)
            if name in found:
                first = self.tree.keys[(*keys, name)]
                self.tree.fault(place, f"'{name}' is written twice; it first stands in line {first.line}", "Keep one.")
                self._value(next(events), events, (*keys, f"{name} (again)"), depth + 1)
                continue
            self.tree.keys[(*keys, name)] = place
            found[name] = self._value(next(events), events, (*keys, name), depth + 1)
        return found

    def _key(self, event: Any, events: Iterator[Any], depth: int) -> str:
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.tree.fault(place, "a key here is not a word", "Write `key: value`.")
            self._value(event, events, ("?",), depth + 1)
            return f"?{place.line}:{place.column}"
        if event.value == "<<":
            self.tree.fault(place, "'<<' merges another part", "Write it out, or use extends:.")
        return str(event.value)

    def _sequence(self, events: Iterator[Any], keys: Keys, depth: int) -> list[Any]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._value(event, events, (*keys, len(found)), depth + 1))
        return found


class _TooMuch(Exception):
    """Stop reading here: a syntax error, or more than a plan can hold."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.place = place
        self.message = message


def _plain_words(problem: str) -> str:
    """Return what an author can act on for the parser's own words."""
    known = (
        ("cannot start any token", "this can't stand here: a tab (use spaces), or text that needs quotes"),
        ("mapping values are not allowed", "a second colon on this line: put the text in quotes, or start a new line"),
        ("could not find expected ':'", "a colon is missing after the key"),
        ("did not find expected key", "this line is not indented like its neighbors, or a quote or bracket is open"),
        ("expected <block end>", "this line is not indented like its neighbors"),
        ("did not find expected ',' or", "a bracket is not closed, or a comma is missing"),
        ("found unexpected end of stream", "a quote is not closed"),
        ("block sequence entries are not allowed", "a list item can't stand here: start a new line"),
    )
    for part, words in known:
        if part in problem:
            return words
    return f"this is not YAML: {problem}" if problem else "this is not YAML"
