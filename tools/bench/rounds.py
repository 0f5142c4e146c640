"""The rounds: what is measured, in which order, and what is looked at so that all of it did the same work.

In every round our own commands and the other publishers take turns: a machine that grows slower does so for all.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.bench import checkout as folders
from tools.bench.changes import change_exercise, change_plan, change_template
from tools.bench.measure import Cost, Failed, measured
from tools.bench.trees import Size, articles_and_files, copy_files, differing, digests, size_of, want_same

_BIN = Path(sys.executable).parent
_HARDDAY = (sys.executable, "-m", "generator")
_STOCK = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_ZENSICAL = (str(_BIN / "zensical"), "build", "--strict")
#: Tells a build where to note its stages: a JSON object of names and CPU seconds.
TIMINGS = "HARDDAY_TIMINGS"
#: Each key that is measured, and how it is called in the tables.
NAMES = {
    "cold": "`hardday build`, nothing there",
    "same": "`hardday build`, nothing changed",
    "plan": "`hardday build`, one plan changed",
    "exercise": "`hardday build`, one exercise changed",
    "template": "`hardday build`, one template changed",
    "pages": "`hardday pages`, nothing there",
    "check": "`hardday check`: expand all plans",
    "help": "`hardday --help`",
    "stock": "MkDocs",
    "zensical-cold": "Zensical, nothing there",
    "zensical-same": "Zensical, nothing changed",
    "zensical-plan": "Zensical, one plan's pages changed",
}
OURS = ("cold", "same", "plan", "exercise", "template", "pages", "check", "help")


@dataclass(slots=True)
class Runs:
    """What was measured: all runs by what they ran, the site, the pages that one plan's change touched, the stages."""

    costs: dict[str, list[Cost]] = field(default_factory=dict)
    size: Size = field(default_factory=lambda: Size(0, 0, 0, 0))
    touched: int = 0
    stages: dict[str, float] = field(default_factory=dict)


class Bench:
    """A checkout with many plans, and beside it a folder each for stock MkDocs and Zensical."""

    def __init__(self, work: Path, plans: int, progress: Callable[[str], None], revision: str = "") -> None:
        """Make the checkout in ``work``, with the records that a project commits. Failed if its pages can't be made."""
        self.runs = Runs()
        self._progress = progress
        self._changes = 0
        self.checkout = folders.make_checkout(work / f"plans-{plans}", plans, progress, revision)
        self._work = work
        progress("Writing the records that are committed with the plans, and warming up; not measured")
        self._once(_HARDDAY, "pages")
        folders.commit(self.checkout)

    def cold(self, key: str = "cold", command: str = "build") -> None:
        """Build where nothing was ever built."""
        folders.unbuilt(self.checkout)
        self.ours(key, command)

    def plan_changed(self, key: str = "plan") -> list[str]:
        """Change a plan and build; return which files of build/pages are others. Failed if none is."""
        self._changes += 1
        before = self._pages()
        change_plan(self.checkout, self._changes)
        self.ours(key)
        touched = differing(before, self._pages())
        if not touched:
            raise Failed("the changed plan changed no page")
        return touched

    def round(self, number: int, slow: bool) -> None:
        """Measure everything once; the other publishers' cold builds, and the stages, only in a ``slow`` round."""
        self.ours("help", "--help")
        self.ours("check", "check")
        if slow:
            self.cold("pages", "pages")
        self.cold()
        if number == 1:
            self._look()
        self.ours("same")
        if slow:
            self._others()
        self._zensical("zensical-same")
        touched = self.plan_changed()
        self.runs.touched = len(touched)
        copy_files(touched, self.checkout / "build" / "pages", self._folder("zensical") / "build" / "pages")
        self._zensical("zensical-plan")
        change_exercise(self.checkout, number)
        self.ours("exercise")
        change_template(self.checkout, number)
        self.ours("template")

    def prove(self) -> None:
        """Build the sources as they are now in another checkout; Failed unless it is the same site to the byte."""
        self._progress("Building the changed sources anew in another checkout, to compare")
        other = folders.copy_sources(self.checkout, self._work / "reference")
        measured([*_HARDDAY, "build"], other, folders.environment(other))
        for name in ("site", "published"):
            want_same(digests(self.checkout / name), digests(other / name), f"{name}/ after the changes and built anew")

    def ours(self, key: str, command: str = "build") -> None:
        """Measure a command of our own."""
        self._note(key, self._once(_HARDDAY, command))

    def _once(self, program: Sequence[str], command: str) -> Cost:
        noted = {TIMINGS: str(self._work / "timings.json")}
        return _settled([*program, command], self.checkout, folders.environment(self.checkout) | noted)

    def _look(self) -> None:
        """Note what the first build made: the site's size, and its stages if it told them."""
        self.runs.size = size_of(self.checkout / "site")
        timings = self._work / "timings.json"
        if timings.exists():
            self.runs.stages = json.loads(timings.read_text("utf-8"))

    def _others(self) -> None:
        """Let the other publishers build the pages that lie in the checkout, each in a folder of its own."""
        for name in ("stock", "zensical"):
            shutil.rmtree(self._folder(name), ignore_errors=True)
            folders.copy_pages(self.checkout, self._folder(name))
        self._note("stock", _settled(_STOCK, self._folder("stock"), folders.environment()))
        own = articles_and_files(self.checkout / "site", ["version.json"])
        want_same(own, articles_and_files(self._folder("stock") / "site"), "our articles and files and stock MkDocs'")
        self._zensical("zensical-cold")

    def _zensical(self, key: str) -> None:
        self._note(key, _settled(_ZENSICAL, self._folder("zensical"), folders.environment()))

    def _note(self, key: str, cost: Cost) -> None:
        self.runs.costs.setdefault(key, []).append(cost)
        self._progress(f"{NAMES.get(key, key)}: {cost.wall:.2f} s, {cost.cpu:.2f} s of CPU, {cost.memory / 1e6:.0f} MB")

    def _folder(self, name: str) -> Path:
        return self._work / name

    def _pages(self) -> dict[str, str]:
        return digests(self.checkout / "build" / "pages")


def _settled(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Measure a command once the disk has all that was written before, so that it does not pay for others."""
    os.sync()
    return measured(command, folder, environment)
