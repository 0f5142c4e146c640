"""A copy of the project in a folder of its own, built there by the project's own commands: no test touches site/."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("mkdocs.yml", "plans", "published", "templates")
#: Plans that show what no published one does, such as runs without a length.
PLANS_FOR_TESTS = ROOT / "tests" / "site" / "plans"
# A fixed second for everything that would otherwise ask the clock.
SOURCE_DATE_EPOCH = "1767225600"


def copy_sources(to: Path) -> Path:
    """Copy what the site is built from into the new folder `to`, with the plans for tests alone, and return it."""
    to.mkdir(parents=True)
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            # The record of addresses knows this project's plans alone, and tests publish others.
            shutil.copytree(source, to / name, ignore=shutil.ignore_patterns("addresses.json"))
        else:
            shutil.copy2(source, to / name)
    for plan in sorted(PLANS_FOR_TESTS.glob("*.yaml")):
        shutil.copy2(plan, to / "plans" / plan.name)
    return to


def few_plans(project: Path, *plans: str) -> Path:
    """Leave these plans alone in a project, and return it."""
    for file in (*(project / "plans").glob("*.yaml"), *(project / "published").glob("*.json")):
        if file.stem not in plans:
            file.unlink()
    return project


def run_tool(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a program of this virtual environment (`hardday`, `mkdocs`, `zensical`) and keep all that it prints."""
    program = Path(sys.executable).with_name(command[0])
    env = os.environ | {"SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH, "NO_MKDOCS_2_WARNING": "1"} | environment
    return subprocess.run(
        [str(program), *command[1:]], cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300
    )


def build(project: Path, **environment: str) -> Path:
    """Build the site of `project` as `make site` does and return its folder; a failed build fails the test."""
    done = run_tool("hardday", "build", cwd=project, **environment)
    assert done.returncode == 0, f"hardday build failed\n{done.stdout}\n{done.stderr}"
    return project / "site"


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: pytest's output is for findings."""


class _Server(ThreadingHTTPServer):
    #: Connections that wait to be taken: six pages opened at once ask for more than the five of a plain server.
    request_queue_size = 128


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve `folder` on this machine alone while the block runs; gives the address with its closing slash."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
