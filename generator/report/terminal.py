"""Diagnostics for somebody who sits at a terminal: colored, each with its line of the file and a mark below it.

Piped, the same diagnostics are the plain lines of contract.md; nothing here is for programs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

import click

from generator.model.finding import Diagnostic, Place
from generator.model.quoting import FORBIDDEN
from generator.report import in_order, page_of

#: Gives the lines of a file as messages name it; none if it can't be read.
Lines = Callable[[str], list[str]]
_COLORS = {"error": "red", "warning": "yellow"}
_WIDEST = 100
#: How a message names another line of the same file.
_NAMED = re.compile(r"\(line ([0-9]{1,6})\)")


def terminal_text(diagnostics: Iterable[Diagnostic], site: str, lines: Lines) -> str:
    """Return the diagnostics in color. A line that several are about is shown once, below the last of them."""
    found, parts, known = in_order(diagnostics), [], cache(lines)
    for diagnostic, after in zip(found, [*found[1:], None], strict=True):
        parts.append(_told(diagnostic, site))
        if after is None or _line_of(after.place) != _line_of(diagnostic.place):
            parts += _excerpt(diagnostic, known)
    return "\n".join(parts)


def _line_of(place: Place) -> tuple[str, int]:
    return place.path, place.line


def _told(d: Diagnostic, site: str) -> str:
    place = click.style(_shown(str(d.place)), bold=True)
    severity = click.style(d.severity, fg=_COLORS[d.severity], bold=True)
    rule = f"[{_linked(d.rule, page_of(d.rule, site))}]" if d.rule else ""
    hint = f" {click.style(_shown(d.hint), fg='green')}" if d.hint else ""
    return f"{place}: {severity}{rule} {_shown(d.message)}{'.' if d.hint else ''}{hint}"


def _linked(rule: str, page: str) -> str:
    """Return the rule's id in color, as a link to its page where the terminal knows links (OSC 8)."""
    shown = click.style(rule, fg="cyan")
    return f"\x1b]8;;{page}\x1b\\{shown}\x1b]8;;\x1b\\" if page.startswith("http") and page.isprintable() else shown


def _excerpt(d: Diagnostic, lines: Lines) -> list[str]:
    """Return the line of the file and a mark below the column, then other lines that the message names.

    Nothing where there is none to show.
    """
    there = lines(d.place.path)
    if not 0 < d.place.line <= len(there) or not there[d.place.line - 1].strip():
        return []
    start = max(0, d.place.column - _WIDEST + 10)
    text = _shown(there[d.place.line - 1])[start : start + _WIDEST]
    mark = " " * (len(_gutter(0)) + max(0, d.place.column - 1 - start)) + "^"
    others = {int(number) for number in _NAMED.findall(d.message)} - {d.place.line}
    named = [number for number in sorted(others) if 0 < number <= len(there)]
    return [
        click.style(_gutter(d.place.line), dim=True) + text,
        click.style(mark, fg=_COLORS[d.severity]),
        *(click.style(_gutter(number), dim=True) + _shown(there[number - 1])[:_WIDEST] for number in named),
    ]


def _gutter(number: int) -> str:
    return f"{number:>6} | "


def _shown(text: str) -> str:
    """Return text in which nothing can command a terminal."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))
