"""Two builds of the same sources are the same bytes, wherever and in whatever environment they run."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from site_gates import nothing
from site_project import build, copy_sources

pytestmark = pytest.mark.site

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "POSIX",
    "LANG": "POSIX",
    # Without these two, Python itself would mend the plain locale.
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONUTF8": "0",
    "PYTHONHASHSEED": "4711",
    "COLUMNS": "40",
}


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file by its path in the folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def differing(one: Path, other: Path) -> list[str]:
    """The files that only one folder has or that differ."""
    first, second = digests(one), digests(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def test_another_place_time_zone_and_locale_give_the_same_bytes(built_project: Path, tmp_path: Path) -> None:
    project = copy_sources(tmp_path / "a rather longer way" / "to the project")
    build(project, HOME=str(tmp_path), **ELSEWHERE)
    nothing(differing(built_project / "site", project / "site"))
    nothing(differing(built_project / "build" / "pages", project / "build" / "pages"))


def test_building_twice_in_one_place_gives_the_same_bytes(built_project: Path, tmp_path: Path) -> None:
    """What an earlier build left behind, a page of a plan that is gone for example, must not reach the site."""
    project = copy_sources(tmp_path / "project")
    leftover = project / "site" / "plans" / "gone" / "index.html"
    for stale in (leftover, project / "build" / "pages" / "plans" / "gone.md"):
        stale.parent.mkdir(parents=True)
        stale.write_text("# Gone\n", encoding="utf-8")
    build(project)
    nothing(differing(built_project / "site", project / "site"))


def test_one_changed_byte_is_found(tmp_path: Path) -> None:
    for name, text in (("one", "8 km"), ("other", "9 km")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "week.html").write_text(text, encoding="utf-8")
    assert differing(tmp_path / "one", tmp_path / "other") == ["week.html"]
