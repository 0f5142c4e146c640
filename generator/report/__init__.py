"""Findings and diagnostics as text, JSON and annotations: printing is here and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal

from generator.model.finding import Diagnostic
from generator.report.annotations import annotation

Format = Literal["text", "json", "github"]


def diagnostics_text(diagnostics: Iterable[Diagnostic], form: Format = "text", site: str = "", below: str = "") -> str:
    """Return one line a diagnostic, or a JSON list of objects, as contract.md writes them.

    ``github``: one workflow command each, which GitHub shows beside the line in a pull request. ``site``: where the
    site is served, for the page of each rule. ``below``: the folder of the repository in which the paths lie.
    Warnings come first and errors last, next to the closing line: what stops the build is what the author sees.
    """
    found = in_order(diagnostics)
    if form == "json":
        return json.dumps([_object(d, site) for d in found], ensure_ascii=False, indent=2)
    if form == "github":
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


def rule_pages(diagnostics: Iterable[Diagnostic], site: str) -> list[str]:
    """Return a line for each rule among the diagnostics: its id and the page that explains it."""
    rules = sorted({d.rule for d in diagnostics if d.rule})
    return [f"{rule}: {page_of(rule, site)}" for rule in rules]


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
