"""Another Python, with the same packages, builds the same bytes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from broken_days_project import broken_program, build, differing, environment, made_files, small_project
from second_python import environment_of, others

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def other() -> str:
    """Another Python that has the pinned packages."""
    found = list(others())
    if not found:
        pytest.skip("NO SECOND PYTHON: python3.12 or python3.13 must run here, else two versions are not compared")
    return environment_of(*found[0])


def _differing(folder: Path, other: str, *program: str) -> list[str]:
    """Build a project by both, and return some files that are not the same; ``program``: what comes after Python."""
    made = []
    for name, python in (("one", sys.executable), ("other", other)):
        project = small_project(folder / name)
        build(project, environment(), python, *program).fine()
        made.append(made_files(project))
    return differing(*made)


def test_another_python_builds_the_same_bytes(other: str, tmp_path: Path) -> None:
    assert _differing(tmp_path, other, "-m", "generator", "build") == []


def test_pages_that_depend_on_the_python_are_noticed(other: str, tmp_path: Path) -> None:
    found = _differing(tmp_path, other, *broken_program("python-version")[1:])
    assert any(name.endswith(".html") for name in found)
