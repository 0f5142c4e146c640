"""A chosen part of the tests with the lowest versions of what hardday needs; `make versions` runs newer Pythons."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.versions.wanted import COMBINATIONS, ROOT, python_of

pytestmark = [pytest.mark.long, pytest.mark.timeout(3000)]  # an installation, and minutes of tests

LOWEST = COMBINATIONS[0]


@pytest.fixture(autouse=True)
def _a_python() -> None:
    if python_of(LOWEST.python) is None:
        pytest.skip(f"NO PYTHON {LOWEST.python}: it must run here, else nobody knows whether hardday does with it")


def versions(*more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.versions", LOWEST.name, *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_tests_pass_with_the_lowest_versions() -> None:
    done = versions()
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"Passed: {LOWEST.name}" in done.stdout


def test_a_test_that_fails_there_is_told(tmp_path: Path) -> None:
    failing = tmp_path / "test_failing.py"
    failing.write_text("def test_failing():\n    assert False\n", encoding="utf-8")
    done = versions("--tests", str(failing))
    assert done.returncode == 1
    assert "1 failed" in done.stdout
    assert f"Failed: {LOWEST.name}" in done.stdout
