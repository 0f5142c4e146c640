"""Which days of a week may change places: an athlete can't on Tuesday, and the rules must hold all the same.

A move is written as ``to``: at place i of the week stands the printed day ``to[i]`` (base 36). There is at most one a
week. Each candidate is judged by every rule that can tell one order of days from another, with the plan's own
parameters: the rules over days and roles, and the two over doses that compare days of several weeks. Two moves may
each be right and wrong together: what clashes is told for neighbors (``together.py``), and of two moves that lie
farther apart the later is not allowed at all.

A plan in stages has no moves. Its weeks are repeated until a clinician's criteria are met and carry no dates: whoever
can't on a day begins the stage's week on another.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from generator.frozen import frozen
from generator.model.line import role_signature
from generator.model.plan import Plan
from generator.moves.court import Court
from generator.moves.judging import Judged
from generator.moves.orders import written
from generator.moves.together import clashes

__all__ = ["Allowed", "WeekMoves", "week_moves"]


@frozen
class Allowed:
    """A move that breaks no rule. ``warns`` names a rule that then warns, or is empty.

    ``tail`` and ``head`` are the move's classes as the earlier and as the later of two weeks; 0 clashes with nothing.
    """

    tail: int
    head: int
    warns: str = ""


@frozen
class WeekMoves:
    """A week's moves by ``to``: those that are allowed, and those a rule forbids, with the rule.

    ``roles`` are what its days carry. ``clash`` has the rule that a tail of this week and a head of a later one break
    together, by how many weeks ahead that is, tail and head.
    """

    week: int
    roles: str
    allowed: Mapping[str, Allowed]
    forbidden: Mapping[str, str]
    clash: Mapping[tuple[int, int, int], str] = field(default_factory=dict)

    @property
    def stamp(self) -> str:
        """Roles with a sign that changes when what is allowed does: a move kept under another no longer counts."""
        told = json.dumps([sorted((to, one.tail, one.head) for to, one in self.allowed.items()), sorted(self.clash)])
        return f"{self.roles}.{hashlib.sha256(told.encode()).hexdigest()[:6]}"

    def as_json(self) -> dict[str, Any]:
        """Return it as ``athlete.json`` has it."""
        return {
            "roles": self.stamp,
            "ok": {to: [one.tail, one.head, *([one.warns] if one.warns else [])] for to, one in self.allowed.items()},
            "no": dict(self.forbidden),
            "clash": [[*where, rule] for where, rule in sorted(self.clash.items())],
        }


def week_moves(plan: Plan) -> tuple[WeekMoves, ...]:
    """Return the moves of every week of a plan; none of a plan in stages."""
    if plan.staged:
        return ()
    court = Court(plan)
    found: list[Judged] = []
    for at in range(len(plan.weeks)):
        found.append(court.judged(at, found))
    told = clashes([list(week.allowed) for week in found], dict(court.pairs()))
    return tuple(
        WeekMoves(
            week.number,
            role_signature(week),
            {written(o): Allowed(tails.get(o, 0), heads.get(o, 0), one.warning) for o, one in judged.allowed.items()},
            {written(o): rule for o, rule in judged.forbidden.items()},
            rules,
        )
        for week, judged, tails, heads, rules in zip(plan.weeks, found, told.tails, told.heads, told.rules, strict=True)
    )
