"""Audit and second implementation side by side over drawn weeks: where they don't find the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from day_rules_brute import LEVELS, Found, Wanted, findings
from drawn_weeks import plan

from generator.audit import audit
from generator.model.plan import Plan

Look = Callable[[Plan, Wanted], set[Found]]


def audited(drawn: Plan, _wanted: Wanted) -> set[Found]:
    """Return what the audit finds by the rules that are compared; a plan that is none is a fault of the drawing."""
    found = audit(drawn)
    assert not any(finding.rule == "plan" for finding in found), found
    return {(f.rule, f.week or 0, f.day, f.severity) for f in found if f.rule in LEVELS}


@dataclass
class Agreement:
    """What a comparison of many weeks gave: how often each rule found something, and the first disagreements."""

    seen: set[tuple[str, str]] = field(default_factory=set)
    differences: list[str] = field(default_factory=list)


def agreement(seeds: Iterable[int], one: Look = audited, other: Look = findings, enough: int = 3) -> Agreement:
    """Compare two ways to look at the weeks drawn from these seeds; stop after ``enough`` disagreements."""
    result = Agreement()
    for seed in seeds:
        drawn, wanted = plan(random.Random(seed))
        ours, theirs = one(drawn, wanted), other(drawn, wanted)
        result.seen |= {(rule, severity) for rule, _, _, severity in theirs}
        if ours != theirs:
            lines = [f"{d.day} {d.weekday} {d.kind} {[s.kind for s in d.sessions]}" for d in drawn.days]
            result.differences.append(
                f"seed {seed}: only the first finds {sorted(ours - theirs, key=str)}, only the second "
                f"{sorted(theirs - ours, key=str)}, under {drawn.overrides}, in\n" + "\n".join(lines)
            )
            if len(result.differences) >= enough:
                break
    return result
