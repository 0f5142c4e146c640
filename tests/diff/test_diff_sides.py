"""What OLD and NEW may be: revisions, folders, files; and that nothing else happens when they are read."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from diff_projects import Diff, committed, edit, git, small_project, told_of

from generator.plan_json.write import write_plan

PLAN = "time-crunched"
LONGER = ("long: 11-13 km", "long: 11-14 km")
NOTHING = "nothing changes for athletes"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository in whose second commit the long run is longer; the working folder is that commit."""
    made = committed(small_project(tmp_path / "clinic", PLAN), "Before")
    git(made, "tag", "v1")
    edit(made / "plans" / f"{PLAN}.yaml", LONGER)
    return committed(made, "After")


@pytest.mark.parametrize("names", [("v1", "HEAD"), ("HEAD~1", "main"), ("v1",), ("v1", "."), ("main^",)])
def test_revisions_and_the_working_folder(diff: Diff, project: Path, names: tuple[str, ...]) -> None:
    done = diff("--project", project, *names)
    assert done.status == 0
    assert "long run 13 → 14 km" in done.out


def test_the_same_says_so(diff: Diff, project: Path) -> None:
    done = diff("--project", project, "HEAD")
    assert (done.status, done.out) == (0, f"HEAD → the working folder: {NOTHING}\n")
    assert told_of(diff("--project", project, "v1", "v1", "--format", "json").out)["same"]
    assert NOTHING in diff("--project", project, "HEAD", "--format", "markdown").out.lower()


def test_folders_definitions_and_expanded_plans(diff: Diff, project: Path, tmp_path: Path) -> None:
    other = tmp_path / "before"
    shutil.copytree(project, other, ignore=shutil.ignore_patterns(".git"))
    file = other / "plans" / f"{PLAN}.yaml"
    edit(file, tuple(reversed(LONGER)))
    from generator.pipeline import preview
    from generator.project import open_project

    as_json = tmp_path / f"{PLAN}.json"
    as_json.write_text(write_plan(preview(open_project(other), file, "x").plan), "utf-8")
    for old in (other, file, as_json):
        for new in (project, project / "plans" / f"{PLAN}.yaml", "HEAD"):
            done = diff("--project", project, old, new)
            assert "long run 13 → 14 km" in done.out, (old, new)


def test_a_project_in_a_folder_of_the_repository(diff: Diff, tmp_path: Path) -> None:
    repository = tmp_path / "clinic"
    project = small_project(repository / "website" / "training", PLAN)
    (repository / "plans").mkdir()
    (repository / "plans" / "shopping.yaml").write_text("eggs: 12\n", "utf-8")
    committed(repository)
    edit(project / "plans" / f"{PLAN}.yaml", LONGER)
    done = diff("--project", project, "HEAD")
    assert "long run 13 → 14 km" in done.out
    assert "shopping" not in done.out


@pytest.mark.parametrize(
    "name", ["--output=x", "-x", "nope", "v1..HEAD", "HEAD:plans", "", "v1\nHEAD", "\x00", "@{u}", "--", "a" * 5000]
)
def test_a_name_that_is_nothing_is_wrong_usage(diff: Diff, project: Path, name: str) -> None:
    before = sorted(path.name for path in Path.cwd().iterdir())
    done = diff("--project", project, "--", name, "HEAD")
    assert done.status == 2
    assert done.out == ""
    assert sorted(path.name for path in Path.cwd().iterdir()) == before


