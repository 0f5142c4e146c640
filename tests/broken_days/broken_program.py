"""hardday with a defect, which a gate must notice: ``broken_program.py DEFECT``, run in a project, builds it."""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import Any

import generator.kept_sites
import generator.parts.files
from generator.cli import main

_write = generator.parts.files.write_file


def not_at_once() -> None:
    """The new site is copied over the old one, file by file."""

    def exchange(new: Path, published: Path) -> None:
        shutil.rmtree(published)
        shutil.copytree(new, published)

    generator.kept_sites.exchange = exchange


def clock() -> None:
    """Each page says when it was made."""
    _with(lambda: f"<!-- {time.time_ns()} -->")


def hash_order() -> None:
    """Each page lists something in the order of a set."""
    _with(lambda: f"<!-- {', '.join({'squat', 'hinge', 'push', 'pull', 'carry', 'jump', 'calf', 'core'})} -->")


def _with(more: Any) -> None:
    def write_file(folder: Path, name: str, content: bytes) -> Any:
        added = more().encode() if name.endswith(".html") else b""
        return _write(folder, name, content + added)

    generator.parts.files.write_file = write_file


DEFECTS = {one.__name__.replace("_", "-"): one for one in (not_at_once, clock, hash_order)}

if __name__ == "__main__":
    DEFECTS[sys.argv[1]]()
    sys.argv[1:] = ["build"]
    main()
