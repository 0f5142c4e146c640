"""What a build publishes that remembers others is what a build publishes that remembers nothing, byte for byte."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from parts_damage import DAMAGES
from parts_project import built, copy_sources, differing, made_files
from serve_edits import BROKEN, GOOD
from serve_project import checkout, command


def _program(draw: Random, root: Path) -> None:
    """Another version of hardday: one of its words is another."""
    path = root / "generator" / "publish" / "views" / "home.py"
    text = path.read_text("utf-8")
    new = f"lifts a week{draw.choice('!.~')}"
    path.write_text(text.replace("lifts a week", new, 1), "utf-8")


def _edit_and_compare(root: Path, aside: Path, seed: int, edits: int) -> int:
    """Draw edits and damages, and build after each; return how many could be published."""
    draw, published = Random(seed), 0
    assert command(root, "build").returncode == 0
    for number in range(edits):
        edit, told = draw.choice(BROKEN if draw.random() < 0.15 else GOOD), [f"seed {seed}, edit {number}"]
        undo = edit(draw, root)
        told.append(edit.__name__)
        if draw.random() < 0.4:
            told.append(draw.choice(DAMAGES)(draw, root))
        if draw.random() < 0.1:
            _program(draw, root)
        before = made_files(root)
        copy_sources(root, aside)
        done = command(root, "build")
        told.append(done.stderr[-1500:])
        if done.returncode:
            assert done.returncode == 1, told
            after = made_files(root)
            assert {name: text for name, text in after.items() if name.startswith("site/")} == {
                name: text for name, text in before.items() if name.startswith("site/")
            }, told
            undo()
            copy_sources(root, aside)
            done = command(root, "build")
            assert done.returncode == 0, (told, done.stderr[-1500:])
        warm, cold = made_files(root), built(aside)
        assert differing(warm, cold) == [], told
        published += 1
    return published


def test_warm_is_cold_after_a_few_drawn_edits(tmp_path: Path) -> None:
    assert _edit_and_compare(checkout(tmp_path / "project"), tmp_path / "cold", seed=1, edits=4) == 4


@pytest.mark.long
@pytest.mark.parametrize("seed", [2])
def test_warm_is_cold_after_twenty_drawn_edits(tmp_path: Path, seed: int) -> None:
    assert _edit_and_compare(checkout(tmp_path / "project"), tmp_path / "cold", seed=seed, edits=20) == 20
