"""The published site is the old one or the new one, whole; the one before is kept; one program at a time builds."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

import generator.swap
from generator.kept_sites import (
    KEEP,
    kept,
    publish_next,
    roll_back,
    site_paths,
    stamp,
    tidy_up,
    version_of,
    version_text,
)
from generator.model.finding import Refused
from generator.one_at_a_time import one_at_a_time

HERE = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that has published nothing, as it is checked out."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / ".gitignore").write_text("*\n", "utf-8")
    return tmp_path


def built(project: Path, text: str, pages: int = 5) -> None:
    """Build a site aside."""
    folder = site_paths(project).next / "plans"
    folder.mkdir(parents=True)
    for number in range(pages):
        (folder / f"{number}.html").write_text(text, "utf-8")


def publish(project: Path, text: str, keep: int = KEEP) -> None:
    """What a build does once its pages are there."""
    tidy_up(project)
    built(project, text)
    stamp(project)
    publish_next(project, keep)


def shown(folder: Path) -> str:
    """What a whole site says; the test fails if it is a mix or not whole."""
    texts = [(folder / "plans" / f"{number}.html").read_text("utf-8") for number in range(5)]
    assert len(set(texts)) == 1
    return texts[0]


def before(project: Path) -> list[str]:
    return [shown(site_paths(project).before / str(number)) for number, _ in kept(project)]


def test_the_sites_that_were_up_before_are_kept(project: Path) -> None:
    for text in ("one", "two", "three", "four"):
        publish(project, text)
    assert shown(project / "site") == "four"
    assert before(project)[:2] == ["three", "two"]
    assert len(before(project)) == KEEP
    assert (project / "site" / ".gitignore").read_text("utf-8") == "*\n"
    assert not site_paths(project).next.exists()


def test_as_many_as_are_asked_for(project: Path) -> None:
    for text in ("one", "two", "three", "four", "five"):
        publish(project, text, keep=4)
    assert before(project)[:3] == ["four", "three", "two"]
    publish(project, "six", keep=1)
    assert before(project) == ["five"]
    publish(project, "seven", keep=0)
    assert shown(project / "site") == "seven"


def test_building_the_same_again_does_not_push_out_the_site_before(project: Path) -> None:
    publish(project, "one")
    publish(project, "two")
    publish(project, "two")
    assert before(project)[0] == "one"


def test_back_and_forward(project: Path) -> None:
    publish(project, "one")
    publish(project, "two")
    old, new = roll_back(project)
    assert shown(project / "site") == "one"
    assert before(project)[0] == "two"
    assert version_of(project / "site") == new != old
    roll_back(project)
    assert shown(project / "site") == "two"
    publish(project, "three")
    roll_back(project, 2)
    assert shown(project / "site") == "one"
    assert (project / "site" / ".gitignore").exists()


def test_a_build_after_going_back_keeps_both(project: Path) -> None:
    publish(project, "one")
    publish(project, "two")
    roll_back(project)
    publish(project, "three")
    assert before(project) == ["one", "two"]


def test_where_there_is_nothing_to_go_back_to(project: Path) -> None:
    with pytest.raises(Refused, match="there is no earlier site 1"):
        roll_back(project)
    publish(project, "one")
    publish(project, "two")
    with pytest.raises(Refused, match=r"there is no earlier site 7 to go back to\. There are: 1"):
        roll_back(project, 7)
    assert shown(project / "site") == "two"


def test_a_version_is_told_by_date_revision_and_content(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "A. Therapist")
        monkeypatch.setenv(f"{name}_EMAIL", "a@clinic.example.org")

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=project, check=True, capture_output=True)

    git("init", "--quiet")
    (project / "plans").mkdir()
    (project / "plans" / "a.yaml").write_text("title: A\n", "utf-8")
    git("add", "plans")
    git("commit", "--quiet", "-m", "A base of seven weeks")
    publish(project, "one")
    said = version_text(project, version_of(project / "site"))
    assert said.startswith("2026-01-01 00:00:00, revision ")
    assert "(A base of seven weeks), content " in said
    (project / "plans" / "a.yaml").write_text("title: B\n", "utf-8")
    publish(project, "two")
    assert "and changes after it" in version_text(project, version_of(project / "site"))
    assert json.loads((project / "site" / "version.json").read_text("utf-8"))["format"] == "hardday/version@1"


def test_the_same_files_have_the_same_version_anywhere(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    publish(project, "one")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    publish(elsewhere, "one")
    assert (project / "site/version.json").read_bytes() == (elsewhere / "site/version.json").read_bytes()


def test_a_site_that_is_a_link_is_left_alone(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (project / "site" / ".gitignore").unlink()
    (project / "site").rmdir()
    (project / "site").symlink_to(elsewhere)
    built(project, "one")
    stamp(project)
    with pytest.raises(Refused, match="site/ is a link"):
        publish_next(project)
    assert list(elsewhere.iterdir()) == []


#: Publishes two sites in turn until it is killed.
ENDLESS = """
import itertools, sys
from pathlib import Path
sys.path[:0] = [{tests!r}, {here!r}]
{also}
from test_kept_sites import publish
print("ready", flush=True)
for text in itertools.cycle(("one", "two")):
    publish(Path({project!r}), text)
