"""A build gives the same bytes in a cage and anywhere else, and does nothing but build."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from broken_days_project import (
    ROOT,
    broken_program,
    build,
    copied,
    differing,
    environment,
    made_files,
    small_project,
    watched,
)
from cage import caged, whoever, words_of, wrong_acts


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built as one builds it."""
    project = small_project(tmp_path_factory.mktemp("ordinary") / "project")
    build(project).fine()
    return project


@pytest.fixture(scope="module")
def usual(ordinary: Path) -> dict[str, str]:
    """All that the build made."""
    return made_files(ordinary)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user reaches, as the temporary folders of tests are not."""
    folder = Path(tempfile.mkdtemp(prefix="hardday-cage-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_cage_changes_no_byte(open_folder: Path, usual: dict[str, str]) -> None:
    user = whoever()
    if user is None:
        pytest.skip("a cage can't be made: it takes root, unshare and setpriv, as CI has them")
    project, log, home = small_project(open_folder / "project"), open_folder / "log", open_folder / "home"
    for folder in (log, home):
        folder.mkdir()
        folder.chmod(0o777)
    before = {path: path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}
    env = watched(WATCHED_LOG=str(log / "acts"), HOME=str(home), XDG_CACHE_HOME=str(home / "cache"))
    build(project, env, before=tuple(caged(project, user))).fine()
    assert differing(made_files(project), usual) == []
    assert {path: path.read_bytes() for path in before} == before
    found = list(wrong_acts(project, log / "acts", (home,)))
    assert not found, words_of(iter(found))


@pytest.mark.long
def test_what_leaves_the_cage_is_noticed(open_folder: Path) -> None:
    """A program that does each of the things that no build may do."""
    user = whoever()
    if user is None:
        pytest.skip("a cage can't be made: it takes root, unshare and setpriv, as CI has them")
    project, log = small_project(open_folder / "project"), open_folder / "log"
    log.mkdir()
    log.chmod(0o777)
    breaker = ROOT / "tests" / "broken_days" / "cage_breaker.py"
    env = watched(WATCHED_LOG=str(log / "acts"))
    ended = build(project, env, sys.executable, str(breaker), before=tuple(caged(project, user)))
    rights = ["not-root"] if "--reuid" in user else []
    assert ended.said.split() == ["network", "mkdocs.yml", "plans", "templates", "owner", *rights]
    told = words_of(wrong_acts(project, log / "acts", ()))
    for kind in ("network:", "another program:", "code of text:", "written elsewhere:"):
        assert kind in told


#: What reprotest varies, all at once; the rest (path, files' order and dates, umask) is done below.
ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "LANGUAGE": "tr",
    "PYTHONHASHSEED": "4711",
    "COLUMNS": "40",
    "USER": "somebody",
    "LOGNAME": "somebody",
    "HOSTNAME": "elsewhere",
    "HARDDAY_WORKERS": "1",
    "NO_COLOR": "1",
    "CAPTURE_ENVIRONMENT": "noise",
    "GIT_CONFIG_COUNT": "0",
}
PLAIN = {"LC_ALL": "POSIX", "LANG": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONHASHSEED": "0"}


def elsewhere(folder: Path) -> Path:
    """Make the project in another place, its files in another order, of another date and with other rights."""
    made = small_project(folder / "one" / "project")
    to = folder / "a rather longer way, with ümlaut" / "to the project"
    to.mkdir(parents=True)
    for path in sorted(made.rglob("*"), reverse=True):
        place = to / path.relative_to(made)
        if path.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            os.utime(place, (86400, 86400))
            place.chmod(0o600)
    return to


@pytest.mark.parametrize(
    "variables", [ELSEWHERE, pytest.param(PLAIN, marks=pytest.mark.long)], ids=["elsewhere", "plain"]
)
def test_another_place_and_another_surrounding_give_the_same_bytes(
    usual: dict[str, str], tmp_path: Path, variables: dict[str, str]
) -> None:
    project, home = elsewhere(tmp_path), tmp_path / "home"
    home.mkdir()
    (home / ".gitconfig").write_text("[log]\n\tshowSignature = true\n[status]\n\tshowUntrackedFiles = no\n", "utf-8")
    env = environment(**variables, HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), TMPDIR=str(home))
    umask = os.umask(0o077)
    try:
        host = ("unshare", "--uts", "sh", "-c", 'hostname elsewhere; exec "$@"', "host") if whoever() else ()
        build(project, env, before=host).fine()
    finally:
        os.umask(umask)
    assert differing(made_files(project), usual) == []


@pytest.mark.parametrize("defect", ["clock", "hash-order"])
@pytest.mark.long
def test_what_depends_on_the_moment_is_noticed(tmp_path: Path, defect: str) -> None:
    found = []
    for seed in ("1", "2"):
        project = small_project(tmp_path / seed)
        build(project, environment(PYTHONHASHSEED=seed), *broken_program(defect)).fine()
        found.append(made_files(project))
    assert any(name.endswith(".html") for name in differing(*found))


def _git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    env = os.environ | {"GIT_COMMITTER_DATE": "1767225600 +0900", "GIT_AUTHOR_DATE": "1767225600 +0900"}
    subprocess.run(["git", *who, *arguments], cwd=project, env=env, check=True, capture_output=True)


@pytest.mark.long
def test_a_checkout_needs_no_date(ordinary: Path, tmp_path: Path) -> None:
    """Without SOURCE_DATE_EPOCH the last commit's date counts, in two checkouts and at two times."""
    first = small_project(tmp_path / "first")
    (first / ".gitignore").write_text("build/\nsite/\n", "utf-8")
    _git(first, "init", "--quiet", "--initial-branch=main")
    _git(first, "add", "--all")
    _git(first, "commit", "--quiet", "--message", "Plans")
    second = tmp_path / "second place"
    _git(tmp_path, "clone", "--quiet", str(first), str(second))
    found = []
    for checkout, zone in ((first, "UTC"), (second, "Asia/Tokyo")):
        env = environment(TZ=zone)
        del env["SOURCE_DATE_EPOCH"]
        build(checkout, env).fine()
        found.append(made_files(checkout))
        time.sleep(1)
    assert differing(*found) == []
    # Its revision stands in version.json alone; all else is as with the same date from outside.
    assert differing(found[0], made_files(ordinary)) == ["site/version.json"]


@pytest.mark.long
def test_a_build_after_others_gives_the_same_bytes(ordinary: Path, usual: dict[str, str], tmp_path: Path) -> None:
    project = copied(ordinary, tmp_path / "project")
    plan = project / "plans" / "winter.yaml"
    text = plan.read_text("utf-8")
    for one in (text.replace("title: ", "title: Other ", 1), text):
        plan.write_text(one, "utf-8")
        build(project).fine()
    assert differing(made_files(project), usual) == []
