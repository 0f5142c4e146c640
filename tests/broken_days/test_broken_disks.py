"""A disk that is full, folders that can't be written, files that come and go: the site stays whole, help is told."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken_days_project import Ended, build, copied, environment, site_files, watched
from cage import whoever
from power_cut import Days, days, harm, harm_after

pytestmark = pytest.mark.long
ROOM = "Make room on that disk, and run the command again."
RIGHTS = "may read and write there, and run the command again."


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Days:
    return days(tmp_path_factory.mktemp("disks"))


@pytest.fixture
def project(day: Days, tmp_path: Path) -> Path:
    """A project that was built and then edited."""
    return copied(day.edited, tmp_path / "project")


def _told(ended: Ended) -> None:
    assert ended.status == 1, ended
    assert "itself failed" not in ended.said
    assert "Traceback" not in ended.said


def _right_again(day: Days, project: Path) -> None:
    build(project).fine()
    assert list(harm_after(day, project)) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk could not be mounted: CI runs this test as root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_is_told(day: Days, small_disk: Path) -> None:
    project = copied(day.edited, small_disk / "project")
    room = shutil.disk_usage(small_disk).free
    for left in (0, 300_000, 1_500_000, 5_000_000):
        (small_disk / "ballast").write_bytes(b"0" * (room - left))
        ended = build(project)
        _told(ended)
        assert "No space left on device; nothing was published. " + ROOM in ended.said
        assert site_files(project) == day.old
        (small_disk / "ballast").unlink()
        room = shutil.disk_usage(small_disk).free
    _right_again(day, project)


@pytest.mark.parametrize("left", [24, 17, 12, 5, 2])
def test_a_disk_that_is_full_from_then_on(day: Days, project: Path, left: int) -> None:
    """At the exchange and after it: what is up is said, and that building again does the rest."""
    ended = build(project, watched(WATCHED_FULL=str(day.changes - left)))
    _told(ended)
    assert "No space left on device" in ended.said
    assert list(harm(day, project)) == []
    up = site_files(project) == day.new
    assert ("site/ is published" in ended.said) is up
    _right_again(day, project)


@pytest.mark.parametrize("name", ["build", "published", "."])
def test_a_folder_that_may_not_be_written(day: Days, project: Path, name: str) -> None:
    user = whoever()
    if user is None:
        pytest.skip("a folder that can't be written can't be made: CI runs this test as root")
    words = f"mount --bind {name} {name} && mount -o remount,ro,bind {name}"
    within = 'cd "$PWD" && exec "$@"'
    ended = build(project, before=("unshare", "--mount", "sh", "-c", f"{words} && {within}", "read-only"))
    _told(ended)
    assert "Read-only file system" in ended.said
    if name != "published":
        assert site_files(project) == day.old
        assert RIGHTS in ended.said
    assert list(harm(day, project)) == []
    _right_again(day, project)


#: Files that a build reads, of its sources, of what it keeps, of what is up.
READ = (
    "plans/dated.yaml",
    "plans/winter.yaml",
    "plans/library/exercises.yaml",
    "mkdocs.yml",
    "templates/theme/main.html",
    "published/addresses.json",
    "build/cache/plans/winter.json",
    "build/cache/around.json",
    "site/index.html",
    "build/pages/index.md",
)


@pytest.mark.parametrize("what", ["gone", "grown"])
def test_a_file_that_comes_and_goes_while_it_is_read(day: Days, project: Path, what: str) -> None:
    """Just before it is opened for the second time, if it is; the build ends well or says what is wrong."""
    found: list[str] = []
    touched = 0
    for file in READ:
        path = project / file
        before = path.read_bytes() if path.exists() else None
        ended = build(project, watched(WATCHED_READ=file, WATCHED_THEN=what))
        touched += before is not None and (not path.exists() or path.read_bytes() != before)
        if ended.status not in (0, 1) or "itself failed" in ended.said or "Traceback" in ended.said:
            found.append(f"{file} {what}: {ended}")
        if not (project / "site" / "index.html").exists() and file != "site/index.html":
            found.append(f"{file} {what}: there is no site")
        if before is not None and not file.startswith(("site/", "build/")):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(before)
    assert found == []
    assert touched >= 5
    build(project, environment()).fine()
    assert site_files(project) == day.new
