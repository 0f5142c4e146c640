"""What the figures were measured on and with."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from tools.bench.checkout import ROOT

_PACKAGES = {"MkDocs": "mkdocs", "Material": "mkdocs-material", "Zensical": "zensical", "Markdown": "markdown"}


@dataclass(frozen=True, slots=True)
class Machine:
    """The processor and its cores, how busy it was in the minute before, versions by name, our own revision."""

    processor: str
    cores: int
    load: float
    system: str
    versions: dict[str, str]
    revision: str


def this_machine(revision: str = "") -> Machine:
    """Look. A ``+`` behind the revision says that the program had changes that were not committed."""
    versions = {"Python": platform.python_version()} | {name: version(package) for name, package in _PACKAGES.items()}
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Machine(_processor(), cores, os.getloadavg()[0], platform.system(), versions, _revision(revision))


def _processor() -> str:
    try:
        found = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text("utf-8"), re.M)
    except OSError:
        found = None
    return found[1] if found else platform.processor() or platform.machine()


def _revision(asked: str) -> str:
    if asked:
        return _git("rev-parse", "--short=12", asked)
    changed = bool(_git("status", "--porcelain", "--", "generator", "templates", "plans", "mkdocs.yml"))
    return (_git("rev-parse", "--short=12", "HEAD") or "unknown") + ("+" if changed else "")


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
