"""Builds in a spare folder that are killed, that run beside others, or that no second name of a file helps."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from parts_project import built, copy_sources, differing, made_files
from serve_project import command
from spare_project import KILLED, LOOKED_LATE, WITHOUT_LINKS, change, copy_of, ended, is_whole, started, with_spare

from generator.kept_sites import KEEP, kept, site_paths, version_of
from generator.parts.files import Written, link_files, write_file
from generator.parts.recycling import remove_files, same_files

ONE_BUILD = (
    "from pathlib import Path; from generator.build import build_site; from generator.report.progress import unseen"
)
ONE_BUILD += "; build_site(Path.cwd(), unseen)"
NEW = 100


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with a spare folder, of which a plan was changed since the last build."""
    root = with_spare(tmp_path_factory.mktemp("ready") / "project")
    change(root, NEW)
    return root


@pytest.fixture(scope="module")
def cold(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build makes of it that remembers nothing."""
    return built(copy_sources(ready, tmp_path_factory.mktemp("cold") / "project"))


@pytest.fixture(scope="module")
def acts(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> int:
    """How often a build acts upon the folders of sites, all told."""
    root = copy_of(ready, tmp_path_factory.mktemp("acts") / "project")
    return int(ended(started(root, KILLED, "0")))


@pytest.fixture
def project(ready: Path, tmp_path: Path) -> Path:
    return copy_of(ready, tmp_path / "project")


def site_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name.startswith("site/")}


def shelf_is_right(root: Path, before: str) -> None:
    """The sites that one can go back to are as many as ever, and whole; the last is what was up before."""
    sites = [site_paths(root).before / str(number) for number, _ in kept(root)]
    assert [site.name for site in sites] == [str(number) for number in range(1, KEEP + 1)]
    assert all(map(is_whole, sites))
    assert version_of(sites[0]).content == before


#: Acts of a build while it makes the site, then the last ones, counted from the end: the exchange is between the fifth
#: and the sixth.
MOMENTS = (1, 2, 3, 25, 140, 240, 340, 480, 620, -7, -6, -5, -4, -3, -2, -1)
SOON = (240,)


@pytest.mark.parametrize(
    "moment", [one if one in SOON else pytest.param(one, marks=pytest.mark.long) for one in MOMENTS]
)
def test_killed_at_any_moment_the_site_is_whole_and_the_next_build_right(
    project: Path, cold: dict[str, bytes], request: pytest.FixtureRequest, moment: int
) -> None:
    old, before = site_of(made_files(project)), version_of(project / "site").content
    last = moment if moment > 0 else request.getfixturevalue("acts") + 1 + moment
    program = started(project, KILLED, str(last))
    program.communicate(timeout=600)
    assert program.returncode == -signal.SIGKILL
    assert site_of(made_files(project)) == (site_of(cold) if -6 < moment < 0 else old)
    assert all(is_whole(site_paths(project).before / str(number)) for number, _ in kept(project))
    assert differing(built(project), cold) == []
    assert not site_paths(project).next.exists()
    shelf_is_right(project, before)
    assert command(project, "rollback").returncode == 0
    assert site_of(made_files(project)) == old


def test_a_site_that_is_not_whole_is_noticed(project: Path) -> None:
    assert is_whole(project / "site")
    (project / "site" / "index.html").unlink()
    assert not is_whole(project / "site")


@pytest.mark.long
def test_builds_at_once_take_turns(project: Path, cold: dict[str, bytes]) -> None:
    before = version_of(project / "site").content
    for program in [started(project, ONE_BUILD, workers=2) for _ in range(3)]:
        ended(program)
    assert differing(made_files(project), cold) == []
    shelf_is_right(project, before)


@pytest.mark.parametrize("builds", [1, pytest.param(3, marks=pytest.mark.long)])
def test_where_no_file_has_a_second_name_all_are_copied(
    ready: Path, tmp_path: Path, cold: dict[str, bytes], builds: int
) -> None:
    project = shutil.copytree(ready, tmp_path / "project")
    for number in reversed(range(builds)):
        change(project, NEW + number)
        ended(started(project, WITHOUT_LINKS))
    assert differing(made_files(project), cold) == []
    assert {path.stat().st_nlink for path in (project / "site").rglob("*") if path.is_file()} == {1}


@pytest.mark.long
def test_what_was_written_into_a_file_with_two_names_is_made_good(project: Path, cold: dict[str, bytes]) -> None:
    page = project / "build" / "site-spare" / "sources" / "index.html"
    page.write_bytes(page.read_bytes() + b"not ours")
    assert (project / "site" / "sources" / "index.html").read_bytes().endswith(b"not ours")
    assert differing(built(project), cold) == []


@pytest.mark.long
def test_a_theme_whose_file_becomes_a_folder(project: Path) -> None:
    theme = project / "templates" / "theme"
    (theme / "folder").mkdir()
    for name in ("folder/note.txt", "file"):
        (theme / name).write_text("one", "utf-8")
    built(project)
    with (project / "plans" / "winter.yaml").open("a", encoding="utf-8") as plan:
        plan.write("# The same again, so that both folders hold the same files.\n")
    built(project)
    (theme / "folder" / "note.txt").unlink()
    (theme / "folder").rmdir()
    (theme / "file").rename(theme / "folder")
    (theme / "file").mkdir()
    (theme / "file" / "note.txt").write_text("two", "utf-8")
    aside = copy_sources(project, project.with_name("aside"))
    assert differing(built(project), built(aside)) == []


def test_what_other_processes_make_while_the_folder_is_looked_through_is_published(
    project: Path, cold: dict[str, bytes], tmp_path: Path
) -> None:
    with (project / "plans" / "short.yaml").open("a", encoding="utf-8") as plan:
        plan.write("# Two plans are to be made: a single one would be bound after the look.\n")
    assert ended(started(project, LOOKED_LATE, workers=2)) == "['site-next-fresh']\n"
    assert differing(made_files(project), cold) == []
    # What the look would do to a page that is made in the very folder:
    write_file(tmp_path / "next", "plans/dated/index.html", b"new")
    assert same_files(tmp_path / "next", project / "site") == frozenset()
    assert not (tmp_path / "next" / "plans").exists()


def strange_link(spare: Path, site: Path) -> None:
    (spare / "page.html").symlink_to(site / "page.html")


def strange_pipe(spare: Path, site: Path) -> None:
    os.mkfifo(spare / "page.html")


def strange_name(spare: Path, site: Path) -> None:
    os.link(site / "other.html", spare / "page.html")


def strange_folder(spare: Path, site: Path) -> None:
    (spare / "page.html").mkdir()
    os.link(site / "page.html", spare / "page.html" / "page.html")


@pytest.mark.parametrize("strange", [strange_link, strange_pipe, strange_name, strange_folder])
def test_what_is_no_second_name_of_that_very_file_is_removed(
    tmp_path: Path, strange: Callable[[Path, Path], None]
) -> None:
    site, spare = tmp_path / "site", tmp_path / "spare"
    for folder in (site, spare):
        folder.mkdir()
    for name in ("page.html", "other.html"):
        (site / name).write_text(name, "utf-8")
    strange(spare, site)
    assert same_files(spare, site) == frozenset()
    assert list(spare.iterdir()) == []
    assert (site / "page.html").read_text("utf-8") == "page.html"


@pytest.mark.parametrize(("was", "becomes"), [("a/b.txt", "a"), ("a", "a/b.txt"), ("a/b/c.txt", "a/b"), ("a", "a")])
def test_what_is_in_a_files_way_is_removed(tmp_path: Path, was: str, becomes: str) -> None:
    source, written, linked = (tmp_path / name for name in ("source", "written", "linked"))
    new = write_file(source, becomes, b"new")
    for folder in (written, linked):
        write_file(folder, was, b"old")
        write_file(folder, "stays.txt", b"stays")
    write_file(written, becomes, b"new")
    link_files({becomes: Written(new.content, new.size, new.time)}, source, linked)
    for folder in (written, linked):
        remove_files(folder, () if was == becomes else (was,))
        assert (folder / becomes).read_bytes() == b"new"
        assert (folder / "stays.txt").read_bytes() == b"stays"
        assert sum(path.is_file() for path in folder.rglob("*")) == 2


@pytest.mark.long
def test_a_link_in_the_place_of_a_folder_is_removed_and_not_followed(project: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_text("not ours", "utf-8")
    for name in ("site-next", "site-rubbish"):
        (project / "build" / name).symlink_to(elsewhere)
    subprocess.run(["rm", "-r", str(project / "build" / "site-spare")], check=True)
    (project / "build" / "site-spare").symlink_to(elsewhere)
    change(project, NEW + 2)
    built(project)
    assert is_whole(project / "site")
    assert not any((project / "build" / name).is_symlink() for name in ("site-next", "site-rubbish", "site-spare"))
    assert (elsewhere / "index.html").read_text("utf-8") == "not ours"
