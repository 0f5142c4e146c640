"""No name in a file leads out of its folder: it is refused with its place, and nothing is written elsewhere."""

from __future__ import annotations

import os
import re
import shutil
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from command_in_process import running
from injection_sites import PLANS
from site_project import ROOT

from generator import library, load
from generator.bookmarks.lines import read_lines
from generator.load import load_definition
from generator.model.finding import Refused
from generator.pipeline import preview
from generator.project import Project, open_project
from generator.settings import read_settings

#: Names that lead elsewhere, to devices, or to nothing on some system.
ELSEWHERE = (
    *("..", ".", "../secret", "../../etc/passwd", "a/../../b", "/etc/passwd", "//host/share", "~/x", "a/b"),
    *("..\\secret", "C:\\x", "C:x", "\\\\host\\share", "con/aux", "NUL.", "CON", "/dev/zero", "/proc/self/environ"),
    *("a.", ".hidden", "-", "-a", "a--b", "a%2e%2e%2fb", "%2e%2e", "a;b", "a|b", "$(x)", "`x`", "a*", "a?b"),
    *("ａ", "a\u2024b", "a\u2215b", "x" * 300, "file:///etc/passwd", "https://example.org/x", "a\tb", "--out"),
)


def read(path: Path) -> dict[str, Any]:
    """A file as its texts, as hardday reads it: `on` is a key, not a yes."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one plan, in a folder with a secret beside it."""
    root = tmp_path / "outer" / "project"
    root.mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", root)
    (root / "plans").mkdir()
    for name in ("library", "policies"):
        shutil.copytree(ROOT / "plans" / name, root / "plans" / name)
    shutil.copy2(PLANS / "written.yaml", root / "plans")
    for place in (root.parent, root.parent.parent):
        shutil.copy2(PLANS / "written.yaml", place / "secret.yaml")
    return root


@pytest.fixture(scope="module")
def known() -> Project:
    """What definitions may refer to."""
    return open_project(ROOT)


def refusals(known: Project, root: Path, **changed: object) -> list[str]:
    """Put values into the plan and read it; return what is said of it, nothing where it becomes a plan."""
    path = root / "plans" / "written.yaml"
    plan = read(PLANS / "written.yaml") | changed
    path.write_text(yaml.safe_dump(plan, allow_unicode=True), "utf-8")
    try:
        preview(replace(known, root=root), path, "plans/written.yaml")
    except Refused as refused:
        return [str(one) for one in refused.diagnostics]
    return []


def phases_with(name: str) -> list[dict[str, object]]:
    """The plan's phases, the first with another id."""
    phases = read(PLANS / "written.yaml")["phases"]
    return [phases[0] | {"id": name}, *phases[1:]]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_definition_names_nothing_outside_of_its_folder(known: Project, project: Path, name: str) -> None:
    race = {"name": "City 10k", "day": "2027-05-23", "id": name}
    for key, value in (
        ("extends", name),
        ("policy", name),
        ("phases", phases_with(name)),
        ("races", [race]),
        ("sources", [name]),
        ("big_lifts", [name]),
    ):
        told = refusals(known, project, **{key: value})
        assert told, f"{key}: {name!r} was taken"
        assert all(one.startswith("plans/written.yaml:") for one in told), told


def test_the_plan_itself_is_taken(known: Project, project: Path) -> None:
    assert refusals(known, project) == []
    assert refusals(known, project, phases=phases_with("other")) == []


