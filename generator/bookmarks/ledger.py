"""Every address that was ever published, and where it leads: ``published/addresses.json``, committed with the plans.

An address a line, sorted. A page or file that is there: ``{}``. A week's page: ``{"now": "build 2"}``, the training
that stands there (see ``model.training``). What a week's address meant before stands in ``was``: until which edition
of the plan, and what that training is called today; ``"near"`` if it is gone and this is the nearest. An address that
is gone says where it leads: ``{"to": "plans/x/build/"}``, or, for a week, by the training that it last meant. A plan's
own address keeps in ``moved`` which lines of the definition have been followed. So a plan may be renumbered again and
again, and what was bookmarked first still leads to the same training. Addresses never leave the file.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from generator.frozen import frozen
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.plain_file import is_no_plain_file

FILE = "published/addresses.json"
FORMAT = "hardday/addresses@1"
_ADDRESS = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9._-]*/)*(?:[A-Za-z0-9][A-Za-z0-9._-]*)?")
_TRAINING = re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+ [1-9][0-9]{0,3}")
_CONFLICT = re.compile(r"^(?:<<<<<<<|=======$|>>>>>>>|\|\|\|\|\|\|\|)", re.M)
_NEAR = "near"
_MOST_BYTES = 64 * 1024 * 1024
_LONGEST = 300


@frozen
class Meant:
    """What a week's address meant until an edition of its plan (from 1), in today's words; not exact if it is gone.

    ``training`` is ``build 2``, or ``other-plan/build 2`` where the plan itself was given up for another.
    """

    until: int
    training: str
    exact: bool = True


@frozen
class Entry:
    """What the ledger knows of an address; see the module."""

    now: str = ""
    was: tuple[Meant, ...] = ()
    to: str = ""
    moved: str = ""

    @property
    def gone(self) -> bool:
        """True for an address that leads elsewhere."""
        return bool(self.to) or (bool(self.was) and not self.now)


@frozen
class Ledger:
    """Entries by address, also by plan, and the line of each; not ``known`` for a project that has never published."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    known: bool = False
    by_plan: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)

    def of_plan(self, plan_id: str) -> Mapping[str, Entry]:
        """Return the entries below ``plans/<plan>/``, itself among them."""
        return self.by_plan.get(plan_id, {})

    def place(self, address: str) -> Place:
        """Return the place of an address in the file."""
        return Place(FILE, self.lines.get(address, 1), 3)


def is_address(path: str) -> bool:
    """True for what the ledger keeps: pages and files, but not what is named by its content below ``assets/``."""
    return bool(_ADDRESS.fullmatch(path)) and len(path) <= _LONGEST and not path.startswith("assets/")


def read_ledger(root: Path) -> Ledger:
    """Read a project's ledger, empty if it has none; Refused if it is damaged: to start anew would lose bookmarks."""
    path = root / FILE
    try:
        if is_no_plain_file(path):
            raise _damaged(1, "it is a link, or no file at all")
        with path.open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8")
    except FileNotFoundError:
        return Ledger()
    except (OSError, UnicodeDecodeError) as problem:
        raise _damaged(
            1, f"it can't be read ({getattr(problem, 'strerror', None) or 'it is not UTF-8 text'})"
        ) from None
    refuse_conflict(text, FILE)
    lines = dict(_lines(text))
    try:
        data = json.loads(text, object_pairs_hook=_once)
        if data["format"] != FORMAT:
            raise _Wrong(f"its format is {data['format']!r}, not {FORMAT!r}")
        entries = {address: _entry(address, said, lines) for address, said in data["addresses"].items()}
    except _Wrong as problem:
        raise _damaged(problem.line, str(problem)) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise _damaged(getattr(problem, "lineno", 1), f"it is not what it should be ({_plain(problem)})") from None
    return Ledger(entries, lines, known=True, by_plan=by_plan(entries))


