"""Keys: what stands for all that something is made of. The same key, the same bytes."""

from __future__ import annotations

import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import generator
from generator.inputs import Inputs

_INSTALLED = (".dist-info", ".egg-info")


def key_of(*parts: str) -> str:
    """Return what stands for some texts, in their order."""
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:40]


def ground_key(inputs: Inputs) -> str:
    """Return the key of all that is no plan: two grounds with one key make the same parts."""
    return key_of(program(), inputs.shared, inputs.settings, inputs.words, inputs.locale, inputs.theme)


def sources_key(inputs: Inputs, *others: str) -> str:
    """Return what stands for all that a site is made of, and for some others."""
    plans = (f"{path.name} {key}" for path, key in inputs.plans.items())
    return key_of(ground_key(inputs), inputs.records, *others, *plans)


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
