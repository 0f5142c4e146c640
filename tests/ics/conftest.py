"""What the tests of calendars share with those of the site, and the site of small plans of every kind of week."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "site"))

from ics_projects import dated_plans, project_of
from site_project import build


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of small plans of every kind of week."""
    return build(project_of(tmp_path_factory.mktemp("weeks") / "project", dated_plans()))
