"""Runs cases in a process of its own that has no more room and time than a hostile file may cost.

``python malformed_worker.py GROUP FOLDER DEFECT``: reads the numbers of the cases, a JSON list, from standard input;
tells each as it begins, and what was wrong with it, as lines of JSON. A case that takes more than five seconds of CPU
ends the process by a signal, and whoever started it sees which. DEFECT is one of ``malformed_defects``, or empty.
"""

from __future__ import annotations

import gc
import importlib
import io
import json
import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click
from malformed_cases import ROOT, Case
from malformed_judge import Seen, wrong

SECONDS = 5.0
#: A case that waits for something uses no CPU: by the clock it may take this long, however busy the machine is.
PATIENCE = 120.0
#: What the program may take beside what it takes before it has read anything (some 110 MB): 512 MB in all.
BYTES = 512 << 20
ROOM = BYTES - (112 << 20)
#: So much is told of what is wrong with one case.
MOST_TOLD = 5


def main(group: str, folder: Path, defect: str, numbers: Sequence[int]) -> None:
    """Run the cases of a group that have these numbers, with a program that has that defect."""
    cases: Callable[[Sequence[int]], Iterator[Case]] = importlib.import_module(f"malformed_{group}").cases
    project = project_for(group, folder)
    os.chdir(project)
    run = command_line(keeps_project=group not in ("libraries", "policies", "settings"))
    if defect:
        importlib.import_module("malformed_defects").DEFECTS[defect]()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for at, case in zip(numbers, cases(numbers), strict=True):
        _say(begun=at, name=case.name)
        found, took = run_case(case, project, run)
        _say(done=at, wrong=found[:MOST_TOLD], took=round(took, 3))


def _say(**what: object) -> None:
    print(json.dumps(what), file=sys.__stdout__, flush=True)


def project_for(group: str, folder: Path) -> Path:
    """Make the project in which a group's files stand: its library and policies, its plans if they are needed."""
    project = folder / "project"
    if not project.exists():
        whole = group == "definitions"
        shutil.copytree(ROOT / "plans", project / "plans", ignore=None if whole else shutil.ignore_patterns("*.yaml"))
        for name in ("library", "policies"):
            shutil.copytree(ROOT / "plans" / name, project / "plans" / name, dirs_exist_ok=True)
        shutil.copy(ROOT / "plans" / "offseason-strength.yaml", project / "plans")
        shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def command_line(keeps_project: bool) -> Callable[[Sequence[str]], Seen]:
    """Return what runs ``hardday`` in this process; its project is read once if that is not what is tested."""
    from functools import cache

    import generator.project

    if keeps_project:
        generator.project.open_project = cache(generator.project.open_project)
    click.utils.should_strip_ansi = lambda *_: False  # type: ignore[assignment]  # as at a terminal
    from generator.cli import main as hardday

    def run(command: Sequence[str]) -> Seen:
        streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2)]
        sys.argv, sys.stdout, sys.stderr, status = ["hardday", *command], *streams, 0
        try:
            hardday()
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 0 if leaving.code is None else 1
        finally:
            sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
            gc.enable()
        texts = []
        for stream in streams:
            stream.flush()
            texts.append(stream.buffer.getvalue().decode("utf-8"))  # type: ignore[attr-defined]
        return Seen(status, *texts)

    return run


def limit_room() -> None:
    """Let this process grow by no more than a hostile file may cost; the cases that it holds are not counted."""
    now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + ROOM, resource.RLIM_INFINITY))


def run_case(case: Case, project: Path, run: Callable[[Sequence[str]], Seen]) -> tuple[list[str], float]:
    """Put a case's files there, run its command, take them away again; return what was wrong, and seconds of CPU."""
    files = [(case.path, case.data), *case.beside]
    kept = {name: (project / name).read_bytes() for name, _ in files if (project / name).is_file()}
    try:
        for name, data in files:
            if (project / name).is_fifo():  # left by a case that ended its process; to write into it would wait
                (project / name).unlink()
            (project / name).write_bytes(data)
        if case.place is not None:
            (project / case.path).unlink()
            case.place(project / case.path, case.data)
        limit_room()
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)
        try:
            seen = run(case.command)
        except Exception as problem:
            return [f"{type(problem).__name__}: {problem}"], time.process_time() - began
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        took = time.process_time() - began
        return wrong(case, seen, project), took
    finally:
        for name, _ in files:
            path = project / name
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
            if name in kept:
                path.write_bytes(kept[name])


if __name__ == "__main__":
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3], json.load(sys.stdin))
