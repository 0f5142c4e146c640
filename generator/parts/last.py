"""The last build, as long as nothing has changed since: what it was made of, what it published, what it said.

It lies in ``build/cache/last.json`` and is passed over like any record that is not what it should be.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.parts.files import Files, all_stand, is_name, stands
from generator.parts.kept import CACHE, first_text, kept_text, read_kept, write_kept

FORMAT = "hardday/last@1"
FILE = CACHE / "last.json"
#: It stands in the published site because git does not keep empty folders.
_NOT_OURS = ".gitignore"


@frozen
class Last:
    """``key`` stands for all that was built from.

    ``folders`` are folders with all that was written there, ``alone`` folders with files among others; ``closing`` is
    what was said at the end of what is left to do.
    """

    key: str
    plans: int
    diagnostics: tuple[Diagnostic, ...]
    closing: str
    folders: tuple[tuple[str, Files], ...]
    alone: tuple[tuple[str, Files], ...]


def read_last(root: Path, key: str) -> Last | None:
    """Return the last build if it was of the same sources and all that it wrote, and nothing else, stands there."""
    path = root / FILE
    last = read_kept(path, FORMAT, Last) if first_text(path, FORMAT) == key else None
    if last is None or last.key != key:
        return None
    alone = all(all_stand(root / folder, files) is not None for folder, files in last.alone)
    return last if alone and all(_stands(root / folder, files) for folder, files in last.folders) else None


def write_last(root: Path, last: Last) -> None:
    """Remember a build."""
    write_kept(root / FILE, kept_text(FORMAT, last))


def forget_last(root: Path) -> None:
    """Forget it, before anything that it speaks of is changed."""
    (root / FILE).unlink(missing_ok=True)


def _stands(folder: Path, files: Files) -> bool:
    found = 0
    try:
        below = _below(str(folder))
    except OSError:
        return False
    for name, known in below:
        if name == _NOT_OURS:
            continue
        file = files.get(name)
        if file is None or not is_name(name):
            return False
        if (known.st_size, known.st_mtime_ns) != (file.size, file.time) and stands(folder, name, file) is None:
            return False
        found += 1
    return found == len(files)


def _below(folder: str) -> list[tuple[str, os.stat_result]]:
    found: list[tuple[str, os.stat_result]] = []
    waiting = [(folder, "")]
    while waiting:
        here, name = waiting.pop()
        with os.scandir(here) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}{entry.name}/"))
                else:
                    found.append((name + entry.name, entry.stat(follow_symlinks=False)))
    return found
