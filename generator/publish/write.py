"""Pages to disk: only files whose bytes change are written, what is no longer published is removed."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from generator.html.navigation import FILE_NAME
from generator.publish.files import Site


def write_pages(site: Site, build: Path) -> int:
    """Write ``build/pages`` and, last, the navigation; return how many files changed.

    Until the navigation is there MkDocs refuses to build, so a first run that is cut short publishes nothing.
    """
    folder, files = build / "pages", site.whole()
    changed = remove_others(folder, files)
    for path, content in sorted(files.items()):
        changed += _write(folder / path, content)
    return changed + write_navigation(site.navigation, build)


def write_navigation(navigation: str, build: Path) -> int:
    """Write what mkdocs.yml inherits; return 1 if it changed. Without it MkDocs refuses to build."""
    return _write(build / FILE_NAME, navigation.encode("utf-8"))


def _write(path: Path, content: bytes) -> int:
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    aside.write_bytes(content)
    os.replace(aside, path)
    return 1


def remove_others(folder: Path, kept: Collection[str]) -> int:
    """Remove files that are not kept and folders left empty; links are removed, never followed."""
    full = {""}
    for name in kept:
        while (name := name.rpartition("/")[0]) and name not in full:
            full.add(name)
    return _remove_below(str(folder), "", kept, full) if folder.is_dir() else 0


def _remove_below(folder: str, inside: str, kept: Collection[str], full: Collection[str]) -> int:
    removed = 0
    with os.scandir(folder) as entries:
        found = list(entries)
    for entry in found:
        name = inside + entry.name
        if entry.is_dir(follow_symlinks=False):
            removed += _remove_below(entry.path, f"{name}/", kept, full)
            if name not in full:
                os.rmdir(entry.path)
        elif name not in kept or entry.is_symlink():
            os.unlink(entry.path)
            removed += 1
    return removed
