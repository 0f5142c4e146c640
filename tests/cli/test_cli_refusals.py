"""Input with errors: every one told at its place, status 1, nothing written, never a traceback."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_runs import LINE, PLAN, READS_A_FILE, told, with_plans
from command_in_process import Run


def _broken_project(folder: Path) -> Path:
    copied = with_plans(folder, "time-crunched.yaml", "offseason-strength.yaml")
    plan = copied / PLAN
    plan.write_text(
        plan.read_text("utf-8").replace("runs: 3", "rums: 3", 1).replace("units: km", "units: ells"), "utf-8"
    )
    return copied


@pytest.mark.parametrize("command", ["check", "pages", "build"])
def test_every_error_of_a_project_is_told_and_nothing_is_written(command: str, hardday: Run, tmp_path: Path) -> None:
    folder = _broken_project(tmp_path / "project")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the last good site", "utf-8")
    done = hardday(command, "--project", folder)
    assert done.status == 1
    assert re.match(r"2 plans, [2-9] errors, ", done.out)
    lines = [line for line in map(LINE.fullmatch, done.err.splitlines()) if line]
    errors = [line for line in lines if line["severity"] == "error"]
    assert len(errors) >= 2
    assert {line["path"] for line in errors} == {PLAN}
    assert [page.read_text("utf-8") for page in (folder / "site").iterdir()] == ["the last good site"]
    assert {path.name for path in (folder / "build").rglob("*")} <= {"lock"}


def test_a_failed_publication_leaves_the_last_good_site(hardday: Run, tmp_path: Path, monkeypatch: Any) -> None:
    folder = with_plans(tmp_path / "project", "time-crunched.yaml")
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("the last good site", "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\ntheme_of_nobody: {name: nobody}\nplugins: [no-such-plugin]\n")
    done = hardday("build", "--project", folder)
    assert done.status == 1
    assert "site/ is as it was" in done.out
    assert "mkdocs.yml:1:1: error MkDocs says: " in done.err
    assert (folder / "site" / "index.html").read_text("utf-8") == "the last good site"


def test_an_empty_project_has_no_plan(hardday: Run, tmp_path: Path) -> None:
    folder = with_plans(tmp_path / "project")
    done = hardday("check", "--project", folder)
    assert done.status == 1
    assert "there is no plan in plans/" in done.err


#: Files that are nothing of what a command reads.
HOSTILE: dict[str, Callable[[Path], Path]] = {
    "missing": lambda folder: folder / "missing.yaml",
    "folder": lambda folder: folder,
    "device": lambda folder: Path("/dev/null"),
    "empty": lambda folder: _file(folder, b""),
    "blank": lambda folder: _file(folder, b" \n\t\n"),
    "png": lambda folder: _file(folder, b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
    "zeros": lambda folder: _file(folder, bytes(4096)),
    "half a letter": lambda folder: _file(folder, "title: Läufer".encode()[:9]),
    "utf-16": lambda folder: _file(folder, "title: Plan".encode("utf-16")),
    "brackets": lambda folder: _file(folder, b"[" * 100_000),
    "other json": lambda folder: _file(folder, b'{"format": "hardday/plan@2", "weeks": 3}'),
    "other yaml": lambda folder: _file(folder, b"- 1\n- {a: b}\n"),
    "no text for a name": lambda folder: folder / "\udcff.yaml",
    "below a file": lambda folder: _file(folder, b"title: Plan") / "plan.yaml",
}


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "hostile.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("command", READS_A_FILE)
def test_a_hostile_file_is_refused_at_its_place(
    command: str, kind: str, hardday: Run, in_project: Path, tmp_path: Path
) -> None:
    file = HOSTILE[kind](tmp_path)
    done = hardday(command, file)
    assert done.status == 1
    lines = told(done.err)
    assert lines
    shown = str(file).encode("utf-8", "backslashreplace").decode()
    assert {line["path"] for line in lines} == {shown}
    assert all(line["severity"] == "error" for line in lines)


def test_a_name_too_long_for_a_file_is_refused(hardday: Run) -> None:
    done = hardday("audit", "a" * 300)
    assert done.status == 1
    assert told(done.err)[0]["message"] == "the file can't be read: File name too long"


@pytest.mark.parametrize("command", READS_A_FILE)
def test_refusals_are_objects_when_asked_for(command: str, hardday: Run, in_project: Path, tmp_path: Path) -> None:
    file = _file(tmp_path, b"")
    for form in (["--format", "json"], ["--format=json"]):
        done = hardday(command, file, *form)
        assert done.status == 1
        (found,) = json.loads(done.err)
        assert (found["path"], found["line"], found["severity"], found["rule"]) == (str(file), 1, "error", None)
        assert "empty" in found["message"]


def test_json_on_standard_error_stands_alone(hardday: Run, in_project: Path, tmp_path: Path) -> None:
    for command in ("check", "expand"):
        done = hardday(command, PLAN, "--format", "json")
        assert done.status == 0
        assert {found["severity"] for found in json.loads(done.err)} == {"warning"}
    done = hardday("pages", "--project", _broken_project(tmp_path / "project"), "--format", "json")
    assert done.status == 1
    assert {found["path"] for found in json.loads(done.err) if found["severity"] == "error"} == {PLAN}