def test_an_address_never_moves_outside_of_the_site(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Old names are of the plan's own folder, new ones of the site; what is not there is told with its line."""
    within = re.compile(r"(?:[a-z0-9][a-z0-9.-]*/)*[a-z0-9][a-z0-9.-]*")
    for moved in (dict.fromkeys(ELSEWHERE, "base"), {f"old-{at}": name for at, name in enumerate(ELSEWHERE)}):
        found, told = read_lines(moved)
        assert len(told) + len(found.pages) == len(ELSEWHERE)
        assert all(
            "/" not in old and within.fullmatch(old) and within.fullmatch(new) for old, new in found.pages.items()
        )
        plan = read(PLANS / "written.yaml") | {"moved": {key: value for key, value in moved.items() if len(value) < 99}}
        text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False)
        (project / "plans" / "written.yaml").write_text(text, "utf-8")
        done = running(monkeypatch, capsys, "check", "--project", str(project))()
        assert done.status == 1
        assert len([line for line in done.err.splitlines() if "plans/written.yaml:" in line]) >= len(told) - 1, done


@pytest.mark.parametrize("file", ["exercises", "glossary", "sources", "sessions"])
def test_the_library_names_nothing_outside_of_its_folder(project: Path, file: str) -> None:
    path = project / "plans" / "library" / f"{file}.yaml"
    data = read(path)
    named = {name: deepcopy(next(iter(data.values()))) for name in ELSEWHERE}
    path.write_text(yaml.safe_dump(named | data, allow_unicode=True), "utf-8")
    with pytest.raises(Refused) as refused:
        open_project(project)
    told = [str(one) for one in refused.value.diagnostics]
    assert all(one.startswith(f"plans/library/{file}.yaml:") for one in told)
    assert sum("can't be part of an address" in one for one in told) == len(ELSEWHERE)


@pytest.mark.parametrize("name", [name for name in ELSEWHERE if name.strip()])
def test_a_logo_comes_from_the_clinics_folder(project: Path, name: str) -> None:
    (project / "clinic").mkdir()
    (project / "mkdocs.yml").write_text(yaml.safe_dump({"extra": {"clinic": {"logo": name}}}), "utf-8")
    settings = read_settings(project)
    assert settings.clinic.logo is None
    assert [one for one in settings.diagnostics if str(one).startswith("mkdocs.yml:")]


@pytest.mark.parametrize("kind", ["link", "link out", "loop", "folder", "device", "pipe"])
def test_a_definition_is_a_file_of_its_own(project: Path, kind: str) -> None:
    path = project / "plans" / "other.yaml"
    if kind == "link":
        path.symlink_to("written.yaml")
    elif kind == "link out":
        path.symlink_to(project.parent / "secret.yaml")
    elif kind == "loop":
        path.symlink_to(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(path)
    with pytest.raises(Refused) as refused:
        load_definition(path, project, "plans/other.yaml")
    assert str(refused.value.diagnostics[0]).startswith("plans/other.yaml:1:1: error")


@pytest.mark.parametrize("name", ["library/exercises.yaml", "policies/hard-hard.yaml"])
def test_the_library_and_policies_are_files_of_their_own(project: Path, name: str) -> None:
    path = project / "plans" / name
    content = project.parent / "elsewhere.yaml"
    shutil.move(path, content)
    path.symlink_to(content)
    with pytest.raises(Refused) as refused:
        open_project(project)
    assert str(refused.value.diagnostics[0]).startswith(f"plans/{name}:1:1: error")


def test_a_plan_of_another_folder_that_is_extended_is_noticed(
    known: Project, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(self: Any, name: str) -> object:
        self.plans[name] = (self.path.parent / f"{name}.yaml").resolve()
        return self._with_plan(name)

    monkeypatch.setattr(load._Extension, "of", careless)
    with pytest.raises(AssertionError, match=re.escape("extends: '../../secret' was taken")):
        test_a_definition_names_nothing_outside_of_its_folder(known, project, "../../secret")


def test_names_of_the_library_that_nobody_looks_at_are_noticed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "SLUG", r"(?s:.)*")
    with pytest.raises((AssertionError, pytest.fail.Exception)):
        test_the_library_names_nothing_outside_of_its_folder(project, "glossary")


def test_a_link_that_is_followed_is_noticed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_symlink", lambda path: False)
    with pytest.raises(pytest.fail.Exception):
        test_a_definition_is_a_file_of_its_own(project, "link out")
