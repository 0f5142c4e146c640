"""A chosen part of the tests with the lowest versions of what hardday needs, and with each newer Python."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools.versions.wanted import FIXED, ROOT, python_of

pytestmark = [pytest.mark.long, pytest.mark.timeout(3000)]  # an installation, and minutes of tests

NAMES = [one.name for one in FIXED]


def versions(name: str, *more: str) -> subprocess.CompletedProcess[str]:
    wanted = next(one.python for one in FIXED if one.name == name)
    if python_of(wanted) is None:
        pytest.skip(f"NO PYTHON {wanted}: it must run here, else nobody knows whether hardday does with it")
    command = [sys.executable, "-m", "tools.versions", name, *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", NAMES)
def test_the_tests_pass(name: str) -> None:
    done = versions(name)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"Passed: {name}" in done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_a_test_that_fails_there_is_told(name: str, tmp_path: Path) -> None:
    failing = tmp_path / "test_failing.py"
    failing.write_text("def test_failing():\n    assert False\n", encoding="utf-8")
    done = versions(name, "--tests", str(failing))
    assert done.returncode == 1
    assert "1 failed" in done.stdout
    assert f"Failed: {name}" in done.stdout
