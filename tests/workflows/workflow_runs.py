"""What GitHub and GitLab provide, as far as the shell steps of the workflows need it: clones, programs, answers."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from site_project import ROOT, SOURCE_DATE_EPOCH, copy_sources

_WHO = {"NAME": "Dana Example", "EMAIL": "dana@clinic.example.org", "DATE": "2026-01-02T00:00:00Z"}
_IDENTITY = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _WHO.items()}
_VENV = Path(sys.executable).parent


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    env = {**os.environ, **_IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
    return done.stdout


def repository(folder: Path, plan: str) -> Path:
    """Make a clinic's repository: the project with one plan, its records committed on main."""
    project = copy_sources(folder)
    for other in (project / "plans").glob("*.yaml"):
        if other.name != f"{plan}.yaml":
            other.unlink()
    shutil.rmtree(project / "published")
    for name in (".gitignore", "constraints.txt", "pyproject.toml"):
        shutil.copy2(ROOT / name, project / name)
    shutil.copytree(ROOT / ".gitlab", project / ".gitlab")
    git(project, "init", "--quiet", "--initial-branch=main")
    records(project)
    commit(project, "The clinic's plans")
    return project


def records(project: Path) -> None:
    """Bring the records of what was published up to date, as an author does before a commit."""
    env = {**os.environ, "SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH}
    command = [str(_VENV / "hardday"), "pages"]
    done = subprocess.run(command, cwd=project, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def commit(project: Path, message: str) -> None:
    """Commit all that is in the project."""
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "-m", message)


def edit(project: Path, plan: str, old: str, new: str) -> None:
    """Change a plan's text."""
    path = project / "plans" / f"{plan}.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


class Runner:
    """A machine that runs shell steps in a checkout, with programs of its own before all others on its path."""

    def __init__(self, checkout: Path, temporary: Path) -> None:
        self.checkout, self.temporary = checkout, temporary
        self.programs = temporary / "programs"
        self.programs.mkdir(parents=True)
        self.summary, self.output = temporary / "summary.md", temporary / "output.txt"
        self._program("python", _PYTHON.format(venv=_VENV, python=sys.executable))

    def _program(self, name: str, text: str) -> None:
        path = self.programs / name
        path.write_text(text, "utf-8")
        path.chmod(0o755)

    def gh(self, store: Path, login: str) -> None:
        """Let ``gh api`` answer from a file of comments or issues, which it writes as ``login``."""
        self._program("gh", _GH.format(python=sys.executable, here=Path(__file__).parent, store=store, login=login))

    def run(self, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a step as both hosts do: bash that stops at the first failure, also within a pipe."""
        env = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "CI"))},
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_OUTPUT": str(self.output),
            "RUNNER_TEMP": str(self.temporary),
            "SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH,
            "NO_MKDOCS_2_WARNING": "1",
            "HARDDAY_TEST_PIP": str(self.temporary / "pip.txt"),
            **environment,
        }
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
        return subprocess.run(
            command, cwd=self.checkout, env=env, capture_output=True, text=True, check=False, timeout=300
        )

    def installed(self) -> str:
        """Return what pip was asked for."""
        return (self.temporary / "pip.txt").read_text("utf-8").strip()


#: Makes a virtual environment of the one that runs the tests: installing anew would need a network.
_PYTHON = """#!/bin/sh
if [ "$1" != -m ]; then exec {python} "$@"; fi
[ "$*" = "-m venv .venv" ] || exit 9
mkdir -p .venv/bin
ln -sf {venv}/hardday .venv/bin/hardday
cat > .venv/bin/pip <<'PIP'
#!/bin/sh
echo "$*" > "$HARDDAY_TEST_PIP"
[ -f constraints.txt ] && [ -f pyproject.toml ]
PIP
chmod +x .venv/bin/pip
"""
_GH = """#!/bin/sh
PYTHONPATH={here}:{here}/.. exec {python} -m workflow_gh {store} {login} "$@"
"""


def merge_ref(project: Path, checkout: Path, depth: int) -> Path:
    """Clone what GitHub checks out of a pull request: a merge of its branch into main, of so much history."""
    git(project, "checkout", "--quiet", "-B", "merge", "main")
    git(project, "merge", "--quiet", "--no-ff", "--no-edit", "proposal")
    bare = checkout.with_name("hosted.git")
    git(project, "clone", "--quiet", "--bare", str(project), str(bare))
    git(bare, "clone", "--quiet", f"--depth={depth}", "--branch=merge", f"file://{bare}", str(checkout))
    return checkout


@contextmanager
def gitlab(notes: list[dict[str, Any]], me: int) -> Iterator[str]:
    """Answer as GitLab's API does for notes of a merge request; gives the address of the API."""

    class Answers(BaseHTTPRequestHandler):
        def _body(self) -> Mapping[str, Any]:
            found: Mapping[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            return found

        def _say(self, said: object) -> None:
            assert self.headers["PRIVATE-TOKEN"] == "a-token"
            data = json.dumps(said).encode("utf-8")
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self) -> None:
            if self.path == "/api/v4/user":
                return self._say({"id": me})
            found = re.fullmatch(r"/api/v4/projects/7/merge_requests/3/notes\?per_page=(\d+)&page=(\d+)", self.path)
            assert found, self.path
            size, page = int(found[1]), int(found[2])
            return self._say(notes[size * (page - 1) : size * page])

        def do_POST(self) -> None:
            assert self.path == "/api/v4/projects/7/merge_requests/3/notes", self.path
            notes.append({"id": 1000 + len(notes), "author": {"id": me}, "body": self._body()["body"]})
            self._say(notes[-1])

        def do_PUT(self) -> None:
            wanted = int(self.path.rpartition("/")[2])
            note = next(note for note in notes if note["id"] == wanted)
            note["body"] = self._body()["body"]
            self._say(note)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/api/v4"
        finally:
            server.shutdown()
            thread.join()
