"""A language in which each message is its English text in brackets: whatever stands outside of them was never asked."""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from generator.language.extract import ROOT, template_of, updated
from generator.language.sources import all_messages

OPEN, CLOSE = "⟦", "⟧"
#: It bears the name of a language that Babel knows, so that dates and numbers are not English either.
LANGUAGE = "de"
#: What begins a line of Markdown; the brackets stand behind it.
_BEGINS = re.compile(r"(?:\s*(?:[-*>] |\d+\. |#+ |: |!!! \w+ |\|))?")
_CONTROL = re.compile(r"(?:\s*\{%.*?%\}\s*)*")
#: Where a table's cell ends: not at a filter of Jinja's.
_CELL_ENDS = re.compile(r"\|(?![^{}]*\}\})")
#: Values, and what holds them without being read: tags, where links lead.
_VALUES = re.compile(r"(<[^<>]*>|\]\([^()]*\)|\{\{.*?\}\}|\{%.*?%\}|\{[a-z_]*\}|%\([a-z_]+\)s)")


def bracketed(text: str) -> str:
    """Return a message's text in brackets; one of several lines has them in each, a table in each cell.

    Values stand outside of them: they have to be messages themselves, or nobody's to translate.
    """
    if "\n" not in text:
        return _around_values(text)
    return "\n".join(_line(line) for line in text.split("\n"))


def _line(line: str) -> str:
    control = _CONTROL.match(line)
    if control and control.end():
        return control[0] + _line(line[control.end() :])
    if line.lstrip().startswith("|"):
        cells = _CELL_ENDS.split(line)
        return "|".join(f" {_around_values(cell.strip())} " if _has_letters(cell) else cell for cell in cells)
    if not _has_letters(line) or re.fullmatch(r"\s*<[^>]*>\s*", line):
        return line
    begins = _BEGINS.match(line)
    start = begins.end() if begins else 0
    return line[:start] + _around_values(line[start:])


def _around_values(text: str) -> str:
    parts = _VALUES.split(text)
    said = "".join(part if at % 2 == 0 or part[0] in "<]" else CLOSE + part + OPEN for at, part in enumerate(parts))
    return f"{OPEN}{said}{CLOSE}".replace(OPEN + CLOSE, "")


def _has_letters(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]", text))


def write_pseudo_catalogue(folder: Path) -> None:
    """Write the language's catalogue, and no other, into a folder."""
    catalogue = read_po(io.BytesIO(updated(b"", template_of(all_messages(ROOT)), LANGUAGE)))
    for entry in catalogue:
        if isinstance(entry.id, tuple):
            entry.string = tuple(map(bracketed, entry.id))
        elif entry.id:
            entry.string = bracketed(entry.id)
    written = io.BytesIO()
    write_po(written, catalogue)
    folder.mkdir(parents=True)
    (folder / f"{LANGUAGE}.po").write_bytes(written.getvalue())
