"""The command line run in this process, and a project to run it in."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import Done, Run, with_plans

from generator.cli import main


@pytest.fixture
def hardday(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process, the way its script does."""

    def run(*arguments: str | Path) -> Done:
        monkeypatch.setattr("sys.argv", ["hardday", *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            status = 0
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Done(status, printed.out, printed.err)

    return run


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a single plan; read it, never write into it."""
    return with_plans(tmp_path_factory.mktemp("cli") / "project", "time-crunched.yaml")


@pytest.fixture
def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the project's folder."""
    monkeypatch.chdir(project)
    return project
