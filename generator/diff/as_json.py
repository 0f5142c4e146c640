"""A difference for programs: ``hardday/diff@1``. docs/reviewing.md says what each key means."""

from __future__ import annotations

import json
from typing import Any

from generator.compare.change import Change
from generator.diff.difference import AddressChange, Difference, PlanDifference
from generator.model.finding import Diagnostic

FORMAT = "hardday/diff@1"


def difference_json(found: Difference) -> str:
    """Return the difference as JSON text; the same difference always gives the same text."""
    said = {
        "format": FORMAT,
        "old": {"name": found.old, "commit": found.commits[0] or None},
        "new": {"name": found.new, "commit": found.commits[1] or None},
        "same": found.same,
        "plans": [_plan(plan) for plan in found.plans],
        "shared": [{"of": one.of, "text": one.text, "plans": list(one.plans)} for one in found.shared],
        "addresses": [_address(one) for one in found.addresses],
        "rewritten": list(found.rewritten),
        "unchanged": found.unchanged,
        "faults_before": [_diagnostic(one) for one in found.faults_before],
        "errors": [_diagnostic(one) for one in found.errors],
    }
    return json.dumps(said, ensure_ascii=False, indent=1)


def _plan(plan: PlanDifference) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title,
        "state": plan.state,
        "was": plan.was or None,
        "changes": [_change(one) for one in plan.whole],
        "weeks": [
            {"week": week.number, "before": week.before or None, "changes": [_change(one) for one in week.changes]}
            for week in plan.weeks
        ],
        "findings_new": [_diagnostic(one) for one in plan.findings_new],
        "findings_gone": [_diagnostic(one) for one in plan.findings_gone],
        "addresses": [_address(one) for one in plan.addresses],
        "calendars": [
            {"address": one.feed, "new": one.come, "gone": one.gone, "changed": one.changed} for one in plan.feeds
        ],
        "refused_before": [_diagnostic(one) for one in plan.refused_before],
        "refused_now": [_diagnostic(one) for one in plan.refused_now],
    }


def _change(change: Change) -> dict[str, str]:
    return {
        "what": change.what,
        "text": change.text,
        "subject": change.subject,
        "before": change.before,
        "after": change.after,
    }


def _address(one: AddressChange) -> dict[str, str | None]:
    return {"address": one.address, "state": one.state, "leads": one.leads or None}


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "path": one.place.path,
        "line": one.place.line,
        "column": one.place.column,
        "severity": one.severity,
        "rule": one.rule,
        "message": one.message,
        "hint": one.hint,
    }
