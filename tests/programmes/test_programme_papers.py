"""Published programs, written down: each expands, keeps its doses, and is told what house rules it breaks.

Every file of ``papers`` says in its head where its facts come from and how sure they are, then what comes of it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from programme_writing import broken, plan_of, week_shown

from generator.model.plan import Plan

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.yaml"))
WEEK = re.compile(r"# week (\d+), (\d) lifts?, (.+)")
paper = pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)


@cache
def plan(path: Path) -> Plan:
    return plan_of(path.read_text(encoding="utf-8"))


def said(path: Path, what: str) -> set[str]:
    line = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(f"# {what}: "))
    return set(line.removeprefix(f"# {what}: ").split()) - {"none"}


def test_there_are_many() -> None:
    assert len(PAPERS) >= 13


@paper
def test_the_house_rules_that_it_breaks(path: Path) -> None:
    assert broken(plan(path)) == said(path, "errors")
    assert broken(plan(path), "warning") == said(path, "warnings")
    assert said(path, "beyond the article") == {"yes" if plan(path).beyond_the_article else "no"}


@paper
def test_its_doses_are_kept(path: Path) -> None:
    weeks: dict[int, tuple[int, list[str]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := WEEK.fullmatch(line):
            weeks.setdefault(int(found[1]), (int(found[2]), []))[1].append(found[3])
    assert weeks
    for number, (count, sessions) in weeks.items():
        lifted = week_shown(plan(path), number)
        assert len(lifted) == count
        assert list(dict.fromkeys(lifted)) == sessions


@paper
def test_nothing_is_added_and_nothing_left_out(path: Path) -> None:
    """Every week lifts the program's own sessions and no others; none has a dose of the house's tables."""
    for week in plan(path).weeks:
        for lift in week.lifts:
            assert lift.written
            assert not any(dose.weaker_side_first or dose.extra_weak_side_sets for dose in lift.exercises)


@paper
def test_loaded_lifts_say_what_the_unsigned_do(path: Path) -> None:
    for week in plan(path).weeks:
        for lift in week.lifts:
            assert (lift.unless_signed_off is not None) == (lift.kind in ("heavy", "maintenance"))


@paper
def test_it_says_where_it_comes_from(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"(?m)^source: ['\"]?\S", text)
    assert re.search(r"memory|ours", text.split("\ntitle:")[0])
