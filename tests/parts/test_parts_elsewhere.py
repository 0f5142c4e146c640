"""A plan's part has pages in other plans' folders, too: they lead on from where its weeks were."""

from __future__ import annotations

from pathlib import Path

import pytest
from parts_project import built, copy_sources, differing, made_files
from serve_project import checkout, command

from generator.parts.recycling import take_places

_WEEKS = [f"site/plans/short/week-0{number}/index.html" for number in range(1, 6)]


def _give_up(root: Path) -> None:
    (root / "plans" / "short.yaml").unlink()
    (root / "plans" / "library" / "moved.yaml").write_text("plans/short: plans/winter\n", "utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose plan was given up, and built since; beside it, its sources as they were before that."""
    root = checkout(tmp_path_factory.mktemp("elsewhere") / "project")
    assert command(root, "build").returncode == 0
    _give_up(root)
    copy_sources(root, root.with_name("cold"))
    assert command(root, "build").returncode == 0
    return root


def test_weeks_of_a_plan_that_was_given_up_lead_on(project: Path) -> None:
    files = made_files(project)
    for name in _WEEKS:
        assert b"plans/winter/week-0" in files[name] or b"../../winter/week-0" in files[name], name
        assert b"A short winter, week" not in files[name]


def test_a_build_that_remembers_nothing_has_them_too(project: Path) -> None:
    assert differing(made_files(project), built(project.with_name("cold"))) == []


def _written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_what_is_fresh_takes_its_place_beside_what_is_there(tmp_path: Path) -> None:
    fresh = _written(tmp_path / "fresh", plans__a__week="new", plans__b__week="new", plans__c__week="new")
    site = _written(tmp_path / "site", plans__a__week="old", plans__a__other="known", plans__b="a file", index="known")
    (site / "plans" / "c").symlink_to(site / "plans" / "a")
    take_places(fresh, site)
    new = {f"plans/{name}/week": "new" for name in "abc"}
    assert _texts(site) == new | {"plans/a/other": "known", "index": "known"}
    assert not fresh.exists()


def test_a_file_that_is_fresh_takes_a_folders_place(tmp_path: Path) -> None:
    fresh, site = _written(tmp_path / "fresh", week="new"), _written(tmp_path / "site", week__inside="old")
    take_places(fresh, site)
    assert _texts(site) == {"week": "new"}


def test_nothing_is_fresh(tmp_path: Path) -> None:
    take_places(tmp_path / "fresh", _written(tmp_path / "site", index="known"))
    assert _texts(tmp_path / "site") == {"index": "known"}


def test_what_is_fresh_is_all(tmp_path: Path) -> None:
    take_places(_written(tmp_path / "fresh", index="new"), tmp_path / "site")
    assert _texts(tmp_path / "site") == {"index": "new"}
    assert not (tmp_path / "fresh").exists()
