"""Whatever stands in a library or a policy, every fault is told at its place, in time and room."""

from __future__ import annotations

from pathlib import Path

import pytest
from malformed_gate import given_to_hardday

#: Shapes that have a name come first, then what is drawn: a default run takes a share of both.
SOME = [("libraries", [*range(0, 213, 16), *range(213, 227)]), ("policies", [*range(0, 115, 10), *range(115, 125)])]
ALL = [("libraries", 1200), ("policies", 600)]


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
