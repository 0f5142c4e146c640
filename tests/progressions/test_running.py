import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.progressions import long_run, volume

CUTBACKS = st.lists(st.booleans(), min_size=1, max_size=20).map(tuple)


@given(st.integers(10, 120), st.integers(10, 120), CUTBACKS, st.floats(15, 30))
def test_loading_weeks_run_from_first_to_last(start, end, cutbacks, by):
    weeks = volume.prescribe(start, end, cutbacks, by)
    loading = [km for km, cutback in zip(weeks, cutbacks, strict=True) if not cutback]
    assert loading == sorted(loading, reverse=end < start)
    if loading:
        assert loading[-1] == end
        assert loading[0] == (start if len(loading) > 1 else end)


@given(st.integers(20, 120), st.integers(2, 12), st.floats(1.0, 1.08))
def test_steps_stay_within_a_tenth_where_the_way_is_gentle(start, weeks, ratio):
    loads = volume.loads(start, int(start * ratio ** (weeks - 1)), weeks)
    assert all(after <= before * 1.1 for before, after in itertools.pairwise(loads))


@pytest.mark.parametrize(("by", "expected"), [(15, 24), (25, 23), (30, 21), (40, 21)])
def test_long_run_is_cut_by_a_fifth_to_three_tenths(by, expected):
    assert long_run.prescribe(30, 30, (False, True), by)[1] == expected


def test_cutback_in_the_first_week_looks_back():
    assert volume.prescribe(60, 70, (True, False, False), 20, before=50) == (40, 60, 70)
