"""The folder of a site that nobody needs any more becomes the next site's, and no byte of it but what is published."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from parts_project import built, copy_sources, differing, made_files
from serve_project import command
from spare_project import PLAN, change, copy_of, with_spare

from generator.parts.recycling import remove_files, same_files

#: Nothing changes on it while PLAN does.
OTHERS_PAGE = "plans/short/week-01/index.html"


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with a spare folder; copy it with its hard links."""
    return with_spare(tmp_path_factory.mktemp("spare") / "project")


@pytest.fixture
def project(ready: Path, tmp_path: Path) -> Path:
    """A copy of it whose files share their content as they do there."""
    return copy_of(ready, tmp_path / "project")


def foreign_file(spare: Path) -> None:
    (spare / "plans" / "nobody").mkdir(parents=True)
    (spare / "plans" / "nobody" / "index.html").write_text("not ours", "utf-8")


def other_content(spare: Path) -> None:
    page = spare / OTHERS_PAGE
    page.unlink()
    page.write_text("not ours", "utf-8")


def link_elsewhere(spare: Path) -> None:
    page = spare / OTHERS_PAGE
    page.unlink()
    page.symlink_to("/etc/hostname")
    shutil.rmtree(spare / "plans" / "winter")
    (spare / "plans" / "winter").symlink_to("/etc")


def folder_for_a_file(spare: Path) -> None:
    (spare / OTHERS_PAGE).unlink()
    (spare / OTHERS_PAGE).mkdir()


def file_for_a_folder(spare: Path) -> None:
    shutil.rmtree(spare / "plans")
    (spare / "plans").write_text("not ours", "utf-8")


def nothing_in_it(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.mkdir()


def no_folder(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.write_text("not ours", "utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(foreign_file, marks=pytest.mark.long),
        other_content,
        pytest.param(link_elsewhere, marks=pytest.mark.long),
        pytest.param(folder_for_a_file, marks=pytest.mark.long),
        pytest.param(file_for_a_folder, marks=pytest.mark.long),
        pytest.param(nothing_in_it, marks=pytest.mark.long),
        pytest.param(no_folder, marks=pytest.mark.long),
    ],
    ids=lambda damage: damage.__name__,
)
def test_what_stands_in_a_spare_folder_is_never_published(
    project: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(project / "build" / "site-spare")
    change(project, 100)
    copy_sources(project, tmp_path / "cold")
    assert differing(built(project), built(tmp_path / "cold")) == []


def test_a_failed_build_keeps_the_spare_folder_and_the_earlier_sites(project: Path) -> None:
    before = sorted(path.name for path in (project / "build").glob("site-before/*"))
    plan = project / "plans" / f"{PLAN}.yaml"
    whole = plan.read_text("utf-8")
    plan.write_text(whole.replace("title: ", "titel: "), "utf-8")
    assert command(project, "build").returncode == 1
    assert (project / "build" / "site-spare").is_dir()
    assert not (project / "build" / "site-next").exists()
    assert sorted(path.name for path in (project / "build").glob("site-before/*")) == before == ["1", "2"]


def test_one_can_still_go_back(project: Path) -> None:
    up = {name: text for name, text in made_files(project).items() if name.startswith("site/")}
    change(project, 200)
    built(project)
    assert command(project, "rollback").returncode == 0
    assert {name: text for name, text in made_files(project).items() if name.startswith("site/")} == up


def test_only_the_same_file_counts_as_the_same(tmp_path: Path) -> None:
    site, spare = tmp_path / "site", tmp_path / "spare"
    for folder in (site, spare):
        (folder / "a").mkdir(parents=True)
    (site / "a" / "same.html").write_text("text", "utf-8")
    os.link(site / "a" / "same.html", spare / "a" / "same.html")
    for folder in (site, spare):
        (folder / "a" / "alike.html").write_text("text", "utf-8")
    (spare / "gone").mkdir()
    (spare / "gone" / "old.html").write_text("text", "utf-8")
    assert same_files(spare, site) == {"a/same.html"}
    assert [path.name for path in spare.rglob("*")] == ["a", "same.html"]
    remove_files(spare, ["a/same.html", "a/was-never.html"])
    assert list(spare.iterdir()) == []
    assert same_files(tmp_path / "nowhere", site) == frozenset()


@pytest.mark.long
def test_a_look_that_believes_any_file_of_that_name_is_noticed(project: Path) -> None:
    """The seeded defect: what has the name of a published file is taken for it."""
    program = project / "generator" / "parts" / "recycling.py"
    text = program.read_text("utf-8")
    program.write_text(text.replace("entry.inode() == other.inode()", "entry.name == other.name"), "utf-8")
    built(project)  # all is made anew by another program
    other_content(project / "build" / "site-spare")
    change(project, 300)
    built(project)
    assert (project / "site" / OTHERS_PAGE).read_text("utf-8") == "not ours"
