"""A change between two versions of a plan, as a value: what it concerns, before and after, and the words for it."""

from __future__ import annotations

import re
from typing import Literal

from generator.frozen import frozen

#: A number or a range, with a word before it or a unit behind it.
_AMOUNT = re.compile(r"(?:(?P<name>[A-Za-z]+) )?(?P<number>[\d.]+(?:–[\d.]+)?)(?P<unit> (?:km|mi|m|min|h|s|%))?")

What = Literal[
    "move",  # a session stands on another day
    "come",  # a session that is new
    "gone",  # a session that is left out
    "kind",  # a session that has become another
    "run",  # how far, how hard, or how a run is run
    "cross",  # the same of cross-training
    "lift",  # a strength session as a whole
    "exercise",  # an exercise that comes, goes, or takes another's place
    "dose",  # how an exercise is done
    "week",  # the week as a whole
    "reasons",  # what the pages say of why; nothing that is done
    "numbers",  # weeks that are counted otherwise
    "phase",  # a phase: its length, name, purpose
    "race",  # a race or its date
    "plan",  # the plan as a whole
    "rules",  # its policy and the rules that it sets otherwise
    "review",  # who reviewed it, and when
    "text",  # words on the plan's page
]


@frozen
class Change:
    """One change. ``text`` says it without its week: ``long run 26 → 28 km``.

    ``subject``, ``before`` and ``after`` are the same for programs; empty where there is no such side.
    """

    what: What
    text: str
    subject: str = ""
    before: str = ""
    after: str = ""


@frozen
class WeekChanges:
    """What is otherwise in a week: its number now, and before (0 if it is new)."""

    number: int
    before: int
    changes: tuple[Change, ...]


def turned(what: What, subject: str, before: str, after: str, between: str = " ") -> Change:
    """Return a change of a value: ``long run 26 → 28 km``. What both sides share is said once."""
    return Change(what, f"{subject}{between}{_arrow(before, after)}".strip(), subject.rstrip(":"), before, after)


def _arrow(before: str, after: str) -> str:
    old, new = _AMOUNT.fullmatch(before), _AMOUNT.fullmatch(after)
    if old and new and old["unit"] == new["unit"] and old["name"] == new["name"]:
        name = f"{old['name']} " if old["name"] else ""
        return f"{name}{old['number']} → {new['number']}{old['unit'] or ''}"
    return f"{before} → {after}"
