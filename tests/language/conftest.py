"""A German site that tests of its browser code share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "site"))
sys.path.append(str(Path(__file__).parents[1] / "athlete"))
sys.path.append(str(Path(__file__).parents[1] / "ics"))

from language_projects import project_in
from site_project import build, served

#: One with heavy lifts, races of the clinic and a sign-off.
PLANS = ("marathon-competitive",)


@pytest.fixture(scope="session")
def german_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is German and built; read it, never write into it."""
    project = project_in("de", tmp_path_factory.mktemp("german"), *PLANS)
    build(project)
    return project


@pytest.fixture(scope="session")
def german_address(german_project: Path) -> Iterator[str]:
    """Where the German site is served."""
    with served(german_project / "site") as address:
        yield address