"""
TWO_RENAMES = "import generator.swap; generator.swap._exchanged = lambda one, other: False"


@pytest.mark.parametrize("also", ["", pytest.param(TWO_RENAMES, marks=pytest.mark.long)], ids=["one step", "renames"])
def test_killed_at_any_moment_the_site_is_whole_and_the_next_build_tidies_up(project: Path, also: str) -> None:
    publish(project, "one")
    publish(project, "two")
    drawn = Random(4711)
    code = ENDLESS.format(tests=str(Path(__file__).parent), here=str(HERE), project=str(project), also=also)
    for _ in range(12):
        program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        assert program.stdout
        assert program.stdout.readline() == b"ready\n"
        time.sleep(drawn.random() * 0.02)
        program.send_signal(signal.SIGKILL)
        program.wait()
        program.stdout.close()
        if not also:
            assert shown(project / "site") in ("one", "two"), "even before anybody tidies up"
        tidy_up(project)
        assert shown(project / "site") in ("one", "two")
        assert not site_paths(project).next.exists()
        assert not site_paths(project).journal.exists()
        assert all(text in ("one", "two") for text in before(project))
    publish(project, "three")
    assert shown(project / "site") == "three"


def test_what_was_exchanged_when_the_program_was_killed_is_kept(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(project, "one")
    built(project, "two")
    stamp(project)
    real = generator.swap.exchange

    def killed(one: Path, other: Path) -> None:
        real(one, other)
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.kept_sites.exchange", killed)
    with pytest.raises(KeyboardInterrupt):
        publish_next(project)
    monkeypatch.undo()
    tidy_up(project)
    assert shown(project / "site") == "two"
    assert before(project)[0] == "one"


@pytest.mark.parametrize("acts", range(4))
def test_killed_while_it_is_shelved_no_earlier_site_is_lost(
    project: Path, monkeypatch: pytest.MonkeyPatch, acts: int
) -> None:
    for text in ("one", "two", "three"):
        publish(project, text)
    built(project, "four")
    stamp(project)
    real, left = os.replace, [acts + 1]  # the first is the journal's

    def killed(one: Path, other: Path) -> None:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        real(one, other)

    monkeypatch.setattr(os, "replace", killed)
    if acts < 3:
        with pytest.raises(KeyboardInterrupt):
            publish_next(project)
    else:
        publish_next(project)
    monkeypatch.undo()
    publish(project, "four")
    assert shown(project / "site") == "four"
    assert before(project) == ["three", "two"]


@pytest.mark.parametrize("gone", [(1,), (2,), (1, 2), (1, 3), (2, 3)])
def test_earlier_sites_that_somebody_deleted_leave_no_gap(project: Path, gone: tuple[int, ...]) -> None:
    for text in ("one", "two", "three", "four", "five"):
        publish(project, text, keep=5)
    for number in gone:
        shutil.rmtree(site_paths(project).before / str(number))
    left = before(project)
    publish(project, "six", keep=5)
    assert before(project) == ["five", *left]
    assert [number for number, _ in kept(project)] == list(range(1, len(left) + 2))


def test_what_was_never_exchanged_is_dropped(project: Path) -> None:
    publish(project, "one")
    built(project, "two")
    stamp(project)
    tidy_up(project)
    assert shown(project / "site") == "one"
    assert before(project) == []
    assert not site_paths(project).next.exists()


def test_two_programs_take_turns(project: Path) -> None:
    said: list[str] = []
    refused = pytest.raises(Refused, match=rf"another program is building here \(process {os.getpid()}\)")
    with one_at_a_time(project, said.append), refused, one_at_a_time(project, said.append, patience=0.2):
        pass
    assert said == [f"Another program is building here (process {os.getpid()}); waiting for it to end"]
    with one_at_a_time(project, said.append, patience=0):
        assert len(said) == 1


def test_a_killed_program_holds_no_lock(project: Path) -> None:
    code = f"""
import sys, time
from pathlib import Path
sys.path.insert(0, {str(HERE)!r})
from generator.one_at_a_time import one_at_a_time
with one_at_a_time(Path({str(project)!r}), print):
    print("ready", flush=True)
    time.sleep(60)
"""
    program = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert program.stdout
    program.stdout.readline()
    with pytest.raises(Refused, match=f"process {program.pid}"), one_at_a_time(project, lambda text: None, patience=0):
        pass
    program.kill()
    program.wait()
    program.stdout.close()
    with one_at_a_time(project, lambda text: None, patience=5):
        pass
