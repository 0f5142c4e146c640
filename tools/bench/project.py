"""The plans of the benchmark's project: the shipped ones again and again, each time with other numbers.

Each is a plan that builds: what one of the rules forbids is left out, change by change.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.variants import MOST, variants

if TYPE_CHECKING:
    from generator.project import Project

_AT_ONCE = 2
_OPEN: dict[Path, Project] = {}


def make_plans(project: Path, shipped: Path, plans: int, progress: Callable[[str], None]) -> list[Path]:
    """Write so many definitions into ``plans/`` of a project that has its library; return them.

    ``shipped`` is the folder of the definitions that they are made of. The same number, the same bytes. ValueError for
    more plans than there are different ones; RuntimeError if of some definition none builds.
    """
    originals = sorted(shipped.glob("*.yaml"))
    if not 1 <= plans <= MOST * len(originals):
        raise ValueError(f"{plans} plans: there can be 1 to {MOST * len(originals)}")
    tasks = [(project, originals[i % len(originals)], i // len(originals)) for i in range(plans)]
    # Workers of their own: what expanding needs shall not swell the process that measures memory. They use the
    # project's own program, if it has one.
    spawning, program = multiprocessing.get_context("spawn"), str(project)
    with ProcessPoolExecutor(_AT_ONCE, spawning, sys.path.insert, (0, program)) as workers:
        made = []
        for path in workers.map(_written, tasks, chunksize=5):
            made.append(path)
            if len(made) % 100 == 0:
                progress(f"{len(made)} of {plans} plans made")
    return made


def _written(task: tuple[Path, Path, int]) -> Path:
    """Write the first variant that builds."""
    from generator.checking import expand_one
    from generator.project import open_project

    folder, original, number = task
    if folder not in _OPEN:
        _OPEN[folder] = open_project(folder)
    path = folder / "plans" / f"{original.stem}-{number + 1:03d}.yaml"
    for text in variants(original.read_text("utf-8"), original.stem, number):
        path.write_text(text, "utf-8")
        found, _ = expand_one(_OPEN[folder], path)
        if found is not None:
            return path
    os.unlink(path)
    raise RuntimeError(f"{original.name}: no variant builds as number {number + 1}")
