"""What a build publishes that remembers others is what a build publishes that remembers nothing, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
from parts_damage import DAMAGES
from serve_edits import BROKEN, GOOD
from serve_project import checkout, command

#: What a build makes of its sources, and what it commits.
_MADE = ("site", "build/pages", "published")


def _files(root: Path) -> dict[str, bytes]:
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for name in _MADE
        for path in sorted((root / name).rglob("*"))
        if path.is_file()
    }
    navigation = root / "build" / "run-hardday-pages-first.yml"
    # It names the folder of the theme, which is another in another checkout.
    said = navigation.read_bytes().replace(str(root).encode(), b"") if navigation.exists() else b""
    return found | {"navigation": said}


def _sources(root: Path, aside: Path) -> None:
    """Copy what a build is made of, and nothing that another build left."""
    shutil.rmtree(aside, ignore_errors=True)
    shutil.copytree(root, aside, symlinks=True, ignore=shutil.ignore_patterns("build", "site", "__pycache__"))


def _built(aside: Path) -> dict[str, bytes]:
    done = command(aside, "build")
    assert done.returncode == 0, done.stderr[-2000:]
    return _files(aside)


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
        before = _files(root)
        _sources(root, aside)
        done = command(root, "build")
        told.append(done.stderr[-1500:])
        if done.returncode:
            assert done.returncode == 1, told
            after = _files(root)
            assert {name: text for name, text in after.items() if name.startswith("site/")} == {
                name: text for name, text in before.items() if name.startswith("site/")
            }, told
            undo()
            _sources(root, aside)
            done = command(root, "build")
            assert done.returncode == 0, (told, done.stderr[-1500:])
        warm, cold = _files(root), _built(aside)
        differing = sorted(name for name in warm.keys() | cold.keys() if warm.get(name) != cold.get(name))
        assert differing == [], (told, differing[:10])
        published += 1
    return published


def test_warm_is_cold_after_a_few_drawn_edits(tmp_path: Path) -> None:
    assert _edit_and_compare(checkout(tmp_path / "project"), tmp_path / "cold", seed=1, edits=4) == 4


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 17))
def test_warm_is_cold_after_three_hundred_drawn_edits(tmp_path: Path, seed: int) -> None:
    assert _edit_and_compare(checkout(tmp_path / "project"), tmp_path / "cold", seed=seed, edits=20) == 20
