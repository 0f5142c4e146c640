"""Explanations: the reasons that stand there, and for each other day what forbids it or makes it worse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.explain import Explainer, explain_json, explain_text
from generator.pipeline import Expanded, expand
from generator.project import Project, open_project

ROOT = Path(__file__).parents[2]
TUESDAY, THURSDAY, SATURDAY = 1, 3, 5


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(ROOT)


@pytest.fixture(scope="module")
def article(project: Project) -> Expanded:
    path = ROOT / "plans" / "article-week.yaml"
    return expand(project, path, "plans/article-week.yaml")


def _rules(expanded: Expanded, position: int, lift: bool = False) -> dict[str, str | None]:
    found = Explainer(expanded).day(11, position)
    return {move.weekday: move.rule for move in (found.lift_moves if lift else found.moves)}


def test_quality_and_heavy_cannot_stand_nearer_to_saturday(article: Expanded) -> None:
    rules = _rules(article, TUESDAY)
    assert {rules[day] for day in ("Monday", "Thursday", "Friday", "Sunday")} == {"two-recovery-days"}
    assert rules["Wednesday"] is None


def test_the_heavy_lift_alone_cannot_stand_on_a_quiet_day(article: Expanded) -> None:
    rules = _rules(article, TUESDAY, lift=True)
    assert rules == dict.fromkeys(("Monday", "Wednesday", "Thursday", "Friday", "Sunday"), "hard-days-hard")


def test_the_short_lift_cannot_stand_on_rest_or_recovery(article: Expanded) -> None:
    rules = _rules(article, THURSDAY, lift=True)
    assert rules["Wednesday"] == rules["Sunday"] == "no-lift-on-easy-days"
    assert rules["Monday"] is None


def test_a_legal_day_says_why_it_is_worse(article: Expanded) -> None:
    moves = Explainer(article).day(11, TUESDAY).moves
    assert {move.text for move in moves if move.rule is None} == {"but a wish of the plan would be missed"}


def test_a_fixed_day_is_named_in_the_authors_words(project: Project) -> None:
    path = ROOT / "plans" / "marathon-competitive.yaml"
    expanded = expand(project, path, "plans/marathon-competitive.yaml")
    moves = Explainer(expanded).day(10, 2).moves
    assert ("wish", "the plan says `wednesday: quality`") in {(move.rule, move.text) for move in moves}
    assert "    Monday, Tuesday, Thursday, Friday, Saturday, Sunday: no, wish: the plan says" in explain_text(
        expanded, project.library, 10, 2
    )


def test_text_has_every_day_of_a_week_its_reasons_and_its_tables(article: Expanded, project: Project) -> None:
    text = explain_text(article, project.library, 11, None)
    assert text.count("Week 11, ") == 7
    assert "because  This plan prefers Tuesday for the quality run. (wish)" in text
    assert "Monday    no, two-recovery-days: " in text
    assert "[table heavy_load, row H3]" in text
    assert "seynders-2022: Don't Be Afraid to Do the Heavy Lifting" in text
    assert "[plans/article-week.yaml:" in text
    assert all(len(line) <= 120 for line in text.splitlines())


def test_json_says_the_same(article: Expanded, project: Project) -> None:
    data = json.loads(explain_json(article, project.library, 11, TUESDAY))
    assert data["format"] == "hardday/explain@1"
    (day,) = data["weeks"][0]["days"]
    (squat,) = [n for n in day["numbers"] if n["origin"] == "big" and not n["unless_signed_off"]]
    assert (squat["table"], squat["row"]) == ("heavy_load", "H3")
    assert squat["details"]["sets"] == 3
    assert data["tables"]["heavy_load"]["sources"][0]["key"] == "seynders-2022"


def test_every_week_and_day_of_every_plan_can_be_explained(project: Project) -> None:
    for path in sorted((ROOT / "plans").glob("*.yaml")):
        expanded = expand(project, path, path.name)
        for week in expanded.placed[:: max(1, len(expanded.placed) // 3)]:
            text = explain_text(expanded, project.library, week.frame.number, None)
            assert text.count(f"Week {week.frame.number}, ") == len(week.days)
