"""All that is wrong in a file is told at once: ``tests/cases/many`` says in its comments what, and where."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from definition.reading import CASES, faults

FILES = sorted((CASES / "many").glob("*.yaml"))
EXPECT = re.compile(r"# expect (.+)")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mistake_is_told(path: Path) -> None:
    expected = EXPECT.findall(path.read_text(encoding="utf-8"))
    found = [str(fault).removeprefix(f"{path.name}:").replace(": error", " error", 1) for fault in faults(path)]
    left = [line for line in found if not any(line.startswith(words) for words in expected)]
    missing = [words for words in expected if not any(line.startswith(words) for line in found)]
    assert (missing, left) == ([], []), "\n".join([*missing, "found:", *found])
    assert found == sorted(found, key=lambda line: [int(part) for part in line.split(" ")[0].split(":")])
