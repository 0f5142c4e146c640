"""A build that is killed or ended leaves the old site or the new one, whole, and the next one is right."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from broken_days_project import begin, broken_program, copied, end, environment, site_files
from power_cut import Days, Moment, at_the_end, at_work, days, harm, harm_after, killed_at, trial


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Days:
    return days(tmp_path_factory.mktemp("power"))


@pytest.fixture
def project(day: Days, tmp_path: Path) -> Path:
    """A project that was built and then edited."""
    return copied(day.edited, tmp_path / "project")


def test_four_moments(day: Days, tmp_path: Path) -> None:
    """Twice two in a row: the second build stands on what the first one left."""
    draw = Random(1)
    for early, late in zip(at_work(day, draw, 2), at_the_end(day, draw, 2), strict=True):
        assert trial(day, tmp_path / "trial", early, late) == []


@pytest.mark.long
def test_a_site_that_is_not_exchanged_at_once_is_noticed(day: Days, project: Path) -> None:
    ended = killed_at(project, Moment(change=day.changes + 100), *broken_program("not-at-once"))
    assert ended.status == -signal.SIGKILL
    assert any("the site is neither" in wrong for wrong in harm(day, project))


def test_what_the_next_build_leaves_undone_is_noticed(day: Days, project: Path) -> None:
    """As if the build after a killed one had ended well and done nothing."""
    assert [wrong.partition(":")[0] for wrong in harm_after(day, project)] == [
        "the next build is not as if nothing had been",
        "the old site can't be gone back to",
    ]
    (project / "published" / "addresses.json").write_text("{", "utf-8")
    assert list(harm(day, project)) == ["published/addresses.json is neither the old one nor the new one"]


def _others(pid: int) -> list[int]:
    """Return the processes that a build has begun by now."""
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()]
    except OSError:
        return []


@pytest.mark.parametrize(
    ("number", "whole_group", "status", "told"),
    [
        (signal.SIGINT, True, 130, "Interrupted; nothing was published."),
        pytest.param(signal.SIGINT, False, 130, "Interrupted; nothing was published.", marks=pytest.mark.long),
        pytest.param(signal.SIGTERM, True, 143, "Ended from outside; nothing was published.", marks=pytest.mark.long),
        (signal.SIGTERM, False, 143, "Ended from outside; nothing was published."),
    ],
    ids=["Ctrl-C", "SIGINT to the first process", "SIGTERM to all", "SIGTERM"],
)
def test_whoever_ends_it_is_told_what_is_up(
    day: Days, project: Path, number: int, whole_group: bool, status: int, told: str
) -> None:
    _ended_well(day, project, number, os.killpg if whole_group else os.kill, (status, told))


def _ended_well(
    day: Days, project: Path, number: int, send: Callable[[int, int], None], wanted: tuple[int, str], *program: str
) -> None:
    """End a build that is at work by a signal; it says so, and the site is whole."""
    begun = _at_work(project, *program)
    send(begun.pid, number)
    ended = end(project, begun)
    assert (ended.status, ended.said.strip()) == wanted
    assert list(harm(day, project)) == []


@pytest.mark.parametrize(("defect", "seen"), [("deaf", "-15"), ("cleared-first", "the site is neither")])
def test_an_end_that_is_not_told_or_not_clean_is_noticed(day: Days, project: Path, defect: str, seen: str) -> None:
    told = "Ended from outside; nothing was published."
    with pytest.raises(AssertionError, match=seen):
        _ended_well(day, project, signal.SIGTERM, os.kill, (143, told), *broken_program(defect))


def test_a_process_that_is_taken_away_is_told(day: Days, project: Path) -> None:
    """As by a system that runs out of memory: no hang, and no word of a fault of ours."""
    program = _at_work(project)
    os.kill(_others(program.pid)[0], signal.SIGKILL)
    ended = end(project, program)
    assert ended.status == 1
    assert "was ended from outside, as a system does that runs out of memory. Build again" in ended.said
    assert "HARDDAY_WORKERS=1" in ended.said
    assert "itself failed" not in ended.said
    assert site_files(project) == day.old


def _at_work(project: Path, *program: str) -> subprocess.Popen[str]:
    """Begin a build and return once two processes are at work beside the first."""
    begun = begin(project, environment(), *program)
    while begun.poll() is None and len(_others(begun.pid)) < 2:
        time.sleep(0.01)
    time.sleep(0.1)
    assert begun.poll() is None
    return begun
