"""Builds of a small checkout, and all that they make."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from serve_project import command

#: What a build makes of its sources, and what it commits.
_FOLDER = re.compile(rb'"custom_dir": "[^"]*"')
_MADE = ("site", "build/pages", "published")


def made_files(root: Path) -> dict[str, bytes]:
    """Return every file that a build made."""
    found = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for name in _MADE
        for path in sorted((root / name).rglob("*"))
        if path.is_file()
    }
    navigation = root / "build" / "run-hardday-pages-first.yml"
    # It names the folder of the theme, which is another in another checkout.
    said = _FOLDER.sub(b"", navigation.read_bytes()) if navigation.exists() else b""
    return found | {"navigation": said}


def copy_sources(root: Path, aside: Path) -> Path:
    """Copy what a build is made of, and nothing that another build left."""
    shutil.rmtree(aside, ignore_errors=True)
    return shutil.copytree(root, aside, symlinks=True, ignore=shutil.ignore_patterns("build", "site", "__pycache__"))


def built(root: Path) -> dict[str, bytes]:
    """Build a checkout, which must succeed, and return all that was made."""
    done = command(root, "build")
    assert done.returncode == 0, done.stderr[-2000:]
    return made_files(root)


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the files that are not the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))[:10]
