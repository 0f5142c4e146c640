"""Training weeks of more than seven days: placed as well as can be, or told that too much of them is free."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.finding import Refused
from generator.pipeline import Expanded, expand
from generator.project import open_project
from generator.schedule import candidates

ROOT = Path(__file__).parents[2]
NINE = (ROOT / "tests" / "site" / "plans" / "nine-days.yaml").read_text("utf-8")
FIXED = "days:\n  day 2: quality\n  day 5: quality\n  day 8: long\n"


def expanded(folder: Path, days: int, fixed: str, runs: int = 6) -> Expanded:
    path = folder / "plan.yaml"
    text = NINE.replace("microcycle_days: 9", f"microcycle_days: {days}").replace("runs: 6", f"runs: {runs}")
    path.write_text(text.replace(FIXED, fixed), "utf-8")
    return expand(open_project(ROOT), path, "plans/plan.yaml")


def test_ten_days_of_which_none_is_fixed_are_placed_by_the_rules(tmp_path: Path) -> None:
    found = expanded(tmp_path, 10, "")
    assert [finding for finding in found.plan.findings if finding.severity == "error"] == []
    assert all(len(week.days) == 10 for week in found.plan.weeks)


def test_fourteen_days_are_placed_where_enough_of_them_are_fixed(tmp_path: Path) -> None:
    fixed = "".join(f"  day {day}: {'long' if day == 8 else 'quality' if day in (2, 5) else 'rest'}\n" for day in
                    (2, 3, 5, 6, 8, 9, 12, 13, 14))  # fmt: skip
    assert len(expanded(tmp_path, 14, f"days:\n{fixed}").plan.weeks) == 8


@pytest.mark.parametrize(("days", "runs"), [(12, 7), pytest.param(14, 8, marks=pytest.mark.long)])
def test_long_weeks_of_which_no_day_is_fixed_are_refused_in_words(tmp_path: Path, days: int, runs: int) -> None:
    with pytest.raises(Refused) as refused:
        expanded(tmp_path, days, "", runs)
    (told,) = refused.value.diagnostics
    assert str(told).startswith(f"plans/plan.yaml:9:18: error a training week of {days} days")
    assert "Fix more of its days under days:" in str(told)


def test_a_search_that_is_given_up_takes_the_best_it_has_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = expanded(tmp_path, 9, FIXED)
    monkeypatch.setattr(candidates, "MOST_FOUND", 20)
    fewer = expanded(tmp_path, 9, FIXED + "  day 3: rest\n")
    assert [finding for finding in fewer.plan.findings if finding.severity == "error"] == []
    assert len(fewer.plan.weeks) == len(whole.plan.weeks)
