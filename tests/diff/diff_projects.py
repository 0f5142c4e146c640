"""Small projects in git repositories for these tests, and the command run on them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from command_in_process import Run
from site_project import ROOT

_WHO = {"NAME": "Dana Example", "EMAIL": "dana@clinic.example.org", "DATE": "2026-01-02T00:00:00Z"}
_IDENTITY = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _WHO.items()}


Diff = Run


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    env = {**os.environ, **_IDENTITY, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
    return done.stdout


def small_project(folder: Path, *plans: str) -> Path:
    """Copy what the comparison reads of the project, of its plans only these."""
    (folder / "plans").mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in ("library", "policies"):
        shutil.copytree(ROOT / "plans" / name, folder / "plans" / name)
    for plan in plans:
        shutil.copy2(ROOT / "plans" / f"{plan}.yaml", folder / "plans" / f"{plan}.yaml")
    return folder


def committed(folder: Path, message: str = "As it is") -> Path:
    """Commit all of a folder, in a new repository if it is in none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message)
    return folder


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    """Change a file's text."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def told_of(out: str) -> Any:
    """Return what ``--format json`` printed."""
    return json.loads(out)
