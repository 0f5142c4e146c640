"""A chosen part of the tests with the lowest versions of what hardday needs; `make versions` runs newer Pythons."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tools.versions.wanted import COMBINATIONS, ROOT, Combination, python_of

pytestmark = [pytest.mark.long, pytest.mark.timeout(3000)]  # an installation, and minutes of tests

LOWEST = COMBINATIONS[0]


def versions(one: Combination, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.versions", one.name, *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_tests_pass_with_the_lowest_versions() -> None:
    if python_of(LOWEST.python) is None:
        pytest.skip(f"NO PYTHON {LOWEST.python}: it must run here, else nobody knows whether hardday does with it")
    done = versions(LOWEST)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"Passed: {LOWEST.name}" in done.stdout


def test_a_test_that_fails_there_is_told() -> None:
    (failing := ROOT / ".cache" / "versions" / "test_failing.py").parent.mkdir(parents=True, exist_ok=True)
    failing.write_text("def test_failing():\n    assert False\n", encoding="utf-8")
    done = versions(LOWEST, "--tests", str(failing))
    assert done.returncode == 1
    assert f"Failed: {LOWEST.name}" in done.stdout
