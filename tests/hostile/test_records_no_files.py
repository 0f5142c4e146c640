"""A record of what was published that is a link, a pipe or a device is refused in words, at once and in little room."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from malformed_cases import NO_FILES, ROOT
from malformed_worker import BYTES

RECORDS = ("generator.bookmarks.ledger", "generator.publish.calendars.ledger")
#: Reads the record in a process that may be ended if it waits; the seeded defect takes everything for a file.
READ = """
import sys
from pathlib import Path
from generator.model.finding import Refused
from {module} import read_ledger
{defect}
try:
    read_ledger(Path(sys.argv[1]))
except Refused as refused:
    print(*refused.diagnostics)
"""
DEFECT = "Path.is_symlink, Path.is_file = (lambda path: False), (lambda path: True)"


def ended(folder: Path, module: str, kind: str, defect: str = "") -> str:
    """What comes of reading a record that is of this kind: what was told, or how it ended."""
    path = folder / import_module(module).FILE
    path.parent.mkdir(parents=True)
    NO_FILES[kind](path, b"")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    command = [sys.executable, "-c", READ.format(module=module, defect=defect), str(folder)]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=10 if defect else 120,
            preexec_fn=limited,
        )
    except subprocess.TimeoutExpired:
        return "waits"
    return done.stdout if done.returncode == 0 else done.stderr


@pytest.mark.parametrize("module", RECORDS)
@pytest.mark.parametrize("kind", NO_FILES)
def test_a_record_is_a_file_of_its_own(tmp_path: Path, module: str, kind: str) -> None:
    told = ended(tmp_path, module, kind)
    assert told.startswith("published/")
    assert ":1:1: error" in told
    assert "it is a link, or no file at all" in told


@pytest.mark.parametrize(
    ("module", "kind", "how"),
    [
        (RECORDS[0], "a pipe", "waits"),
        (RECORDS[1], "a pipe", "waits"),
        (RECORDS[1], "a link to a device", "MemoryError"),
    ],
)
def test_a_reader_that_opens_whatever_it_is_is_noticed(tmp_path: Path, module: str, kind: str, how: str) -> None:
    found = ended(tmp_path, module, kind, DEFECT)
    assert how in found
    assert "no file at all" not in found
