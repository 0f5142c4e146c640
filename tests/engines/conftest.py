"""The site on which engines are tried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from engine_site import add_plans
from site_project import build, copy_sources, served


@pytest.fixture(scope="package")
def engine_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, with plans whose weeks begin on Sunday and on Saturday."""
    project = copy_sources(tmp_path_factory.mktemp("engines") / "project")
    add_plans(project)
    return build(project)


@pytest.fixture(scope="package")
def engine_address(engine_site: Path) -> Iterator[str]:
    """Where that site is served."""
    with served(engine_site) as address:
        yield address
