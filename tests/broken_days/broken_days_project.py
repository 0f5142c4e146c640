"""A small project of its own, what builds make of it, and builds that are watched, killed or left alone."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WATCHED = Path(__file__).resolve().parent / "watched"
EPOCH = "1767225600"
#: What a build makes, and what it commits.
OUTPUTS = ("site", "build", "published")
MADE = ("site", "build/pages", "published")
#: A build of this project takes some seconds; one that takes longer hangs.
LONGEST = 300.0
_DATED = "title: Winter with dates\nextends: winter\nsummary: From January on.\norder: 92\nstart: 2027-01-04\n"
_TICK = os.sysconf("SC_CLK_TCK")


def small_project(to: Path) -> Path:
    """Make a project of two short plans, one of them with dates, in the new folder `to`, and return it."""
    to.mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", to)
    without = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "templates", to / "templates", ignore=without)
    for folder in ("library", "policies"):
        shutil.copytree(ROOT / "plans" / folder, to / "plans" / folder)
    winter = (ROOT / "plans" / "offseason-strength.yaml").read_text("utf-8").replace("weeks: 8", "weeks: 3")
    (to / "plans" / "winter.yaml").write_text(winter, "utf-8")
    (to / "plans" / "dated.yaml").write_text(_DATED, "utf-8")
    return to


def change(project: Path) -> None:
    """Edit both plans: another title, another week, and so other pages, addresses and events in calendars."""
    winter, dated = (project / "plans" / f"{name}.yaml" for name in ("winter", "dated"))
    text = winter.read_text("utf-8")
    assert "weeks: 3" in text
    winter.write_text(text.replace("weeks: 3", "weeks: 4").replace("title: ", "title: New ", 1), "utf-8")
    for path in (winter, dated):
        path.write_text(f"{path.read_text('utf-8').rstrip()}\nmoved: {{weeks 4-5: weeks 5-6}}\n", "utf-8")


def copied(project: Path, to: Path) -> Path:
    """Copy a project with all that builds left in it, as it is."""
    return Path(shutil.copytree(project, to, symlinks=True))


def made_files(project: Path) -> dict[str, str]:
    """Return the hash of every file that a build made, by its path."""
    return {
        path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for name in MADE
        for path in sorted((project / name).rglob("*"))
        if path.is_file()
    }


def site_files(project: Path, folder: str = "site") -> dict[str, str]:
    """Return the hash of every file of the published site, or of another one, by its path within it."""
    site = project / folder
    found = (path for path in sorted(site.rglob("*")) if path.is_file() and path.name != ".gitignore")
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """Return some files that are not the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))[:10]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a build ended: its status (minus the number of the signal that killed it), and all that it printed."""

    status: int
    said: str

    def fine(self) -> Ended:
        """Return itself if the build published; else the test fails with what it said."""
        assert self.status == 0, self.said
        return self


def environment(**variables: str) -> dict[str, str]:
    """Return the environment of a build; the program is that of this checkout, whatever is installed."""
    return os.environ | {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": EPOCH, "HARDDAY_WORKERS": "2"} | variables


def watched(**variables: str) -> dict[str, str]:
    """Return the environment of a build that is watched (see ``watched/sitecustomize.py``)."""
    return environment(PYTHONPATH=f"{WATCHED}{os.pathsep}{ROOT}", **variables)


def begin(project: Path, env: Mapping[str, str], *program: str, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Begin a build in a group of processes of its own; its words go to a file.

    ``program``: another one than ``hardday build``. ``before``: the words of a command that runs it.
    """
    said = _words(project)
    command = [*before, *(program or (sys.executable, "-m", "generator", "build"))]
    with said.open("w", encoding="utf-8") as file:
        return subprocess.Popen(
            command,
            cwd=project,
            env=dict(env),
            stdout=file,
            stderr=file,
            text=True,
            start_new_session=True,
            # A test run in the background hands on that Ctrl-C is to be ignored; here it is to be heard.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )


def end(project: Path, program: subprocess.Popen[str]) -> Ended:
    """Wait for a build that was begun and return how it ended; a hang fails the test."""
    try:
        status = program.wait(LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        raise AssertionError(f"the build hangs: {_said(project)}") from None
    return Ended(status, _said(project))


def build(project: Path, env: Mapping[str, str] | None = None, *program: str, before: tuple[str, ...] = ()) -> Ended:
    """Build a project and return how it ended; as ``begin``."""
    return end(project, begin(project, env or environment(), *program, before=before))


def broken_program(defect: str) -> tuple[str, ...]:
    """Return the program that builds with one of the defects of ``broken_program.py``."""
    return sys.executable, str(ROOT / "tests" / "broken_days" / "broken_program.py"), defect


def _said(project: Path) -> str:
    return _words(project).read_text("utf-8")


def acts(log: Path) -> list[tuple[str, bool, list[object]]]:
    """Return what a watched build did: the act, whether its first process did it, and what it is about."""
    return [(one[0], one[1], one[2]) for one in map(json.loads, log.read_text("utf-8").splitlines())]


def worked(pid: int) -> float:
    """Return the CPU seconds of a process and of the processes that it began, so far; 0 once it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except (OSError, IndexError):
        return 0.0
    return sum(map(int, fields[11:15])) / _TICK + sum(worked(int(child)) for child in children)


def kill_after(program: subprocess.Popen[str], seconds: float) -> None:
    """Kill a build with all its processes as soon as they have worked so long, in CPU seconds, whatever else runs."""
    while program.poll() is None:
        if worked(program.pid) >= seconds:
            os.killpg(program.pid, signal.SIGKILL)
            return
        time.sleep(0.01)


def _words(project: Path) -> Path:
    """Return where a build's words go: not on the disk of the project, which may be full."""
    name = hashlib.sha256(str(project).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"hardday-{name}.said"
