"""A plan's pages are the same, byte for byte, whatever other plans there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_gates import nothing
from site_project import copy_sources, run_tool

pytestmark = pytest.mark.site

PLAN = "first-half"
OTHERS = ("article-week", "time-crunched")


def files_of(plan: str, site: Path) -> dict[str, bytes]:
    folder = site / "plans" / plan
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def published(project: Path, *plans: str) -> Path:
    """A site of some of the plans, as stock MkDocs publishes it."""
    copy_sources(project)
    for path in project.glob("plans/*.yaml"):
        if path.stem not in plans:
            path.unlink()
    for command in (("hardday", "pages"), ("mkdocs", "build", "--strict")):
        done = run_tool(*command, cwd=project)
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return project / "site"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("alone") / "project", PLAN)


@pytest.fixture(scope="module")
def among_others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("others") / "project", PLAN, *OTHERS)


def test_a_plans_pages_do_not_depend_on_other_plans(alone: Path, among_others: Path) -> None:
    mine, theirs = files_of(PLAN, alone), files_of(PLAN, among_others)
    assert sorted(mine) == sorted(theirs)
    assert len(mine) > 20
    nothing([name for name in mine if mine[name] != theirs[name]])


def test_pages_that_all_plans_share_do(alone: Path, among_others: Path) -> None:
    """Else the comparison would be of two builds of the same."""
    for name in ("index.html", "plans/index.html", "offline/beside.json"):
        assert (alone / name).read_bytes() != (among_others / name).read_bytes()
