"""Findings and diagnostics as text, JSON and annotations: printing is here and nowhere else.

Every command prints, so what only some need is imported where it is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from generator.model.finding import Diagnostic
from generator.model.quoting import FORBIDDEN

_UNDER = re.compile(r" under ([a-z-]+(?:, [a-z-]+)*)$")
Format = Literal["text", "json", "github"]


def diagnostics_text(diagnostics: Iterable[Diagnostic], form: Format = "text", site: str = "", below: str = "") -> str:
    """Return one line a diagnostic, or a JSON list of objects, as contract.md writes them.

    ``github``: one workflow command each, which GitHub shows beside the line in a pull request. ``site``: where the
    site is served, for the page of each rule. ``below``: the folder of the repository in which the paths lie.
    Warnings come first and errors last, next to the closing line: what stops the build is what the author sees.
    """
    found = in_order(diagnostics)
    if form == "json":
        import json

        shown = json.dumps([_object(d, site) for d in found], ensure_ascii=False, indent=2)
        return FORBIDDEN.sub(lambda odd: f"\\u{ord(odd[0]):04x}", shown)
    if form == "github":
        from generator.report.annotations import annotation

        return "\n".join(annotation(d, page_of(d.rule, site), below) for d in found)
    return "\n".join(str(d) for d in found)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics in the order in which they are printed."""
    return sorted(diagnostics, key=_order)


def summary(plans: int, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the closing line: how many plans, errors and warnings."""
    found = list(diagnostics)
    errors = sum(d.severity == "error" for d in found)
    warnings = len(found) - errors
    return f"{_count(plans, 'plan')}, {_count(errors, 'error')}, {_count(warnings, 'warning')}"


def page_of(rule: str | None, site: str) -> str:
    """Return the address of a rule's page; without its first part where the site has no address yet."""
    return f"{site or '/'}rules/{rule}/" if rule else ""


def rules_of(d: Diagnostic) -> list[str]:
    """Return the rules that a diagnostic is about: its own, and those under which an author's wishes clash."""
    clash = _UNDER.search(d.message)
    return [*([d.rule] if d.rule else []), *(clash[1].split(", ") if clash else [])]


def rule_pages(diagnostics: Iterable[Diagnostic], site: str) -> list[str]:
    """Return a line for each rule among the diagnostics: its id, what it says, and the page that explains it."""
    from generator.rules import RULES

    statements = {rule.slug: rule.statement for rule in RULES}
    told = sorted({rule for d in diagnostics for rule in rules_of(d) if rule in statements or rule == d.rule})
    return [f"{rule}: {statements.get(rule, '')} {page_of(rule, site)}".replace(":  ", ": ") for rule in told]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _order(d: Diagnostic) -> tuple[bool, str, int, int, str]:
    return (d.severity == "error", d.place.path, d.place.line, d.place.column, d.message)


def _object(d: Diagnostic, site: str) -> dict[str, object]:
    return {
        "path": d.place.path,
        "line": d.place.line,
        "column": d.place.column,
        "severity": d.severity,
        "rule": d.rule,
        "message": d.message,
        "hint": d.hint,
        "page": page_of(d.rule, site) or None,
    }
