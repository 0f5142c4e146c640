"""What calendars held when they were last published: ``published/calendars.json``, committed with the plans.

A subscriber tells a changed event by its SEQUENCE and DTSTAMP. A build has no memory and no clock, so both come from
this file: an event whose content is as it was keeps them, one that changed gets the next number and the date of the
revision that is built (SOURCE_DATE_EPOCH), never an earlier date than before. Events that are gone stay in the ledger
without content: if one comes back, its number goes on. So the file grows by the events that were ever published and by
nothing else.

The file is to be committed whenever a build changed it. Otherwise each later build of another commit gives the same
changed events its own date, and a second change the number of the first.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.frozen import frozen
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.plain_file import is_no_plain_file

FILE = "published/calendars.json"
FORMAT = "hardday/calendars@1"
_CONFLICT = re.compile(r"^(?:<<<<<<<|=======$|>>>>>>>|\|\|\|\|\|\|\|)", re.M)
_STAMP = re.compile(r"^\d{8}T\d{6}Z$")


@frozen
class Revision:
    """An event's content (its hash, empty if it is gone), how often it changed, and when last: ``20270104T000000Z``."""

    content: str
    sequence: int
    stamp: str


Ledger = Mapping[str, Revision]


def stamp_of(epoch: int) -> str:
    """Return the time that events get which change in a build of sources of that second."""
    return datetime.fromtimestamp(epoch, UTC).strftime("%Y%m%dT%H%M%SZ")


def revised(ledger: Ledger, uid: str, content: str, stamp: str) -> Revision:
    """Return an event's revision: the one it has if its content is the same, else the next."""
    known = ledger.get(uid)
    if known is None:
        return Revision(content, 0, stamp)
    if known.content == content:
        return known
    return Revision(content, known.sequence + 1, max(known.stamp, stamp))


def gone(known: Revision) -> Revision:
    """Return the revision of an event that is no longer published."""
    return replace(known, content="")


def read_ledger(root: Path) -> Ledger:
    """Read a project's ledger, empty if it has none; Refused if it is damaged, since to start anew would mislead."""
    path = root / FILE
    try:
        if is_no_plain_file(path):
            raise ValueError("it is a link, or no file at all")
        text = path.read_text(encoding="utf-8")
        if conflict := _CONFLICT.search(text):
            raise _in_conflict(text.count("\n", 0, conflict.start()) + 1)
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise ValueError(f"its format is {data['format']}, not {FORMAT}")
        return {uid: _revision(entry) for uid, entry in data["events"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        line = getattr(problem, "lineno", 1)
        message = f"the record of published calendars can't be read: {problem}"
        hint = "Take it back from the last commit (git checkout published/calendars.json)."
        raise Refused((Diagnostic(Place(FILE, line, 1), "error", None, message, hint),)) from None


def _in_conflict(line: int) -> Refused:
    message = "two branches changed this record, and git could not merge it: a conflict stands here"
    hint = f"Take the file of the branch that is published (git checkout main -- {FILE}), run `hardday pages`, "
    return Refused((Diagnostic(Place(FILE, line, 1), "error", None, message, hint + "and commit it."),))


def _revision(entry: Any) -> Revision:
    match entry:
        case [str() as content, int() as sequence, str() as stamp] if _STAMP.match(stamp):
            return Revision(content, sequence, stamp)
    raise ValueError("an event is not [content, number, stamp]")


def write_ledger(root: Path, ledger: Ledger) -> bool:
    """Write the ledger if it changed, one line an event, whole or not at all; return whether it was written."""
    path = root / FILE
    text = ledger_text(ledger)
    if not ledger and not path.exists():
        return False
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, path)
    return True


#: One encoder for all rows: there are thousands.
_written = json.JSONEncoder(ensure_ascii=False).encode


def ledger_text(ledger: Ledger) -> str:
    """Return the ledger as JSON, sorted by event."""
    rows = [
        f"  {_written(uid)}: {json.dumps([one.content, one.sequence, one.stamp])}"
        for uid, one in sorted(ledger.items())
    ]
    return f'{{"format": "{FORMAT}", "events": {{\n' + ",\n".join(rows) + "\n}}\n"
