"""Explanations: the reasons that stand there, and for each other day what forbids it or makes it worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.explain import explain_day, explain_text
from generator.pipeline import Expanded, expand
from generator.project import open_project

ROOT = Path(__file__).parents[1]
TUESDAY, THURSDAY, SATURDAY = 1, 3, 5


@pytest.fixture(scope="module")
def article() -> Expanded:
    path = ROOT / "plans" / "article-week.yaml"
    return expand(open_project(ROOT), path, "plans/article-week.yaml")


def _rules(expanded: Expanded, position: int, lift: bool = False) -> dict[str, str | None]:
    found = explain_day(expanded.placed, expanded.policy, 11, position)
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
    moves = explain_day(article.placed, article.policy, 11, TUESDAY).moves
    assert {move.text for move in moves if move.rule is None} == {"but a wish of the plan would be missed"}


def test_a_fixed_day_is_named_in_the_authors_words() -> None:
    path = ROOT / "plans" / "marathon-competitive.yaml"
    expanded = expand(open_project(ROOT), path, "plans/marathon-competitive.yaml")
    moves = explain_day(expanded.placed, expanded.policy, 10, 2).moves
    assert ("wish", "the plan says `wednesday: quality`") in {(move.rule, move.text) for move in moves}


def test_text_has_every_day_of_a_week_and_its_reasons(article: Expanded) -> None:
    text = explain_text(article.placed, article.policy, 11, None)
    assert text.count("Week 11, ") == 7
    assert "because  This plan prefers Tuesday for the quality run. (wish)" in text
    assert "Monday    no, two-recovery-days: " in text


def test_every_week_and_day_of_every_plan_can_be_explained() -> None:
    project = open_project(ROOT)
    for path in sorted((ROOT / "plans").glob("*.yaml")):
        expanded = expand(project, path, path.name)
        for week in expanded.placed[:: max(1, len(expanded.placed) // 3)]:
            text = explain_text(expanded.placed, expanded.policy, week.frame.number, None)
            assert text.count(f"Week {week.frame.number}, ") == len(week.days)
