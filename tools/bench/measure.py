"""Run a command and say what it cost, all its child processes included."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bench.memory import Sampler

_BECOME_PARENT_OF_ORPHANS = 36  # PR_SET_CHILD_SUBREAPER of Linux
_PATIENCE = 5.0
_LARGEST_UNIT = 1 if sys.platform == "darwin" else 1024


class Failed(Exception):
    """What was to be measured did not work, so there is nothing to compare."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds by the clock, CPU seconds of all its processes, bytes at the fullest moment.

    ``memory`` is the larger of what was sampled of the tree (if ``tree``) and what the kernel noted of the largest
    process. ``others``: the CPU seconds of all other programs meanwhile, 0 where the system does not tell.
    """

    wall: float
    cpu: float
    memory: int
    tree: bool
    others: float = 0.0


def measured(command: Sequence[str], cwd: Path, environment: Mapping[str, str]) -> Cost:
    """Run a command to its end; Failed with its last words unless it ends with 0, or if it leaves a process behind."""
    _adopt_orphans()
    with tempfile.TemporaryFile() as said:
        busy, began = _busy(), time.perf_counter()
        running = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        sampler = Sampler(running.pid)
        sampler.start()
        _, status, used = os.wait4(running.pid, 0)
        wall = time.perf_counter() - began
        running.returncode = os.waitstatus_to_exitcode(status)
        sampler.stop()
        busy = _busy() - busy
        uses = [used, *_orphans(running.pid, command)]
        if running.returncode:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")[-2000:]
            raise Failed(f"{' '.join(command)} ended with {running.returncode}:\n{words}")
    largest = max(one.ru_maxrss for one in uses) * _LARGEST_UNIT
    cpu = sum(one.ru_utime + one.ru_stime for one in uses)
    return Cost(wall, cpu, max(sampler.peak, largest), sampler.peak > 0, max(0.0, busy - cpu))


def _busy() -> float:
    """Return the CPU seconds of all programs since the machine started, those that its host took from it too."""
    try:
        fields = Path("/proc/stat").read_text("ascii").split("\n", 1)[0].split()[1:9]
    except OSError:
        return 0.0
    user, nice, system, _idle, _waiting, *rest = map(int, fields)
    return (user + nice + system + sum(rest)) / os.sysconf("SC_CLK_TCK")


def _adopt_orphans() -> None:
    """Let what a command leaves running come to us, where the system can, so that it is counted and seen to end."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_BECOME_PARENT_OF_ORPHANS, 1, 0, 0, 0)


def _orphans(group: int, command: Sequence[str]) -> list[resource.struct_rusage]:
    """Return what those used that outlived the command's first process by a moment; Failed if one does not end."""
    found: list[resource.struct_rusage] = []
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            process, _, used = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            return found
        if process:
            found.append(used)
        elif time.monotonic() > until:
            os.killpg(group, 9)
            os.wait4(-group, 0)
            raise Failed(f"{' '.join(command)} left a process running")
        else:
            time.sleep(0.01)
