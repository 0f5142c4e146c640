"""The command line run in the tests' own process, the way its script does."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.cli import main


class Done(NamedTuple):
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]


def running(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *command: str) -> Run:
    """Return what runs ``hardday`` with these words before all others; no ending may be a traceback."""

    def run(*arguments: str | Path) -> Done:
        monkeypatch.setattr("sys.argv", ["hardday", *command, *map(str, arguments)])
        capsys.readouterr()
        try:
            main()
            status = 0
        except SystemExit as leaving:
            status = int(leaving.code or 0)
        finally:
            gc.enable()  # a build ends with its process, which needs no more room by then
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Done(status, printed.out, printed.err)

    return run
