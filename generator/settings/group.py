"""A group of settings while it is read: what stands there, and every fault with its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from generator.model.finding import Diagnostic, Place
from generator.model.quoting import FORBIDDEN, name_of, nearest, quoted
from generator.model.vocabulary import Severity
from generator.settings.forms import WrongForm
from generator.yaml_tree import Keys, Tree

T = TypeVar("T")


@dataclass(slots=True)
class Group:
    """The settings below ``keys`` of a tree."""

    tree: Tree
    keys: Keys
    faults: list[Diagnostic] = field(default_factory=list)

    def inner(self, name: str) -> Group:
        """Return the group of that name; its faults are noted with these."""
        return Group(self.tree, (*self.keys, name), self.faults)

    @property
    def said(self) -> dict[str, Any]:
        """What stands there, by key; nothing where no group of keys does."""
        found: Any = self.tree.value
        for key in self.keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found if isinstance(found, dict) else {}

    def place(self, *names: str | int) -> Place:
        """Return the place of a value, or of the nearest thing around it."""
        full = (*self.keys, *names)
        places = (self.tree.values.get(full[:length]) for length in range(len(full), -1, -1))
        return next((place for place in places if place), Place(self.tree.path, 1, 1))

    def fault(self, place: Place, message: str, hint: str = "", severity: Severity = "error") -> None:
        """Note what is wrong at a place."""
        self.faults.append(Diagnostic(place, severity, None, message, hint))

    def only(self, known: tuple[str, ...], severity: Severity = "error") -> None:
        """Note each key that is not known, with the known one that is nearest."""
        for name in self.said:
            if name not in known:
                hint = nearest(name, known) or f"Known are {', '.join(known)}."
                at = self.tree.keys.get((*self.keys, name)) or self.place(name)
                self.fault(at, f"{quoted(name)} is no setting of {'.'.join(map(str, self.keys))}", hint, severity)

    def mapping(self, name: str) -> bool:
        """Return True if a group of keys stands there; note anything else but nothing."""
        value = self.said.get(name)
        if value is not None and not isinstance(value, dict):
            self.fault(self.place(name), f"{name}: is a group of lines of `key: value`")
        return isinstance(value, dict)

    def text(self, name: str, most: int = 200, lines: bool = False) -> str:
        """Return a text without blanks around it; empty where nothing stands. ``most`` letters, on one line or more."""
        value = self.said.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.fault(self.place(name), f"{name}: is one text, not a list or a group of keys")
            return ""
        return self.checked(value, self.place(name), name, most, lines)

    def checked(self, value: str, place: Place, name: str, most: int, lines: bool = False) -> str:
        """Return a text if it may stand on a page, else nothing."""
        odd = FORBIDDEN.search(value)
        if odd:
            self.fault(place, f"{name_of(odd[0])} is written in {name}:", "Delete it.")
        elif len(value) > most:
            self.fault(place, f"{name}: has {len(value):,} letters; at most {most:,} fit")
        elif not lines and "\n" in value.strip():
            self.fault(place, f"{name}: has several lines", "Write it on one line.")
        else:
            return value.strip()
        return ""

    def read(self, name: str, form: Callable[[str], T], default: T, most: int = 300) -> T:
        """Return a setting as its form reads it, or the default where nothing stands or it can't be read."""
        text = self.text(name, most)
        return self.formed(text, self.place(name), name, form, default) if text else default

    def formed(self, text: str, place: Place, name: str, form: Callable[[str], T], default: T) -> T:
        """Return what a text means by a form; the default, with its fault noted, if it means nothing."""
        try:
            return form(text)
        except WrongForm as wrong:
            self.fault(place, f"{name}: {wrong.message}", wrong.hint)
            return default

    def every(self, name: str, form: Callable[[str], T], most: int = 50) -> tuple[T, ...]:
        """Return a list's values, each as its form reads it; a single text is a list of one."""
        value = self.said.get(name)
        if value is None:
            return ()
        rows = value if isinstance(value, list) else [value]
        if len(rows) > most:
            self.fault(self.place(name), f"{name}: has {len(rows)} entries; at most {most} fit")
            return ()
        found: list[T] = []
        for at, row in enumerate(rows):
            place = self.place(name, at) if isinstance(value, list) else self.place(name)
            if not isinstance(row, str):
                self.fault(place, f"{name}: is a list of texts")
            elif text := self.checked(row, place, name, 300):
                found += [one for one in [self.formed(text, place, name, form, None)] if one is not None]
        return tuple(found)
