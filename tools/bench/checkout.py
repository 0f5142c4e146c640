"""The folders that the benchmark works in: a checkout of hardday with many plans, and copies of what it made.

The program itself is copied too: a changed template is then a change of the checkout alone, and whoever works on the
repository meanwhile does not disturb a run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tools.bench.project import make_plans

ROOT = Path(__file__).resolve().parents[2]
#: The commit's second, and that of every date that is built from it: 2026-01-01.
EPOCH = "1767225600"
_FOLDERS = ("generator", "templates", "plans")
_FILES = ("mkdocs.yml", ".gitignore")
_SOURCES = (*_FOLDERS, "published", *_FILES, ".git")
_NOBODY = {f"GIT_{who}_{what}": "bench@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def environment(checkout: Path | None = None) -> dict[str, str]:
    """Return the environment that everything runs in. With a checkout, Python finds its program before any other.

    Publishers are told the date; hardday asks git for it, as it does for its users.
    """
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    quiet = {"NO_MKDOCS_2_WARNING": "1"}
    own = {"PYTHONPATH": str(checkout)} if checkout else {"SOURCE_DATE_EPOCH": EPOCH}
    return {**kept, **quiet, **own}


def make_checkout(folder: Path, plans: int, progress: Callable[[str], None], revision: str = "") -> Path:
    """Make a checkout with so many plans in a new folder; return it. Nothing is committed yet.

    It is what the repository holds now, or what it held at a git revision.
    """
    folder.mkdir(parents=True)
    if revision:
        packed = subprocess.run(
            ["git", "archive", revision, *_FOLDERS, *_FILES], cwd=ROOT, check=True, stdout=subprocess.PIPE
        )
        subprocess.run(["tar", "-x"], cwd=folder, check=True, input=packed.stdout)
    else:
        for name in _FOLDERS:
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in _FILES:
            shutil.copy2(ROOT / name, folder / name)
    shipped = folder.with_name(f"{folder.name}-shipped")
    shipped.mkdir()
    for path in (folder / "plans").glob("*.yaml"):
        path.rename(shipped / path.name)
    make_plans(folder, shipped, plans, progress)
    # As an installation does it: no run pays for it.
    compiled = [sys.executable, "-m", "compileall", "-q", str(folder / "generator")]
    subprocess.run(compiled, check=True)
    return folder


def commit(checkout: Path) -> None:
    """Make the checkout a repository of one commit with a fixed date."""
    dates = {"GIT_AUTHOR_DATE": f"{EPOCH} +0000", "GIT_COMMITTER_DATE": f"{EPOCH} +0000"}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    fixed = {**environment(), **_NOBODY, **dates, **settings}
    for command in (("init", "-q"), ("add", "--all"), ("commit", "-q", "-m", "Many plans")):
        subprocess.run(["git", *command], cwd=checkout, env=fixed, check=True)


def copy_sources(checkout: Path, to: Path) -> Path:
    """Copy a checkout as it is now, its repository too, but nothing that was built."""
    to.mkdir(parents=True)
    for name in _SOURCES:
        if (checkout / name).is_dir():
            shutil.copytree(checkout / name, to / name, dirs_exist_ok=True)
        elif (checkout / name).exists():
            shutil.copy2(checkout / name, to / name)
    return to


def copy_pages(checkout: Path, to: Path) -> Path:
    """Copy what another publisher needs: settings, theme, build/pages and the navigation."""
    shutil.copytree(checkout / "templates" / "theme", to / "templates" / "theme")
    shutil.copytree(checkout / "build" / "pages", to / "build" / "pages")
    for path in (checkout / "build").glob("*.yml"):
        shutil.copy2(path, to / "build" / path.name)
    shutil.copy2(checkout / "mkdocs.yml", to / "mkdocs.yml")
    return to


def unbuilt(checkout: Path) -> None:
    """Put all away that was built or kept there by whatever built it.

    It is not deleted: for some seconds ext4 gives nobody the places of files that are gone, and looks through all of
    them for each new file. Who builds for the first time has no such wait.
    """
    away = checkout.with_name(f"{checkout.name}-put-away")
    away.mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=away))
    for name in ("site", "build", ".cache"):
        if (checkout / name).exists():
            (checkout / name).rename(folder / name)
