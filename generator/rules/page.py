"""A rule's docstring read as what it is: a page with a statement, paragraphs under headings, and examples.

Its words come in the language that is spoken; the examples' weeks are a notation, the same in every language.
"""

from __future__ import annotations

import re

from generator.frozen import frozen
from generator.language import _
from generator.model.vocabulary import WEEKDAYS, Severity, Weekday

HEADINGS: tuple[str, ...] = ("Why", "Reads", "Dissent", "Holds", "Fails")

_HEADING = re.compile(rf"^({'|'.join(HEADINGS)}):$")
_PLACE = re.compile(
    r"^(?:(?P<severity>warning) (?:in|on) )?"
    r"(?:(?P<plan>plan)|(?:(?P<day>[A-Z][a-z])(?: of week (?P<of>\d+))?)|week (?P<week>\d+))$"
)


@frozen
class Example:
    """A week or several in a line. For one that fails: where (no week or day means the whole plan), and why.

    ``severity`` is given where the fault is graver or lighter than another example's of the same rule; otherwise the
    fault has the rule's own level.
    """

    text: str
    week: int | None = None
    weekday: Weekday | None = None
    why: str = ""
    severity: Severity | None = None


@frozen
class Page:
    """A rule's page. ``dissent`` is empty where nobody disagrees."""

    statement: str
    why: str
    reads: str
    dissent: str
    holds: tuple[Example, ...]
    fails: tuple[Example, ...]


def read_page(docstring: str) -> Page:
    """Read a rule's cleaned docstring; ValueError says what is missing or not understood."""
    statement, *rest = docstring.strip().splitlines()
    blocks: dict[str, list[str]] = {}
    for line in rest:
        heading = _HEADING.match(line)
        if heading:
            blocks[heading[1]] = []
        elif line.strip() and not blocks:
            raise ValueError(f"'{line.strip()}' stands under no heading")
        elif line.strip():
            list(blocks.values())[-1].append(line.removeprefix("    "))
    missing = [name for name in HEADINGS if name != "Dissent" and not blocks.get(name)]
    if missing:
        raise ValueError(f"the page lacks {', '.join(missing)}")
    return Page(
        statement=_(statement.strip()),
        why=_(_prose(blocks["Why"])),
        reads=_(_prose(blocks["Reads"])),
        dissent=_(_prose(blocks.get("Dissent", []))),
        holds=tuple(Example(text) for text in _entries(blocks["Holds"])),
        fails=tuple(_failing(text) for text in _entries(blocks["Fails"])),
    )


def _prose(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _entries(lines: list[str]) -> list[str]:
    """Join continuation lines, which stand deeper, to the entry they continue."""
    entries: list[str] = []
    for line in lines:
        if line.startswith(" ") and entries:
            entries[-1] += " " + line.strip()
        else:
            entries.append(line.strip())
    return entries


def _failing(entry: str) -> Example:
    text, arrow, verdict = entry.rpartition("->")
    place, colon, why = verdict.partition(":")
    found = _PLACE.match(place.strip())
    if not arrow or not colon or not found:
        wanted = "-> place: why, with plan, week 2, Tu or Tu of week 2 as the place"
        raise ValueError(f"'{entry}' does not end in {wanted}")
    weekday = weekday_named(found["day"]) if found["day"] else None
    week = found["week"] or found["of"]
    number = int(week) if week else (1 if weekday else None)
    severity: Severity | None = "warning" if found["severity"] == "warning" else None
    return Example(text.strip(), number, weekday, _(why.strip()), severity)


def weekday_named(short: str) -> Weekday:
    """Return the weekday of a two-letter name such as ``Tu``; ValueError if there is none."""
    for weekday in WEEKDAYS:
        if weekday[:2].capitalize() == short:
            return weekday
    raise ValueError(f"'{short}' is not a weekday; expected Mo, Tu, We, Th, Fr, Sa or Su")
