"""A chosen part of the tests with the lowest versions of what hardday needs, and with the newest Python of all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tools.versions.wanted import COMBINATIONS, ROOT, Combination, python_of

pytestmark = [pytest.mark.long, pytest.mark.timeout(3000)]  # an installation, and minutes of tests

#: `make versions` runs those between, too.
ENDS = (COMBINATIONS[0], COMBINATIONS[-1])


def versions(one: Combination, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.versions", one.name, *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("one", ENDS, ids=lambda one: one.name)
def test_the_tests_pass_at_both_ends_of_what_is_supported(one: Combination) -> None:
    if python_of(one.python) is None:
        pytest.skip(f"NO PYTHON {one.python}: it must run here, else nobody knows whether hardday does with it")
    done = versions(one)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-2000:]
    assert f"Passed: {one.name}" in done.stdout


def test_a_test_that_fails_there_is_told() -> None:
    (failing := ROOT / ".cache" / "versions" / "test_failing.py").parent.mkdir(parents=True, exist_ok=True)
    failing.write_text("def test_failing():\n    assert False\n", encoding="utf-8")
    done = versions(ENDS[0], "--tests", str(failing))
    assert done.returncode == 1
    assert f"Failed: {ENDS[0].name}" in done.stdout
