"""What may happen to what a build keeps for the next one, drawn: each returns what it did, for messages."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

Damage = Callable[[Random, Path], str]


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != ".gitignore")


def _kept(draw: Random, root: Path) -> Path:
    folders = [root / "build" / "cache", root / "build" / "pages", root / "site"]
    found = [path for folder in folders for path in _files(folder)]
    return draw.choice(found or [root / "build" / "lock"])


def _replace(path: Path, content: bytes) -> None:
    """As an editor or a copy does: another file of that name, so that earlier sites stay."""
    aside = path.with_name(".damage")
    aside.write_bytes(content)
    os.replace(aside, path)


def cut_short(draw: Random, root: Path) -> str:
    """A file ends in the middle."""
    path = _kept(draw, root)
    content = path.read_bytes()
    _replace(path, content[: len(content) // 2])
    return f"{path} cut short"


def another_letter(draw: Random, root: Path) -> str:
    """One byte of a file is another; its size and, now and then, its time are as they were."""
    path = _kept(draw, root)
    content, known = bytearray(path.read_bytes()), path.stat()
    if content:
        content[draw.randrange(len(content))] ^= 1 << draw.randrange(7)
    _replace(path, bytes(content))
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns + draw.choice((1, 10**9))))
    return f"{path} has another letter"


def gone(draw: Random, root: Path) -> str:
    """A file is gone."""
    path = _kept(draw, root)
    path.unlink()
    return f"{path} gone"


def folder_gone(draw: Random, root: Path) -> str:
    """A whole folder is gone."""
    path = draw.choice([root / "build", root / "build" / "cache", root / "build" / "pages", root / "site"])
    shutil.rmtree(path, ignore_errors=True)
    return f"{path} gone"


def not_ours(draw: Random, root: Path) -> str:
    """A file lies there that no build has written."""
    folder = draw.choice([root / "build" / "pages", root / "site", root / "build" / "cache" / "plans"])
    path = folder / draw.choice(["plans/winter/week-09/index.html", "stranger.json", "new.md"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{}", "utf-8")
    return f"{path} is not ours"


def exchanged(draw: Random, root: Path) -> str:
    """A plan's record lies under another plan's name."""
    records = _files(root / "build" / "cache" / "plans")
    if len(records) > 1:
        one, other = draw.sample(records, 2)
        _replace(one, other.read_bytes())
        return f"{one} is {other}"
    return "nothing"


def foreign(draw: Random, root: Path) -> str:
    """A record says what no record says."""
    records = _files(root / "build" / "cache")
    if not records:
        return "nothing"
    path = draw.choice(records)
    try:
        said = json.loads(path.read_bytes())
    except ValueError:
        said = {}
    values = [None, [], {}, "x", 7, [[]], {"format": "hardday/part@9"}]
    if isinstance(said, dict) and said and draw.random() < 0.7:
        said[draw.choice(sorted(said))] = draw.choice(values)
    else:
        said = draw.choice(values)
    _replace(path, json.dumps(said).encode())
    return f"{path} says {str(said)[:60]}"


def linked(draw: Random, root: Path) -> str:
    """A link stands where a file was."""
    path = _kept(draw, root)
    path.unlink()
    path.symlink_to(root / "mkdocs.yml")
    return f"{path} is a link"


DAMAGES: tuple[Damage, ...] = (
    cut_short,
    another_letter,
    gone,
    folder_gone,
    not_ours,
    exchanged,
    foreign,
    linked,
)
