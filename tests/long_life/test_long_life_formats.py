"""A format that changes gets a number and a frozen file of what it was: nobody's kept data is forgotten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from formats import FIXTURES, MADE_ANEW, PROMISED, ROOT, WRITTEN_ONLY, current, digest, fixtures, named

from generator.model.schema import definition_adapter, schema_of
from generator.plan_json.schema import index_schema, plan_schema

SHAPES = FIXTURES / "shapes.json"


def shapes() -> dict[str, str]:
    numbers = current()
    return {
        f"plan@{numbers['plan']}": digest(plan_schema()),
        f"index@{numbers['index']}": digest(index_schema()),
        "definition": digest(schema_of(definition_adapter())),
    }


def without_a_fixture(root: Path) -> list[str]:
    """Return each version of a promised format, up to the one that is written, that no frozen file keeps."""
    wanted = [f"{name}@{number}" for name in PROMISED for number in range(1, current(root)[name] + 1)]
    return [one for one in wanted if not any((FIXTURES / one).glob("*"))]


def test_every_format_is_known_and_has_its_promise() -> None:
    assert sorted(current()) == sorted({*PROMISED, *WRITTEN_ONLY, *MADE_ANEW})


def test_every_version_of_a_promised_format_has_a_frozen_file() -> None:
    assert without_a_fixture(ROOT) == []


def test_a_version_that_was_written_is_still_known_to_the_code() -> None:
    kept = {path.name for path in FIXTURES.iterdir() if "@" in path.name}
    assert kept <= named()


@pytest.mark.parametrize("name", PROMISED)
def test_a_new_version_without_a_frozen_file_is_found(tmp_path: Path, name: str) -> None:
    for part in ("generator", "templates/assets/js"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    now = current()[name]
    for path in [*tmp_path.rglob("*.py"), *tmp_path.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        changed = text.replace(f'FORMAT = "hardday/{name}@{now}"', f'FORMAT = "hardday/{name}@{now + 1}"')
        if changed != text:
            path.write_text(changed, encoding="utf-8")
    assert without_a_fixture(tmp_path) == [f"{name}@{now + 1}"]


def test_shapes_are_as_they_were_frozen() -> None:
    """Red? If keys were only added, freeze the shape anew and keep a file that has them. If one was renamed or taken
    away, the format needs its next number, and the old one a reader: docs/formats.md."""
    assert shapes() == json.loads(SHAPES.read_text(encoding="utf-8"))


def test_a_key_that_is_renamed_and_a_value_that_is_taken_away_change_the_shape() -> None:
    schema = plan_schema()
    text = json.dumps(schema)
    for old, new in (('"title"', '"heading"'), ('"monday"', '"lundi"'), ('"integer"', '"number"')):
        assert old in text
        assert digest(json.loads(text.replace(old, new))) != digest(schema)
    prose = json.loads(text)
    prose["description"] = "Said in other words."
    assert digest(prose) == digest(schema)


def test_frozen_files_say_which_format_they_are_of() -> None:
    for folder in (path for path in FIXTURES.iterdir() if "@" in path.name):
        for file in fixtures(folder.name):
            assert json.loads(file.read_text(encoding="utf-8"))["format"] == f"hardday/{folder.name}"
