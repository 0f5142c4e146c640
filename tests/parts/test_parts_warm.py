"""What a build publishes that remembers others is what a build publishes that remembers nothing, byte for byte."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from everything import EVERYTHING
from parts_damage import DAMAGES
from parts_project import built, copy_sources, differing, made_files
from serve_edits import GOOD
from serve_project import checkout, command
from warm_rounds import Rounds


@pytest.mark.long
def test_warm_is_cold_after_a_few_edits_by_the_real_command(tmp_path: Path) -> None:
    root, aside, draw = checkout(tmp_path / "project"), tmp_path / "cold", Random(1)
    assert command(root, "build").returncode == 0
    published = 0
    while published < 2:
        undo, told = draw.choice(GOOD)(draw, root), DAMAGES[0](draw, root)
        done = command(root, "build")
        if done.returncode:
            undo()
            continue
        copy_sources(root, aside)
        assert differing(made_files(root), built(aside)) == [], told
        published += 1


def test_warm_is_cold_after_a_few_drawn_edits(tmp_path: Path) -> None:
    rounds = Rounds(tmp_path, seed=1)
    number = 5 if EVERYTHING else 3
    _edits(rounds, number)
    rounds.close()
    assert rounds.drawn["compared"] == number


def _edits(rounds: Rounds, number: int) -> None:
    for _ in range(number):
        rounds.edit()


def test_a_key_that_forgets_the_definition_is_noticed(tmp_path: Path) -> None:
    """The seeded defect: a plan's part is taken for known whatever its definition says."""
    rounds = Rounds(tmp_path, seed=36, program=("generator/parts/keys.py", "inputs.plans[path]", "path.name"))
    with pytest.raises(AssertionError, match=r"these differ: .*plans/"):
        _edits(rounds, 12)
    rounds.close()