def by_plan(entries: Mapping[str, Entry]) -> Mapping[str, Mapping[str, Entry]]:
    """Return the entries below ``plans/<plan>/`` by the plan's id."""
    found: dict[str, dict[str, Entry]] = {}
    for address, entry in entries.items():
        parts = address.split("/")
        if parts[0] == "plans" and len(parts) > 2:
            found.setdefault(parts[1], {})[address] = entry
    return found


def refuse_conflict(text: str, file: str) -> None:
    """Refused where git left a merge conflict in a committed record."""
    found = _CONFLICT.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        message = "two branches changed this record, and git could not merge it: a conflict stands here"
        hint = f"Take the file of the branch that is published (git checkout main -- {file}), run `hardday pages`, "
        hint += "and commit it."
        raise Refused((Diagnostic(Place(file, line, 1), "error", None, message, hint),))


def write_ledger(root: Path, entries: Mapping[str, Entry]) -> bool:
    """Write the ledger if it changed, whole or not at all; return whether it was written."""
    path, text = root / FILE, ledger_text(entries)
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, path)
    return True


def changes(root: Path, entries: Mapping[str, Entry]) -> bool:
    """True if writing these entries would change the file."""
    path = root / FILE
    return not path.is_file() or path.read_text(encoding="utf-8") != ledger_text(entries)


def ledger_text(entries: Mapping[str, Entry]) -> str:
    """Return the ledger as JSON, sorted by address."""
    rows = [f"  {json.dumps(address)}: {json.dumps(_said(entry))}" for address, entry in sorted(entries.items())]
    return f'{{"format": "{FORMAT}", "addresses": {{\n' + ",\n".join(rows) + "\n}}\n"


def _said(entry: Entry) -> dict[str, Any]:
    was = [[one.until, one.training, *([] if one.exact else [_NEAR])] for one in entry.was]
    said = {"now": entry.now, "was": was, "to": entry.to, "moved": entry.moved}
    return {key: value for key, value in said.items() if value}


class _Wrong(Exception):
    """Something in the file is not what it should be."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def _damaged(line: int, message: str) -> Refused:
    hint = f"Take it back from the last commit (git checkout {FILE}); without it bookmarks would be lost."
    return Refused(
        (Diagnostic(Place(FILE, line, 1), "error", None, f"the record of published addresses: {message}", hint),)
    )


def _plain(problem: Exception) -> str:
    return " ".join(str(problem).split())[:120]


def _lines(text: str) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r'\s*"([^"\\]*)":', line)
        if found:
            yield found[1], number


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for key, _ in pairs if sum(key == other for other, _ in pairs) > 1)
        raise _Wrong(f"'{twice[:80]}' stands in it twice")
    return found


def _entry(address: str, said: Any, lines: Mapping[str, int]) -> Entry:
    line = lines.get(address, 1)
    if not is_address(address):
        raise _Wrong(f"'{address[:80]}' is no address of a site", line)
    match said:
        case dict() if set(said) <= {"now", "was", "to", "moved"}:
            entry = Entry(
                _text(said.get("now", ""), _TRAINING, line),
                tuple(_meant(one, line) for one in said.get("was", [])),
                _text(said.get("to", ""), _ADDRESS, line),
                str(said.get("moved", "")),
            )
            return entry
    raise _Wrong(f"'{address[:80]}' has an entry that this version of hardday does not know", line)


def _text(text: Any, pattern: re.Pattern[str], line: int) -> str:
    if isinstance(text, str) and (not text or (pattern.fullmatch(text) and len(text) <= _LONGEST)):
        return text
    raise _Wrong(f"{str(text)[:80]!r} is not what should stand here", line)


def _meant(said: Any, line: int) -> Meant:
    match said:
        case [int() as until, str() as training, *near] if 0 < until < 10_000 and near in ([], [_NEAR]):
            return Meant(until, _text(training, _TRAINING, line), not near)
    raise _Wrong("what an address meant is not [edition, training]", line)
