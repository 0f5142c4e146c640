"""One mistake a file: ``tests/cases/invalid`` says in its first line what is told, and where. Nothing else may be."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from definition.reading import CASES, ROOT, faults, shipped
from pydantic import ValidationError

from generator.load import load_definition
from generator.model.definition import Authored
from generator.model.finding import Refused
from generator.model.schema import definition_adapter
from generator.validate_sense import CHECKS
from generator.validate_sense.checking import SenseCheck

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


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__.strip("_"))
def test_every_check_has_a_case(check: SenseCheck) -> None:
    """Without this check one of the files would be taken for sound."""
    known = shipped().known
    assert any(found for path in FILES if (authored := typed(path)) for found in check(authored, known))


@cache
def typed(path: Path) -> Authored | None:
    """The definition of a file whose types are right, whatever its sense; None for the others."""
    try:
        tree = load_definition(path, ROOT)
        definition = definition_adapter().validate_python(tree.value)
    except (Refused, ValidationError):
        return None
    return Authored(path.stem, path.name, definition, {**tree.keys, **tree.values}, tree.keys)
