"""One mistake a file: ``tests/cases/invalid`` says in its first line what is told, and where. Nothing else may be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from definition.reading import CASES, faults

FILES = sorted((CASES / "invalid").glob("*.yaml"))
EXPECT = re.compile(r"# expect (\d+):(\d+) error(?:\[([a-z-]+)\])? (.+)")


def test_there_are_many() -> None:
    assert len(FILES) >= 75


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_mistake_one_message(path: Path) -> None:
    expected = EXPECT.fullmatch(path.read_text(encoding="utf-8").splitlines()[0])
    assert expected, "the first line says what is expected: # expect 14:5 error[rule] part of the message"
    line, column, rule, words = expected.groups()
    found = faults(path)
    assert len(found) == 1, "\n".join(map(str, found)) or "nothing was found wrong"
    told = found[0]
    assert (told.place.path, told.place.line, told.place.column) == (path.name, int(line), int(column)), str(told)
    assert (told.severity, told.rule) == ("error", rule), str(told)
    assert words in str(told), str(told)
