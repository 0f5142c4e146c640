"""Whatever a sensible author writes either expands without a broken rule or is refused with a stated reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from everything import EVERYTHING
from hypothesis import HealthCheck, event, given, settings

from generator.model.finding import Refused
from generator.pipeline import draft
from generator.project import Project, open_project
from generator.yaml_tree import Tree
from tests.properties.definitions import definitions

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(ROOT)


#: Rules over numbers that the author alone wrote; a draft may break them, and is then refused at the author's line.
AUTHORS_NUMBERS = frozenset({"ramp", "single-run-spike"})


#: Hundreds while you work, thousands where CI or `make test-all` runs.
DRAWN = 2500 if EVERYTHING else 100


@settings(max_examples=DRAWN, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(definitions())
def test_no_error_or_a_stated_reason(project: Project, definition: dict[str, Any]) -> None:
    try:
        expanded = draft(project, Tree("drawn.yaml", definition), "drawn")
    except Refused as refused:
        assert refused.diagnostics
        assert all(d.message and d.severity == "error" for d in refused.diagnostics)
        event("refused with a reason")
        return
    errors = [f for f in expanded.plan.findings if f.severity == "error" and f.rule not in AUTHORS_NUMBERS]
    assert not errors, errors
    event("expanded")
