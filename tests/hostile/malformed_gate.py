"""Gives hostile files to ``hardday`` in processes that are held to their room and time, and tells what went wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from malformed_cases import ROOT

HERE = Path(__file__).parent
#: So many cases go to one process.
_TOGETHER = 400


@dataclass(frozen=True, slots=True)
class Took:
    """How many cases were run, what was wrong (a line each), and the slowest of them in seconds of CPU."""

    cases: int
    wrong: tuple[str, ...]
    slowest: float


def given_to_hardday(group: str, folder: Path, numbers: Sequence[int], defect: str = "") -> Took:
    """Run a group's cases of these numbers; a process that dies of one is followed by one for the rest.

    ``defect``: of a program that has that one of ``malformed_defects``.
    """
    wrong: list[str] = []
    count, slowest, left = 0, 0.0, list(numbers)
    while left:
        done = _process(group, folder, left[:_TOGETHER], defect)
        told = [json.loads(line) for line in done.stdout.splitlines()]
        begun = [one for one in told if "begun" in one]
        ended = [one for one in told if "done" in one]
        names = {one["begun"]: one["name"] for one in begun}
        wrong += [f"{group} {one['done']} ({names[one['done']]}): {what}" for one in ended for what in one["wrong"]]
        slowest = max([slowest, *(one["took"] for one in ended)])
        count += len(begun)
        if done.returncode == 0:
            left = left[_TOGETHER:]
        elif begun and len(ended) < len(begun):
            wrong.append(f"{group} {begun[-1]['begun']} ({begun[-1]['name']}): ended by {done.returncode}")
            left = left[len(begun) :]
        else:
            raise RuntimeError(f"no cases of {group}: {done.stderr[-2000:]}")
    return Took(count, tuple(wrong), slowest)


def _process(group: str, folder: Path, numbers: Sequence[int], defect: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(HERE / "malformed_worker.py"), group, str(folder), defect]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(HERE), str(ROOT))), "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONWARNINGS", None)
    return subprocess.run(
        command, env=environment, input=json.dumps(numbers), capture_output=True, text=True, check=False, timeout=1800
    )
