"""The set-up says what to install where it cannot install it, and what it installs is pinned."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from site_project import ROOT

BASICS = ("sh", "id", "sed", "dirname")
PROGRAMS = {
    "chromium": "Chromium",
    "htmlproofer": "html-proofer",
    "java": "Java 11 or newer",
    "node": "Node.js 18 or newer",
    "pdftotext": "pdftotext",
    "khal": "khal, radicale",
    "gcc": "libical and gcc",
}


def machine(folder: Path, **programs: str) -> str:
    """A PATH with a shell's basics and small scripts in the place of programs; there is no apt-get on it."""
    for name in BASICS:
        (folder / name).symlink_to(shutil.which(name) or "")
    for name, prints in programs.items():
        script = folder / name
        script.write_text(f"#!/bin/sh\necho '{prints}'\n", encoding="utf-8")
        script.chmod(0o755)
    return str(folder)


def run(script: str, *arguments: str, path: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "tools" / script), *arguments], env={"PATH": path}, capture_output=True, text=True, check=False
    )


COMPLETE = {
    **dict.fromkeys(("chromium", "htmlproofer", "npm", "nginx", "caddy", "pdftotext", "gcc"), ""),
    **dict.fromkeys(("khal", "radicale", "calcurse", "vdirsyncer", "curl"), ""),
    "java": 'openjdk version "17.0.15"',
    "node": "20",
}


def test_a_complete_machine_passes(tmp_path: Path) -> None:
    assert run("system-programs", path=machine(tmp_path, **COMPLETE)).returncode == 0


@pytest.mark.parametrize("missing", PROGRAMS)
def test_a_missing_program_is_named_with_its_package(missing: str, tmp_path: Path) -> None:
    there = {name: prints for name, prints in COMPLETE.items() if name != missing}
    done = run("system-programs", path=machine(tmp_path, **there))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert PROGRAMS[missing] in done.stderr
    assert "apt-get install" in done.stderr


@pytest.mark.parametrize("old", [{"java": 'java version "1.8.0_392"'}, {"node": "16"}], ids=["java", "node"])
def test_a_program_that_is_too_old_is_named(old: dict[str, str], tmp_path: Path) -> None:
    done = run("system-programs", path=machine(tmp_path, **(COMPLETE | old)))
    assert done.returncode == 1
    assert PROGRAMS[next(iter(old))] in done.stderr


def test_no_python_is_told_in_a_line(tmp_path: Path) -> None:
    done = run("python-is-new-enough", "python3", path=machine(tmp_path))
    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and there is no 'python3'" in done.stderr


def test_an_old_python_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "python3").write_text('#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2"\n', encoding="utf-8")
    (tmp_path / "python3").chmod(0o755)
    done = run("python-is-new-enough", "python3", path=machine(tmp_path))
    assert done.returncode == 1
    assert "is Python 3.9.2" in done.stderr


def test_python_packages_are_pinned_without_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins
    assert [line for line in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line)] == []


def test_node_packages_are_exact_and_no_lock_file_tells_where_they_came_from() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert [name for name, version in wanted.items() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert not (ROOT / "package-lock.json").exists()