def test_a_folder_that_is_in_no_repository(diff: Diff, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    project = small_project(tmp_path / "clinic", PLAN)
    done = diff("--project", project, "HEAD")
    assert done.status == 2
    assert "in no git repository" in done.err


def test_the_work_tree_and_the_repository_stay_as_they_are(diff: Diff, project: Path) -> None:
    edit(project / "plans" / f"{PLAN}.yaml", ("order: 80", "order: 81"))
    (project / "untracked.txt").write_text("mine", "utf-8")

    def state() -> dict[str, tuple[int, bytes]]:
        files = (path for path in project.rglob("*") if path.is_file())
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = state()
    assert diff("--project", project, "v1", "HEAD").status == 0
    assert state() == before


def test_nothing_in_the_repository_is_run(diff: Diff, project: Path, tmp_path: Path) -> None:
    """Filters, attributes and hooks of a hostile repository are not asked."""
    proof = tmp_path / "ran"
    (project / ".gitattributes").write_text("* filter=evil diff=evil export-subst\n*.yaml export-ignore\n", "utf-8")
    committed(project)
    for key in ("filter.evil.smudge", "diff.evil.textconv", "core.fsmonitor", "tar.tar.gz.command", "core.pager"):
        git(project, "config", key, f"touch {proof}")
    assert "long run 13 → 14 km" in diff("--project", project, "v1", "HEAD").out
    assert not proof.exists()


def test_links_in_a_revision_lead_nowhere(diff: Diff, project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("title: The secret\n", "utf-8")
    os.symlink(secret, project / "plans" / "linked.yaml")
    (project / "plans" / "large.yaml").write_text("#" * 600_000, "utf-8")
    committed(project)
    done = diff("--project", project, "v1", "HEAD")
    assert done.status == 1
    assert "HEAD:plans/linked.yaml:1:1: error this is a link to another file" in done.err
    assert "HEAD:plans/large.yaml:1:1: error" in done.err
    assert "The secret" not in done.out + done.err


def test_a_revision_before_there_were_plans(diff: Diff, tmp_path: Path) -> None:
    project = tmp_path / "clinic"
    project.mkdir()
    committed(project)
    small_project(tmp_path / "made", PLAN)
    shutil.copytree(tmp_path / "made", project, dirs_exist_ok=True)
    done = diff("--project", project, "HEAD")
    assert done.status == 0
    assert f"{PLAN} (Short of time): new, 12 weeks" in done.out


def test_a_file_in_a_folder_that_cannot_be_read_at_all(diff: Diff, project: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = diff("--project", project, tmp_path / "empty")
    assert done.status == 2
    assert "without plans/" in done.err


def test_only_some_plans(diff: Diff, tmp_path: Path) -> None:
    project = committed(small_project(tmp_path / "clinic", PLAN, "masters-50"))
    for plan in (PLAN, "masters-50"):
        edit(project / "plans" / f"{plan}.yaml", ("order: ", "order: 1"))
    done = diff("--project", project, "HEAD", "--plan", "masters-50")
    assert "masters-50" in done.out
    assert PLAN not in done.out
    done = diff("--project", project, "HEAD", "--plan", "nobody")
    assert done.status == 2


def test_expanded_plans_alone_need_no_project(diff: Diff, project: Path, tmp_path: Path) -> None:
    from generator.pipeline import preview
    from generator.project import open_project

    alone = tmp_path / "alone"
    alone.mkdir()
    expanded = preview(open_project(project), project / "plans" / f"{PLAN}.yaml", "x").plan
    (alone / "old.json").write_text(write_plan(expanded), "utf-8")
    text = write_plan(expanded).replace('"distance_m":14000', '"distance_m":15000')
    (alone / "new.json").write_text(text, "utf-8")
    done = diff("--project", alone, alone / "old.json", alone / "new.json")
    assert (done.status, done.err) == (0, "")
    assert "long run 14 → 15 km" in done.out
    assert NOTHING in diff("--project", alone, alone / "old.json", alone / "old.json").out
    (alone / "new.json").write_text("{", "utf-8")
    done = diff("--project", alone, alone / "old.json", alone / "new.json")
    assert done.status == 1
    assert "this is not JSON" in done.err


def test_a_published_plan_is_found_by_its_own_id(diff: Diff, project: Path, tmp_path: Path) -> None:
    from generator.pipeline import preview
    from generator.project import open_project

    published = tmp_path / "plan.json"
    file = project / "plans" / f"{PLAN}.yaml"
    published.write_text(write_plan(preview(open_project(project), file, "x").plan), "utf-8")
    assert NOTHING in diff("--project", project, published).out
    assert "long run 14 → 13 km" in diff("--project", project, published, "v1").out
    assert "long run 13 → 14 km" in diff("--project", project, "v1", published).out


def test_a_device_is_nothing(diff: Diff, project: Path) -> None:
    assert diff("--project", project, "/dev/zero").status == 2
