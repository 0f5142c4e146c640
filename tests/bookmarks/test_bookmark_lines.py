"""The lines of `moved:` say what they seem to say, and the proposed ones are the shortest that do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bookmarks.aligned import Now, aligned
from generator.bookmarks.lines import Weeks, read_lines, side, week_lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("week 9", Weeks(9, 9)),
        ("weeks 9-20", Weeks(9, 20)),
        ("Weeks 9 – 20", Weeks(9, 20)),
        ("weeks 9 to 20", Weeks(9, 20)),
        ("week-09", Weeks(9, 9)),
        ("week 009", Weeks(9, 9)),
        ("build-2", "build-2"),
        ("/build-2/", "build-2"),
        ("spring-marathon.ics", "spring-marathon.ics"),
        ("plans/other/week-03/", "plans/other/week-03"),
        ("week 0", None),
        ("week nine", None),
        ("../secret", None),
        ("plans/../etc", None),
        ("", None),
    ],
)
def test_one_side_of_a_line(text: str, said: object) -> None:
    assert side(text) == said


WEEKS = st.dictionaries(st.integers(1, 60), st.integers(1, 60), max_size=40)


@given(WEEKS)
def test_proposed_lines_say_what_was_meant(weeks: dict[int, int]) -> None:
    lines = dict(line.split(": ") for line in week_lines(weeks))
    moved, faults = read_lines(lines)
    assert faults == []
    assert moved.weeks == weeks


def test_proposed_lines_are_few() -> None:
    assert list(week_lines({week: week - 1 for week in range(8, 21)})) == ["weeks 8-20: weeks 7-19"]
    assert list(week_lines({7: 6, 8: 6, 9: 7})) == ["weeks 7-8: week 6", "week 9: week 7"]


PHASES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.integers(1, 6)), min_size=1, max_size=6, unique_by=lambda p: p[0]
)


def trainings(phases: list[tuple[str, int]]) -> list[str]:
    return [f"{name} {place}" for name, weeks in phases for place in range(1, weeks + 1)]


@given(PHASES, PHASES)
def test_a_training_of_the_same_name_is_the_same_and_every_other_has_a_nearest(
    before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    old, new = trainings(before), trainings(after)
    found = aligned([*enumerate(old, 1)], new)
    assert set(found) == set(range(1, len(old) + 1))
    for week, training in enumerate(old, 1):
        if training in new:
            assert found[week] == Now(new.index(training) + 1, True)
        assert 1 <= found[week].week <= len(new)
    exact = [now.week for now in found.values() if now.exact]
    assert len(exact) == len(set(exact)), "no two weeks become the same one"


def test_a_phase_that_became_part_of_another_stays_where_it_is() -> None:
    old = trainings([("base", 2), ("build", 2), ("more", 2), ("taper", 1)])
    new = trainings([("base", 2), ("build", 4), ("taper", 1)])
    assert aligned([*enumerate(old, 1)], new) == {week: Now(week, True) for week in range(1, 8)}


def test_a_base_that_lost_a_week_is_told_from_a_phase_that_is_called_otherwise_at_the_same_time() -> None:
    old = trainings([("base", 8), ("heavy", 6), ("taper", 2)])
    new = trainings([("base", 7), ("strong", 6), ("taper", 2)])
    found = aligned([*enumerate(old, 1)], new)
    assert found[8] == Now(7, False)
    assert {week: found[week] for week in range(9, 17)} == {week: Now(week - 1, True) for week in range(9, 17)}


def test_a_phase_that_was_parted_stays_where_it_is() -> None:
    old, new = trainings([("build", 8), ("taper", 1)]), trainings([("build", 4), ("peak", 4), ("taper", 1)])
    assert aligned([*enumerate(old, 1)], new) == {week: Now(week, True) for week in range(1, 10)}


def test_two_phases_that_became_one_stay_where_they_are() -> None:
    old, new = trainings([("a", 3), ("b", 3)]), trainings([("c", 6)])
    assert aligned([*enumerate(old, 1)], new) == {week: Now(week, True) for week in range(1, 7)}
