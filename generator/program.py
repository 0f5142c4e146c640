"""What stands for hardday itself, so that what one version of it made is no other version's."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import generator

_INSTALLED = (".dist-info", ".egg-info")


@cache
def program() -> str:
    """Return what stands for hardday itself, as it is installed, for Python, and for the packages beside it."""
    found = hashlib.sha256("\0".join((platform.python_version(), *sorted(_packages()))).encode("utf-8"))
    folder = Path(generator.__file__).parent
    for path in sorted(folder.rglob("*.py")):
        content = path.read_bytes()
        found.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return found.hexdigest()


def _packages() -> Iterator[str]:
    """Yield each installed package with its version: the names of what installers leave beside the modules."""
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        yield from (name for name in names if name.endswith(_INSTALLED) and not name.startswith("hardday"))
