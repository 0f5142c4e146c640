"""YAML with the place of every key and value, and without YAML's traps.

Scalars stay text (``4:30`` is never 270, ``on`` never True); only an empty value, ``~`` and ``null`` become None.
Refused with a place: anchors and aliases, tags, merge keys, duplicate keys, several documents, invisible characters,
depth and size beyond what a training plan can need. The tree is built from the parser's events: no YAML object is
constructed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import FORBIDDEN, name_of, quoted
from generator.model.yaml_words import syntax_fault

LARGEST_BYTES = 256 * 1024
DEEPEST = 24
MOST_VALUES = 20_000
_BREAK = re.compile(r"\r\n|\r|\n")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Keys = tuple[str | int, ...]


@dataclass(slots=True)
class Tree:
    """A document: plain values, and where each stands. ``keys`` has the place of each mapping's key.

    ``faults`` are those that leave the rest readable, so that they can be reported together with what is found
    later. ``partial`` says that part of the document could not be had (what it extends): nothing is missing then.
    """

    path: str
    value: Any = None
    values: dict[Keys, Place] = field(default_factory=dict)
    keys: dict[Keys, Place] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    partial: bool = False

    def fault(self, place: Place, message: str, hint: str = "") -> None:
        """Note an error of the document."""
        self.faults.append(Diagnostic(place, "error", None, message, hint))


def read_tree(data: bytes, path: str) -> Tree:
    """Read one document; Refused with every fault found (the first syntax error ends the reading)."""
    tree = parse_tree(data, path)
    if tree.faults:
        raise Refused(tuple(tree.faults))
    return tree


def parse_tree(data: bytes, path: str) -> Tree:
    """Read one document and keep its lesser faults in the tree; Refused if it can't be read to its end."""
    tree = Tree(path)
    reader = _Reader(tree)
    try:
        reader.read(_decoded(data, path))
    except _Unreadable as problem:
        tree.fault(problem.place, problem.message, problem.hint)
        raise Refused(tuple(tree.faults)) from None
    tree.faults = list(dict.fromkeys(tree.faults))
    if reader.broken:
        raise Refused(tuple(tree.faults))
    return tree


class _Unreadable(Exception):
    """Stop reading here: a syntax error, or more than a plan can hold."""

    def __init__(self, place: Place, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.place, self.message, self.hint = place, message, hint


def _decoded(data: bytes, path: str) -> str:
    start = Place(path, 1, 1)
    if len(data) > LARGEST_BYTES:
        raise _Unreadable(start, f"the file has more than {LARGEST_BYTES:,} bytes; no training plan needs them")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = _BREAK.split(data[: problem.start].decode("utf-8-sig", "replace"))
        place = Place(path, len(before), len(before[-1]) + 1)
        raise _Unreadable(place, "this is not UTF-8 text", "Save the file as UTF-8.") from None
    for number, line in enumerate(_BREAK.split(text), 1):
        odd = FORBIDDEN.search(line)
        if odd:
            raise _Unreadable(Place(path, number, odd.start() + 1), f"{name_of(odd[0])} stands here", "Delete it.")
    return text


class _Reader:
    """Walks the parser's events once and fills a tree. ``broken``: what was left out may be missed elsewhere."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.count = 0
        self.broken = False

    def read(self, text: str) -> None:
        events = self._events(text)
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._break(event, "a second document starts here", "Keep one plan a file.")
                    return
            elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                self.tree.value = self._value(event, events, (), 0)
            elif isinstance(event, yaml.AliasEvent):
                self._refuse_alias(event)
        if not documents:
            raise _Unreadable(Place(self.tree.path, 1, 1), "the file is empty", "Copy another plan to start from.")

    def _events(self, text: str) -> Iterator[Any]:
        try:
            yield from yaml.parse(text, Loader=_LOADER)
        except yaml.YAMLError as problem:
            found = syntax_fault(problem, _BREAK.split(text))
            raise _Unreadable(Place(self.tree.path, found.line, found.column), found.message) from None

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.tree.path, mark.line + 1, mark.column + 1)

    def _break(self, event: Any, message: str, hint: str) -> None:
        self.tree.fault(self._place(event), message, hint)
        self.broken = True

    def _refuse_alias(self, event: Any) -> None:
        message = f"{quoted(f'*{event.anchor}')} repeats another part by an alias"
        self._break(event, message, "Write it out, or use extends:.")

    def _value(self, event: Any, events: Iterator[Any], keys: Keys, depth: int) -> Any:
        place = self._place(event)
        self.count += 1
        if depth > DEEPEST or self.count > MOST_VALUES:
            raise _Unreadable(place, "the file nests too deep or holds too many values for a training plan")
        self.tree.values.setdefault(keys, place)
        if isinstance(event, yaml.AliasEvent):
            self._refuse_alias(event)
            return None
        if event.anchor:
            message = f"{quoted(f'&{event.anchor}')} names a part for reuse"
            self.tree.fault(place, message, "Delete it; write the part out where it is needed, or use extends:.")
        if event.tag:
            tag = quoted(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self.tree.fault(place, f"{tag} is a YAML tag", "Delete it; a plan needs plain values only.")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, keys, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, keys, depth)
        return None if not event.style and event.value in _EMPTY else self._text(event)

    def _text(self, event: Any) -> str:
        """Return the scalar's text; an escape such as ``\\u202e`` may hide a character that can't stand in a file."""
        text = str(event.value)
        odd = FORBIDDEN.search(text)
        if odd:
            self.tree.fault(self._place(event), f"{name_of(odd[0])} is written in this text", "Delete it.")
            return FORBIDDEN.sub("", text)
        return text

    def _mapping(self, events: Iterator[Any], keys: Keys, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            place = self._place(event)
            name = self._key(event, events, depth)
            if name in found:
                first = self.tree.keys[(*keys, name)]
                message = f"{quoted(name)} is written twice; it first stands in line {first.line}"
                self.tree.fault(place, message, "Keep one.")
                self._value(next(events), events, (*keys, f"{name} (again)"), depth + 1)
                continue
            self.tree.keys[(*keys, name)] = place
            found[name] = self._value(next(events), events, (*keys, name), depth + 1)
        return found

    def _key(self, event: Any, events: Iterator[Any], depth: int) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            place = self._place(event)
            self._break(event, "a key here is not a word", "Write `key: value`.")
            if not isinstance(event, yaml.AliasEvent):
                self._value(event, events, ("?",), depth + 1)
            return f"?{place.line}:{place.column}"
        if event.value == "<<":
            self._break(event, "'<<' merges another part", "Write it out, or use extends:.")
        if event.anchor or event.tag:
            self.tree.fault(self._place(event), "a key is a plain word, without & or !", "Delete the mark.")
        return self._text(event)

    def _sequence(self, events: Iterator[Any], keys: Keys, depth: int) -> list[Any]:
        found: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self._value(event, events, (*keys, len(found)), depth + 1))
        return found
