"""Runs tests of browser modules with Node's own runner and says what it found."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 300


@dataclass(frozen=True)
class Ran:
    """How many tests ran, how many failed, and all that was printed."""

    tests: int
    failed: int
    output: str


def node() -> str:
    """The path of Node, or a failed test that says where it comes from."""
    found = shutil.which("node")
    assert found, "no Node found: run tools/system-programs"
    return found


def run_node_tests(files: Sequence[Path], *, cwd: Path) -> Ran:
    """Run test files with `node --test`; its own sum counts, as a runner that finds nothing ends without a fault."""
    command = [node(), "--test", "--test-reporter=tap", *map(str, files)]
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=PATIENCE_S, env=os.environ | {"NODE_OPTIONS": ""}
    )
    output = done.stdout + done.stderr
    sums = {name: int(count) for name, count in re.findall(r"^# (tests|pass|fail|cancelled) (\d+)$", output, re.M)}
    failed = sums.get("tests", 0) - sums.get("pass", 0)
    return Ran(sums.get("tests", 0), failed if done.returncode == 0 else max(failed, 1), output)
