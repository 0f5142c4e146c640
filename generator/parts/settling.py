"""New pages take their places below ``build/pages`` once all is known to be right; what is the same stays as it is."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

from generator.parts.files import Files
from generator.publish.write import remove_others


def settle_pages(files: Files, new: Path, pages: Path) -> Files:
    """Move the files below ``new`` to ``pages``; return what is known of all ``files`` that stand there afterwards.

    A file that holds the same already is left alone, so whoever watches the folder sees what changed. Whatever is not
    of ``files`` is removed; links are, too, and never followed.
    """
    settled = dict(files)
    if not os.path.lexists(pages):
        os.replace(new, pages)
        return settled
    for here, _, names in os.walk(new):
        inside = Path(here).relative_to(new)
        for name in names:
            path = (inside / name).as_posix()
            place, fresh = pages / path, Path(here) / name
            known = _if_same(place, fresh)
            if known is not None:
                settled[path] = replace(files[path], size=known.st_size, time=known.st_mtime_ns)
                continue
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            _make_folder(place.parent, pages)
            os.replace(fresh, place)
    shutil.rmtree(new, ignore_errors=True)
    remove_others(pages, settled)
    return settled


def _if_same(place: Path, fresh: Path) -> os.stat_result | None:
    """Return what is known of a file that holds what the fresh one does; None if it is another or none."""
    try:
        known = place.lstat()
        same = not place.is_symlink() and known.st_size == fresh.stat().st_size
        return known if same and place.read_bytes() == fresh.read_bytes() else None
    except OSError:
        return None


def _make_folder(folder: Path, top: Path) -> None:
    """Make a folder below ``top``; a file or a link where it is to stand is removed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for part in reversed([folder, *folder.parents][: len(folder.relative_to(top).parts)]):
            if part.is_symlink() or part.is_file():
                part.unlink()
        folder.mkdir(parents=True, exist_ok=True)
