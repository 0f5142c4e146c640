"""The workflows are well-formed, pinned by digest, ask for no right they don't need; each judge sees a defect."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from workflow_judges import GITLAB, NAMES, ROOT, WORKFLOWS, actionlint, pipeline, schema_says, workflow, zizmor

FILES = tuple(WORKFLOWS / name for name in NAMES)
_PINNED = re.compile(r"[a-z0-9-]+/[a-z0-9-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
#: What a job may write, and why it has to.
GRANTS = {
    ("check.yml", "check"): {"contents": "read"},
    ("check.yml", "comment"): {"pull-requests": "write"},
    ("publish.yml", "build"): {"contents": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("reviews.yml", "reviews"): {"contents": "read"},
    ("reviews.yml", "remind"): {"issues": "write"},
}


def test_all_workflows_are_judged() -> None:
    assert {path.name for path in WORKFLOWS.iterdir()} == set(NAMES)


def test_judges_have_nothing_to_say() -> None:
    assert actionlint(*FILES) == []
    assert zizmor(ROOT / ".github") == []
    assert schema_says("vendor.github-workflows", *FILES) == []
    assert schema_says("vendor.dependabot", ROOT / ".github" / "dependabot.yml") == []
    assert schema_says("vendor.gitlab-ci", GITLAB) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_pinned_by_its_digest_with_the_version_beside_it(name: str) -> None:
    text = (WORKFLOWS / name).read_text("utf-8")
    used = re.findall(r"uses: (.+)", text)
    assert used
    assert [line for line in used if not _PINNED.fullmatch(line)] == []


def test_every_image_is_pinned_by_its_digest() -> None:
    images = re.findall(r"^ *(?:image|name): *(\S+)$", GITLAB.read_text("utf-8"), re.MULTILINE)
    assert images
    assert all(re.fullmatch(r"[a-z]+:[a-z0-9.-]+@sha256:[0-9a-f]{64}", image) for image in images)


@pytest.mark.parametrize("name", NAMES)
def test_rights_are_given_job_by_job(name: str) -> None:
    found = workflow(name)
    assert found["permissions"] == {}
    assert {(name, job): said["permissions"] for job, said in found["jobs"].items()} == {
        key: grants for key, grants in GRANTS.items() if key[0] == name
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_job_that_may_write_runs_no_code_of_the_repository(name: str) -> None:
    for job in workflow(name)["jobs"].values():
        if "write" in job["permissions"].values():
            used = [step.get("uses", "").partition("@")[0] for step in job["steps"]]
            assert "actions/checkout" not in used
            assert not any(".venv" in step.get("run", "") for step in job["steps"])


@pytest.mark.parametrize("name", NAMES)
def test_no_text_of_others_reaches_a_shell_line(name: str) -> None:
    steps = [step for job in workflow(name)["jobs"].values() for step in job["steps"]]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
    for step in steps:
        if step.get("uses", "").startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] == "false"


def test_pip_is_cached_by_the_pinned_versions() -> None:
    steps = [step for name in NAMES for job in workflow(name)["jobs"].values() for step in job["steps"]]
    pythons = [step["with"] for step in steps if step.get("uses", "").startswith("actions/setup-python")]
    assert {(with_["cache"], with_["cache-dependency-path"]) for with_ in pythons} == {("pip", "constraints.txt")}
    assert pipeline()[".hardday"]["cache"]["key"]["files"] == ["constraints.txt"]


SEEDED = {
    "an action by its tag": ("check.yml", "@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2", "@v6", "unpinned-uses"),
    "a right for all": ("check.yml", "permissions: {}", "permissions: write-all", "excessive-permissions"),
    "an author's words in a shell line": (
        "check.yml",
        "run: .venv/bin/hardday check --format github",
        "run: .venv/bin/hardday check --title=${{ github.event.pull_request.title }}",
        "template-injection",
    ),
    "a token left in the checkout": ("publish.yml", "persist-credentials: false", "fetch-tags: false", "artipacked"),
    "a stranger's code with our rights": (
        "check.yml",
        "  pull_request:\n",
        "  pull_request_target:\n",
        "dangerous-triggers",
    ),
}


@pytest.mark.parametrize("seeded", SEEDED)
def test_zizmor_sees_a_seeded_defect(seeded: str, tmp_path: Path) -> None:
    name, good, bad, ident = SEEDED[seeded]
    assert ident in zizmor(_spoiled(tmp_path, name, good, bad))


def test_actionlint_sees_a_seeded_defect(tmp_path: Path) -> None:
    wrong = _spoiled(tmp_path, "check.yml", "needs: check", "needs: checked")
    assert any("needs" in said or "checked" in said for said in actionlint(wrong))
    wrong = _spoiled(tmp_path, "check.yml", "steps.build.outcome", "steps.bild.outcome")
    assert any("bild" in said for said in actionlint(wrong))


def test_schemas_see_a_seeded_defect(tmp_path: Path) -> None:
    wrong = _spoiled(tmp_path, "check.yml", "runs-on: ubuntu-latest", "runs_on: ubuntu-latest")
    assert schema_says("vendor.github-workflows", wrong)
    spoiled = tmp_path / "gitlab.yml"
    spoiled.write_text(GITLAB.read_text("utf-8").replace("when: always", "when: sometimes", 1), "utf-8")
    assert schema_says("vendor.gitlab-ci", spoiled)


def test_our_own_checks_see_a_seeded_defect() -> None:
    assert not _PINNED.fullmatch("actions/checkout@v6")
    assert not _PINNED.fullmatch("actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd")


def _spoiled(folder: Path, name: str, good: str, bad: str) -> Path:
    text = (WORKFLOWS / name).read_text("utf-8")
    assert good in text
    path = folder / ".github" / "workflows" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(good, bad), "utf-8")
    return path
