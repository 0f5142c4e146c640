"""``plans/library/moved.yaml``: where plans, exercises and guides lead that are published no more.

A line an address: ``plans/old: plans/new``, ``exercises/old: exercises/new``. What stood below a plan leads to the same
training, or to what has the same name; a line of its own says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from generator.frozen import frozen
from generator.load import read_file
from generator.model.finding import Diagnostic, Place

FILE = "plans/library/moved.yaml"
_ADDRESS = re.compile(r"/?([A-Za-z0-9][A-Za-z0-9._-]*(?:/[A-Za-z0-9][A-Za-z0-9._-]*)*)/?")


@frozen
class MovedFile:
    """Where old addresses lead, both without slashes around them; the place of each line; and what is wrong."""

    lines: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    faults: tuple[Diagnostic, ...] = ()

    def line_for(self, address: str) -> str | None:
        """Return the line for an address: its own, or that of the nearest address above it."""
        parts = address.rstrip("/").split("/")
        above = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
        return next((source for source in above if source in self.lines), None)


def read_moved_file(root: Path) -> MovedFile:
    """Read a project's file, empty if it has none; Refused if it is no YAML."""
    path = root / FILE
    if not path.exists() and not path.is_symlink():
        return MovedFile()
    tree = read_file(path, FILE)
    if not isinstance(tree.value, dict):
        hint = "Write a line for each address, such as plans/old-plan: plans/new-plan."
        return MovedFile(faults=(Diagnostic(Place(FILE, 1, 1), "error", None, "this is no list of addresses", hint),))
    lines: dict[str, str] = {}
    places: dict[str, Place] = {}
    faults: list[Diagnostic] = []
    for key, value in tree.value.items():
        place = tree.keys[(key,)]
        old, new = _ADDRESS.fullmatch(key), _ADDRESS.fullmatch(value) if isinstance(value, str) else None
        if not old or not new:
            wrong = key if not old else value
            shown = str(wrong)[:60] if isinstance(wrong, str) else "nothing, a list or a group of keys"
            message = f"'{shown}' is no address of the site"
            faults.append(Diagnostic(place, "error", None, message, "Write it as plans/old-plan: plans/new-plan."))
        elif old[1] in lines:
            faults.append(Diagnostic(place, "error", None, f"'{old[1]}' is named in two lines", "Keep one of them."))
        else:
            lines[old[1]], places[old[1]] = new[1], place
    return MovedFile(lines, places, tuple(faults))
