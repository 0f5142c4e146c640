"""What the commands show of their progress: at a terminal, in CI, and piped."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from cli_runs import ROOT, told, with_plans
from command_in_process import Run


def read_all(terminal: int) -> Iterator[bytes]:
    with suppress(OSError):  # how Linux tells that nobody writes any more
        while part := os.read(terminal, 4096):
            yield part


def at_a_terminal(*arguments: str | Path) -> str:
    """Return what a command writes to standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=theirs):
        os.close(theirs)
        written = b"".join(read_all(ours))
    os.close(ours)
    return written.decode("utf-8")


def test_at_a_terminal_the_line_is_gone_before_the_diagnostics(project: Path) -> None:
    written = at_a_terminal("check", "--project", project)
    shown, blank, rest = re.fullmatch(r"\r(Checking plans: 0 of 1)\r( +)\r(.*)", written, re.S).groups()  # type: ignore[union-attr]
    assert len(blank) == len(shown)
    assert "time-crunched.yaml" in rest


@pytest.fixture
def ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")


@pytest.fixture
def no_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)


def test_ci_has_a_line_a_stage(hardday: Run, ci: Any, tmp_path: Path) -> None:
    done = hardday("pages", "--project", with_plans(tmp_path / "project", "time-crunched.yaml"))
    assert done.status == 0
    assert "Making plans: 0 of 1\n" in done.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_piped_there_is_nothing_but_diagnostics(hardday: Run, no_ci: Any, tmp_path: Path, form: str) -> None:
    done = hardday("pages", "--format", form, "--project", with_plans(tmp_path / "project", "time-crunched.yaml"))
    assert done.status == 0
    assert done.err.startswith("[") if form == "json" else told(done.err)


def test_in_ci_what_reads_json_reads_json_alone(hardday: Run, ci: Any, tmp_path: Path) -> None:
    done = hardday("pages", "--format", "json", "--project", with_plans(tmp_path / "project", "time-crunched.yaml"))
    assert done.err.startswith("[")


def test_check_tells_diagnostics_alone_in_ci_too(hardday: Run, ci: Any, in_project: Path) -> None:
    assert told(hardday("check").err)
