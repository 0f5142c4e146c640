"""Another Python, with the same packages, builds the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_days_project import build, differing, environment, made_files, small_project
from second_python import environment_of, others

pytestmark = pytest.mark.long


def test_another_python_builds_the_same_bytes(tmp_path: Path) -> None:
    found = list(others())
    if not found:
        pytest.skip("NO SECOND PYTHON: python3.12 or python3.13 must run here, else two versions are not compared")
    version, python = found[0]
    one, other = small_project(tmp_path / "one"), small_project(tmp_path / "other")
    build(one).fine()
    build(other, environment(), environment_of(version, python), "-m", "generator", "build").fine()
    assert differing(made_files(one), made_files(other)) == []
