"""Drawn edits, each followed by a build that remembers and one that does not: all that they make is compared."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from random import Random

from parts_damage import DAMAGES
from parts_project import differing, made_files
from serve_edits import BROKEN, Undo
from serve_project import EPOCH, checkout
from warm_edits import ALL, remember_the_beginning
from warm_server import Ended, WarmServer

_SOURCES = ("plans", "published", "templates")
_EPOCHS = (EPOCH, EPOCH, EPOCH, "1798761600")


class Rounds:
    """A checkout, the one beside it, and what was drawn so far: kinds of edits, damages and whatever else."""

    def __init__(self, folder: Path, seed: int, program: tuple[str, str, str] | None = None) -> None:
        """``program``: a file of the program in which one text takes another's place."""
        self.draw, self.root, self.aside = Random(seed), checkout(folder / "project"), folder / "cold"
        if program is not None:
            path = self.root / program[0]
            text = path.read_text("utf-8")
            assert program[1] in text
            path.write_text(text.replace(program[1], program[2], 1), "utf-8")
        remember_the_beginning(self.root)
        self._good = folder / "good"
        self._folder, self.drawn, self.told = folder, Counter[str](), [f"seed {seed}"]
        self._server = self._begun()
        assert self._server.build(self.root).status == 0
        _replace(self.root, self._good)

    def close(self) -> None:
        """End the processes."""
        self._server.close()

    def edit(self) -> None:
        """Draw edits, build, and compare; AssertionError with what was drawn since the last build that was right."""
        self.told, draw = self.told[:1], self.draw
        undo = [self._one_edit() for _ in range(draw.choice((1, 1, 1, 2, 3)))]
        if draw.random() < 0.3:
            self.told.append(draw.choice(DAMAGES)(draw, self.root))
            self.drawn["damage"] += 1
        if draw.random() < 0.12:
            self._note("killed")
            self._build(self.root, killed_after=draw.uniform(0.02, 0.9))
        if draw.random() < 0.06:
            self._another_version()
        workers, epoch = draw.choice((1, 1, 1, 2)), draw.choice(_EPOCHS)
        self.drawn["two workers"] += workers == 2
        self.drawn["another date"] += epoch != EPOCH
        self._copy()
        done = self._build(self.root, workers, epoch)
        if done.status == 1:
            self.drawn["refused"] += 1
            for back in reversed(undo):
                back()
            self._copy()
            done = self._build(self.root, workers, epoch)
        if done.status == 1:  # what was taken back had been published in between: all is put back as git would do it
            self._note("put back")
            assert self._build(self.aside, 3 - workers, epoch).status == 1, (self.told, done.said[-1500:])
            _replace(self._good, self.root)
            self._copy()
            done = self._build(self.root, workers, epoch)
        assert done.status == 0, (self.told, done.said[-1500:])
        cold = self._build(self.aside, 3 - workers, epoch)
        assert cold.status == 0, (self.told, cold.said[-1500:])
        apart = differing(made_files(self.root), made_files(self.aside))
        assert apart == [], f"{self.told} and then these differ: {apart}"
        self.drawn["compared"] += 1
        _replace(self.root, self._good)

    def _one_edit(self) -> Undo:
        edit = self.draw.choice(BROKEN if self.draw.random() < 0.05 else ALL)
        self._note(edit.__name__)
        self.drawn["edit"] += 1
        undo = edit(self.draw, self.root)
        if self.draw.random() < 0.1:
            self._note("taken back")
            if self.draw.random() < 0.5:
                self._build(self.root)
            undo()
            return lambda: None
        return undo

    def _another_version(self) -> None:
        """Another version of hardday: one of its words is another."""
        self._note("another version")
        path = self.root / "generator" / "publish" / "views" / "home.py"
        text = path.read_text("utf-8")
        path.write_text(text.replace("lifts a week", f"lifts a week{self.draw.choice('!.~')}", 1), "utf-8")
        self._server.close()
        self._server = self._begun()

    def _begun(self) -> WarmServer:
        return WarmServer(self.root, self._folder / "said.txt")

    def _build(self, folder: Path, workers: int = 1, epoch: str = EPOCH, killed_after: float | None = None) -> Ended:
        return self._server.build(folder, workers, epoch, killed_after)

    def _copy(self) -> None:
        shutil.rmtree(self.aside, ignore_errors=True)
        _replace(self.root, self.aside)

    def _note(self, what: str) -> None:
        self.told.append(what)
        self.drawn[what] += 1


def _replace(project: Path, by: Path) -> None:
    """Make the sources of ``by`` those of ``project``."""
    by.mkdir(exist_ok=True)
    for name in _SOURCES:
        shutil.rmtree(by / name, ignore_errors=True)
        if (project / name).exists():
            shutil.copytree(project / name, by / name, symlinks=True)
    shutil.copy2(project / "mkdocs.yml", by / "mkdocs.yml")


#: What each fifty edits have to hold at least once; three hundred hold other versions of hardday, too.
_EACH = ("damage", "killed", "refused", "taken back", "two workers", "another date")


def fifty_edits(folder: Path, seed: int) -> None:
    """Draw fifty edits, one, two or three before each build, and compare after each."""
    rounds = Rounds(folder, seed)
    while rounds.drawn["edit"] < 50:
        rounds.edit()
    rounds.close()
    assert rounds.drawn["compared"] >= 20
    assert not [what for what in _EACH if not rounds.drawn[what]], rounds.drawn
    kinds = {edit.__name__ for edit in ALL}
    assert len(kinds & rounds.drawn.keys()) > len(kinds) // 2, rounds.drawn
