"""`hardday serve` as its author runs it: it begins, says what it does, and leaves nothing when it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from serve_project import EPOCH, checkout
from serve_reader import Reader

from generator.cli import cli


def _started(root: Path, *options: str) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": str(root), "SOURCE_DATE_EPOCH": EPOCH, "PYTHONDONTWRITEBYTECODE": "1"}
    program = [sys.executable, "-m", "generator", "serve", *options]
    return subprocess.Popen(
        program, cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def _files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("ending", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.long)])
def test_it_shows_its_progress_and_leaves_nothing_when_it_ends(tmp_path: Path, ending: signal.Signals) -> None:
    root = checkout(tmp_path / "project")
    before = _files(root)
    with _started(root, "--port", "0") as running:
        assert running.stdout is not None
        address = running.stdout.readline().split()[0]
        reader = Reader(address, "plans/winter/index.html")
        reader.idle(120)
        running.send_signal(ending)
        _, said = running.communicate(timeout=30)
    assert running.returncode == 0
    for words in ("Expanding winter (3 of 3)", "Printing the pages", "3 plans, no errors", "The preview has ended."):
        assert words in said
    assert "Traceback" not in said
    assert _files(root) == before
    port = int(address.rstrip("/").rpartition(":")[2])
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(cli, ["serve", "--project", str(tmp_path), "--port", port])
    assert done.exit_code == 1
    assert f"port {port}" in done.output
    assert "Name another with --port" in done.output


def test_a_folder_without_plans_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["serve", "--project", str(tmp_path)])
    assert done.exit_code == 1
    assert "there is no folder plans/ here" in done.output
