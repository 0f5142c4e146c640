"""Pages to disk: only files whose bytes change are written, what is no longer published is removed."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from generator.html.navigation import FILE_NAME
from generator.publish.site import Site


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
    removed, full = 0, {""}
    for name in kept:
        while (name := name.rpartition("/")[0]) and name not in full:
            full.add(name)
    for here, folders, names in os.walk(folder, topdown=False):
        inside = os.path.relpath(here, folder).replace(os.sep, "/") + "/" if here != str(folder) else ""
        for name in names:
            if inside + name not in kept or os.path.islink(os.path.join(here, name)):
                os.unlink(os.path.join(here, name))
                removed += 1
        for name in folders:
            path = os.path.join(here, name)
            if os.path.islink(path):
                os.unlink(path)
                removed += 1
            elif inside + name not in full:
                os.rmdir(path)
    return removed
