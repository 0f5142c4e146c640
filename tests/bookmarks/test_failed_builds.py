"""A build that fails leaves the published site as it was, byte for byte, whatever failed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from bookmark_project import edit, errors, small_project

from generator.build import build_site
from generator.kept_sites import roll_back
from generator.model.finding import Refused
from generator.model.result import Result
from generator.report.progress import unseen

pytestmark = pytest.mark.site
PLAN = "time-crunched"


def publish(project: Path) -> Result:
    return build_site(project, unseen)


def digest(folder: Path) -> str:
    """A hash of all files with their paths."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is up; copy it."""
    project = small_project(tmp_path_factory.mktemp("published") / "project", PLAN)
    assert errors(publish(project)) == []
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def broken_rule(project: Path) -> str:
    edit(project, ("title:", "titel:"), plan=PLAN)
    return "is not known here"


def gone_address(project: Path) -> str:
    edit(project, ("id: base", "id: bottom"), plan=PLAN)
    return "was published and would be gone"


def broken_theme(project: Path) -> str:
    (project / "templates" / "theme" / "main.html").write_text("{% nonsense %}", "utf-8")
    return "templates/theme/main.html:1:1: error this template can't be used: Encountered unknown tag 'nonsense'"


def broken_on_week_pages(project: Path) -> str:
    """Other processes find this one."""
    page = project / "templates" / "theme" / "partials" / "clinic-footer.html"
    fault = "{% if page and '/week-' in page.url %}\n{{ nobody.knows.this }}{% endif %}"
    page.write_text(f"{fault}\n{page.read_text('utf-8')}", "utf-8")
    return "templates/theme/partials/clinic-footer.html:2:1: error this template can't be used: 'nobody' is undefined"


def dead_link(project: Path) -> str:
    page = project / "templates" / "theme" / "partials" / "clinic-footer.html"
    page.write_text(page.read_text("utf-8").replace("</footer>", '<a href="/nowhere/">x</a></footer>'), "utf-8")
    return "links to what does not exist: '/nowhere/' is not there; so do"


def unwritable_site(project: Path) -> str:
    edit(project, ("title: ", "title: New "), plan=PLAN)
    shutil.move(project / "site", project / "elsewhere")
    (project / "site").symlink_to(project / "elsewhere")
    return "site/ is a link to another folder"


@pytest.mark.parametrize(
    "defect",
    [
        broken_rule,
        gone_address,
        pytest.param(broken_theme, marks=pytest.mark.long),
        broken_on_week_pages,
        dead_link,
        pytest.param(unwritable_site, marks=pytest.mark.long),
    ],
    ids=lambda defect: defect.__name__,
)
def test_the_site_stays_as_it_was(project: Path, defect: object) -> None:
    assert callable(defect)
    told = defect(project)
    before = {name: digest(project / name) for name in ("site", "published")}
    try:
        found = errors(publish(project))
    except (OSError, Refused) as refused:
        found = str(refused).splitlines()
    assert len([one for one in found if told in one]) == 1, found
    assert {name: digest(project / name) for name in before} == before
    assert not (project / "build" / "site-before").exists()


def test_sources_that_change_during_a_build_make_no_mixed_site(project: Path) -> None:
    edit(project, ("title: ", "title: New "), plan=PLAN)
    before = digest(project / "site")

    def change(text: str, done: int = 0, of: int = 0) -> None:
        if text.startswith("Following"):
            edit(project, ("title: New ", "title: Newer "), plan=PLAN)

    told = errors(build_site(project, change))
    assert [one for one in told if "changed while the site was being built" in one]
    assert digest(project / "site") == before
    assert errors(publish(project)) == []
    assert "Newer" in (project / "site" / "index.html").read_text("utf-8")


@pytest.mark.long
def test_the_next_build_is_as_if_nothing_had_been(built: Path, project: Path) -> None:
    dead_link(project)
    assert errors(publish(project))
    shutil.copytree(built / "templates", project / "templates", dirs_exist_ok=True)
    assert errors(publish(project)) == []
    assert digest(project / "site") == digest(built / "site")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=60m", "tmpfs", str(folder)], check=False, capture_output=True
        ).returncode
    )
    if not mounted:
        pytest.skip("a small disk could not be mounted: CI runs this test as root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


@pytest.mark.long
def test_a_full_disk_leaves_the_site_as_it_was(built: Path, small_disk: Path) -> None:
    project = Path(shutil.copytree(built, small_disk / "project"))
    edit(project, ("title: ", "title: New "), plan=PLAN)
    before = digest(project / "site")
    room = shutil.disk_usage(small_disk).free
    for left in (50_000, 400_000, 3_000_000):
        (small_disk / "ballast").write_bytes(b"0" * (room - left))
        try:
            found = errors(publish(project))
        except OSError as problem:
            found = [str(problem)]
        assert found, f"{left} bytes were enough"
        assert digest(project / "site") == before
        (small_disk / "ballast").unlink()
        shutil.rmtree(project / "build" / "site-next", ignore_errors=True)
    assert errors(publish(project)) == []
    assert digest(project / "site") != before


@pytest.mark.long
def test_two_builds_at_once_end_with_a_whole_site_and_back_again(built: Path, project: Path) -> None:
    edit(project, ("title: ", "title: New "), plan=PLAN)
    said: list[str] = []

    def note(text: str, done: int = 0, of: int = 0) -> None:
        said.append(text)

    results: list[Result] = []
    programs = [threading.Thread(target=lambda: results.append(build_site(project, note))) for _ in range(2)]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [errors(found) for found in results] == [[], []]
    assert [text for text in said if "waiting for it to end" in text]
    assert digest(project / "site") != digest(built / "site")
    roll_back(project)
    assert digest(project / "site") == digest(built / "site")
