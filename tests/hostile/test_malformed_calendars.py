"""Whatever stands in a calendar, ``import`` reads it or tells every fault by row and column, in time and room."""

from __future__ import annotations

from pathlib import Path

import pytest
from malformed_gate import given_to_hardday

#: Shapes that have a name come first, then what is drawn: a default run takes a share of both.
SOME = [("calendars", [*range(0, 65, 5), *range(65, 71)]), ("workbooks", [*range(0, 56, 5), *range(56, 62)])]
ALL = [("calendars", 800), ("workbooks", 700)]


@pytest.mark.parametrize(("group", "numbers"), SOME)
def test_a_share_of_the_shapes_and_of_the_drawn(tmp_path: Path, group: str, numbers: list[int]) -> None:
    took = given_to_hardday(group, tmp_path, numbers)
    assert took.wrong == ()
    assert took.cases == len(numbers)


@pytest.mark.long
@pytest.mark.parametrize(("group", "count"), ALL)
def test_all_of_them(tmp_path: Path, group: str, count: int) -> None:
    took = given_to_hardday(group, tmp_path, range(count))
    assert took.wrong == ()
    assert took.cases == count
