"""Findings and diagnostics as text and JSON: printing is here and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Literal

from generator.model.finding import Diagnostic

Format = Literal["text", "json"]


def diagnostics_text(diagnostics: Iterable[Diagnostic], form: Format = "text") -> str:
    """Return one line a diagnostic, or a JSON list of objects, as contract.md writes them.

    Warnings come first and errors last, next to the closing line: what stops the build is what the author sees.
    """
    found = sorted(diagnostics, key=_order)
    if form == "json":
        return json.dumps([_object(d) for d in found], ensure_ascii=False, indent=2)
    return "\n".join(str(d) for d in found)


def summary(plans: int, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the closing line: how many plans, errors and warnings."""
    found = list(diagnostics)
    errors = sum(d.severity == "error" for d in found)
    warnings = len(found) - errors
    return f"{_count(plans, 'plan')}, {_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _order(d: Diagnostic) -> tuple[bool, str, int, int, str]:
    return (d.severity == "error", d.place.path, d.place.line, d.place.column, d.message)


def _object(d: Diagnostic) -> dict[str, object]:
    return {
        "path": d.place.path,
        "line": d.place.line,
        "column": d.place.column,
        "severity": d.severity,
        "rule": d.rule,
        "message": d.message,
        "hint": d.hint,
    }
