"""Pages to disk: only files whose bytes change are written, what is no longer published is removed."""

from __future__ import annotations

import os
from pathlib import Path

from generator.publish.navigation import FILE_NAME
from generator.publish.site import Site


def write_pages(site: Site, build: Path) -> int:
    """Write ``build/pages`` and, last, the navigation; return how many files changed.

    Until the navigation is there MkDocs refuses to build, so a first run that is cut short publishes nothing.
    """
    folder, files = build / "pages", site.whole()
    changed = _remove_others(folder, {folder / path for path in files})
    for path, content in sorted(files.items()):
        changed += _write(folder / path, content)
    return changed + _write(build / FILE_NAME, site.navigation.encode("utf-8"))


def _write(path: Path, content: bytes) -> int:
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    aside.write_bytes(content)
    os.replace(aside, path)
    return 1


def _remove_others(folder: Path, kept: set[Path]) -> int:
    """Remove files that are not published and folders left empty; links are removed, never followed."""
    removed = 0
    for here, folders, names in os.walk(folder, topdown=False):
        for path in (Path(here) / name for name in (*names, *folders)):
            if path.is_symlink() or (path.is_file() and path not in kept):
                path.unlink()
                removed += 1
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
    return removed
