"""A single changed plan: printed by another process ahead of all else, and bound with what was kept."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from everything import EVERYTHING
from parts_project import built, copy_sources, differing, made_files
from serve_project import EPOCH, checkout, command

from generator.parts.binding import FILE
from generator.processes import WORKERS


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that was built once."""
    root = checkout(tmp_path_factory.mktemp("ahead") / "project")
    built(root)
    return root


@pytest.fixture
def project(cold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it; builds have two processes, however many cores there are."""
    monkeypatch.setenv(WORKERS, "2")
    return shutil.copytree(cold, tmp_path / "project", symlinks=True)


@pytest.fixture(scope="module")
def changed(cold: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], str]:
    """Return what is made of it once a plan has changed, from nothing, and what is kept of the library then."""
    root = copy_sources(cold, tmp_path_factory.mktemp("changed") / "project")
    _change_a_plan(root)
    files = built(root)
    return files, (root / FILE).read_text("utf-8")


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _change_a_plan(root: Path) -> None:
    """A line that any of the plans has."""
    _change(root / "plans" / "dated.yaml", "title: ", "title: Quite ")


def _only_one(root: Path) -> None:
    """Leave the plan that the others extend, and nothing of what is known of it."""
    (root / "plans" / "winter.yaml").replace(root / "plans" / "dated.yaml")
    (root / "plans" / "short.yaml").unlink()
    for name in ("build", "site", "published"):
        shutil.rmtree(root / name, ignore_errors=True)


def _made_by_one_process(root: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return what one process makes of the sources, from nothing."""
    monkeypatch.setenv(WORKERS, "1")
    return built(copy_sources(root, root.with_name("aside")))


def test_the_site_is_what_one_process_makes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _change_a_plan(project)
    files = built(project)
    assert b"Quite Winter with dates" in files["site/plans/dated/index.html"]
    assert differing(files, _made_by_one_process(project, monkeypatch)) == []


def test_so_is_the_site_of_an_only_plan(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _only_one(project)
    files = built(project)
    assert "site/plans/dated/index.html" in files
    assert differing(files, _made_by_one_process(project, monkeypatch)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("plans/dated.yaml", "title:", "titel:", "plans/dated.yaml:"),
        ("plans/library/exercises.yaml", "slot:", "slott:", "plans/library/exercises.yaml:"),
        ("plans/policies/hard-hard.yaml", "title:", "titel:", "plans/policies/hard-hard.yaml:"),
        ("mkdocs.yml", "site_name:", "site_name: [", "mkdocs.yml:"),
        ("templates/pages/week.md.j2", "{{ week.heading }}", "{{ week.heading.nothing.more }}", "week.md.j2:"),
        ("templates/theme/main.html", "{%- set words", "{%- nothing words", "main.html:"),
    ],
    ids=["plan", "library", "policy", "settings", "page", "theme"],
)
@pytest.mark.parametrize("alone", [False, True] if EVERYTHING else [True], ids=lambda alone: ("changed", "only")[alone])
def test_what_is_at_fault_is_said_and_the_site_stays(
    project: Path, file: str, old: str, new: str, said: str, alone: bool
) -> None:
    if alone:
        _only_one(project)
    before = made_files(project)
    _change_a_plan(project)
    _change(project / file, old, new)
    done = command(project, "build")
    assert done.returncode == 1, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert differing(before, made_files(project)) == []


#: Builds the site; the process that prints ahead has read another record of what was published, and prints by that.
BY_ANOTHER_RECORD = """
from dataclasses import replace
from pathlib import Path

from generator.build import build_site
from generator.parts import ahead
from generator.report.progress import unseen

real = ahead._Printing.__call__

def printing(self, path):
    printed = real(self, path)
    files = {name: content.replace(b"Quite", b"Never") for name, content in printed.files.items()}
    past = replace(printed.summary.past, edition=7)
    return replace(printed, files=files, summary=replace(printed.summary, past=past))

ahead._Printing.__call__ = printing
build_site(Path.cwd(), unseen)
"""


def test_pages_by_another_record_are_made_anew(project: Path, changed: tuple[dict[str, bytes], str]) -> None:
    _change_a_plan(project)
    environment = os.environ | {"PYTHONPATH": str(project), "SOURCE_DATE_EPOCH": EPOCH}
    program = [sys.executable, "-c", BY_ANOTHER_RECORD]
    subprocess.run(program, cwd=project, env=environment, check=True, timeout=300)
    assert differing(made_files(project), changed[0]) == []


def _cut_short(text: str) -> str:
    return text[: len(text) // 2]


def _another_word(text: str) -> str:
    assert "Stand" in text
    return text.replace("Stand", "Stend", 1)


def _fewer_exercises(text: str) -> str:
    said = json.loads(text)
    said["kept"][2] = said["kept"][2][:3]
    return json.dumps(said)


def _another_style_sheet(text: str) -> str:
    said = json.loads(text)
    told = json.loads(said["kept"][1])
    said["kept"][1] = json.dumps({**told, "style_sheet": "assets/css/none.css"})
    return json.dumps(said)


def _nothing(text: str) -> str:
    return ""


@pytest.mark.parametrize(
    "damage", [_cut_short, _another_word, _fewer_exercises, _another_style_sheet, _nothing], ids=lambda d: d.__name__
)
def test_what_was_kept_and_is_damaged_is_made_anew(
    project: Path, changed: tuple[dict[str, bytes], str], damage: Callable[[str], str]
) -> None:
    files, kept = changed
    _change_a_plan(project)
    (project / FILE).write_text(damage((project / FILE).read_text("utf-8")), "utf-8")
    assert differing(built(project), files) == []
    assert (project / FILE).read_text("utf-8") == kept
