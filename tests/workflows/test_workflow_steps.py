"""The shell lines of the workflows, run as they stand in clones of a clinic's repository."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from workflow_judges import pipeline, workflow
from workflow_runs import Runner, commit, edit, git, gitlab, merge_ref, records, repository

PLAN = "time-crunched"
LONGER = ("long: 11-13 km", "long: 11-14 km")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic's repository with a proposal: the long run becomes longer."""
    made = repository(tmp_path_factory.mktemp("clinic") / "project", PLAN)
    git(made, "checkout", "--quiet", "-b", "proposal")
    edit(made, PLAN, *LONGER)
    records(made)
    commit(made, "A longer long run")
    return made


def step(job: Mapping[str, Any], name: str) -> str:
    """Return a step's shell lines."""
    return str(next(one["run"] for one in job["steps"] if one.get("name") == name))


@pytest.fixture(scope="module")
def checked(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """The checkout of a pull request after the steps of its job have run."""
    folder = tmp_path_factory.mktemp("check")
    runner = Runner(merge_ref(project, folder / "checkout", depth=2), folder / "temp")
    job = workflow("check.yml")["jobs"]["check"]
    for name in ("Set up hardday", "Check the plans", "Build the site", "Tell what changes for athletes"):
        done = runner.run(step(job, name))
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
    return runner


def test_a_pull_request_is_built_and_told(checked: Runner) -> None:
    assert (checked.checkout / "site" / "plans" / PLAN / "index.html").is_file()
    told = (checked.temporary / "diff.md").read_text("utf-8")
    assert "long run 13 → 14 km" in told
    assert told == checked.summary.read_text("utf-8")
    assert "--editable . --constraint constraints.txt" in checked.installed()
    assert git(checked.checkout, "status", "--porcelain") == ""


def test_the_comment_is_written_once_and_then_written_over(checked: Runner, tmp_path: Path) -> None:
    job = workflow("check.yml")["jobs"]["comment"]
    lines = next(one for one in job["steps"] if "run" in one)
    strangers = [
        {"id": 1, "number": 1, "user": {"login": "mallory"}, "body": "<!-- hardday diff --> mine"},
        {"id": 2, "number": 2, "user": {"login": "github-actions[bot]"}, "body": "another job's"},
    ]
    store = tmp_path / "comments.json"
    store.write_text(json.dumps(strangers), "utf-8")
    runner = Runner(tmp_path / "work", tmp_path / "temp")
    runner.checkout.mkdir()
    runner.gh(store, "'github-actions[bot]'")
    address = {
        "COMMENTS": "repos/clinic/plans/issues/5/comments",
        "COMMENT": "repos/clinic/plans/issues/comments",
        "GH_TOKEN": "a-token",
    }
    assert set(lines["env"]) == set(address)
    for text in ("<!-- hardday diff -->\nfirst", (checked.temporary / "diff.md").read_text("utf-8")):
        (runner.checkout / "diff.md").write_text(text, "utf-8")
        done = runner.run(lines["run"], **address)
        assert done.returncode == 0, done.stderr
    written = json.loads(store.read_text("utf-8"))
    assert written[:2] == strangers
    assert [(one["body"], one["address"]) for one in written[2:]] == [(text, f"{address['COMMENT']}/102")]


def test_a_plan_with_errors_fails_the_check_and_is_told(project: Path, tmp_path: Path) -> None:
    broken = tmp_path / "project"
    shutil.copytree(project, broken, symlinks=True)
    git(broken, "checkout", "--quiet", "proposal")
    edit(broken, PLAN, "weeks: 6", "weeks: 5")
    commit(broken, "A base that is too short")
    runner = Runner(merge_ref(broken, tmp_path / "checkout", depth=2), tmp_path / "temp")
    job = workflow("check.yml")["jobs"]["check"]
    done = runner.run(step(job, "Set up hardday"))
    assert done.returncode == 0
    done = runner.run(step(job, "Check the plans"))
    assert done.returncode == 1
    assert f"::error file=plans/{PLAN}.yaml,line=" in done.stderr
    done = runner.run(step(job, "Tell what changes for athletes"))
    assert done.returncode == 0, done.stderr
    assert "can't be published as it is" in (runner.temporary / "diff.md").read_text("utf-8")


@pytest.mark.long
def test_a_record_that_was_not_committed_fails_the_build(project: Path, tmp_path: Path) -> None:
    forgotten = tmp_path / "project"
    shutil.copytree(project, forgotten, symlinks=True)
    git(forgotten, "checkout", "--quiet", "proposal")
    git(forgotten, "rm", "--quiet", "-r", "published")
    commit(forgotten, "Without its records")
    runner = Runner(merge_ref(forgotten, tmp_path / "checkout", depth=2), tmp_path / "temp")
    job = workflow("check.yml")["jobs"]["check"]
    assert runner.run(step(job, "Set up hardday")).returncode == 0
    done = runner.run(step(job, "Build the site"))
    assert done.returncode == 1
    assert "::error file=published/addresses.json" in done.stderr


@pytest.mark.long
def test_what_is_merged_is_built_from_one_commit_alone(project: Path, tmp_path: Path) -> None:
    runner = Runner(merge_ref(project.parent / "project", tmp_path / "checkout", depth=1), tmp_path / "temp")
    for name in ("Set up hardday", "Build the site"):
        done = runner.run(step(workflow("publish.yml")["jobs"]["build"], name))
        assert done.returncode == 0, done.stderr
    assert (runner.checkout / "site" / "index.html").is_file()


@pytest.mark.parametrize(("on", "overdue"), [("2020-01-01", "yes"), ("2999-01-01", "no")])
def test_reviews_that_are_due_become_one_issue(project: Path, tmp_path: Path, on: str, overdue: str) -> None:
    clinic = tmp_path / "project"
    shutil.copytree(project, clinic, symlinks=True)
    git(clinic, "checkout", "--quiet", "main")
    edit(clinic, PLAN, "units: km", f"units: km\nreviewed: {{by: '`@everyone` </details>', on: {on}}}")
    runner = Runner(clinic, tmp_path / "temp")
    jobs = workflow("reviews.yml")["jobs"]
    for name in ("Set up hardday", "List the reviews"):
        done = runner.run(step(jobs["reviews"], name))
        assert done.returncode == 0, done.stderr
    assert runner.output.read_text("utf-8") == f"overdue={overdue}\n"
    text = (runner.temporary / "reviews.md").read_text("utf-8")
    assert all(line.startswith("    ") for line in text.splitlines() if "@everyone" in line)
    store = tmp_path / "issues.json"
    store.write_text("[]", "utf-8")
    runner.gh(store, "'github-actions[bot]'")
    shutil.copy2(runner.temporary / "reviews.md", clinic / "reviews.md")
    lines = next(one["run"] for one in jobs["remind"]["steps"] if "run" in one)
    for _ in range(2):
        done = runner.run(lines, ISSUES="repos/clinic/plans/issues", GH_TOKEN="a-token")
        assert done.returncode == 0, done.stderr
    issues = json.loads(store.read_text("utf-8"))
    assert [(issue["title"], issue["body"]) for issue in issues] == [("Plans are due for review", text)]


def lines_of(job: str) -> list[str]:
    """Return a GitLab job's shell lines, with those that prepare it."""
    found = pipeline()
    before = found[".hardday"]["before_script"] if found[job].get("extends") == ".hardday" else []
    return [*before, *found[job]["script"]]


@pytest.mark.long
def test_gitlab_checks_a_merge_request_and_publishes_what_is_merged(project: Path, tmp_path: Path) -> None:
    checkout = merge_ref(project, tmp_path / "checkout", depth=100)
    runner = Runner(checkout, tmp_path / "temp")
    base = git(checkout, "rev-parse", "HEAD^1").strip()
    done = runner.run("\n".join(lines_of("check")), CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    assert done.returncode == 0, done.stderr
    assert "long run 13 → 14 km" in done.stdout
    assert (checkout / "site" / "index.html").is_file()
    shutil.copy2(checkout / "diff.md", tmp_path / "diff.md")
    (checkout / "diff.md").unlink()
    done = runner.run("\n".join(lines_of("pages")))
    assert done.returncode == 0, done.stderr
    assert (checkout / "public" / "plans" / PLAN / "index.html").is_file()


def test_gitlab_writes_its_note_once_and_then_over_it(project: Path, tmp_path: Path) -> None:
    runner = Runner(project, tmp_path / "temp")
    notes: list[dict[str, Any]] = [
        {"id": number, "author": {"id": 2}, "body": "<!-- hardday diff --> somebody else's"} for number in range(150)
    ]
    with gitlab(notes, me=1) as address:
        for text in ("<!-- hardday diff -->\nfirst", "<!-- hardday diff -->\nsecond: ä → 14 km"):
            (tmp_path / "diff.md").write_text(text, "utf-8")
            done = runner.run(
                lines_of("note")[0].replace("diff.md", str(tmp_path / "diff.md")),
                CI_API_V4_URL=address,
                CI_PROJECT_ID="7",
                CI_MERGE_REQUEST_IID="3",
                HARDDAY_NOTE_TOKEN="a-token",
            )
            assert done.returncode == 0, done.stderr
    assert [note["body"] for note in notes[150:]] == [text]
    assert {note["author"]["id"] for note in notes[:150]} == {2}
