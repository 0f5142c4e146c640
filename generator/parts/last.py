"""The last build, as long as nothing has changed since: what it was made of, what it published, what it said.

It lies in ``build/cache/last.json`` and is passed over like any record that is not what it should be.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from generator.model.finding import Diagnostic
from generator.parts.codec import decode, encode
from generator.parts.files import Files, all_stand, is_name, stands

FORMAT = "hardday/last@1"
FILE = Path("build") / "cache" / "last.json"
#: It stands in the published site because git does not keep empty folders.
_NOT_OURS = ".gitignore"


@dataclass(frozen=True, slots=True)
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


def last_key(*made_of: str) -> str:
    """Return what stands for a build's sources."""
    return hashlib.sha256("\0".join(made_of).encode("utf-8")).hexdigest()[:40]


def read_last(root: Path, key: str) -> Last | None:
    """Return the last build if it was of the same sources and all that it wrote, and nothing else, stands there."""
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.get("format") != FORMAT or data.get("key") != key:
            return None
        last: Last = decode(Last, data["last"])
    except (OSError, ValueError, KeyError, RecursionError):
        return None
    alone = all(all_stand(root / folder, files) is not None for folder, files in last.alone)
    return last if alone and all(_stands(root / folder, files) for folder, files in last.folders) else None


def write_last(root: Path, last: Last) -> None:
    """Remember a build."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    said = {"format": FORMAT, "key": last.key, "last": encode(last)}
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    os.replace(aside, path)


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
