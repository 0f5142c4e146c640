"""What other people's programs make of the schema: yaml-language-server, check-jsonschema and ajv."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from definition.reading import CASES, ROOT, faults
from site_project import run_tool
from yaml_editor import Editor, editor_in

from generator.load import read_file
from generator.model.finding import Refused
from generator.schema_file import FIRST_LINE, PLACE

AJV = ROOT / "node_modules" / ".bin" / "ajv"
PLANS = sorted((ROOT / "plans").glob("*.yaml"))
VALID = sorted((CASES / "valid").glob("*.yaml"))
INVALID = sorted((CASES / "invalid").glob("*.yaml"))
PROGRAMMES = sorted((ROOT / "tests" / "programmes" / "papers").glob("*.yaml"))
#: What JSON Schema can see of a mistake: a key, a word, a shape, a number's bounds, how a quantity is written.
STRUCTURAL = re.compile(
    r"is not known here|is not one of|is missing|has no unit|is not a|expected (a list|lines|text)|too (small|large)"
    r"|characters; at most|entries; at (most|least)|neither yes nor no|is no exercise|no source|no policy|no rule"
    r"|Did you mean|has more than (one line|59)"
)


def refused_by_check_jsonschema(files: Sequence[Path], schema: Path = ROOT / PLACE) -> set[Path]:
    done = run_tool("check-jsonschema", "-o", "json", "--schemafile", str(schema), *map(str, files), cwd=ROOT)
    found = json.loads(done.stdout)
    return {Path(error["filename"]) for error in (*found["errors"], *found.get("parse_errors", ()))}


def refused_by_ajv(files: Sequence[Path], schema: Path = ROOT / PLACE) -> set[Path]:
    """ajv's answers, file by file; what it can't read counts as refused."""
    data = [part for file in files for part in ("-d", str(file))]
    command = [AJV, "validate", "--spec=draft2020", "--strict=false", "--errors=line", "-s", str(schema), *data]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    if len(files) > 1 and "error:" in done.stderr.lower():
        return {file for file in files if refused_by_ajv([file], schema)}
    passed = {Path(line.removesuffix(" valid")) for line in done.stdout.splitlines() if line.endswith(" valid")}
    return {file for file in files if file not in passed}


def test_every_plan_and_every_valid_case_passes_in_both() -> None:
    files = [*PLANS, *VALID]
    assert refused_by_check_jsonschema(files) == set()
    assert refused_by_ajv(files) == set()


def test_both_refuse_what_is_structurally_wrong_and_agree() -> None:
    """The schema sees most structural mistakes; what it lets pass is told by ``hardday check`` alone."""
    readable = [path for path in INVALID if _is_plain_yaml(path)]
    told = refused_by_check_jsonschema(readable)
    assert refused_by_ajv(readable) == told
    structural = [path for path in readable if STRUCTURAL.search(path.read_text("utf-8").splitlines()[0])]
    assert len(structural) > 60
    seen = told & set(structural)
    assert len(seen) >= 0.8 * len(structural), sorted(path.name for path in set(structural) - seen)
    for name in ("audience-misspelt", "volume-without-unit", "missing-title", "pace-without-unit", "exercise-unknown"):
        assert CASES / "invalid" / f"{name}.yaml" in told, name


def test_the_schema_is_never_stricter_than_hardday() -> None:
    for file in refused_by_check_jsonschema([*INVALID, *PROGRAMMES]):
        assert faults(file), file.name


def test_a_schema_that_is_too_strict_would_be_seen(tmp_path: Path) -> None:
    schema = json.loads((ROOT / PLACE).read_text("utf-8"))
    schema["$defs"]["Pace"]["pattern"] = "^[0-9]:00 /km$"
    strict = tmp_path / "strict.json"
    strict.write_text(json.dumps(schema), "utf-8")
    assert refused_by_check_jsonschema(VALID, strict)
    assert refused_by_ajv(VALID[:3], strict)


def _is_plain_yaml(path: Path) -> bool:
    try:
        return bool(read_file(path, path.name).value) and not path.stem.startswith(("key-is-a-list", "only-a-marker"))
    except Refused:
        return False


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    (folder / "plans").mkdir()
    shutil.copy(ROOT / PLACE, folder / PLACE)
    with editor_in(folder) as opened:
        yield opened


PLAN = (ROOT / "plans" / "marathon-competitive.yaml").read_text("utf-8")


def _line(text: str, start: str) -> int:
    return next(number for number, line in enumerate(text.splitlines()) if line.strip().startswith(start))


def test_an_editor_has_nothing_to_say_of_a_good_plan(editor: Editor) -> None:
    assert editor.open("plans/good.yaml", PLAN) == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("audience: competitive", "audience: competetive", "Valid values"),
        ("runs: 5", "runs: five", "Write a whole number from 1 to 12."),
        ("easy_pace: 8:20 /mi", "easy_pace: 8:20", "Write a pace with its unit, such as 5:40 /km."),
        ("sunday: long", "sundy: long", "Write a weekday"),
        ("wednesday: quality", "wednesday: qualty", "Write a kind of day, such as long."),
        ("back-squat, trap", "back-squad, trap", "Valid values"),
        ("day: 2027-05-23", "day: May 23", "Write a date as year-month-day"),
        ("units: mi", "unitz: mi", "unitz is not allowed"),
    ],
)
def test_an_editor_marks_a_mistake_on_its_line(right: str, wrong: str, told: str, editor: Editor) -> None:
    text = PLAN.replace(right, wrong, 1)
    found = editor.open(f"plans/{abs(hash(wrong))}.yaml", text)
    line = next(number for number, line in enumerate(text.splitlines()) if wrong in line)
    assert any(told in each["message"] and each["range"]["start"]["line"] == line for each in found), found


def test_an_editor_completes_keys_and_words(editor: Editor) -> None:
    text = (
        f"{FIRST_LINE}\ntitle: x\n\nbig_lifts:\n  - \nphases:\n  - id: a\n    running:\n      kind: \n      volume: \n"
    )
    text += "rules:\n  \n"
    editor.open("plans/new.yaml", text)
    keys = editor.completions("plans/new.yaml", 2, 0)
    assert {"audience", "easy_pace", "days", "race", "reviewed"} <= set(keys)
    assert "title" not in keys
    assert {"back-squat", "hip-thrust"} <= set(editor.completions("plans/new.yaml", 4, 4))
    kinds = editor.completions("plans/new.yaml", 8, 12)
    assert set(kinds) == {"off-season", "base", "build", "specific", "taper", "race", "transition"}
    assert kinds["taper"]["documentation"] == "Less of everything before the race."
    assert {"48-64 km", "30-40 mi"} <= set(editor.completions("plans/new.yaml", 9, 14))
    assert {"two-recovery-days", "ramp"} <= set(editor.completions("plans/new.yaml", 11, 2))


def test_an_editor_explains_a_key_with_unit_and_example(editor: Editor) -> None:
    editor.open("plans/read.yaml", PLAN)
    shown = editor.explained("plans/read.yaml", _line(PLAN, "volume:"), 8)
    assert "A week's distance, first to last" in shown
    assert "Unit: km or mi a week." in shown
    assert "30-40 mi" in shown
    assert "Trains for times" in editor.explained("plans/read.yaml", _line(PLAN, "audience:"), 3)
