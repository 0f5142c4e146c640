"""Another Python than the one that runs the tests, with the pinned packages, made once and kept below `.cache`."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator

from broken_days_project import ROOT

from tools.versions.wanted import python_of

VERSIONS = ("3.11", "3.12", "3.13")
_KEPT = ROOT / ".cache" / "second-python"
_NEEDED = (ROOT / "pyproject.toml", ROOT / "constraints.txt")
_OWN = f"{sys.version_info.major}.{sys.version_info.minor}"


def others() -> Iterator[tuple[str, str]]:
    """Yield version and path of each other supported Python that really runs."""
    for version in VERSIONS:
        path = python_of(version) if version != _OWN else None
        if path is not None:
            yield version, path


def environment_of(version: str, python: str) -> str:
    """Return the Python of a virtual environment with the pinned packages; AssertionError if pip can't make it."""
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in _NEEDED)).hexdigest()
    folder = _KEPT / version
    own, ready = folder / "bin" / "python", folder / "ready"
    if not ready.exists() or ready.read_text("utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([python, "-m", "venv", str(folder)], check=True)
        install = [str(own), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        command = [*install, "--constraint", str(ROOT / "constraints.txt"), "--editable", str(ROOT)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"Python {version}: {done.stderr[-1000:]}"
        ready.write_text(wanted, "utf-8")
    return str(own)
