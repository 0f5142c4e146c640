"""A project's folder that belongs to another user: git refuses to say when its plans were changed, and that is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.owned import owned
from generator.source_date import EPOCH, source_date


@pytest.fixture
def committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one commit, dated by nothing else."""
    monkeypatch.delenv(EPOCH, raising=False)
    (tmp_path / "mkdocs.yml").write_text("site_name: Clinic\n", "utf-8")
    who = ("-c", "user.email=a@example.org", "-c", "user.name=A")
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-qm", "plans"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    return tmp_path


def told(root: Path) -> list[str]:
    return [str(one) for one in owned(root, ()).diagnostics]


def test_a_folder_of_ones_own_needs_no_word(committed: Path) -> None:
    assert told(committed) == []


def test_a_folder_of_somebody_elses_is_told(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert source_date(committed) == "315532800"
    (line,) = told(committed)
    assert line.startswith("mkdocs.yml:1:1: warning the folder belongs to another user")
    assert "git config --global --add safe.directory" in line


def test_a_date_from_outside_is_as_good(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv(EPOCH, "1700000000")
    assert told(committed) == []


def test_a_folder_without_git_needs_no_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    (tmp_path / "mkdocs.yml").write_text("site_name: Clinic\n", "utf-8")
    assert told(tmp_path) == []
