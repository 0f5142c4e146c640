"""Files that are whole or not there, and none but our own written over.

A folder of tables has a list of what stands in it, ``.hardday-export.json``, with a checksum each. A file that the list
does not have, or that was changed since, is somebody else's.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.model.plain_file import is_no_plain_file

LIST = ".hardday-export.json"
FORMAT = "hardday/export@1"
_LARGEST_LIST = 1 << 20


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one; OSError leaves the old one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        aside.chmod(0o666 & ~_umask())
        os.replace(aside, path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def strangers(folder: Path, names: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what stands in the folder under these names and is not ours as we left it."""
    known = _listed(folder)
    for name in names:
        path = folder / name
        if is_no_plain_file(path):
            yield f"{path} is a link or no file at all"
        elif path.exists() and _sum(path.read_bytes()) not in known.get(name, ()):
            yield f"{path} is there already and was {'changed since' if name in known else 'not made by hardday'}"


def write_tables(folder: Path, tables: Mapping[str, bytes]) -> None:
    """Write all tables into the folder, which is made if it is not there; each is whole or as it was.

    The list knows old and new checksums while files change, so that a run that was cut short can be done again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    before, sums = _listed(folder), {name: [_sum(content)] for name, content in tables.items()}
    both = {name: sorted({*before.get(name, ()), *sums.get(name, ())}) for name in {*before, *sums}}
    _write_list(folder, both)
    for name, content in tables.items():
        write_whole(folder / name, content)
    _write_list(folder, {**before, **sums})


def _write_list(folder: Path, sums: Mapping[str, object]) -> None:
    text = json.dumps({"format": FORMAT, "files": dict(sorted(sums.items()))}, indent=1, ensure_ascii=False)
    write_whole(folder / LIST, (text + "\n").encode("utf-8"))


def _listed(folder: Path) -> dict[str, list[str]]:
    """Return the checksums of our files by name; nothing where the list is not there or not ours."""
    path = folder / LIST
    if path.is_symlink() or not path.is_file():
        return {}
    try:
        with path.open("rb") as opened:
            data = json.loads(opened.read(_LARGEST_LIST))
    except (OSError, ValueError, RecursionError):
        return {}
    files = data.get("files") if isinstance(data, dict) and data.get("format") == FORMAT else None
    found = files.items() if isinstance(files, dict) else ()
    return {name: [one for one in sums if isinstance(one, str)] for name, sums in found if isinstance(sums, list)}


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
