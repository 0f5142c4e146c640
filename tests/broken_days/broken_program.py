"""hardday with a defect, which a gate must notice: ``broken_program.py DEFECT``, run in a project, builds it."""

from __future__ import annotations

import shutil
import sys
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import generator.cli
import generator.kept_sites
import generator.load
import generator.parts.files
import generator.report.endings
from generator.cli import main

_write = generator.parts.files.write_file


def not_at_once() -> None:
    """The new site is copied over the old one, file by file."""

    def exchange(new: Path, published: Path) -> None:
        shutil.rmtree(published)
        shutil.copytree(new, published)

    generator.kept_sites.exchange = exchange


def cleared_first() -> None:
    """The old site makes way before there is a new one."""
    shutil.rmtree("site", ignore_errors=True)


def no_advice() -> None:
    """What the system says is told, and not what to do about it."""
    generator.report.endings.advice = lambda problem: ""


def own_fault() -> None:
    """What a disk refuses is told as a fault of hardday's own."""
    generator.report.endings.OSError = ZeroDivisionError  # type: ignore[attr-defined]
    generator.load._bytes = lambda path, shown: path.read_bytes()


def deaf() -> None:
    """The program dies of SIGTERM without a word."""
    generator.cli.ended_by_signal = nullcontext


def python_version() -> None:
    """Each page says which Python made it."""
    _with(lambda: f"<!-- Python {sys.version_info.major}.{sys.version_info.minor} -->")


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


_ALL = (not_at_once, cleared_first, no_advice, own_fault, deaf, python_version, clock, hash_order)
DEFECTS = {one.__name__.replace("_", "-"): one for one in _ALL}

if __name__ == "__main__":
    DEFECTS[sys.argv[1]]()
    sys.argv[1:] = ["build"]
    main()
