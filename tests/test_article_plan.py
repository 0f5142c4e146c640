"""The plan `article-week`: the article's own week out of rules and two wishes; what clashes is said, and mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.finding import Refused
from generator.pipeline import Expanded, draft
from generator.project import Project, open_project
from generator.yaml_tree import read_tree

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "plans" / "article-week.yaml").read_text(encoding="utf-8")
WISHES = "wishes:\n  tuesday: quality\n  saturday: long\n"
ARTICLE = [
    ("monday", "aerobic", None),
    ("tuesday", "quality", "heavy"),
    ("wednesday", "rest", None),
    ("thursday", "aerobic", "abbreviated"),
    ("friday", "aerobic", None),
    ("saturday", "long", "heavy"),
    ("sunday", "cross", None),
]


@pytest.fixture(scope="module")
def project() -> Project:
    return open_project(ROOT)


def _draft(project: Project, text: str) -> Expanded:
    return draft(project, read_tree(text.encode(), "plans/drawn.yaml"), "drawn")


def _with_days(days: str) -> str:
    assert WISHES in TEXT
    return TEXT.replace(WISHES, days)


def test_the_plan_says_nothing_of_the_week_but_two_wishes() -> None:
    assert WISHES in TEXT
    assert "microcycle" not in TEXT
    assert "\ndays:" not in TEXT


@pytest.mark.parametrize("number", range(9, 17))
def test_every_heavy_week_is_the_articles(project: Project, number: int) -> None:
    week = _draft(project, TEXT).plan.weeks[number - 1]
    found = [(d.weekday, d.kind, d.lifts[0].kind if d.lifts else None) for d in week.days]
    assert found == ARTICLE


def test_every_session_of_every_plan_names_a_rule(project: Project) -> None:
    for path in sorted((ROOT / "plans").glob("*.yaml")):
        for day in draft(project, read_tree(path.read_bytes(), path.name), path.stem).plan.days:
            for session in day.sessions:
                assert {reason.rule for reason in session.reasons} - {"wish"}, (path.stem, day.day, session.sport)


def test_without_any_wish_the_weeks_are_legal_and_alike(project: Project) -> None:
    plan = _draft(project, _with_days("")).plan
    assert not [f for f in plan.findings if f.severity == "error"]
    shapes = {tuple((d.weekday, d.kind, bool(d.lifts)) for d in week.days) for week in plan.weeks[8:]}
    assert len(shapes) == 1


@pytest.mark.parametrize(
    ("days", "remedy", "mended"),
    [
        (
            "days:\n  tuesday: quality\n  sunday: long\n",
            "Move `tuesday: quality` to Wednesday",
            "days:\n  wednesday: quality\n  sunday: long\n",
        ),
        (
            "days:\n  friday: quality\n  saturday: long\n",
            "Move `friday: quality` to Wednesday",
            "days:\n  wednesday: quality\n  saturday: long\n",
        ),
    ],
)
def test_days_that_clash_are_named_and_the_remedy_works(project: Project, days: str, remedy: str, mended: str) -> None:
    with pytest.raises(Refused) as refused:
        _draft(project, _with_days(days))
    (found,) = refused.value.diagnostics
    first, second = (line.strip() for line in days.splitlines()[1:])
    assert f"'{first}' (line 25); '{second}' (line 26); '2 heavy lifts a week'" in found.message
    assert "two-recovery-days" in found.message
    assert found.hint.startswith(remedy)
    plan = _draft(project, _with_days(mended)).plan
    assert not [f for f in plan.findings if f.severity == "error"]


def test_too_few_hosts_are_told_with_what_would_help(project: Project) -> None:
    text = (ROOT / "plans" / "first-half.yaml").read_text(encoding="utf-8")
    text = text.replace("aerobic: 1", "aerobic: 0").replace("  wednesday: aerobic\n", "")
    with pytest.raises(Refused) as refused:
        _draft(project, text)
    assert {d.rule for d in refused.value.diagnostics} == {"hosts"}
    assert all("make an easy run aerobic" in d.message for d in refused.value.diagnostics)
