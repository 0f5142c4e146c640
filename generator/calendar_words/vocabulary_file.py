"""The vocabulary's file, read and checked: every fault with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.calendar_words.letters import composed, tokens
from generator.calendar_words.numbers import plain_amount
from generator.calendar_words.vocabulary import (
    MEASURES,
    PARTS,
    SAID_KINDS,
    SIGNS,
    STEP_WORDS,
    Key,
    SaidKind,
    Vocabulary,
    Wording,
    key_of,
)
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import nearest, quoted
from generator.model.step_text import TARGETS
from generator.model.units import METRES_PER, RACES, SECONDS_PER
from generator.yaml_tree import LARGEST_BYTES, Keys, Tree, read_tree

FILE = "calendar_words.yaml"
LONGEST_WORDING = 40
MOST_TOKENS = 8
#: The lists of the file, each with the names its groups may have.
_GROUPS: dict[str, tuple[str, ...]] = {
    "kinds": SAID_KINDS,
    "paces": TARGETS,
    "races": tuple(RACES),
    "counted": TARGETS,
    "steps": STEP_WORDS,
    "amounts": (),
    "units": (*METRES_PER, *SECONDS_PER),
    "signs": SIGNS,
    "measures": MEASURES,
    "parts": PARTS,
}
_INNER = {"kinds": ("plain", "kept"), "paces": ("alone", "at", "behind")}


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read ``calendar_words.yaml`` of ``folder`` (a project's ``plans/library``); Refused with every fault of it."""
    path = folder / FILE
    shown = f"plans/library/{FILE}"
    try:
        data = path.read_bytes()[: LARGEST_BYTES + 1]
    except OSError as problem:
        message = f"the file can't be read: {problem.strerror or 'it is missing'}"
        raise Refused((Diagnostic(Place(shown, 1, 1), "error", None, message),)) from None
    reader = _Reader(read_tree(data, shown))
    vocabulary = reader.vocabulary()
    if reader.tree.faults:
        raise Refused(tuple(reader.tree.faults))
    return vocabulary


@dataclass(slots=True)
class _Reader:
    """Goes through the file once; what each wording means comes together in ``words``."""

    tree: Tree
    words: dict[Key, Wording] = field(default_factory=dict)
    seen: set[tuple[str, str, Key]] = field(default_factory=set)

    def vocabulary(self) -> Vocabulary:
        value = self.tree.value
        if not isinstance(value, dict):
            self.tree.fault(Place(self.tree.path, 1, 1), "expected `kinds:` and the other lists of words")
            return Vocabulary({}, {}, {})
        self._known(value, (), (*_GROUPS, "together", "columns"))
        for name in _GROUPS:
            if name not in value:
                self.tree.fault(Place(self.tree.path, 1, 1), f"the list `{name}:` is missing")
        for keys, group, inner, text in self._wordings(value):
            self._add(keys, str(keys[0]), group, inner, text)
        return Vocabulary(self.words, self._together(value.get("together")), {}, max(map(len, self.words), default=1))

    def _known(self, value: Mapping[str, Any], keys: Keys, known: tuple[str, ...]) -> None:
        for name in value:
            if known and name not in known:
                hint = nearest(name, known)
                self.tree.fault(self.tree.keys[(*keys, name)], f"{quoted(name)} is not known here", hint)

    def _wordings(self, value: Mapping[str, Any]) -> Iterator[tuple[Keys, str, str, str]]:
        """Yield each wording with its place, group and inner list."""
        for name, groups in _GROUPS.items():
            found = value.get(name, {})
            if not isinstance(found, dict):
                self._fault((name,), "expected groups of words, each `name:` and a list below")
                continue
            self._known(found, (name,), groups)
            for group, lists in found.items():
                if groups and group not in groups:
                    continue
                if name not in _INNER:
                    yield from self._listed((name, group), group, "", lists)
                elif not isinstance(lists, dict):
                    self._fault((name, group), f"expected `{'` or `'.join(f'{n}:' for n in _INNER[name])}` with words")
                else:
                    self._known(lists, (name, group), _INNER[name])
                    for inner, listed in lists.items():
                        yield from self._listed((name, group, inner), group, inner, listed)

    def _listed(self, keys: Keys, group: str, inner: str, listed: Any) -> Iterator[tuple[Keys, str, str, str]]:
        if not isinstance(listed, list):
            self._fault(keys, "expected a list of words")
            return
        for index, text in enumerate(listed):
            if isinstance(text, str):
                yield (*keys, index), group, inner, text
            else:
                self._fault((*keys, index), "expected one wording; put signs and empty words in quotes")

    def _add(self, keys: Keys, name: str, group: str, inner: str, text: str) -> None:
        key = key_of(text)
        if not key or len(text) > LONGEST_WORDING or len(key) > MOST_TOKENS or "\n" in text:
            return self._fault(keys, f"{quoted(text)} is no wording; expected 1 to {MOST_TOKENS} words in one line")
        number = tokens(composed(text))[0].sort in ("number", "clock")
        if number and name not in ("paces", "races"):
            return self._fault(keys, f"{quoted(text)} begins with a number, which would be taken for an amount")
        if (name, group, key) in self.seen:
            return self._fault(keys, f"{quoted(text)} stands here twice; keep one")
        self.seen.add((name, group, key))
        old = self.words.get(key, Wording())
        try:
            self.words[key] = _with(old, name, group, inner)
        except ValueError as problem:
            self._fault(keys, f"{quoted(text)} {problem}")

    def _together(self, value: Any) -> dict[frozenset[SaidKind], SaidKind]:
        found: dict[frozenset[SaidKind], SaidKind] = {}
        if not isinstance(value, dict):
            self._fault(("together",), "expected two kinds and the one they are, such as `easy long: long`")
            return found
        for pair, meant in value.items():
            kinds = [kind for word in str(pair).split() for kind in SAID_KINDS if kind == word]
            one = next((kind for kind in SAID_KINDS if kind == meant), None)
            if len(kinds) != 2 or len(str(pair).split()) != 2 or one is None:
                known = ", ".join(SAID_KINDS)
                self._fault(("together", pair), f"expected two kinds and the one they are, of {known}")
            else:
                found[frozenset(kinds)] = one
        return found

    def _fault(self, keys: Keys, message: str) -> None:
        self.tree.fault(self.tree.values.get(keys) or Place(self.tree.path, 1, 1), message)


def _with(old: Wording, name: str, group: str, inner: str) -> Wording:
    """Return a wording with one more meaning; ValueError if it means two things of one sort."""
    if name == "parts":
        return replace(old, parts=old.parts | {part for part in PARTS if part == group})
    field_name = {
        "kinds": "kind",
        "paces": "target",
        "races": "race",
        "counted": "counted",
        "steps": "step",
        "amounts": "amount",
        "units": "unit",
        "signs": "sign",
        "measures": "measure",
    }[name]
    if getattr(old, field_name) is not None:
        raise ValueError(f"already means {getattr(old, field_name)}; keep one")
    changes: dict[str, Any] = {field_name: group}
    if name == "kinds":
        changes["kept"] = inner == "kept"
    if name == "paces":
        changes |= {"bare": inner == "alone", "behind": inner == "behind"}
    if name == "amounts":
        plain_amount(group)
    return replace(old, **changes)
