"""The lowest versions that are tested are the lowest that pyproject.toml allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.versions.wanted import LOWEST, ROOT, TESTERS, TESTS, lower_bound, package, pins, project


def disagreements(dependencies: list[str], lowest: dict[str, str]) -> list[str]:
    bounds = {package(one): lower_bound(one) for one in dependencies}
    return sorted(name for name in bounds.keys() | lowest.keys() if bounds.get(name) != lowest.get(name))


def release(version: str) -> str:
    """13 and 13.0.0 are the same release."""
    return ".".join(([*version.split("."), "0", "0"])[:3]) if version.count(".") < 2 else version


def dependencies() -> list[str]:
    found = project()["dependencies"]
    assert isinstance(found, list)
    return [f"{package(one)}>={release(lower_bound(one) or '')}" for one in found]


def lowest() -> dict[str, str]:
    return {name: release(version) for name, version in pins(ROOT / LOWEST).items()}


def test_lowest_versions_are_those_of_pyproject() -> None:
    assert disagreements(dependencies(), lowest()) == []


@pytest.mark.parametrize("bound", ["click>=8.2.0", "nothing>=1.0.0"])
def test_a_bound_that_was_raised_or_added_is_found(bound: str) -> None:
    changed = [one for one in dependencies() if package(one) != package(bound)] + [bound]
    assert disagreements(changed, lowest()) == [package(bound)]


def test_a_line_that_pins_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("# fine\nclick==8.1.0\njinja2>=3\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"c\.txt:3: 'jinja2>=3' pins no version"):
        pins(tmp_path / "c.txt")


def test_what_is_run_is_there() -> None:
    assert all((ROOT / one).is_dir() for one in TESTS)
    extras = project()["optional-dependencies"]
    assert isinstance(extras, dict)
    assert set(TESTERS) <= {package(one) for one in extras["dev"]}
