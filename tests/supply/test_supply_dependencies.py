"""docs/dependencies.md lists every dependency, each pinned, with its licence and what it is for."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from tools.dependencies import PAGE, direct, faults, node_packages, page, python_packages, reached
from tools.versions.wanted import ROOT, pins


def test_the_page_is_what_is_installed() -> None:
    """Red? Run `python -m tools.dependencies` and look at what changed."""
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_dependency_has_a_version_a_licence_and_a_reason() -> None:
    assert list(faults([*python_packages(), *node_packages()])) == []


def test_nothing_that_is_installed_for_hardday_is_unpinned() -> None:
    assert reached([*direct(), *direct("dev")]) <= pins(ROOT / "constraints.txt").keys()


def test_npm_versions_are_exact() -> None:
    listed = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    assert [name for name in listed if "ependencies" in name] == ["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in listed["devDependencies"].values())


@pytest.mark.parametrize("change", [{"version": "^1.2"}, {"licence": ""}, {"why": ""}])
def test_a_dependency_that_lacks_something_is_found(change: dict[str, str]) -> None:
    assert len(list(faults([replace(python_packages()[0], **change)]))) == 1
