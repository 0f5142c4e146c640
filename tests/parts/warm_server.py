"""Builds of a checkout, each in a process of its own that has begun with everything imported: a second less each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from serve_project import EPOCH

_SERVER = """
import gc, importlib, json, os, pkgutil, signal, sys, time
import generator
for found in pkgutil.walk_packages(generator.__path__, "generator."):
    if found.name != "generator.__main__":
        importlib.import_module(found.name)
from generator.cli import main
gc.freeze()

def build(asked):
    os.setsid()
    os.environ.update(asked["environment"])
    os.chdir(asked["folder"])
    said = os.open(asked["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(said, 1)
    os.dup2(said, 2)
    sys.argv = ["hardday", "build"]
    try:
        main()
        status = 0
    except SystemExit as leaving:
        status = int(leaving.code or 0)
    except BaseException:
        import traceback
        traceback.print_exc()
        status = 99
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)

for line in sys.stdin:
    asked = json.loads(line)
    child = os.fork()
    if not child:
        build(asked)
    if asked["killed_after"] is not None:
        time.sleep(asked["killed_after"])
        try:
            os.killpg(child, signal.SIGKILL)
        except ProcessLookupError:
            os.kill(child, signal.SIGKILL)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), file=sys.__stdout__, flush=True)
"""


class Ended(NamedTuple):
    """How a build ended, and what it said."""

    status: int
    said: str


class WarmServer:
    """Builds with a checkout's own program, as it stands when the server is begun; close it at the end."""

    def __init__(self, program: Path, said: Path) -> None:
        self._said = said
        environment = os.environ | {"PYTHONPATH": str(program), "NO_MKDOCS_2_WARNING": "1"}
        self._server = subprocess.Popen(
            [sys.executable, "-c", _SERVER],
            cwd=program,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def build(self, folder: Path, workers: int = 1, epoch: str = EPOCH, killed_after: float | None = None) -> Ended:
        """Run `hardday build` in a project; ``killed_after``: seconds after which it is killed with all its workers."""
        environment = {"SOURCE_DATE_EPOCH": epoch, "HARDDAY_WORKERS": str(workers)}
        asked = {"folder": str(folder), "environment": environment, "said": str(self._said)}
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(json.dumps(asked | {"killed_after": killed_after}) + "\n")
        self._server.stdin.flush()
        status = int(self._server.stdout.readline())
        return Ended(status, self._said.read_text("utf-8", errors="replace") if self._said.exists() else "")

    def close(self) -> None:
        """End the server."""
        assert self._server.stdin
        self._server.stdin.close()
        self._server.wait(timeout=60)
