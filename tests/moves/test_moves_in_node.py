"""What browser code makes of the published moves is what the audit says of two weeks moved at once."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import moves_brute as brute
import pytest

from generator.moves import WeekMoves

SCRIPT = Path(__file__).with_name("clashes_of_node.mjs")


def published(moves: tuple[WeekMoves, ...]) -> dict[str, Any]:
    """The moves as a plan's file has them."""
    told = [week.as_json() for week in moves]
    weeks = [{"week": i + 1, "moves": {"roles": one["roles"], "of": i}} for i, one in enumerate(told)]
    return {"weeks": weeks, "moves": told}


@pytest.mark.parametrize("name", ["offseason-strength", "ultra-trail-50k", "rolling", "nine-days"])
def test_the_browser_sees_the_clashes_that_the_audit_sees(name: str) -> None:
    plan, moves = brute.named(name), brute.moves_of(next(path for path in brute.PLANS if path.stem == name))
    every = list(brute.pairs(moves, 1, plan.rolling))
    clashing = [pair for pair in every if brute.clash_of(moves, *pair)]
    draw = random.Random(name)
    drawn = draw.sample(clashing, min(12, len(clashing))) + draw.sample(every, 12)
    pairs = [(at + 1, to, (at + 1) % len(moves) + 1, following) for at, to, _, following in drawn]
    pairs += [(week, to, other, following) for other, following, week, to in pairs]
    node = shutil.which("node")
    assert node, "no Node found: run tools/system-programs"
    given = json.dumps({"plan": published(moves), "rolling": plan.rolling, "pairs": pairs})
    done = subprocess.run([node, SCRIPT], input=given, capture_output=True, text=True, check=True)
    for (week, to, other, following), said in zip(pairs, json.loads(done.stdout), strict=True):
        errors, _ = brute.new(plan, {week - 1: to, other - 1: following})
        assert (said["rule"] in errors and said["week"] == other) if said else not errors
