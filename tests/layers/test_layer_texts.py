"""How the weeks and days of a layer are read."""

from __future__ import annotations

import pytest

from generator.model.layer import CutbackMove, Days, Layer, Weeks


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("week 9", 9, 9),
        ("weeks 9-10", 9, 10),
        ("Weeks 9 to 10", 9, 10),
        ("week 9 - week 10", 9, 10),
        ("weeks 9–11", 9, 11),
    ],
)
def test_weeks(text: str, first: int, last: int) -> None:
    found = Weeks.parse(text)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["9", "week", "week nine", "weeks 10-9", "week 9 tuesday", ""])
def test_weeks_that_can_not_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"such as week 9|write weeks 9-10"):
        Weeks.parse(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("week 12 tuesday - week 13 friday", (12, "tuesday", 13, "friday")),
        ("week 12 tuesday - friday", (12, "tuesday", 12, "friday")),
        ("week 12 tue", (12, "tue", 12, "tue")),
        ("week 12 day 3 to day 9", (12, "day 3", 12, "day 9")),
        ("weeks 12-13", (12, "", 13, "")),
    ],
)
def test_days(text: str, days: tuple[int, str, int, str]) -> None:
    found = Days.parse(text)
    assert (found.first_week, found.first_day, found.last_week, found.last_day) == days


def test_a_lighter_week_that_moves() -> None:
    assert CutbackMove.parse("week 8 to week 9").to_week == 9
    with pytest.raises(ValueError, match="moves nothing"):
        CutbackMove.parse("week 8 to week 8")


def test_titles() -> None:
    assert Layer(no_gym=Weeks.parse("week 9"), because="hotel").title == "No gym in week 9"
    assert Layer(ill=Days.parse("weeks 2-3"), because="flu").title == "Ill in weeks 2 to 3"
    moved = Layer(move_cutback=CutbackMove.parse("week 8 to week 9"), because="race")
    assert moved.title == "The lighter week moves from week 8 to week 9"
    assert moved.weeks == (8, 9)
