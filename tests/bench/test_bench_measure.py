"""What a command cost is told with all that it started; what does not work is never taken for quick."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.bench import measure
from tools.bench.measure import Cost, Failed, measured

ROOT = Path(__file__).resolve().parents[2]
BUSY = "import time\nwhile time.process_time() < 0.3: pass"
FULL = "import time; x = bytearray(b'1') * 60_000_000; time.sleep(1)"
IN_CHILDREN = (
    "import subprocess, sys\nfor one in [subprocess.Popen([sys.executable, '-c', {0!r}]) for _ in '12']: one.wait()"
)
LEFT_ALONE = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', {0!r}])"


def run(code: str) -> Cost:
    return measured([sys.executable, "-c", code], Path("/"), dict(os.environ))


def test_child_processes_count() -> None:
    cost = run(IN_CHILDREN.format(BUSY))
    assert cost.cpu >= 0.6
    assert cost.wall >= 0.3


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives orphans to whoever asks for them")
def test_who_outlives_the_command_by_a_moment_counts() -> None:
    assert run(LEFT_ALONE.format(BUSY)).cpu >= 0.3


def memory_of(code: str, first: str = "") -> tuple[int, bool]:
    """Measure from a small process, as the benchmark is: Linux counts what a process was before it became another."""
    program = f"""
import json, os, sys
from pathlib import Path
from tools.bench import memory
{first}
from tools.bench.measure import measured
cost = measured([sys.executable, "-c", {code!r}], Path("/"), dict(os.environ))
print(json.dumps([cost.memory, cost.tree]))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    memory, tree = json.loads(done.stdout)
    return int(memory), bool(tree)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells memory of a tree")
def test_memory_is_that_of_all_processes_at_once() -> None:
    memory, tree = memory_of(IN_CHILDREN.format(FULL))
    assert tree
    assert 120_000_000 < memory < 240_000_000


def test_where_the_system_tells_nothing_of_a_tree_it_is_the_largest_process() -> None:
    memory, tree = memory_of(IN_CHILDREN.format(FULL), "memory._memory = lambda process: 0")
    assert not tree
    assert 60_000_000 < memory < 120_000_000


def test_a_command_that_fails_is_told_with_its_last_words() -> None:
    with pytest.raises(Failed, match=r"ended with 3:\n(.|\n)*no such plan"):
        run("import sys; print('no such plan', file=sys.stderr); sys.exit(3)")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives orphans to whoever asks for them")
def test_a_command_that_leaves_something_running_is_no_finished_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measure, "_PATIENCE", 0.2)
    with pytest.raises(Failed, match="left a process running"):
        run(LEFT_ALONE.format("import time; time.sleep(60)"))


def test_what_other_programs_compute_meanwhile_is_told_apart() -> None:
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as other:
        try:
            cost = run("import time; time.sleep(1)")
        finally:
            other.kill()
    assert cost.cpu < 0.3
    assert cost.others > 0 or not Path("/proc/stat").exists()
