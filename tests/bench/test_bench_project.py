"""The benchmark's plans: the same in every run, all of them build, no two are alike in their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.checking import expand_one
from generator.model.plan import Plan
from generator.project import open_project
from generator.table import plan_table
from tools.bench.project import make_plans
from tools.bench.variants import MOST, variants

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "plans").glob("*.yaml"))
EACH = 3


def project_in(folder: Path) -> Path:
    (folder / "plans").mkdir(parents=True)
    for name in ("library", "policies"):
        (folder / "plans" / name).symlink_to(ROOT / "plans" / name)
    return folder


def made_in(folder: Path, plans: int) -> list[Path]:
    return make_plans(project_in(folder), ROOT / "plans", plans, lambda text: None)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Some plans of each shipped one."""
    return made_in(tmp_path_factory.mktemp("bench") / "project", EACH * len(SHIPPED))


@pytest.fixture(scope="module")
def expanded(made: list[Path]) -> dict[str, Plan]:
    project = open_project(made[0].parents[1])
    found = {path.stem: expand_one(project, path)[0] for path in made}
    return {name: one.plan for name, one in found.items() if one}


def contents(files: Sequence[Path]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in files}


def test_every_plan_builds(made: list[Path], expanded: dict[str, Plan]) -> None:
    assert len(made) == len({path.name for path in made}) == EACH * len(SHIPPED)
    assert list(expanded) == [path.stem for path in made]


def test_the_same_plans_in_every_run_however_many(made: list[Path], tmp_path: Path) -> None:
    few = contents(made_in(tmp_path / "project", len(SHIPPED) + 1))
    assert few == {name: text for name, text in contents(made).items() if name in few}


def test_no_two_plans_have_the_same_weeks(expanded: dict[str, Plan]) -> None:
    """Neither as they are nor with the title that tells them apart left out."""
    shown = [plan_table(replace(plan, id="x", title="x")) for plan in expanded.values()]
    assert len(set(shown)) == len(shown)


def test_the_plans_differ_in_many_ways(made: list[Path], expanded: dict[str, Plan]) -> None:
    written = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in made]
    for key in ("title", "easy_pace"):
        assert len({(path.stem[:-4], one[key]) for path, one in zip(made, written, strict=True)}) == len(made)
    units = [{one["units"] for one in written[n :: len(SHIPPED)]} for n in range(len(SHIPPED))]
    assert units.count({"km", "mi"}) >= 3
    assert len({len(one["title"]) for one in written}) > 10
    assert len({tuple(one.get("big_lifts", ())) for one in written}) > 8
    for several in (lengths(made, expanded), days(written)):
        assert sum(len(set(ways)) > 1 for ways in several) >= 3


def lengths(made: list[Path], expanded: dict[str, Plan]) -> list[list[int]]:
    """How many weeks the plans have that are made of one."""
    found: dict[str, list[int]] = {}
    for path in made:
        found.setdefault(path.stem[:-4], []).append(len(expanded[path.stem].weeks))
    return list(found.values())


def days(written: list[dict[str, object]]) -> list[list[str]]:
    """Which days are fixed or wished for in the plans that are made of one."""
    return [
        [f"{one.get('days')} {one.get('wishes')}" for one in written[n :: len(SHIPPED)]] for n in range(len(SHIPPED))
    ]


def test_given_calendars_differ(made: list[Path]) -> None:
    calendars = [yaml.safe_load(path.read_text("utf-8"))["calendar"] for path in made if "club-half" in path.name]
    assert len(calendars) == EACH
    assert all(one != other for n, one in enumerate(calendars) for other in calendars[:n])


def test_whoever_is_left_nothing_else_has_a_pace_of_its_own() -> None:
    """The last resort of each plan is still unlike every other."""
    text = (ROOT / "plans" / "club-half.yaml").read_text("utf-8")
    last = [list(variants(text, "club-half", number))[-1].replace(f"No. {number + 1}", "") for number in range(MOST)]
    assert len({next(line for line in one.splitlines() if "easy_pace" in line) for one in last}) == MOST


def test_more_plans_than_there_are_paces_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="1 to"):
        made_in(tmp_path / "project", MOST * len(SHIPPED) + 1)
