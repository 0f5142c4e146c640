"""A disk that is full, folders that can't be written, files that come and go: the site stays whole, help is told."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from broken_days_project import Ended, broken_program, build, copied, environment, site_files, watched
from cage import whoever
from power_cut import Days, days, harm, harm_after

pytestmark = pytest.mark.long
ROOM = "Make room on that disk, and run the command again."
RIGHTS = "may read and write there, and run the command again."
#: Defects of ``broken_program.py``, and what the gates say of each: no site, no advice, a fault of hardday's own.
SEEN = (("cleared-first", r"assert \{\} == "), ("no-advice", "and run the command again"), ("own-fault", "status=3"))


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
    _tell_a_full_disk(day, small_disk, (0, 300_000, 1_500_000, 5_000_000))
    _right_again(day, project)


@pytest.mark.parametrize(("defect", "seen"), SEEN)
def test_a_full_disk_that_does_harm_or_is_not_told_is_noticed(
    day: Days, small_disk: Path, defect: str, seen: str
) -> None:
    copied(day.edited, small_disk / "project")
    with pytest.raises(AssertionError, match=seen):
        _tell_a_full_disk(day, small_disk, (0,), *broken_program(defect))


def _tell_a_full_disk(day: Days, small_disk: Path, sizes: tuple[int, ...], *program: str) -> None:
    """Build where so many bytes are left: help is told, and the old site stays."""
    project = small_disk / "project"
    for left in sizes:
        _fill(small_disk / "ballast", left)
        ended = build(project, None, *program)
        _told(ended)
        assert "No space left on device; nothing was published. " + ROOM in ended.said
        assert site_files(project) == day.old
        (small_disk / "ballast").unlink()


def _fill(ballast: Path, left: int) -> None:
    """Leave so many bytes of a disk, on which a process of the last build may still be writing."""
    ballast.touch()
    with suppress(OSError):
        ballast.write_bytes(b"0" * shutil.disk_usage(ballast).free)
    os.truncate(ballast, max(0, ballast.stat().st_size - left))


@pytest.mark.parametrize("left", [24, 17, 12, 5, 2])
def test_a_disk_that_is_full_from_then_on(day: Days, project: Path, left: int) -> None:
    """At the exchange and after it: what is up is said, and that building again does the rest."""
    _full_from(day, project, day.changes - left)


def test_a_site_that_a_full_disk_cuts_off_is_noticed(day: Days, project: Path) -> None:
    with pytest.raises(AssertionError, match="the site is neither"):
        _full_from(day, project, day.changes + 100, *broken_program("not-at-once"))


def _full_from(day: Days, project: Path, change: int, *program: str) -> None:
    """Build on a disk that takes nothing more from a change to files on."""
    ended = build(project, watched(WATCHED_FULL=str(change)), *program)
    _told(ended)
    assert "No space left on device" in ended.said
    assert list(harm(day, project)) == []
    up = site_files(project) == day.new
    assert ("site/ is published" in ended.said) is up
    _right_again(day, project)


@pytest.mark.parametrize("name", ["build", "published", "."])
def test_a_folder_that_may_not_be_written(day: Days, project: Path, name: str) -> None:
    _read_only(day, project, name)
    _right_again(day, project)


@pytest.mark.parametrize(("defect", "seen"), SEEN)
def test_a_read_only_folder_that_does_harm_or_is_not_told_is_noticed(
    day: Days, project: Path, defect: str, seen: str
) -> None:
    with pytest.raises(AssertionError, match=seen):
        _read_only(day, project, "build", *broken_program(defect))


def _read_only(day: Days, project: Path, name: str, *program: str) -> None:
    """Build with a folder that is mounted for reading: help is told, and the site stays whole."""
    user = whoever()
    if user is None:
        pytest.skip("a folder that can't be written can't be made: CI runs this test as root")
    words = f"mount --bind {name} {name} && mount -o remount,ro,bind {name}"
    within = 'cd "$PWD" && exec "$@"'
    command = ("unshare", "--mount", "sh", "-c", f"{words} && {within}", "read-only")
    ended = build(project, None, *program, before=command)
    _told(ended)
    assert "Read-only file system" in ended.said
    if name != "published":
        assert site_files(project) == day.old
        assert RIGHTS in ended.said
    assert list(harm(day, project)) == []


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
#: One of them whose absence ends a build.
GOING = ("plans/winter.yaml",)


@pytest.mark.parametrize("what", ["gone", "grown"])
def test_a_file_that_comes_and_goes_while_it_is_read(day: Days, project: Path, what: str) -> None:
    """Just before it is opened for the second time, if it is; the build ends well or says what is wrong."""
    found, touched = _read_while_it_changes(project, READ, what)
    assert found == []
    assert touched >= 5
    build(project, environment()).fine()
    assert site_files(project) == day.new


@pytest.mark.parametrize(
    ("defect", "seen"), [("cleared-first", "there is no site"), ("own-fault", "hardday itself failed")]
)
def test_a_file_that_goes_and_takes_the_site_or_the_words_with_it_is_noticed(
    project: Path, defect: str, seen: str
) -> None:
    found, touched = _read_while_it_changes(project, GOING, "gone", *broken_program(defect))
    assert touched == len(GOING)
    assert seen in " ".join(found)


def _read_while_it_changes(project: Path, files: Sequence[str], what: str, *program: str) -> tuple[list[str], int]:
    """Build once for each file, which comes or goes meanwhile; return what is wrong, and how many did change."""
    found: list[str] = []
    touched = 0
    for file in files:
        path = project / file
        before = path.read_bytes() if path.exists() else None
        ended = build(project, watched(WATCHED_READ=file, WATCHED_THEN=what), *program)
        touched += before is not None and (not path.exists() or path.read_bytes() != before)
        if ended.status not in (0, 1) or "itself failed" in ended.said or "Traceback" in ended.said:
            found.append(f"{file} {what}: {ended}")
        if not (project / "site" / "index.html").exists() and file != "site/index.html":
            found.append(f"{file} {what}: there is no site")
        if before is not None and not file.startswith(("site/", "build/")):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(before)
    return found, touched
