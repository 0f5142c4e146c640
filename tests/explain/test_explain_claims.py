"""The truth of explain: every number it gives a source for is worked out again from that source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from everything import EVERYTHING
from hypothesis import HealthCheck, event, given, settings

from generator.explain import Explainer
from generator.model.finding import Refused
from generator.model.plan import Lift
from generator.pipeline import Expanded, draft, preview
from generator.progressions import (
    abbreviated,
    base_hold,
    base_load,
    heavy_load,
    long_run,
    maintenance,
    power,
    strength_taper,
    volume,
    written,
)
from generator.progressions.tables import TABLES
from generator.project import Project, open_project
from generator.yaml_tree import Tree
from tests.explain.claims import check_claims
from tests.properties.definitions import definitions

ROOT = Path(__file__).parents[2]
PLANS = sorted((ROOT / "plans").glob("*.yaml"))
CASES = sorted((ROOT / "tests" / "cases" / "valid").glob("*.yaml"))
DRAWN = 500 if EVERYTHING else 60


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(ROOT)


@pytest.mark.parametrize("path", [*PLANS, *CASES], ids=lambda path: path.stem)
def test_what_is_claimed_of_a_plan_is_so(project: Project, path: Path) -> None:
    expanded = preview(project, path, path.name)
    assert check_claims(expanded, project.library) > 10


@settings(max_examples=DRAWN, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(definitions())
def test_what_is_claimed_of_a_drawn_plan_is_so(project: Project, definition: dict[str, Any]) -> None:
    try:
        expanded = draft(project, Tree("drawn.yaml", definition), "drawn")
    except Refused:
        event("refused")
        return
    event("explained")
    check_claims(expanded, project.library)


def _with_lift(expanded: Expanded, change: Any) -> Expanded:
    """Return the plan with every lift of week 9 changed, and the workings as they were."""
    plan = expanded.plan
    week = plan.weeks[8]
    days = tuple(
        replace(day, sessions=tuple(change(s) if isinstance(s, Lift) else s for s in day.sessions)) for day in week.days
    )
    weeks = (*plan.weeks[:8], replace(week, days=days), *plan.weeks[9:])
    return replace(expanded, plan=replace(plan, weeks=weeks))


def test_a_plan_that_is_not_what_it_was_worked_out_from_is_caught(project: Project) -> None:
    path = ROOT / "plans" / "marathon-competitive.yaml"
    expanded = preview(project, path, path.name)
    more = _with_lift(expanded, lambda lift: replace(lift, duration_s=1))
    with pytest.raises(AssertionError):
        check_claims(more, project.library)


@pytest.mark.parametrize("name", ["rest_s", "_accessory", "_big"])
def test_a_dose_that_does_not_follow_from_its_row_is_caught(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    from generator.progress import doses

    path = ROOT / "plans" / "marathon-competitive.yaml"
    honest: Any = getattr(doses, name)

    def other(*given: Any) -> Any:
        found = honest(*given)
        if name == "rest_s":
            return found + 30
        return (found[0] + 1, *found[1:]) if name == "_accessory" else replace(found, reps=found.reps + 1)

    monkeypatch.setattr(doses, name, other)
    expanded = preview(project, path, path.name)
    with pytest.raises(AssertionError):
        check_claims(expanded, project.library)


def test_a_lie_about_the_line_is_caught(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    path = ROOT / "plans" / "offseason-strength.yaml"
    expanded = preview(project, path, path.name)
    working = expanded.workings[0]
    assert working.run is not None
    target = replace(working.run.ask.target, volume=(working.run.ask.target.volume or 0) + 1)
    lying = replace(working, run=replace(working.run, ask=replace(working.run.ask, target=target)))
    with pytest.raises(AssertionError):
        check_claims(replace(expanded, workings=(lying, *expanded.workings[1:])), project.library)


def test_a_distance_leads_to_its_authors_line() -> None:
    path = ROOT / "plans" / "ultra-trail-50k.yaml"
    expanded = preview(open_project(ROOT), path, "plans/ultra-trail-50k.yaml")
    lines = path.read_text("utf-8").splitlines()
    numbers = Explainer(expanded).week(3).numbers
    assert [number.origin for number in numbers] == ["volume", "long", "second_long"]
    for number in numbers:
        assert number.place is not None
        assert lines[number.place.line - 1].strip().startswith(f"{number.origin}:")


MODULES = (
    *(abbreviated, base_hold, base_load, heavy_load, long_run, maintenance, power, strength_taper, volume, written),
)


def test_every_table_names_itself_and_sources_of_the_bibliography(project: Project) -> None:
    assert set(TABLES) == {module.__name__.rpartition(".")[2] for module in MODULES}
    for module in MODULES:
        table = TABLES[module.TABLE]
        assert (ROOT / table.file).is_file()
        assert set(table.sources) <= set(project.library.sources)
        named = {key for key in project.library.sources if key in (module.__doc__ or "")}
        assert named <= set(table.sources)
