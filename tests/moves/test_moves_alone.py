"""A plan and its moves are the same whichever plans were expanded before it: what is remembered tells nothing else."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable

import moves_brute as brute
import pytest

from generator.moves import week_moves
from generator.pipeline import expand
from generator.project import open_project

#: Plans under three policies, with layers, with a given calendar, with more runs on some days than on others.
NAMES = (
    "lifts-on-separate-days",
    "time-crunched",
    "layers",
    "offseason-strength",
    "first-half",
    "given-club-half",
    "nine-days",
    "club-half",
)


def expanded(names: Iterable[str]) -> dict[str, str]:
    """Return a sign of each plan and of its moves, expanded one after the other in a project opened anew."""
    project, found = open_project(brute.ROOT), {}
    for name in names:
        path = next(path for path in brute.PLANS if path.stem == name)
        plan = expand(project, path, path.name).plan
        moves = week_moves(plan)
        told = repr(plan) + repr(moves) + json.dumps([week.as_json() for week in moves])
        found[name] = hashlib.sha256(told.encode()).hexdigest()
    return found


def in_a_process_of_its_own(names: Iterable[str]) -> dict[str, str]:
    code = f"import json, test_moves_alone; print(json.dumps(test_moves_alone.expanded({list(names)})))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (brute.ROOT, brute.ROOT / "tests" / "moves")))}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    found: dict[str, str] = json.loads(done.stdout)
    return found


def test_the_order_in_which_plans_are_expanded_does_not_matter() -> None:
    assert in_a_process_of_its_own(reversed(NAMES)) == in_a_process_of_its_own(NAMES) == expanded(NAMES)


@pytest.mark.parametrize(
    "name", [name if name == "offseason-strength" else pytest.param(name, marks=pytest.mark.long) for name in NAMES]
)
def test_a_plan_expanded_alone_is_the_same(name: str) -> None:
    assert in_a_process_of_its_own([name])[name] == expanded(NAMES)[name]
