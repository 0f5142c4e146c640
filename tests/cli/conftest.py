"""The command line run in this process, and a project to run it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import with_plans
from command_in_process import Run, running


@pytest.fixture
def hardday(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process, the way its script does."""
    return running(monkeypatch, capsys)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a single plan; read it, never write into it."""
    return with_plans(tmp_path_factory.mktemp("cli") / "project", "time-crunched.yaml")


@pytest.fixture
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the project's folder."""
    monkeypatch.chdir(project)
    return project
