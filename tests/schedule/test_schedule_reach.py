"""How far a rule reads is the same for a day however many others it was watched on before."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from generator.model.vocabulary import DAY_KINDS, RunningPhase
from generator.rules import PLACEMENT
from generator.rules.rule import Rule
from generator.schedule.cell import LIFT_ORDER, Cell
from generator.schedule.reach import Watcher

CELLS = [
    Cell(kind, lift, running, "heavy", role, kind == "race" and goal, kind == "race" and not goal)
    for kind, lift, running, role, goal in product(
        DAY_KINDS, LIFT_ORDER, get_args(RunningPhase)[::2], ("recovery", "aerobic"), (True, False)
    )
]


@pytest.mark.parametrize("rule", PLACEMENT, ids=lambda rule: rule.slug)
def test_what_was_watched_before_changes_nothing(rule: Rule) -> None:
    assert rule.at is not None
    shared = Watcher(rule.at, rule.defaults)
    for cell in CELLS[::7]:
        assert shared.of(cell) == Watcher(rule.at, rule.defaults).of(cell)
