"""The command run in this process, the way its script does."""

from __future__ import annotations

from pathlib import Path

import pytest
from diff_projects import Diff, Done

from generator.cli import main


@pytest.fixture
def diff(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Diff:
    """Run ``hardday diff``."""

    def run(*arguments: str | Path) -> Done:
        monkeypatch.setattr("sys.argv", ["hardday", "diff", *map(str, arguments)])
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
